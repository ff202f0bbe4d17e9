"""Options that pick a part of the plan: by any name, with or without accents, and said on the page that results."""

import json

import pytest

from tests.conftest import Kehoach
from tests.support.known_plans import EXAMPLES

DAY = ("--plan", str(EXAMPLES), "--as-of", "2023-10-01")


def picked(kehoach: Kehoach, *options: str) -> list[str]:
    result = kehoach("gaps", *DAY, *options, "--format", "json")
    assert result.code == 0, result.err
    return [row["id"] for row in json.loads(result.out)["indicators"]]


def late(kehoach: Kehoach, *options: str) -> list[str]:
    result = kehoach("overdue", *DAY, *options, "--format", "json")
    return [task["id"] for quarter in json.loads(result.out)["quarters"] for task in quarter["tasks"]]


@pytest.mark.parametrize("name", ["KTS", "kts", "Kinh tế số", "KINH TẾ SỐ", "kinh te so"])
def test_a_pillar_by_id_or_name(kehoach: Kehoach, name: str) -> None:
    assert picked(kehoach, "--pillar", name) == [f"KTS-0{number}" for number in range(1, 9)]


@pytest.mark.parametrize(
    "name",
    [
        "STTTT",
        "stttt",
        "Sở TT&TT",
        "sở tt&tt",
        "Sở Thông tin và Truyền thông",
        "so thong tin va truyen thong",
        "So\u031b\u0309 TT&TT",  # as macOS writes accents
    ],
)
def test_an_agency_by_any_of_its_names(kehoach: Kehoach, name: str) -> None:
    assert picked(kehoach, "--agency", name) == ["CQS-16", "KTS-06", "XHS-01", "XHS-02", "XHS-12"]


@pytest.mark.parametrize("name", ["UBND cấp huyện", "UBND các huyện, thị xã, thành phố", "ubnd cap huyen"])
def test_the_plan_calls_one_agency_in_many_ways(kehoach: Kehoach, name: str) -> None:
    assert picked(kehoach, "--agency", name) == picked(kehoach, "--agency", "UBNDCH") != []


def test_the_role_an_agency_has(kehoach: Kehoach) -> None:
    health = ("--agency", "Sở Y tế")
    assert picked(kehoach, *health) == ["XHS-07", "XHS-08"]
    assert picked(kehoach, *health, "--role", "lead") == ["XHS-07", "XHS-08"]
    assert set(picked(kehoach, *health, "--role", "any")) == {
        *picked(kehoach, *health),
        *picked(kehoach, *health, "--role", "support"),
        *picked(kehoach, *health, "--role", "oversight"),
    }


def test_work_given_to_a_group_counts_for_its_members_on_request(kehoach: Kehoach) -> None:
    assert late(kehoach, "--agency", "SYT") == ["NV-KTS-02"]
    assert late(kehoach, "--agency", "SYT", "--groups") == ["NV-KTS-02", "NV-CQS-06"]


