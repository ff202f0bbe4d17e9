"""Read the parts of a deadline's wording: the days of points and spans, and how a duty recurs."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from kehoach_cli.plan.due_wordings import POINTS, POINTS_OF_THE_YEAR, TIMES_A_YEAR, UNITS, WEEKDAYS
from kehoach_cli.plan.periods import Period, PeriodKind

Named = Mapping[str, str | None]  # the groups of a wording's pattern


class NoSpan(ValueError):
    """It ends before it starts, or leaves out what lies between."""


class Point(NamedTuple):
    """A day, or the days of a period."""

    first_day: date
    last_day: date
    period: Period | None = None


def points(text: str, year: int | None = None) -> Iterator[Point]:
    """The day or period that the text is, of this year if one is given; nothing if it is neither.

    Raises:
        ValueError: the day does not exist.
    """
    for pattern in POINTS if year is None else POINTS_OF_THE_YEAR:
        if match := re.fullmatch(pattern, text):
            named = match.groupdict()
            yield _point(named, year or int(named["year"]))


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _point(named: Named, year: int) -> Point:
    match named:
        case {"day": str(day), "month": str(month)}:
            only = date(year, int(month), int(day))
            return Point(only, only)
        case {"month": str(month)}:
            period = Period("month", year, int(month))
        case {"quarter": str(quarter)}:
            period = Period("quarter", year, _ordinal(quarter))
        case {"half": str(half)}:
            period = Period("half", year, int(half))
        case {"three": str(part)}:
            period = Period("quarter", year, 1 if part == "đầu" else 4)
        case {"six": str(part)}:
            period = Period("half", year, 1 if part == "đầu" else 2)
        case _:
            period = Period("year", year)
    return Point(period.first_day, period.last_day, period)


def span(named: Named, year: int | None) -> tuple[date, date]:
    """The first and last day of a dated wording, of this year if one is given.

    Raises:
        NoSpan: it does not run forward.
        ValueError: it names a day that does not exist.
    """
    start, end = _span(named, year)
    if start > end:
        raise NoSpan
    return start, end


def _span(named: Named, year: int | None) -> tuple[date, date]:
    match named:
        case {"point": str(point)}:
            return _by(named, next(points(point, year)))
        case {"since": str(point)} | {"this": str(point)}:
            return next(points(point, year))[:2]
        case {"months": str(months)}:
            return _within("month", _ordinals(months), year)
        case {"quarters": str(quarters)}:
            return _within("quarter", _ordinals(quarters), year)
        case {"nine": str(nine)}:
            first = 1 if "đầu" in nine else 2
            return _within("quarter", [first, first + 2, *([] if year else _ordinals(nine)[-1:])], year)
        case {"first": str(first), "last": str(last)}:
            return next(points(first, year)).first_day, next(points(last, year)).last_day
        case {"first_in": str(first), "rest": str(rest)}:
            end = next(points(rest)).last_day
            return next(points(first, end.year)).first_day, end
        case {"first_day": str(first), "last_day": str(last)}:
            end = next(points(last)).last_day
            day, month = [*_ordinals(first), end.month][:2]
            return date(end.year, month, day), end
        case _:
            years = _ordinals(named["years"] or "")
            if years != list(range(years[0], years[-1] + 1)):
                raise NoSpan
            return date(years[0], 1, 1), date(years[-1], 12, 31)


def _by(named: Named, point: Point) -> tuple[date, date]:
    """The days of a point; "trước" a period is by the end of the one before, "trước" a day or an end is by that."""
    period = point.period
    if period and named["before"] and not named["whole"]:
        period = period.shifted(-1)
        return period.first_day, period.last_day
    return point[:2]


def _within(kind: PeriodKind, numbers: list[int], year: int | None) -> tuple[date, date]:
    """From the first to the last of these periods; without a year the last number is the year."""
    year = year or numbers.pop()
    return Period(kind, year, numbers[0]).first_day, Period(kind, year, numbers[-1]).last_day


def _ordinals(text: str) -> list[int]:
    return [_ordinal(each) for each in re.findall(r"\b(?:i{1,3}|iv)\b|[0-9]+", text)]


def _ordinal(text: str) -> int:
    return _ROMAN.get(text) or int(text)


class Recurrence(NamedTuple):
    """In which periods a duty recurs, and its own month and day there: see `Due`."""

    every: PeriodKind
    month: int | None = None
    day: int | None = None


_UNITS = "|".join(f"(?P<{kind}>{names})" for kind, names in UNITS.items())


def recurrence(named: Named) -> Recurrence:
    """How a recurring duty recurs.

    Raises:
        NoSpan: it names two days that are not the same of their months.
        ValueError: it names a day that does not exist.
    """
    match named:
        case {"rate": str(rate)}:
            return Recurrence(_rate(rate))
        case {"week": str(week)}:
            days = [number for number, names in enumerate(WEEKDAYS, 1) if re.search(rf"thứ {names}\b", week)]
            return Recurrence("week", day=days[0] if days else 7)
        case {"month": str(month)}:
            return Recurrence("month", day=next(iter(_ordinals(month)), None))
        case {"quarter": str(quarter)}:
            return Recurrence("quarter", day=next(iter(_ordinals(quarter)), None))
        case {"half": str(half)}:
            return Recurrence("half", day=_of_both_halves(_ordinals(half)))
        case _:
            return _yearly(named["year"] or "", before="trước" in f"{named['by']}{named['year']}")


def _rate(text: str) -> PeriodKind:
    """The shortest of the units that the text names."""
    for kind, times in TIMES_A_YEAR.items():
        if re.search(rf"\b{times}", text):
            return kind
    named = {match.lastgroup for match in re.finditer(_UNITS, text)}
    return next(kind for kind in UNITS if kind in named)


def _of_both_halves(numbers: list[int]) -> int | None:
    """The day, from day and month of each half; None for the last day of each."""
    june, december = numbers[0], numbers[2]
    if (june, december) == (30, 31):
        return None
    if june != december:
        raise NoSpan
    return june


def _yearly(text: str, *, before: bool) -> Recurrence:
    match _ordinals(text):
        case [day, month]:
            date(2024, month, day)  # a leap year: 29/2 exists in some
            return Recurrence("year", month, day)
        case [ordinal]:
            month = (3 if re.search(r"\bq", text) else 1) * (ordinal - before)
            return Recurrence("year", month or 12)
        case _:
            return Recurrence("year")
