"""The second plan is Resolution 03/NQ-CP: counts of its annexes, and docs/du-lieu-nq03.md says what stands in it."""

import re
from collections import Counter
from itertools import chain

import pytest

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.plan.measures import measure_of
from kehoach_cli.plan.model import Record, Task
from kehoach_cli.plan.periods import Day
from tests.conftest import Kehoach
from tests.support.data_page import rows
from tests.support.known_plans import ROOT, SECOND, load

PLAN = load(SECOND)
AGENCIES = register(PLAN)
RECORDS = {record.id: record for record in PLAN.records}
PAGE = (ROOT / "docs" / "du-lieu-nq03.md").read_text(encoding="utf-8")
JUDGED = [indicator for indicator in PLAN.indicators if not indicator.heading]
MERGER = Day(2025, 3, 1)
MERGED = {agency.id for agency in PLAN.agencies if agency.successors and agency.successors.date == MERGER}

FIELDS = {"tên": "name", "kết quả": "output", "chủ trì": "lead", "phối hợp": "support"}


def ids_in(text: str) -> list[str]:
    return re.findall(r"NV-\d{3}|CT-\d\d(?:\.\d+)?", text)


def values_at(place: str) -> list[str | tuple[str, ...]]:
    """What stands in the data at a place of the page's tables: `NV-014, tên`, `NV-135, NV-139, phối hợp`."""
    return [getattr(RECORDS[record], FIELDS[place.rpartition(", ")[2]]) for record in ids_in(place)]


def naming(*roles: str) -> list[Record]:
    """The records that name a ministry that was merged, in one of the roles."""
    return [record for record in PLAN.records if MERGED & {*chain(*(getattr(record, role) for role in roles))}]


def test_it_is_valid_and_says_twice_who_leads_and_supports(kehoach: Kehoach) -> None:
    result = kehoach("validate", str(SECOND), "--format", "json")
    assert result.code == 0
    assert Counter(re.findall(r'"code": "(KH\d+)"', result.out)) == {"KH306": 6, "KH212": 1}
    twice = [record.id for record in PLAN.records if {*record.lead} & {*record.support}]
    assert twice == ["NV-012", "NV-037", "NV-038", "NV-046", "NV-048"]


def test_each_row_of_the_annexes_is_a_record_that_names_it() -> None:
    places = {f"CT-{row:02}": f"Phụ lục I, dòng {row}" for row in range(1, 42)}
    places |= {
        f"CT-{row}.{part}": f"Phụ lục I, dòng {row}.{part}"
        for row, last in ((11, 12), (23, 4))
        for part in range(1, last + 1)
    }
    places |= {f"CT-0{row}.{part}": f"Phụ lục I, dòng {row}" for row in (4, 5) for part in (1, 2)}
    assert {item.id: item.source for item in PLAN.indicators} == places
    assert [task.id for task in PLAN.tasks] == [f"NV-{number:03}" for number in range(1, 141)]
    assert all(task.source == f"Phụ lục II, dòng {int(task.id[3:])}" for task in PLAN.tasks)


def test_records_by_group() -> None:
    assert Counter(item.pillar for item in PLAN.indicators) == {"CT-I": 55, "CT-II": 6}
    assert list(Counter(task.pillar for task in PLAN.tasks).values()) == [13, 29, 34, 12, 28, 15, 9]
    assert [pillar.id for pillar in PLAN.pillars[2:]] == list(dict.fromkeys(task.pillar for task in PLAN.tasks))


def test_headings_and_their_children() -> None:
    assert [item.id for item in PLAN.indicators if item.heading] == ["CT-04", "CT-05", "CT-11"]
    assert Counter(item.parent for item in PLAN.indicators if item.parent) == {
        "CT-04": 2,
        "CT-05": 2,
        "CT-11": 12,
        "CT-23": 4,
    }
    assert all(item.id.rpartition(".")[0] == (item.parent or "") for item in PLAN.indicators)


