"""Months, quarters, half years and years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.periods import MONTHS_IN, Period, PeriodKind, add_months, parse_period, period_of

KINDS: list[PeriodKind] = ["week", "month", "quarter", "half", "year"]
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
kinds = st.sampled_from(KINDS)
periods = st.builds(period_of, days, kinds)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-09", "2023-09-01", "2023-09-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-Q3", "2023-07-01", "2023-09-30"),
        ("2023-q4", "2023-10-01", "2023-12-31"),
        ("2023-H1", "2023-01-01", "2023-06-30"),
        (" 2023 ", "2023-01-01", "2023-12-31"),
    ],
)
def test_periods_as_they_are_typed(text: str, first: str, last: str) -> None:
    period = parse_period(text)
    assert (period.first_day.isoformat(), period.last_day.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "2023-Q5", "2023-H3", "2023-13", "2023-00", "0000", "0000-Q1", "23-Q1", "2023-Q", "Quý 3/2023", "٢٠٢٣"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the text is compared below
        parse_period(text)
    assert str(refused.value) == text


@given(st.builds(period_of, days, st.sampled_from(list(MONTHS_IN))))
def test_the_text_of_a_period_reads_back_as_that_period(period: Period) -> None:
    assert parse_period(str(period)) == period


@given(days, kinds)
def test_a_day_lies_in_its_period(day: date, kind: PeriodKind) -> None:
    period = period_of(day, kind)
    assert period.first_day <= day <= period.last_day


@given(periods)
def test_periods_of_a_kind_follow_each_other_without_a_gap(period: Period) -> None:
    following = period.shifted(1)
    assert following.first_day == period.last_day + timedelta(days=1)
    assert following.shifted(-1) == period
    if period.kind != "week":
        assert period.shifted(12 // MONTHS_IN[period.kind]) == period._replace(year=period.year + 1)


@pytest.mark.parametrize(
    ("day", "text", "first", "last"),
    [
        ("2026-12-31", "2026-W53", "2026-12-28", "2027-01-03"),
        ("2027-01-03", "2026-W53", "2026-12-28", "2027-01-03"),
        ("2027-01-04", "2027-W01", "2027-01-04", "2027-01-10"),
    ],
)
def test_a_week_belongs_to_the_year_of_its_thursday(day: str, text: str, first: str, last: str) -> None:
    week = period_of(date.fromisoformat(day), "week")
    assert (str(week), week.first_day.isoformat(), week.last_day.isoformat()) == (text, first, last)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [("2023-11-30", 3, "2024-02-29"), ("2023-03-31", -1, "2023-02-28"), ("2023-06-26", 3, "2023-09-26")],
)
def test_months_later_is_the_same_day_or_the_last_one(day: str, months: int, then: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(then)


@given(days, st.integers(-240, 240))
def test_months_later_never_leaves_the_month_meant(day: date, months: int) -> None:
    then = add_months(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day <= day.day
