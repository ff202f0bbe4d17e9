"""What every command shows, held as golden files: the made-up year on several days, the district's plan throughout.

Look at `git diff tests/golden` after `pytest --update-golden`: the files are what people and programs get.
"""

from pathlib import Path

import pytest

from tests.conftest import Golden, Kehoach
from tests.support.known_plans import DISTRICT, EXAMPLES, ROOT, load

PLANS = {"examples": EXAMPLES, "district": DISTRICT}
ENDINGS = {"table": "txt", "json": "json", "csv": "csv", "md": "md"}
EXAMPLE_DAYS = ["2023-09-14", "2023-10-01", "2023-12-14", "2024-01-01"]
DISTRICT_DAYS = ["2024-04-01", "2025-01-01"]
EVERY_FORMAT = [("examples", "2023-10-01"), ("district", "2024-07-01")]


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def _shown(kehoach: Kehoach, plan: str, day: str, *command: str) -> str:
    folder = PLANS[plan].relative_to(ROOT)
    result = kehoach(*command, "--plan", str(folder), "--as-of", day)
    assert result.err == ""
    assert result.code == 0
    return result.out


@pytest.mark.parametrize("command", ["status", "gaps", "tasks", "overdue"])
@pytest.mark.parametrize(
    ("plan", "day"), [*(("examples", day) for day in EXAMPLE_DAYS), *(("district", day) for day in DISTRICT_DAYS)]
)
def test_as_a_table(kehoach: Kehoach, golden: Golden, plan: str, day: str, command: str) -> None:
    golden(f"{plan}/{command}-{day}.txt", _shown(kehoach, plan, day, command))


@pytest.mark.parametrize("command", ["status", "gaps", "tasks", "overdue"])
@pytest.mark.parametrize(("plan", "day"), EVERY_FORMAT)
@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_in_every_other_format(kehoach: Kehoach, golden: Golden, plan: str, day: str, command: str, form: str) -> None:
    golden(f"{plan}/{command}-{day}.{ENDINGS[form]}", _shown(kehoach, plan, day, command, "--format", form))


@pytest.mark.parametrize(("plan", "day"), EVERY_FORMAT)
def test_gaps_on_a_wide_screen(
    kehoach: Kehoach, golden: Golden, monkeypatch: pytest.MonkeyPatch, plan: str, day: str
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    golden(f"{plan}/gaps-{day}-wide.txt", _shown(kehoach, plan, day, "gaps"))


@pytest.mark.parametrize("form", ENDINGS)
def test_every_record_of_the_district(kehoach: Kehoach, golden: Golden, form: str) -> None:
    pages = [
        _shown(kehoach, "district", "2024-07-01", "show", record.id, "--format", form)
        for record in load(DISTRICT).records
    ]
    golden(f"district/show-2024-07-01.{ENDINGS[form]}", "\n".join(pages))


@pytest.mark.parametrize(
    "record", ["CQS-02", "CQS-04", "CQS-05", "CQS-15", "XHS-03", "NV-CQS-04", "NV-CQS-13", "NV-CQS-16"]
)
def test_records_of_the_made_up_year(kehoach: Kehoach, golden: Golden, record: str) -> None:
    golden(f"examples/show-{record}-2023-10-01.txt", _shown(kehoach, "examples", "2023-10-01", "show", record))


def test_overdue_by_agency(kehoach: Kehoach, golden: Golden) -> None:
    golden(
        "examples/overdue-by-agency-2023-10-01.txt",
        _shown(kehoach, "examples", "2023-10-01", "overdue", "--by", "agency"),
    )


def test_nothing_recorded_is_said_plainly(kehoach: Kehoach, golden: Golden, shipped: Path) -> None:
    result = kehoach("status", "--plan", str(shipped), "--as-of", "2023-06-26")
    assert result.code == 0
    golden("shipped/status-2023-06-26.txt", result.out)


@pytest.mark.parametrize("folder", PLANS.values(), ids=PLANS)
def test_both_plans_are_valid(kehoach: Kehoach, golden: Golden, folder: Path) -> None:
    result = kehoach("validate", str(folder.relative_to(ROOT)))
    assert result.code == 0
    golden(f"{'examples' if folder == EXAMPLES else 'district'}/validate.txt", result.out)
