"""The days that a report on a period counts, by the cut-off day in force."""

from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.data_window import data_window, report_of
from kehoach_cli.plan.model import Plan, Reporting
from kehoach_cli.plan.periods import Period, parse_period, period_of
from tests.support.records import changed, plan

days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
periods = st.builds(period_of, days, st.sampled_from(["month", "quarter", "half", "year"]))
cutoffs = st.none() | st.integers(1, 28)
TO_THE_END = changed("2023-10-01", reporting__cutoff=None)  # until then the 14th


def closing_on(cutoff: int | None, cadence: Literal["month", "quarter"] = "quarter") -> Plan:
    return plan()._replace(reporting=Reporting(cadence, cutoff))


def test_a_third_quarters_report_closes_on_the_14th_of_september() -> None:
    window = data_window(parse_period("2023-Q3"), closing_on(14))
    assert window == (date(2023, 6, 15), date(2023, 9, 14))


def test_without_a_cut_off_the_window_is_the_calendars() -> None:
    assert data_window(parse_period("2023-09"), closing_on(None)) == (date(2023, 9, 1), date(2023, 9, 30))


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2023-Q3", "2023-06-15", "2023-09-14"),
        ("2023-Q4", "2023-09-15", "2023-12-31"),
        ("2024-Q1", "2024-01-01", "2024-03-31"),
    ],
)
def test_a_cut_off_that_a_document_moved_counts_from_its_day(period: str, first: str, last: str) -> None:
    moved = closing_on(14)._replace(changes=(TO_THE_END,))
    assert [day.isoformat() for day in data_window(parse_period(period), moved)] == [first, last]


@pytest.mark.parametrize(
    ("day", "cutoff", "last"),
    [
        ("2023-12-10", 20, "2023-12-20"),  # before the data were closed
        ("2023-12-14", 20, "2023-12-20"),
        ("2023-12-15", 20, "2023-12-14"),  # what was closed stays closed
        ("2023-12-28", None, "2023-12-14"),
        ("2023-12-10", 5, "2023-12-10"),  # a day that has passed closes them at once
    ],
)
def test_a_document_of_a_later_day_does_not_open_a_period_again(day: str, cutoff: int | None, last: str) -> None:
    moved = closing_on(14)._replace(changes=(changed(day, reporting__cutoff=cutoff),))
    assert data_window(parse_period("2023-Q4"), moved).last_day.isoformat() == last


def test_a_figure_enters_the_first_report_that_is_due_after_the_rhythm_changed() -> None:
    monthly = changed("2023-10-20", reporting__cadence="month", reporting__cutoff=None)
    moved = closing_on(14)._replace(changes=(monthly,))
    assert [str(report_of(date(2023, *day), moved)) for day in ((9, 14), (9, 15), (11, 1))] == [
        "2023-Q3",
        "2023-10",
        "2023-11",
    ]


@given(periods, cutoffs, cutoffs, days)
def test_windows_cover_the_calendar_without_holes_or_overlaps(
    period: Period, cutoff: int | None, then: int | None, moved_on: date
) -> None:
    moved = closing_on(cutoff)._replace(changes=(changed(moved_on.isoformat(), reporting__cutoff=then),))
    window, following = data_window(period, moved), data_window(period.shifted(1), moved)
    assert window.first_day <= window.last_day
    assert following.first_day == window.last_day + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "report"), [("2023-09-14", "2023-Q3"), ("2023-09-15", "2023-Q4"), ("2023-12-15", "2024-Q1")]
)
def test_a_figure_enters_the_first_report_that_counts_its_day(day: str, report: str) -> None:
    assert str(report_of(date.fromisoformat(day), closing_on(14))) == report


@given(days, cutoffs, st.sampled_from(["month", "quarter"]))
def test_the_report_of_a_day_counts_it(day: date, cutoff: int | None, cadence: Literal["month", "quarter"]) -> None:
    closing = closing_on(cutoff, cadence)
    first, last = data_window(report_of(day, closing), closing)
    assert first <= day <= last
