"""Parse a deadline, in the plan's own wording or in ISO form, into its first and last day.

Administrative plans use a few wordings (`Quý II/2023`, `Tháng 9/2023`, `Hàng tháng`, `Thường xuyên` …). A wording and
its ISO form give the same `Due`. Anything else raises DueError.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from kehoach_cli.plan.composed import composed
from kehoach_cli.plan.periods import Period, PeriodKind

DueKind = Literal["dated", "recurring", "ongoing", "external", "undated"]

ACCEPTED_FORMS = (
    "Quý II/2023",
    "Quý II-III/2023",
    "2023-Q2",
    "Tháng 9/2023",
    "9/2023",
    "2023-09",
    "Năm 2023",
    "2023",
    "6 tháng đầu năm 2023",
    "6 tháng cuối năm 2023",
    "2023-H1",
    "trước ngày 15/10/2023",
    "15/10/2023",
    "2023-10-15",
    "Hàng tháng",
    "Hàng quý",
    "Thường xuyên",
    "external: Theo chương trình của …",
)


class Due(NamedTuple):
    """A deadline as the plan words it, with its meaning.

    `start` and `end` are the first and last acceptable day of a dated deadline; other kinds have None. A deadline is
    missed from the day after `end`, unless the work goes on from then (`then_ongoing`). A recurring duty owes a report
    in `every` period, by the period's last day or its own `day`: of its last month, of `month` in a year, of a week (1
    is Monday). `condition` is what the plan says in brackets beside the day.
    """

    text: str
    kind: DueKind
    start: date | None = None
    end: date | None = None
    every: PeriodKind | None = None
    month: int | None = None
    day: int | None = None
    condition: str | None = None
    then_ongoing: bool = False

    def missed_on(self, as_of: date) -> bool:
        return self.end is not None and as_of > self.end and not self.then_ongoing


UNDATED = Due("", "undated")


class DueError(ValueError):
    """The wording has none of the accepted forms; `str()` gives the wording."""


@lru_cache(maxsize=4096)
def parse_due(wording: str) -> Due:
    """Parse a deadline in the plan's wording or in ISO form.

    Ignores case, Unicode form and runs of blanks. `Due.text` is the wording in NFC with single blanks.
    "Trước ngày 15/10/2023" includes 15/10.

    Raises:
        DueError: the wording has none of `ACCEPTED_FORMS`, or names a day that does not exist.
    """
    text = " ".join(composed(wording).split())
    for pattern, read in _READERS:
        # Patterns are in lower case: `re.IGNORECASE` would match letters of other alphabets as i and s.
        match = re.fullmatch(pattern, text.lower())
        if match:
            try:
                return read(text, match)
            except ValueError as error:
                raise DueError(wording) from error
    raise DueError(wording)


_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def _quarters(text: str, match: re.Match[str]) -> Due:
    year, first, last = int(match["year"]), match["first"], match["last"] or match["first"]
    return _dated(text, Period("quarter", year, _QUARTERS[first]), Period("quarter", year, _QUARTERS[last]))


def _single_period(kind: PeriodKind) -> "Reader":
    def read(text: str, match: re.Match[str]) -> Due:
        ordinal = {"đầu": "1", "cuối": "2"}.get(match["ordinal"], match["ordinal"])
        period = Period(kind, int(match["year"]), int(ordinal or 1))
        return _dated(text, period, period)

    return read


def _day(text: str, match: re.Match[str]) -> Due:
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    return Due(text, "dated", day, day)


def _without_days(kind: DueKind, every: PeriodKind | None = None) -> "Reader":
    return lambda text, _match: Due(text, kind, every=every)


def _dated(text: str, first: Period, last: Period) -> Due:
    return Due(text, "dated", first.first_day, last.last_day)


Reader = Callable[[str, re.Match[str]], Due]

_YEAR = r"(?P<year>(?:19|2[01])[0-9]{2}|2200)"
_MONTH = r"(?P<ordinal>1[0-2]|0?[1-9])"
_IN_YEAR = rf"(?: ?/ ?| năm ){_YEAR}"
# A quarter, alone or as the start of a span that ends in the same or a later quarter.
_SPANS = (
    r"(?P<first>i|1)(?: ?[-–] ?(?P<last>i{1,3}|iv|[1-4]))?",
    r"(?P<first>ii|2)(?: ?[-–] ?(?P<last>i{2,3}|iv|[2-4]))?",
    r"(?P<first>iii|3)(?: ?[-–] ?(?P<last>iii|iv|[34]))?",
    r"(?P<first>iv|4)(?: ?[-–] ?(?P<last>iv|4))?",
)

# Patterns stay text: `re` compiles and caches each when first tried, so start-up compiles none.
_READERS: tuple[tuple[str, Reader], ...] = (
    *((rf"quý {span}{_IN_YEAR}", _quarters) for span in _SPANS),
    (rf"{_YEAR}-q(?P<first>[1-4])(?P<last>)", _quarters),
    (rf"(?:tháng )?{_MONTH} ?/ ?{_YEAR}", _single_period("month")),
    (rf"tháng {_MONTH} năm {_YEAR}", _single_period("month")),
    (rf"{_YEAR}-(?P<ordinal>0[1-9]|1[0-2])", _single_period("month")),
    (rf"(?:năm )?{_YEAR}(?P<ordinal>)", _single_period("year")),
    (rf"6 tháng (?P<ordinal>đầu|cuối) năm {_YEAR}", _single_period("half")),
    (rf"{_YEAR}-h(?P<ordinal>[12])", _single_period("half")),
    (rf"(?:trước )?(?:ngày )?(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}})/{_YEAR}", _day),
    (rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})", _day),
    (r"hàng tháng", _without_days("recurring", "month")),
    (r"hàng quý", _without_days("recurring", "quarter")),
    (r"thường xuyên", _without_days("ongoing")),
    (r"external: ?\S.*", _without_days("external")),
)

WORDINGS: tuple[str, ...] = tuple(pattern for pattern, _ in _READERS)
