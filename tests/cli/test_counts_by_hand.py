"""The shipped plan with nothing recorded: figures that can be counted in the decision by hand."""

import json
from pathlib import Path

import pytest

from tests.conftest import Kehoach


@pytest.mark.parametrize(
    ("day", "late"),
    [("2023-06-26", 1), ("2023-07-01", 7), ("2023-09-30", 7), ("2023-10-01", 15), ("2024-01-01", 34)],
)
def test_tasks_of_the_annex_past_due(kehoach: Kehoach, shipped: Path, day: str, late: int) -> None:
    result = kehoach("overdue", "--plan", str(shipped), "--as-of", day, "--format", "json")
    quarters = json.loads(result.out)["quarters"]
    annex = [task for quarter in quarters for task in quarter["tasks"] if not task["id"].startswith("NV-KHAC")]
    assert len(annex) == late


def test_indicators_with_and_without_baseline(kehoach: Kehoach, shipped: Path) -> None:
    result = kehoach("gaps", "--plan", str(shipped), "--as-of", "2023-06-26", "--format", "json")
    indicators = json.loads(result.out)["indicators"]
    without = [row["id"] for row in indicators if row["baseline"] is None]
    assert len(indicators) == 40
    assert len(without) == 14
    assert [row["id"] for row in indicators if row["assessment"] == "met"] == ["CQS-01", "CQS-05", "CQS-06", "KTS-05"]


@pytest.mark.parametrize(
    ("origin", "tasks"),
    [
        ("assigned", [*(f"CQS-{number:02}" for number in range(1, 11)), "KTS-01", "KTS-02"]),
        ("carried-over", ["CQS-06", "CQS-11", "CQS-18", "CQS-19", "CQS-20", "KTS-04", "KTS-05", "XHS-03"]),
        ("kept-up", ["CQS-08", "CQS-13"]),
        ("new", []),
        ("body-only", [f"KHAC-{number:02}" for number in range(1, 7)]),
    ],
)
def test_tasks_by_what_the_notes_say(kehoach: Kehoach, shipped: Path, origin: str, tasks: list[str]) -> None:
    result = kehoach("tasks", "--plan", str(shipped), "--origin", origin, "--format", "json")
    assert [task["id"] for task in json.loads(result.out)["tasks"]] == [f"NV-{name}" for name in tasks]


@pytest.mark.parametrize(
    ("origin", "indicators"),
    [
        ("assigned", ["CQS-03", "KTS-02", "KTS-04", "XHS-01", "XHS-02", "XHS-03", "XHS-05", "XHS-08"]),
        ("carried-over", ["CQS-03", "CQS-14", "KTS-06", "XHS-12", "XHS-14", "XHS-15"]),
        ("new", ["KTS-07"]),
    ],
)
def test_indicators_by_what_the_notes_say(kehoach: Kehoach, shipped: Path, origin: str, indicators: list[str]) -> None:
    result = kehoach("gaps", "--plan", str(shipped), "--origin", origin, "--format", "json")
    assert [row["id"] for row in json.loads(result.out)["indicators"]] == indicators


def test_products_of_the_year(kehoach: Kehoach, shipped: Path) -> None:
    result = kehoach("tasks", "--plan", str(shipped), "--format", "json")
    outputs = {task["id"]: task["output"] for task in json.loads(result.out)["tasks"] if task["output"]}
    assert outputs == {f"NV-DTTM-{number:02}": "Hoàn thiện hồ sơ, thủ tục đầu tư" for number in range(1, 11)}
