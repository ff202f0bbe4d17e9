"""Calendar periods of plans and reports: weeks, months, quarters, half years and years."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

Day = date  # for classes with a field named `date`

PeriodKind = Literal["week", "month", "quarter", "half", "year"]

FIRST_YEAR, LAST_YEAR = 1900, 2200  # of every day and period that is read
MONTHS_IN: dict[PeriodKind, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_ISO = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?")


class Period(NamedTuple):
    """One calendar week, month, quarter, half year or year.

    `ordinal` counts from 1 within the year (1 for a year). The text form is ISO-like: `2023-W39`, `2023-09`,
    `2023-Q3`, `2023-H1`, `2023`. A week begins on Monday, and `year` is the year of its Thursday (ISO 8601).
    """

    kind: PeriodKind
    year: int
    ordinal: int = 1

    @property
    def first_day(self) -> date:
        if self.kind == "week":
            return date.fromisocalendar(self.year, self.ordinal, 1)
        return date(self.year, (self.ordinal - 1) * MONTHS_IN[self.kind] + 1, 1)

    @property
    def last_day(self) -> date:
        if self.kind == "week":
            return date.fromisocalendar(self.year, self.ordinal, 7)
        month = self.ordinal * MONTHS_IN[self.kind]
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def ends_year(self) -> bool:
        """Whether the report on the period is the last one of its kind on the year."""
        return self.kind != "week" and self.last_day.month == 12

    def shifted(self, steps: int) -> "Period":
        """The period of the same kind `steps` periods later (earlier if negative)."""
        if self.kind == "week":
            return period_of(self.first_day + timedelta(weeks=steps), "week")
        per_year = 12 // MONTHS_IN[self.kind]
        years, index = divmod(self.ordinal - 1 + steps, per_year)
        return Period(self.kind, self.year + years, index + 1)

    def __str__(self) -> str:
        match self.kind:
            case "week":
                return f"{self.year:04}-W{self.ordinal:02}"
            case "month":
                return f"{self.year:04}-{self.ordinal:02}"
            case "quarter":
                return f"{self.year:04}-Q{self.ordinal}"
            case "half":
                return f"{self.year:04}-H{self.ordinal}"
            case _:
                return f"{self.year:04}"


def parse_period(text: str) -> Period:
    """Parse `2023-09`, `2023-Q3`, `2023-H1` or `2023`.

    Raises:
        ValueError: the text has none of these forms, or a year outside of FIRST_YEAR to LAST_YEAR.
    """
    match = _ISO.fullmatch(text.strip().upper())
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise ValueError(text)
    year, quarter, half, month = match.groups()
    if quarter:
        return Period("quarter", int(year), int(quarter))
    if half:
        return Period("half", int(year), int(half))
    if month:
        return Period("month", int(year), int(month))
    return Period("year", int(year))


def period_of(day: date, kind: PeriodKind) -> Period:
    """The period of this kind that contains the day."""
    if kind == "week":
        return Period("week", *day.isocalendar()[:2])
    return Period(kind, day.year, (day.month - 1) // MONTHS_IN[kind] + 1)


def add_months(day: date, months: int) -> date:
    """The same day `months` months later, or the last day of that month if it is shorter."""
    years, index = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, index + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