def test_the_kinds_of_targets() -> None:
    assert all(item.targets.national is None and item.targets.provincial for item in JUDGED)
    targets = {item.id: item.targets.provincial for item in JUDGED if item.targets.provincial}
    ranks = ["CT-04.1", "CT-04.2", "CT-05.1", "CT-05.2", "CT-06", "CT-33", "CT-37"]
    assert [i for i, target in targets.items() if target.bound == "words"] == ["CT-01", "CT-02", "CT-03", "CT-23"]
    assert [i for i, target in targets.items() if target.bound == "at_most"] == ranks
    assert [i for i, target in targets.items() if target.min < target.max] == ["CT-19", "CT-21", "CT-22", "CT-41"]
    assert [i for i, target in targets.items() if target.strict] == ["CT-14", "CT-16"]
    assert {i: target.remark for i, target in targets.items() if target.remark} == {
        **dict.fromkeys(("CT-04.1", "CT-05.1", "CT-06"), "Đông Nam Á"),
        **dict.fromkeys(("CT-04.2", "CT-05.2"), "Thế giới"),
        "CT-17": "và tăng dần theo yêu cầu phát triển",
    }
    assert [item.id for item in JUDGED if item.direction == "decrease"] == ranks
    assert [item.id for item in JUDGED if item.maintained] == ["CT-14"]


def test_the_kinds_of_measures() -> None:
    assert Counter(map(measure_of, JUDGED)) == {
        "share": 31,
        "count": 10,
        "rank": 7,
        "verdict": 4,
        "amount": 3,
        "growth": 2,
        "score": 1,
    }


def test_deadlines_are_worded_as_in_the_annexes() -> None:
    assert Counter(item.due.text for item in JUDGED) == {"Đến năm 2030": 52, "Đến năm 2045": 6}
    assert Counter(task.due.text for task in PLAN.tasks) == {
        "2025": 59,
        "12/2025": 13,
        "Thường xuyên": 12,
        "6/2025": 11,
        "2026": 6,
        "9/2025": 5,
        "9/2026": 3,
        "12/2026": 3,
        "2025 và những năm tiếp theo": 3,
        "03/2025": 2,
        "06/2025": 2,
        "12/2028": 2,
        "2030": 2,
        "Hằng năm": 2,
        **dict.fromkeys(("01/2025", "2/2025", "3/2025", "7/2025", "3/2026", "Tháng 5/2025", "Tháng 10/2025"), 1),
        **dict.fromkeys(("Quý II/2025", "2025-2026", "2025 - 2026", "2027", "2028", "hằng năm"), 1),
        "Nhiệm vụ thường xuyên": 1,
        "": 1,
    }
    assert RECORDS["NV-042"].due.text == ""


def test_the_kinds_of_deadlines() -> None:
    assert Counter(task.due.kind for task in PLAN.tasks) == {"dated": 123, "ongoing": 13, "recurring": 3, "undated": 1}
    assert [task.id for task in PLAN.tasks if task.due.then_ongoing] == ["NV-076", "NV-114", "NV-115"]
    assert [RECORDS[i].due.end for i in ("NV-047", "NV-138")] == [Day(2026, 12, 31), Day(2030, 12, 31)]


def test_who_leads_how_much() -> None:
    leads = Counter(lead for item in PLAN.indicators for lead in item.lead)
    assert (leads["BTTTT"], leads["BKHCN"], leads["VPCP"], leads.total()) == (22, 14, 11, 60)
    leads = Counter(lead for task in PLAN.tasks for lead in task.lead)
    assert (leads["BTTTT"], leads["BKHCN"], leads["BNDP"], leads.total()) == (35, 21, 17, 177)
    assert sum(len(task.lead) > 1 for task in PLAN.tasks) == 20
    assert sum(not task.support for task in PLAN.tasks) == 33


def test_records_that_name_a_merged_ministry() -> None:
    """Two rows of Annex I that it leads are two records each."""
    led, named = naming("lead"), naming("lead", "support")
    assert sum(isinstance(record, Task) for record in led) == 51
    assert sum(isinstance(record, Task) for record in named) == 74
    assert len({record.source for record in led if not isinstance(record, Task)}) == 23
    assert len(led) == 51 + 25