def test_where_work_comes_from(kehoach: Kehoach) -> None:
    assigned = picked(kehoach, "--origin", "assigned")
    carried = picked(kehoach, "--origin", "carried-over")
    assert "CQS-03" in assigned
    assert "CQS-03" in carried
    assert picked(kehoach, "--origin", "carried_over") == carried


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (("--pillar", "KTS"), "Chỉ gồm: nhóm Kinh tế số."),
        (
            ("--pillar", "KTS", "--origin", "assigned"),
            "Chỉ gồm: nhóm Kinh tế số; xuất xứ được cấp trên giao trong năm.",
        ),
        (
            ("--agency", "SYT"),
            "Chỉ gồm: việc Sở Y tế chủ trì, chưa kể việc giao chung cho nhóm (thêm --groups).",
        ),
        (
            ("--agency", "SYT", "--role", "support", "--groups"),
            "Chỉ gồm: việc Sở Y tế phối hợp, kể cả việc giao chung cho nhóm cơ quan.",
        ),
        (("--agency", "CTK", "--role", "any"), "Chỉ gồm: việc có Cục Thống kê, ở mọi vai."),
    ],
)
@pytest.mark.parametrize("command", ["status", "gaps", "tasks", "overdue", "log", "diff"])
def test_a_page_says_what_part_it_speaks_of(
    kehoach: Kehoach, command: str, options: tuple[str, ...], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    since = ("--since", "2023-09-01") if command == "diff" else ()
    for form in ("table", "md"):
        shown = kehoach(command, *DAY, *since, *options, "--format", form).out
        assert line in shown.splitlines()


def test_a_page_on_everything_says_nothing_of_parts(kehoach: Kehoach) -> None:
    for command in ("status", "gaps", "tasks", "overdue", "log"):
        assert "Chỉ gồm" not in kehoach(command, *DAY).out


def test_gaps_says_what_else_narrows_it(kehoach: Kehoach) -> None:
    shown = kehoach("gaps", *DAY, "--unmet", "--no-data", "--pillar", "DTTM").out
    assert shown.splitlines() == [
        "Khoảng cách đến mức phấn đấu, tính đến ngày 1/10/2023: không có chỉ tiêu nào.",
        "Chỉ gồm: nhóm Phát triển đô thị thông minh và triển khai các ứng dụng, tiện ích",
        "thông minh phục vụ người dân; chỉ tiêu chưa đạt; chỉ tiêu chưa có số liệu.",
    ]


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        (
            ("--agency", "Sở TTTT"),
            "--agency: kế hoạch không có cơ quan nào tên là «Sở TTTT»; có phải là: STTTT (Sở TT&TT), BTTTT (Bộ TT&TT)?",
        ),
        (
            ("--agency", "thuế"),
            "--agency: kế hoạch không có cơ quan nào tên là «thuế»; có phải là: CT (Cục Thuế)?",
        ),
        (
            ("--agency", "XYZQ"),
            "--agency: kế hoạch không có cơ quan nào tên là «XYZQ»; xem các mã và tên trong tệp agencies.yaml",
        ),
        (
            ("--pillar", "Y tế số"),
            "--pillar: kế hoạch không có nhóm «Y tế số»; chọn một trong: CQS (Chính quyền số), KTS (Kinh tế số), "
            "XHS (Xã hội số), DTTM (Phát triển đô thị thông minh và triển khai các ứng dụng, tiện ích thông minh "
            "phục vụ người dân)",
        ),
    ],
)
def test_an_unknown_name_is_answered_with_the_near_ones(
    kehoach: Kehoach, options: tuple[str, ...], answer: str
) -> None:
    assert kehoach("gaps", *DAY, *options) == (2, "", f"kehoach: {answer}\n")


@pytest.mark.parametrize("option", [("--role", "support"), ("--groups",)])
def test_a_role_is_that_of_an_agency(kehoach: Kehoach, option: tuple[str, ...]) -> None:
    answer = f"kehoach: {option[0]} nói về vai của một cơ quan; thêm --agency CƠ QUAN\n"
    assert kehoach("gaps", *DAY, *option) == (2, "", answer)


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        ("CQS-99", "; có phải là: CQS-09, NV-CQS-09, NV-CQS-19?"),
        ("cqs2", "; có phải là: CQS-02, CQS-12, NV-CQS-02?"),
        ("ipv6", "; có phải là: NV-CQS-16 (Chuyển đổi IPv6 trong hạ tầng mạng lưới, dịch vụ…)?"),
        ("biên lai", "; có phải là: NV-CQS-14 (Triển khai ứng dụng biên lai điện tử trong thu…)?"),
        ("bien lai", "; có phải là: NV-CQS-14 (Triển khai ứng dụng biên lai điện tử trong thu…)?"),
        ("không đâu có", ". Xem các mã bằng: kehoach gaps, kehoach tasks"),
    ],
)
def test_a_record_that_is_not_there(kehoach: Kehoach, wanted: str, answer: str) -> None:
    result = kehoach("show", wanted, "--plan", str(EXAMPLES))
    assert result == (2, "", f"kehoach: Kế hoạch không có mã «{wanted}»{answer}\n")


def test_ids_may_be_typed_in_small_letters(kehoach: Kehoach) -> None:
    assert kehoach("show", "nv-cqs-16", *DAY) == kehoach("show", "NV-CQS-16", *DAY)
