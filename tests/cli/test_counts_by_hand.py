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
