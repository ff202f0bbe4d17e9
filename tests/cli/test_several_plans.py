"""Several plans in one repository: which one a command takes, how one is named, all of them in one status."""

import csv
import io
import json
import os
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Kehoach
from tests.support import plan_in_progress
from tests.support.plans import INDICATORS, PLAN, TASKS, write_plan

NAME_ONE = "ghi --plan và thư mục, năm hoặc số quyết định của một kế hoạch"
THIS_YEAR, NEXT_YEAR = ("--as-of", "2023-10-01"), ("--as-of", "2024-10-01")


def of_year(
    folder: Path,
    number: str,
    year: int,
    last_year: int | None = None,
    *,
    indicators: str = INDICATORS,
    tasks: str = TASKS,
    more: str = "",
) -> None:
    """A plan of the year or years, its title the number of the decision."""
    years = f"year: {year}\n" + (f"last_year: {last_year}\n" if last_year else "")
    plan = PLAN.replace("01/QĐ-UBND", number).replace("Kế hoạch mẫu năm 2023", number).replace("year: 2023\n", years)
    indicators, tasks = (text.replace("2023", str(year)) for text in (indicators, tasks))
    write_plan(folder, plan=plan.replace(" 2023-", f" {year}-") + more, indicators=indicators, tasks=tasks)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the plans of 2023 and 2024, in which the test stands. `.git` marks its top; git is not asked."""
    folder = tmp_path / "kho"
    (folder / ".git").mkdir(parents=True)
    of_year(folder / "2023", "12/QĐ-UBND", 2023)
    of_year(folder / "2024", "34/QĐ-UBND", 2024)
    monkeypatch.chdir(folder)
    return folder


def taken(kehoach: Kehoach, *arguments: str) -> str:
    """The number of the plan that `answers` speaks of, and what is said beside."""
    result = kehoach("answers", *arguments, "--format", "json")
    assert result.code == 0, result.err
    return f"{json.loads(result.out)['plan']} {result.err}".strip()


def refused(kehoach: Kehoach, *arguments: str) -> str:
    result = kehoach(*arguments)
    assert (result.code, result.out) == (2, "")
    return result.err.removeprefix("kehoach: ").removesuffix("\n")


# ---- the plan of the day asked about ----


@pytest.mark.parametrize(
    ("day", "number", "folder"),
    [
        ("2023-01-01", "12/QĐ-UBND", "2023"),
        ("2023-12-31", "12/QĐ-UBND", "2023"),
        ("2024-01-01", "34/QĐ-UBND", "2024"),
        ("2024-12-31", "34/QĐ-UBND", "2024"),
    ],
)
def test_the_plan_of_that_year_is_taken_and_told(
    kehoach: Kehoach, repository: Path, day: str, number: str, folder: str
) -> None:
    assert taken(kehoach, "--as-of", day) == (f"{number} kehoach: Dùng kế hoạch ở {folder} ({number}, năm {folder})")


def test_without_a_day_it_is_that_of_today(kehoach: Kehoach, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("parsing", "plans.request"):
        monkeypatch.setattr(f"kehoach_cli.cli.{module}.today", lambda: date(2024, 3, 1))
    assert taken(kehoach).startswith("34/QĐ-UBND kehoach: Dùng kế hoạch ở 2024 ")


def test_a_period_says_more_than_the_day(kehoach: Kehoach, repository: Path) -> None:
    """In January one asks for the fourth quarter."""
    assert taken(kehoach, "--as-of", "2024-01-05", "--period", "2023-Q4").startswith("12/QĐ-UBND")
    assert taken(kehoach, "--as-of", "2024-01-05", "--period", "q1").startswith("34/QĐ-UBND")
    result = kehoach("narrative", "2023-Q4")
    assert (result.code, result.err) == (0, "kehoach: Dùng kế hoạch ở 2023 (12/QĐ-UBND, năm 2023)\n")
    assert (repository / "2023/data/narrative/2023-Q4.yaml").exists()
    report = kehoach("report", "--period", "2024-Q1")
    assert (report.code, report.err.count("Dùng kế hoạch ở 2024")) == (0, 1)


@pytest.mark.parametrize(("day", "word"), [("2022-12-31", 2022), ("2025-01-01", 2025)])
def test_no_plan_is_of_that_year(kehoach: Kehoach, repository: Path, day: str, word: int) -> None:
    assert refused(kehoach, "gaps", "--as-of", day) == (
        f"Ở đây có 2 kế hoạch, không kế hoạch nào của năm {word}: 2023 (12/QĐ-UBND, năm 2023), "
        f"2024 (34/QĐ-UBND, năm 2024); {NAME_ONE}"
    )


def test_a_plan_of_several_years_beside_those_of_one(kehoach: Kehoach, repository: Path) -> None:
    of_year(repository / "giai-doan", "50/NQ-HĐND", 2021, 2025)
    assert refused(kehoach, "overdue", *THIS_YEAR) == (
        "Ở đây có 3 kế hoạch, trong đó 2 kế hoạch của năm 2023: 2023 (12/QĐ-UBND, năm 2023), "
        f"2024 (34/QĐ-UBND, năm 2024), giai-doan (50/NQ-HĐND, giai đoạn 2021 – 2025); {NAME_ONE}"
    )
    assert taken(kehoach, "--as-of", "2025-12-31").startswith("50/NQ-HĐND kehoach: Dùng kế hoạch ở giai-doan ")


def test_a_later_document_may_have_moved_the_last_year(kehoach: Kehoach, repository: Path) -> None:
    later = "changes:\n  - {date: 2024-12-20, by: QĐ 99, set: {last_year: 2025}}\n"
    of_year(repository / "2024", "34/QĐ-UBND", 2024, more=later)
    assert taken(kehoach, "--as-of", "2025-02-01").startswith("34/QĐ-UBND kehoach: Dùng kế hoạch ở 2024 ")
    assert kehoach("status", "--plan", "2025", "--as-of", "2025-02-01").out.startswith("34/QĐ-UBND\n")
    assert "không có kế hoạch nào tên «2025»" in refused(kehoach, "status", "--plan", "2025", "--as-of", "2024-12-19")


def test_one_plan_below_is_taken_whatever_its_year(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_year(tmp_path / "cu" / "2023", "12/QĐ-UBND", 2023)
    monkeypatch.chdir(tmp_path)
    assert taken(kehoach, "--as-of", "2026-01-01") == (
        "12/QĐ-UBND kehoach: Dùng kế hoạch ở cu/2023 (12/QĐ-UBND, năm 2023)"
    )
    assert kehoach("status", *THIS_YEAR).out.startswith("12/QĐ-UBND\n")  # no line, the whole page


def test_a_broken_plan_stops_no_other_and_is_named_when_nothing_fits(kehoach: Kehoach, repository: Path) -> None:
    (repository / "2024/data/plan.yaml").write_text("number: [\n", encoding="utf-8")
    assert taken(kehoach, *THIS_YEAR).startswith("12/QĐ-UBND")
    assert refused(kehoach, "gaps", *NEXT_YEAR) == (
        "Ở đây có 2 kế hoạch, không kế hoạch nào của năm 2024: 2023 (12/QĐ-UBND, năm 2023), "
        f"2024 (plan.yaml có lỗi); {NAME_ONE}"
    )
    assert "2024/data/plan.yaml:1:10: lỗi" in refused(kehoach, "gaps", "--plan", "2024")


def test_a_plan_with_a_lesser_fault_is_known_by_its_year(kehoach: Kehoach, repository: Path) -> None:
    of_year(repository / "2024", "34/QĐ-UBND", 2024, more="parent: 5\n")
    said = refused(kehoach, "gaps", *NEXT_YEAR)
    assert said.startswith("Dùng kế hoạch ở 2024 (34/QĐ-UBND, năm 2024)\n")
    assert "2024/data/plan.yaml" in said.splitlines()[1]


def test_entries_go_to_the_plan_that_is_told(kehoach: Kehoach, repository: Path) -> None:
    entry = ("record", "CQS-01", "45", "--date", "2024-09-30", "--source", "BC 1", "--yes", *NEXT_YEAR)
    result = kehoach(*entry)
    assert (result.code, result.err) == (0, "kehoach: Dùng kế hoạch ở 2024 (34/QĐ-UBND, năm 2024)\n")
    assert "value: 45" in (repository / "2024/data/indicators.yaml").read_text(encoding="utf-8")
    assert "value: 45" not in (repository / "2023/data/indicators.yaml").read_text(encoding="utf-8")


def test_folders_that_may_not_be_listed_are_passed_over(
    kehoach: Kehoach, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `System Volume Information` at the top of a drive."""
    (repository / "kin").mkdir()
    original = os.scandir

    def scandir(path: Path) -> object:
        if path.name == "kin":
            raise PermissionError(13, "Permission denied", str(path))
        return original(path)

    monkeypatch.setattr("kehoach_cli.storage.folder.os.scandir", scandir)
    assert taken(kehoach, *NEXT_YEAR).startswith("34/QĐ-UBND")