def test_who_acts_for_a_merged_ministry() -> None:
    heirs = {agency.strip("`"): heir.strip("`") for agency, heir in rows(PAGE, "Sắp xếp từ ngày 01/3/2025")}
    assert set(heirs) == MERGED
    before, after = (register(in_force(PLAN, day)) for day in (Day(2025, 2, 28), MERGER))
    assert all(before.heirs(agency) == (agency,) for agency in MERGED)
    assert {agency: after.heirs(agency) for agency in MERGED} == {agency: (heir,) for agency, heir in heirs.items()}
    assert after.names(["BTNMT", "BNNPTNT", "BCA"]) == "Bộ NN&MT (trước là Bộ TN&MT, Bộ NN&PTNT); Bộ Công an"


@pytest.mark.parametrize(("place", "retyped", "now"), [row[:3] for row in rows(PAGE, "Chỗ gõ sai đã sửa")])
def test_the_data_hold_every_correction(place: str, retyped: str, now: str) -> None:
    for value in values_at(place):
        assert isinstance(value, str)
        assert now in value
        assert retyped not in value.replace(now, "")


@pytest.mark.parametrize("row", rows(PAGE, "Cơ quan"), ids=lambda row: row[0])
def test_the_page_says_how_cells_with_several_agencies_were_parted(row: list[str]) -> None:
    assert {*values_at(row[0])} == {tuple(re.findall(r"`([A-Z-]+)`", row[2]))}


def test_rows_that_a_page_break_cut_are_one_record() -> None:
    assert [row[0] for row in rows(PAGE, "Dòng bị ngắt qua trang")] == ["NV-108", "NV-110", "NV-128", "NV-076"]
    assert RECORDS["NV-108"].name.endswith("(11) Mô hình điểm tại các tỉnh, thành phố có đảo")
    assert "Giấy hẹn khám lại; Kết quả xét nghiệm; để cơ sở" in RECORDS["NV-110"].name
    assert RECORDS["NV-128"].name.count("định kỳ tổ chức đánh giá") == 1
    assert RECORDS["NV-108"].support == ()


def test_the_page_counts_the_records_and_names_only_records_that_there_are() -> None:
    assert {row[0].strip("`"): int(row[2]) for row in rows(PAGE, "Bốn tệp")} == {
        "plan.yaml": 1,
        "agencies.yaml": len(PLAN.agencies),
        "indicators.yaml": len(PLAN.indicators),
        "tasks.yaml": len(PLAN.tasks),
    }
    assert set(ids_in(PAGE)) <= set(RECORDS)


def test_the_page_names_the_tasks_without_a_result() -> None:
    [line] = [line for line in PAGE.splitlines() if line.endswith("không có kết quả.")]
    assert [task.id for task in PLAN.tasks if task.output is None] == ids_in(line)


@pytest.mark.parametrize(
    ("written", "agency"),
    [
        ("Bộ Công An", "BCA"),
        ("Bộ Khoa học, Công nghệ", "BKHCN"),
        ("Bộ Khoa học và công nghệ", "BKHCN"),
        ("Bộ Tài nguyên và môi trường", "BTNMT"),
        ("Ngân hàng Nhà nước", "NHNN"),
        ("Ngân hàng nhà nước Việt Nam", "NHNN"),
        ("Viện Hàn lâm Khoa học và Công nghệ", "VHLKHCN"),
        ("Viện Kiểm sát nhân dân tối cao", "VKSNDTC"),
        ("Bảo hiểm Xã hội Việt Nam", "BHXHVN"),
        ("VTV", "VTV"),
        ("Bộ, ngành, địa phương", "BNDP"),
        ("các bộ, ngành và địa phương", "BNDP"),
        ("bộ, ngành liên quan", "BNLQ"),
        ("Các bộ, ngành có liên quan", "BNLQ"),
        ("Địa phương", "CDP"),
        ("Các tỉnh, thành phố trực thuộc TW", "TTPTTTW"),
    ],
)
def test_an_agency_is_found_however_the_annexes_write_it(written: str, agency: str) -> None:
    found = AGENCIES.find(written)
    assert found is not None
    assert found.id == agency
