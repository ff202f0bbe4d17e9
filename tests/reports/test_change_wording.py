"""Which document a difference is put down to, between two states of a plan in force."""

from datetime import date

import pytest

from kehoach_cli.plan.differences import compare_plans
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.reports.history.change_sections import change_sections
from tests.support.loaded import plan_of
from tests.support.plans import AGENCIES, INDICATORS

DAY = date(2023, 10, 15)
FIRST = "    - {date: 2023-09-01, by: QĐ 1, set: {targets: {provincial: 55}}}\n"
SECOND = "    - {date: 2023-10-01, by: QĐ 2, set: {targets: {provincial: 50}}}\n"
GROUP = """\
- {id: SNV, name: Sở Nội vụ, short_name: SNV}
- id: SBN
  name: Các sở
  short_name: Các sở
  group: true
  members: [STTTT, {id: SYT, until: 2023-08-31, by: QĐ 8}, {id: SNV, from: 2023-10-01}]
"""
OTHER_TYPED = INDICATORS.replace("provincial: 60", "provincial: 65")


def told(before: str, after: str, agencies: str = AGENCIES) -> list[str]:
    """What changed, as two revisions of the indicators' file are compared on one day."""
    files = plan_of(indicators=after, agencies=agencies)
    earlier, present = in_force(plan_of(indicators=before), DAY), in_force(files, DAY)
    sections = change_sections(compare_plans(earlier, present), earlier, present, files)
    return [f"{section.title}: {line.text}" for section in sections for line in section.lines]


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        (
            INDICATORS,
            f"{INDICATORS}  changes:\n{FIRST}",
            ["điều chỉnh mức tỉnh: 60% → 55% theo QĐ 1, từ ngày 1/9/2023"],
        ),
        (
            f"{INDICATORS}  changes:\n{FIRST}",
            f"{INDICATORS}  changes:\n{FIRST}{SECOND}",
            ["điều chỉnh mức tỉnh: 55% → 50% theo QĐ 2, từ ngày 1/10/2023"],
        ),
        (
            f"{INDICATORS}  changes:\n{SECOND}",
            f"{INDICATORS}  changes:\n{FIRST}{SECOND}",
            ["điều chỉnh mức tỉnh: 60% → 55% theo QĐ 1, từ ngày 1/9/2023"],
        ),
        (INDICATORS, OTHER_TYPED, ["mức tỉnh: 60% → 65% (không dẫn văn bản)"]),
        (
            INDICATORS,
            f"{OTHER_TYPED}  changes:\n{FIRST}",
            [
                "điều chỉnh mức tỉnh: 65% → 55% theo QĐ 1, từ ngày 1/9/2023",
                "mức tỉnh: 60% → 65% (không dẫn văn bản)",
            ],
        ),
    ],
)
def test_a_document_stands_for_what_it_changed_and_no_more(before: str, after: str, lines: list[str]) -> None:
    assert told(before, after) == [f"Nội dung Kế hoạch giao: {line}" for line in lines]


def test_the_day_is_not_said_twice_nor_where_it_was_wrong_from_the_start() -> None:
    change = "  changes:\n    - {date: 2023-09-01, by: QĐ 1 ngày 01/9/2023, set: {due: Quý IV/2024}}\n"
    assert told(INDICATORS, INDICATORS + change) == [
        "Nội dung Kế hoạch giao: gia hạn từ năm 2023 đến quý IV/2024 theo QĐ 1 ngày 01/9/2023"
    ]
    change = "  changes:\n    - {date: 2023-06-26, by: QĐ 1, corrigendum: true, set: {unit: điểm}}\n"
    assert told(INDICATORS, INDICATORS + change) == [
        "Nội dung Kế hoạch giao: đính chính đơn vị tính: % → điểm theo QĐ 1"
    ]


def test_a_record_that_replaces_one_taken_out_is_no_other_id_of_it() -> None:
    removed = "  removed: {date: 2023-10-01, by: QĐ 2}\n"
    added = "  added: {date: 2023-10-01, by: QĐ 2}\n"
    new = INDICATORS.replace("CQS-01", "CQS-02") + added
    assert told(INDICATORS, INDICATORS + removed + new) == [
        "Đưa ra khỏi Kế hoạch: đưa ra khỏi Kế hoạch từ ngày 1/10/2023 theo QĐ 2",
        "Bản ghi mới: bổ sung vào Kế hoạch từ ngày 1/10/2023 theo QĐ 2, mức tỉnh 60%, mức UBQG 40%, "
        "chủ trì Sở TT&TT, thời hạn Năm 2023",
    ]


def test_a_record_that_is_gone_without_a_document_is_said_to_be() -> None:
    assert told(INDICATORS, "[]") == ["Bản ghi không còn: không còn"]
    assert told(INDICATORS, INDICATORS.replace("CQS-01", "CQS-09")) == ["Bản ghi đổi mã: trước đây mang mã CQS-01"]


def test_the_end_of_an_agency_is_one_line() -> None:
    ended = AGENCIES.replace(
        "  short_name: Sở TT&TT\n",
        "  short_name: Sở TT&TT\n  until: 2023-09-30\n"
        "  successors: {kind: renamed, to: [SKHCN], date: 2023-10-01, by: NQ 45}\n",
    )
    new = "- {id: SKHCN, name: Sở Khoa học và Công nghệ, short_name: Sở KH&CN, from: 2023-10-01}\n"
    assert told(INDICATORS, INDICATORS, ended + new) == [
        "Bản ghi mới: thêm vào danh sách cơ quan, hoạt động từ ngày 1/10/2023",
        "Sắp xếp lại cơ quan: Sở TT&TT đổi tên thành Sở KH&CN từ ngày 1/10/2023 theo NQ 45",
    ]


def test_a_change_of_the_lead_names_the_agencies_that_its_document_named() -> None:
    ended = AGENCIES.replace(
        "  short_name: Sở TT&TT\n",
        "  short_name: Sở TT&TT\n  until: 2023-10-09\n"
        "  successors: {kind: merged, to: [SYT], date: 2023-10-10, by: NQ 45}\n",
    )
    change = "  changes:\n    - {date: 2023-09-01, by: QĐ 1, set: {lead: [SYT]}}\n"
    assert told(INDICATORS, INDICATORS + change, ended)[0] == (
        "Nội dung Kế hoạch giao: điều chỉnh cơ quan chủ trì: Sở TT&TT → Sở Y tế theo QĐ 1, từ ngày 1/9/2023"
    )


def test_members_that_came_and_left_with_their_documents() -> None:
    files = plan_of(agencies=f"{AGENCIES}{GROUP}")
    before, after = in_force(files, date(2023, 8, 31)), in_force(files, DAY)
    sections = change_sections(compare_plans(before, after), before, after, files)
    assert [line.text for section in sections for line in section.lines] == [
        "thêm SNV từ ngày 1/10/2023; bỏ Sở Y tế từ ngày 1/9/2023 theo QĐ 8"
    ]
