"""What every command shows, held as golden files that a person reads in one sitting.

Look at `git diff tests/golden` after `pytest --update-golden`: the files are what people and programs get. Formats that
say the same are compared with each other instead.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kehoach_cli.cli.output.data import as_csv
from tests.conftest import Golden, Kehoach
from tests.support.known_plans import DISTRICT, EXAMPLES, ROOT, load
from tests.support.pages import words
from tests.support.plan_in_progress import INDICATORS, TASKS
from tests.support.plans import write_plan

PLANS = {"examples": EXAMPLES, "district": DISTRICT}
AUTUMN, SUMMER = "2023-10-01", "2024-07-01"
DAYS = {
    "examples": ["2023-09-14", AUTUMN, "2023-12-14", "2024-01-01"],
    "district": ["2024-04-01", SUMMER, "2025-01-01"],
}
LISTINGS = ["status", "gaps", "tasks", "overdue"]


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def _shown(kehoach: Kehoach, plan: str, day: str, *command: str) -> str:
    folder = PLANS[plan].relative_to(ROOT)
    result = kehoach(*command, "--plan", str(folder), "--as-of", day)
    assert result.err == ""
    assert result.code == 0
    return result.out


def _data(kehoach: Kehoach, plan: str, day: str, *command: str) -> Any:
    return json.loads(_shown(kehoach, plan, day, *command, "--format", "json"))


@pytest.mark.parametrize(
    ("command", "day"), [("status", "2023-09-14"), ("gaps", AUTUMN), ("tasks", AUTUMN), ("overdue", AUTUMN)]
)
def test_as_a_table(kehoach: Kehoach, golden: Golden, command: str, day: str) -> None:
    golden(f"examples/{command}-{day}.txt", _shown(kehoach, "examples", day, command))


@pytest.mark.parametrize(("command", "day"), [("status", SUMMER), ("overdue", "2025-01-01"), ("tasks", SUMMER)])
def test_a_plan_that_reports_by_the_month(kehoach: Kehoach, golden: Golden, command: str, day: str) -> None:
    golden(f"district/{command}-{day}.txt", _shown(kehoach, "district", day, command))


@pytest.mark.parametrize("command", LISTINGS)
def test_as_a_spreadsheet_takes_it(kehoach: Kehoach, golden: Golden, command: str) -> None:
    golden(f"examples/{command}-{AUTUMN}.csv", _shown(kehoach, "examples", AUTUMN, command, "--format", "csv"))


@pytest.mark.parametrize("command", ["status", "overdue"])
def test_as_markdown(kehoach: Kehoach, golden: Golden, command: str) -> None:
    golden(f"district/{command}-{SUMMER}.md", _shown(kehoach, "district", SUMMER, command, "--format", "md"))


@pytest.mark.parametrize("command", LISTINGS)
@pytest.mark.parametrize("plan", PLANS)
def test_markdown_says_what_the_table_says(
    kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch, plan: str, command: str
) -> None:
    """Word for word, on a screen so wide that no column is left out and no cell is broken."""
    monkeypatch.setenv("COLUMNS", "2000")
    for day in DAYS[plan]:
        table, markdown = (_shown(kehoach, plan, day, command, *form) for form in ((), ("--format", "md")))
        assert words(markdown) == words(table)


@pytest.mark.parametrize(("command", "key"), [("gaps", "indicators"), ("tasks", "tasks")])
@pytest.mark.parametrize("plan", PLANS)
def test_json_says_what_csv_says(kehoach: Kehoach, plan: str, command: str, key: str) -> None:
    for day in DAYS[plan]:
        rows = list(csv.DictReader(io.StringIO(_shown(kehoach, plan, day, command, "--format", "csv"))))
        listed = json.loads(_shown(kehoach, plan, day, command, "--format", "json"), parse_float=Decimal)[key]
        flat = [{column: entry[column] for column in rows[0]} for entry in listed]
        assert rows == list(csv.DictReader(io.StringIO(as_csv(flat))))


@pytest.mark.parametrize(
    "command", [("status",), ("gaps",), ("tasks",), ("overdue",), ("show", "CQS-01"), ("show", "NV-CQS-01")]
)
def test_as_programs_take_it(kehoach: Kehoach, golden: Golden, tmp_path: Path, command: tuple[str, ...]) -> None:
    plan = write_plan(tmp_path, indicators=INDICATORS, tasks=TASKS)
    result = kehoach(*command, "--format", "json", "--plan", str(plan), "--as-of", "2023-10-03")
    golden(f"json/{'-'.join(command)}.json", result.out)


@pytest.mark.parametrize("plan", PLANS)
def test_the_year(kehoach: Kehoach, golden: Golden, plan: str) -> None:
    """How every indicator is assessed and where every task stands, on each day."""
    gaps = [_by_id(_data(kehoach, plan, day, "gaps")["indicators"]) for day in DAYS[plan]]
    tasks = [_by_id(_data(kehoach, plan, day, "tasks")["tasks"]) for day in DAYS[plan]]
    lines = ["\t".join(["", *DAYS[plan]])]
    for record in load(PLANS[plan]).records:
        listed = gaps if record.id in gaps[0] else tasks
        lines.append("\t".join([record.id, *(_stands(each[record.id]) for each in listed)]))
    golden(f"{plan}/year.txt", "\n".join(lines) + "\n")


def _by_id(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows}


def _stands(row: Mapping[str, Any]) -> str:
    late = f" {row['days_late']}" if row.get("days_late") else ""
    missed = f" {','.join(row['missed_periods'])}" if row.get("missed_periods") else ""
    return f"{row.get('assessment') or row['standing']}{late}{missed}"


@pytest.mark.parametrize("plan", PLANS)
def test_what_is_overdue_is_what_stands_overdue(kehoach: Kehoach, plan: str) -> None:
    for day in DAYS[plan]:
        quarters = _data(kehoach, plan, day, "overdue")["quarters"]
        listed = {item["id"] for quarter in quarters for item in (*quarter["tasks"], *quarter["indicators"])}
        gaps = _data(kehoach, plan, day, "gaps")["indicators"]
        tasks = _data(kehoach, plan, day, "tasks")["tasks"]
        late = {row["id"] for row in gaps if row["overdue"]}
        late |= {row["id"] for row in tasks if row["standing"] == "open_overdue"}
        assert listed == late


def test_gaps_on_a_wide_screen(kehoach: Kehoach, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    golden(f"district/gaps-{SUMMER}-wide.txt", _shown(kehoach, "district", SUMMER, "gaps"))


@pytest.mark.parametrize(
    "record", ["CQS-02", "CQS-04", "CQS-05", "CQS-17", "XHS-03", "NV-CQS-04", "NV-CQS-13", "NV-CQS-16"]
)
def test_records_of_the_made_up_year(kehoach: Kehoach, golden: Golden, record: str) -> None:
    golden(f"examples/show-{record}-{AUTUMN}.txt", _shown(kehoach, "examples", AUTUMN, "show", record))


@pytest.mark.parametrize("record", [record.id for record in load(DISTRICT).records])
def test_a_record_in_markdown_says_what_its_page_says(
    kehoach: Kehoach, record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page leaves out a column in which nothing stands, such as that of notes."""
    monkeypatch.setenv("COLUMNS", "2000")
    page, markdown = (
        Counter(words(_shown(kehoach, "district", SUMMER, "show", record, *form))) for form in ((), ("--format", "md"))
    )
    assert (page - markdown, (markdown - page).keys() <= {"ghi", "chú"}) == (Counter(), True)