def test_too_many_folders_below(kehoach: Kehoach, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kehoach_cli.storage.folder.MAX_FOLDERS", 2)
    for arguments in (("gaps", *THIS_YEAR), ("status",), ("gaps", "--plan", "2025")):
        assert refused(kehoach, *arguments) == f"{repository} có quá nhiều thư mục con; chỉ ra thư mục của kế hoạch"


# ---- a plan by name ----


@pytest.mark.parametrize("name", ["2024", "34/QĐ-UBND", "34/qd-ubnd", "34/QD-UBND"])
@pytest.mark.parametrize("at", [".", "2023", "2023/data", "2024"])
def test_a_plan_is_named_by_folder_year_or_number(
    kehoach: Kehoach, repository: Path, monkeypatch: pytest.MonkeyPatch, name: str, at: str
) -> None:
    monkeypatch.chdir(repository / at)
    assert taken(kehoach, "--plan", name, *THIS_YEAR) == "34/QĐ-UBND"
    monkeypatch.setenv("KEHOACH_PLAN", name)
    assert taken(kehoach, *THIS_YEAR) == "34/QĐ-UBND"


def test_a_year_that_no_folder_has_for_its_name(kehoach: Kehoach, repository: Path) -> None:
    (repository / "2024").rename(repository / "Kế hoạch năm tới")
    assert taken(kehoach, "--plan", "2024", *THIS_YEAR) == "34/QĐ-UBND"
    assert taken(kehoach, "--plan", "ke hoach nam toi", *THIS_YEAR) == "34/QĐ-UBND"


def test_a_folder_goes_before_the_years_of_another(kehoach: Kehoach, repository: Path) -> None:
    of_year(repository / "giai-doan", "50/NQ-HĐND", 2021, 2025)
    assert taken(kehoach, "--plan", "2024", *THIS_YEAR) == "34/QĐ-UBND"
    assert taken(kehoach, "--plan", "2021", *THIS_YEAR) == "50/NQ-HĐND"
    (repository / "2024").rename(repository / "moi")
    assert refused(kehoach, "gaps", "--plan", "2024") == (
        "--plan: trong kho có 2 kế hoạch tên «2024»: 2023 (12/QĐ-UBND, năm 2023), "
        f"giai-doan (50/NQ-HĐND, giai đoạn 2021 – 2025), moi (34/QĐ-UBND, năm 2024); {NAME_ONE}"
    )


def test_a_name_that_no_plan_has(kehoach: Kehoach, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = (
        "trong kho không có kế hoạch nào tên «2026»: 2023 (12/QĐ-UBND, năm 2023), "
        f"2024 (34/QĐ-UBND, năm 2024); {NAME_ONE}"
    )
    assert refused(kehoach, "gaps", "--plan", "2026") == f"--plan: {answer}"
    monkeypatch.setenv("KEHOACH_PLAN", "2026")
    assert refused(kehoach, "gaps") == f"biến KEHOACH_PLAN: {answer}"


def test_without_git_the_names_are_those_below(
    kehoach: Kehoach, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / ".git").rmdir()
    assert taken(kehoach, "--plan", "34/QĐ-UBND", *THIS_YEAR) == "34/QĐ-UBND"
    monkeypatch.chdir(repository / "2023")
    assert refused(kehoach, "gaps", "--plan", "2024") == "--plan: không có thư mục 2024; kiểm tra lại tên và quyền đọc"
    assert taken(kehoach, "--plan", "../2024", *THIS_YEAR) == "34/QĐ-UBND"


def test_within_a_plan_nothing_is_looked_for_below(
    kehoach: Kehoach, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def search(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("kehoach_cli.cli.plans.several_plans.plans_below", search)
    monkeypatch.setattr("kehoach_cli.loading.plan_files.load_header", search)
    assert taken(kehoach, "--plan", "2023", *NEXT_YEAR) == "12/QĐ-UBND"
    for folder in ("2023", "2023/data"):
        monkeypatch.chdir(repository / folder)
        assert taken(kehoach, *NEXT_YEAR) == "12/QĐ-UBND"
        assert kehoach("status", *NEXT_YEAR).out.startswith("12/QĐ-UBND\n")
        assert kehoach("validate").out.endswith("Đã kiểm tra 4 tệp: không có lỗi\n")


# ---- all of them ----


def test_the_status_of_all(kehoach: Kehoach, repository: Path) -> None:
    indicators, tasks = plan_in_progress.INDICATORS, plan_in_progress.TASKS
    of_year(repository / "2023", "12/QĐ-UBND", 2023, indicators=indicators, tasks=tasks)
    entry = ("--date", "2023-10-01", "--source", "BC 1", "--yes", *THIS_YEAR)
    assert kehoach("record", "CQS-02", "40", *entry).code == 0
    assert kehoach("update", "NV-CQS-01", "--state", "done", *entry).code == 0
    result = kehoach("status", *THIS_YEAR)
    assert (result.code, result.err) == (0, "")
    assert (
        result.out
        == """\
2 kế hoạch, tính đến ngày 1/10/2023.
Nhiệm vụ xong: trên số nhiệm vụ có thời hạn. Đã báo cáo: số cơ quan đã báo cáo
đủ trong kỳ.

                                                        Quá  Đã báo
Thư mục  Kế hoạch    Năm   Chỉ tiêu đạt  Nhiệm vụ xong  hạn     cáo  Kỳ
-------  ----------  ----  ------------  -------------  ---  ------  -----------
2023     12/QĐ-UBND  2023           1/2            1/1    0     2/2  quý IV/2023
2024     34/QĐ-UBND  2024           0/1            0/1    0       –  –
"""
    )


def test_filters_speak_of_one_plan(kehoach: Kehoach, repository: Path) -> None:
    result = kehoach("status", "--agency", "SYT", *NEXT_YEAR)
    assert (result.code, result.err) == (0, "kehoach: Dùng kế hoạch ở 2024 (34/QĐ-UBND, năm 2024)\n")
    assert result.out.startswith("34/QĐ-UBND\n")


def test_the_status_of_all_as_data(kehoach: Kehoach, repository: Path) -> None:
    data = json.loads(kehoach("status", *NEXT_YEAR, "--format", "json").out)
    assert data["as_of"] == "2024-10-01"
    one = json.loads(kehoach("status", "--plan", "2024", *NEXT_YEAR, "--format", "json").out)
    assert data["plans"][1] == {
        "folder": "2024",
        "first_year": 2024,
        "last_year": 2024,
        "errors": 0,
        **{key: one[key] for key in ("plan", "title", "indicators", "tasks", "overdue", "reporting")},
    }
    assert data["plans"][0]["reporting"] is None  # its year is over
    rows = list(csv.DictReader(io.StringIO(kehoach("status", *NEXT_YEAR, "--format", "csv").out)))
    assert [list(row.values()) for row in rows] == [
        ["2023", "12/QĐ-UBND", "2023", "2023", "0", "1", "0", "1", "0", "2", "", "", ""],
        ["2024", "34/QĐ-UBND", "2024", "2024", "0", "1", "0", "1", "0", "1", "2024-Q4", "0", "1"],
    ]


def test_a_plan_with_errors_has_a_line_that_says_so(kehoach: Kehoach, repository: Path) -> None:
    (repository / "2023/data/plan.yaml").write_text("number: [\n", encoding="utf-8")
    (repository / "2024/data/tasks.yaml").write_text("- id: [\n", encoding="utf-8")
    result = kehoach("status", *NEXT_YEAR, "--format", "md")
    assert (result.code, result.err) == (1, "")
    assert result.out.splitlines()[4:] == [
        "Kế hoạch có tệp lỗi thì không được tính; xem từng lỗi bằng: kehoach validate",
        "",
        "| Thư mục | Kế hoạch | Năm | Chỉ tiêu đạt | Nhiệm vụ xong | Quá hạn | Đã báo cáo | Kỳ |",
        "| --- | --- | --- | ---: | ---: | ---: | ---: | --- |",
        "| 2023 | – (tệp có lỗi) | – | – | – | – | – | – |",
        "| 2024 | 34/QĐ-UBND (tệp có lỗi) | 2024 | – | – | – | – | – |",
    ]
    data = json.loads(kehoach("status", *NEXT_YEAR, "--format", "json").out)
    assert [(line["plan"], line["first_year"], line["errors"], line["tasks"]) for line in data["plans"]] == [
        (None, None, 1, None),
        ("34/QĐ-UBND", 2024, 1, None),
    ]


def test_validate_and_schema_take_all(kehoach: Kehoach, repository: Path) -> None:
    checked = kehoach("validate")
    assert (checked.out, checked.err) == ("Đã kiểm tra 8 tệp của 2 kế hoạch: không có lỗi\n", "")
    assert kehoach("schema").code == 0
    assert all((repository / folder / "data/schema/tasks.json").exists() for folder in ("2023", "2024"))
    printed = kehoach("schema", "tasks", "--plan", "2024")
    assert (printed.code, printed.err) == (0, "")
