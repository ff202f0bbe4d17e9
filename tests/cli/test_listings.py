"""The options of gaps and overdue that order, narrow and decide, on the made-up year."""

import json
from itertools import pairwise

import pytest

from tests.conftest import Kehoach
from tests.support.known_plans import EXAMPLES

WORST_FIRST: list[object] = [
    *("not_met", "going_backwards", "far_behind", "behind", "on_track", "met", "exceeded", "not_assessable")
]


def gaps(kehoach: Kehoach, day: str, *options: str) -> list[dict[str, object]]:
    result = kehoach("gaps", "--plan", str(EXAMPLES), "--as-of", day, *options, "--format", "json")
    assert result.code == 0, result.err
    rows: list[dict[str, object]] = json.loads(result.out)["indicators"]
    return rows


def ids(rows: list[dict[str, object]]) -> list[object]:
    return [row["id"] for row in rows]


def test_the_order_of_the_plan_is_the_default(kehoach: Kehoach) -> None:
    rows = ids(gaps(kehoach, "2023-10-01"))
    assert rows == ids(gaps(kehoach, "2023-10-01", "--sort", "plan"))
    assert (rows[0], rows[17], rows[25], len(rows)) == ("CQS-01", "KTS-01", "XHS-01", 40)


@pytest.mark.parametrize("sort", ["id", "gap", "assessment", "due"])
def test_sorting_loses_nobody(kehoach: Kehoach, sort: str) -> None:
    assert sorted(map(str, ids(gaps(kehoach, "2023-10-01", "--sort", sort)))) == sorted(
        map(str, ids(gaps(kehoach, "2023-10-01")))
    )


def test_the_widest_gap_comes_first_and_the_unknown_last(kehoach: Kehoach) -> None:
    left = [row["gap_min"] for row in gaps(kehoach, "2023-10-01", "--sort", "gap")]
    known = [gap for gap in left if isinstance(gap, int | float)]
    assert all(one >= other for one, other in pairwise(known))
    assert left == [*known, *[None] * (len(left) - len(known))]


def test_the_worst_comes_first_and_the_unknown_last(kehoach: Kehoach) -> None:
    for day in ("2023-10-01", "2024-01-01"):
        found = [row["assessment"] for row in gaps(kehoach, day, "--sort", "assessment")]
        assert found == sorted(found, key=WORST_FIRST.index)


def test_the_earliest_deadline_comes_first(kehoach: Kehoach) -> None:
    assert ids(gaps(kehoach, "2023-10-01", "--sort", "due"))[0] == "CQS-14"


def test_unmet_and_no_data(kehoach: Kehoach) -> None:
    unmet = gaps(kehoach, "2023-10-01", "--unmet")
    assert {row["assessment"] for row in unmet}.isdisjoint({"met", "exceeded"})
    assert len(unmet) == 35
    assert ids(gaps(kehoach, "2023-10-01", "--no-data")) == ["CQS-07", "KTS-01", "KTS-04", "XHS-07"]


@pytest.mark.parametrize(
    ("options", "code"),
    [((), 0), (("--fail",), 1), (("--fail", "--pillar", "XHS"), 0), (("--fail", "--agency", "CT"), 1)],
)
def test_being_late_fails_only_when_asked_to(kehoach: Kehoach, options: tuple[str, ...], code: int) -> None:
    result = kehoach("overdue", "--plan", str(EXAMPLES), "--as-of", "2023-10-01", *options)
    assert result.code == code
    assert result.out.startswith("Tính đến ngày 1/10/2023")


def test_what_is_missed_on_the_day_after_and_never_on_the_day(kehoach: Kehoach) -> None:
    for day, late in (("2023-09-30", False), ("2023-10-01", True)):
        assert ("NV-CQS-05" in kehoach("overdue", "--plan", str(EXAMPLES), "--as-of", day).out) is late