@pytest.mark.parametrize(
    ("record", "line"),
    [
        ("CCHC-03", "| Lý do | đã qua thời hạn mà chưa đạt mức phải đạt |"),
        ("CCHC-04", "| Lý do | chưa có số liệu mới kể từ hiện trạng |"),
        ("MT-02", "| Lý do | Kế hoạch không giao mức phấn đấu |"),
        ("ASXH-02", "| Lý do | Kế hoạch không ấn định thời hạn |"),
        ("CV-21", "| Phải báo cáo lại | chậm nhất ngày 20/5/2024, một quý sau báo cáo gần nhất |"),
        (
            "NTM-02",
            "| 20/5/2024 | Điều chỉnh mức huyện: 10 sản phẩm → 12 sản phẩm; thời hạn: Quý III/2024 → Tháng 11/2024 "
            "| QĐ 610/QĐ-UBND |  |",
        ),
    ],
)
def test_what_a_record_is_judged_on(kehoach: Kehoach, record: str, line: str) -> None:
    assert line in _shown(kehoach, "district", SUMMER, "show", record, "--format", "md").splitlines()


def test_overdue_by_agency(kehoach: Kehoach, golden: Golden) -> None:
    golden(f"district/overdue-by-agency-{SUMMER}.txt", _shown(kehoach, "district", SUMMER, "overdue", "--by", "agency"))


def test_nothing_recorded_is_said_plainly(kehoach: Kehoach, golden: Golden, shipped: Path) -> None:
    result = kehoach("status", "--plan", str(shipped), "--as-of", "2023-06-26")
    assert result.code == 0
    first = result.out.split("\n\n")[0]
    golden("shipped/status-2023-06-26.txt", f"{first}\n")


@pytest.mark.parametrize("folder", PLANS.values(), ids=PLANS)
def test_both_plans_are_valid(kehoach: Kehoach, golden: Golden, folder: Path) -> None:
    result = kehoach("validate", str(folder.relative_to(ROOT)))
    assert result.code == 0
    golden(f"{'examples' if folder == EXAMPLES else 'district'}/validate.txt", result.out)
