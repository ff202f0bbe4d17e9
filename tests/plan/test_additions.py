"""Which figures are too far from the one before them to be believed unasked."""

from decimal import Decimal

import pytest

from kehoach_cli.plan.additions import history_of, implausible_jump
from kehoach_cli.plan.agency import Succession
from kehoach_cli.plan.entries import Change, LegalAct, Measurement, Update
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.values import Reading, Target, Verdict
from tests.support.answers import answers
from tests.support.records import BASELINE_DAY, indicator

JUNE = Day(2023, 6, 30)


def jump(record: Indicator, index: int) -> Reading | None:
    return implausible_jump(record, record.measurements, record.measurements[index])


@pytest.mark.parametrize(
    ("unit", "before", "after", "beyond_reason"),
    [
        ("%", "20", "31", False),
        ("%", "20", "69.9", False),
        ("%", "20", "70", True),
        ("%", "2", "12", False),  # small percentages multiply easily
        ("%", "4", "23.9", False),
        ("%", "4", "24", True),
        ("%", "45", "4.5", True),
        ("%", "45", "0", True),
        ("%", "0", "40", True),
        ("%", "40", "40", False),
        ("hồ sơ", "100", "499", False),
        ("hồ sơ", "100", "500", True),
        ("hồ sơ", "500", "100", True),
        ("hồ sơ", "0", "100", False),
        ("hồ sơ", "0", "0", False),
    ],
)
def test_how_far_is_too_far(unit: str, before: str, after: str, beyond_reason: bool) -> None:  # noqa: FBT001
    record = indicator((after, "2023-06-30"), baseline=before)._replace(unit=unit)
    earlier = Reading(Decimal(before), BASELINE_DAY)
    assert jump(record, 0) == (earlier if beyond_reason else None)


def test_what_it_is_compared_with() -> None:
    """The latest older value that counts: neither a later one nor one that was corrected."""
    corrected = ("22", "2023-06-30", "2023-06-30")
    record = indicator(("90", "2023-06-30"), corrected, ("95", "2023-12-31"), ("80", "2023-07-31"))
    assert jump(record, 3) == Reading(Decimal(22), JUNE)
    assert jump(record, 1) is None


def test_it_is_not_compared_with_another_of_its_day() -> None:
    record = indicator(("22", "2023-06-29"), ("88", "2023-06-30"), ("90", "2023-06-30"))
    assert jump(record, 2) == Reading(Decimal(22), Day(2023, 6, 29))


def test_an_estimate_is_not_what_a_figure_is_compared_with() -> None:
    record = indicator(("22", "2023-06-29"), ("88", "2023-06-30"), ("23", "2023-07-31"))
    first, estimate, figure = record.measurements
    record = record._replace(measurements=(first, estimate._replace(estimate=True), figure))
    assert jump(record, 2) is None
    assert jump(record, 1) == Reading(Decimal(22), Day(2023, 6, 29))


def test_nothing_of_nothing_is_no_figure() -> None:
    given = answers("SYT 10/20 1/6; SYT 0/0 30/6; SYT 12/20 31/7; SCT 1/20 30/7; SYT 0/0 31/8")
    own = [each for each in given if each.agency == "SYT"]
    assert implausible_jump(indicator(baseline=5), own, own[2]) is None
    assert implausible_jump(indicator(baseline=5), own, own[3]) is None
    assert implausible_jump(indicator(baseline=5), own[1:], own[2]) is None  # nor is the baseline one of its own


def test_the_first_value_of_all_is_compared_with_nothing() -> None:
    assert jump(indicator(("90", "2023-06-30"), baseline=None), 0) is None


def test_ranks_and_verdicts_move_by_steps_of_any_size() -> None:
    ranked = indicator(("3", "2023-06-30"), baseline=22)._replace(unit="Thứ bậc")
    assert jump(ranked, 0) is None
    best, worst = (Measurement(Decimal(value), day, verdict=verdict) for value, day, verdict in _OPPOSITES)
    assert jump(indicator(provincial=WORDS)._replace(measurements=(best, worst)), 1) is None
    before = indicator(("90", "2023-08-31"), baseline=None)
    assert jump(before._replace(measurements=(best, *before.measurements)), 1) is None


WORDS = Target(Decimal(1), Decimal(1), bound="words", text="Đạt mức tiên tiến")
_OPPOSITES: tuple[tuple[int, Day, Verdict], ...] = ((2, JUNE, "exceeded"), (0, Day(2023, 7, 31), "not_met"))


def test_where_entries_stand() -> None:
    assert history_of(Measurement(Decimal(1), JUNE)) == "measurements"
    assert history_of(Update("done", JUNE)) == "updates"
    assert history_of(Change(JUNE, "CV 1", ())) == "changes"
    assert history_of(LegalAct(JUNE, "QĐ 3")) == "removed"
    assert history_of(Succession("merged", JUNE, "NQ 45", ("SKHCN",))) == "successors"


@pytest.mark.parametrize(("day", "value", "falls"), [("2023-07-31", "22", True), ("2023-07-31", "23", False)])
def test_a_sum_never_falls_within_its_year_however_it_grows(day: str, value: str, *, falls: bool) -> None:
    record = indicator(("23", "2023-06-30"), (value, day), ("900", "2023-12-31"), ("1", "2024-01-31"), baseline=None)
    record = record._replace(accumulates=True, unit="lớp")
    assert jump(record, 1) == (Reading(Decimal(23), JUNE) if falls else None)
    assert (jump(record, 2), jump(record, 3)) == (None, None)
