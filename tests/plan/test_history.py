"""Which entries count on a day: what is dated later does not exist, what was corrected no longer counts."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.entries import Measurement
from kehoach_cli.plan.history import entries_by, measurements_by, uncorrected_indexes
from tests.support.records import indicator, measured

JUNE, JULY, AUGUST = date(2023, 6, 30), date(2023, 7, 31), date(2023, 8, 31)


def values(entries: tuple[Measurement, ...], day: date) -> list[Decimal]:
    return [entry.value for entry in entries_by(entries, day)]


def test_entries_come_by_date_and_only_up_to_the_day() -> None:
    entries = measured((3, "2023-08-31"), (1, "2023-06-30"), (2, "2023-07-31"))
    assert values(entries, JULY - timedelta(days=1)) == [1]
    assert values(entries, JULY) == [1, 2]
    assert values(entries, AUGUST) == [1, 2, 3]


def test_entries_of_one_day_stay_in_the_order_of_the_file() -> None:
    assert values(measured((1, "2023-06-30"), (2, "2023-06-30")), JUNE) == [1, 2]


def test_a_correction_takes_the_place_of_the_last_entry_of_its_day_before_it() -> None:
    entries = measured((1, "2023-06-30"), (2, "2023-06-30"), (9, "2023-06-30", "2023-06-30"), (3, "2023-06-30"))
    assert values(entries, JUNE) == [1, 9, 3]


def test_a_correction_may_be_corrected() -> None:
    entries = measured((1, "2023-06-30"), (2, "2023-06-30", "2023-06-30"), (3, "2023-06-30", "2023-06-30"))
    assert values(entries, JUNE) == [3]


def test_a_correction_may_move_an_entry_to_another_day() -> None:
    entries = measured((1, "2023-06-30"), (2, "2023-07-31", "2023-06-30"))
    assert values(entries, JUNE) == [1]
    assert values(entries, JULY) == [2]


def test_a_correction_of_a_day_without_an_entry_is_an_entry() -> None:
    assert values(measured((1, "2023-06-30"), (2, "2023-07-31", "2023-05-31")), JULY) == [1, 2]


def test_a_correction_never_removes_what_stands_after_it() -> None:
    assert values(measured((2, "2023-06-30", "2023-06-30"), (1, "2023-06-30")), JUNE) == [2, 1]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5), st.none() | st.integers(0, 5)), max_size=8))
def test_each_correction_removes_one_entry_at_most(drawn: list[tuple[int, int, int | None]]) -> None:
    entries = tuple(
        Measurement(
            Decimal(value),
            JUNE + timedelta(days=day),
            corrects=None if corrects is None else JUNE + timedelta(days=corrects),
        )
        for value, day, corrects in drawn
    )
    standing = entries_by(entries, AUGUST)
    corrections = sum(entry.corrects is not None for entry in entries)
    assert len(entries) - corrections <= len(standing) <= len(entries)
    assert [entry.date for entry in standing] == sorted(entry.date for entry in standing)
    assert set(map(id, standing)) <= set(map(id, entries))


def with_estimates(*entries: tuple[int, str, bool]) -> tuple[Measurement, ...]:
    return tuple(Measurement(Decimal(value), date.fromisoformat(day), estimate=flag) for value, day, flag in entries)


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("day", "estimated", "seen"),
    [
        ("2023-09-14", "2023-09-30", [40, 45]),  # the report on the third quarter, closed before the estimate's day
        ("2023-09-29", "2023-09-30", [40, 45]),
        ("2023-09-30", "2023-09-30", [40, 44]),  # the figure of that day is known
        ("2023-12-14", "2023-09-30", [40, 44]),
        ("2023-09-30", None, [40, 44]),  # every other question
        ("2023-09-29", None, [40]),
        ("2023-09-29", "2023-12-31", [40]),  # another period's report
    ],
)
def test_an_estimate_is_seen_in_its_periods_report_until_the_figure_is_known(
    order: int, day: str, estimated: str | None, seen: list[int]
) -> None:
    entries = with_estimates((40, "2023-08-31", False), (45, "2023-09-30", True), (44, "2023-09-30", False))[::order]
    record = indicator()._replace(measurements=entries)
    found = measurements_by(record, date.fromisoformat(day), date.fromisoformat(estimated) if estimated else None)
    assert [entry.value for entry in found] == seen


def test_a_report_that_closes_late_shows_the_estimate_while_there_is_no_figure() -> None:
    record = indicator()._replace(measurements=with_estimates((40, "2023-08-31", False), (45, "2023-09-30", True)))
    assert [e.value for e in measurements_by(record, date(2023, 10, 5), date(2023, 9, 30))] == [40, 45]
    assert [e.value for e in measurements_by(record, date(2023, 10, 5))] == [40]


def test_an_estimate_is_corrected_by_an_estimate_and_a_figure_by_a_figure() -> None:
    first, figure = with_estimates((45, "2023-09-30", True), (44, "2023-09-30", False))
    again = first._replace(value=Decimal(46), corrects=first.date)
    right = figure._replace(value=Decimal(43), corrects=figure.date)
    entries = (figure, first, again, right)
    assert [entries[place].value for place in uncorrected_indexes(entries)] == [46, 43]
