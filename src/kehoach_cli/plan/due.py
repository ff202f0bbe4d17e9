"""When a record is due: the plan's own wording, read into days.

Administrative plans word deadlines in a handful of ways (`Quý II/2023`, `Tháng 9/2023`, `Hàng tháng`,
`Thường xuyên` …). Each wording and its ISO form read to the same thing; anything else is refused.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from kehoach_cli.plan.composed import composed
from kehoach_cli.plan.periods import Period, PeriodKind

DueKind = Literal["dated", "monthly", "quarterly", "ongoing", "external", "undated"]

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
    """A deadline as the plan words it, and what that wording means.

    `start` and `end` are the first and last acceptable day of a dated deadline, and None for every other
    kind. A due is missed on the day after `end`, never on it.
    """

    text: str
    kind: DueKind
    start: date | None = None
    end: date | None = None

    def missed_on(self, as_of: date) -> bool:
        return self.end is not None and as_of > self.end


UNDATED = Due("", "undated")


class DueError(ValueError):
    """The wording of a deadline that has none of the accepted forms; `str()` is the wording."""


@lru_cache(maxsize=4096)
def parse_due(wording: str) -> Due:
    """Read a deadline in the plan's wording or in ISO form.

    The wording is compared without regard to case, to composed or decomposed accents and to runs of blanks;
    `Due.text` is the wording with the last two put right. "Trước ngày 15/10/2023" counts 15/10 itself as in time.

    Raises:
        DueError: the wording has none of `ACCEPTED_FORMS`, or names a day that does not exist.
    """
    text = " ".join(composed(wording).split())
    for pattern, read in _READERS:
        # Patterns are in lower case. `re.IGNORECASE` would take letters of other alphabets for i and s.
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
    return _spanning(text, Period("quarter", year, _QUARTERS[first]), Period("quarter", year, _QUARTERS[last]))


def _one(kind: PeriodKind) -> "Reader":
    def read(text: str, match: re.Match[str]) -> Due:
        ordinal = {"đầu": "1", "cuối": "2"}.get(match["ordinal"], match["ordinal"])
        period = Period(kind, int(match["year"]), int(ordinal or 1))
        return _spanning(text, period, period)

    return read


def _day(text: str, match: re.Match[str]) -> Due:
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    return Due(text, "dated", day, day)


def _kind(kind: DueKind) -> "Reader":
    return lambda text, _match: Due(text, kind)


def _spanning(text: str, first: Period, last: Period) -> Due:
    return Due(text, "dated", first.first_day, last.last_day)


Reader = Callable[[str, re.Match[str]], Due]

FIRST_YEAR, LAST_YEAR = 1900, 2200
_Y = r"(?P<year>(?:19|2[01])[0-9]{2}|2200)"
_M = r"(?P<ordinal>1[0-2]|0?[1-9])"
_IN_YEAR = rf"(?: ?/ ?| năm ){_Y}"
# A quarter, with those that a span from it may end in.
_SPANS = (
    r"(?P<first>i|1)(?: ?[-–] ?(?P<last>i{1,3}|iv|[1-4]))?",
    r"(?P<first>ii|2)(?: ?[-–] ?(?P<last>i{2,3}|iv|[2-4]))?",
    r"(?P<first>iii|3)(?: ?[-–] ?(?P<last>iii|iv|[34]))?",
    r"(?P<first>iv|4)(?: ?[-–] ?(?P<last>iv|4))?",
)

# Patterns stay text until one is tried: `re` compiles and keeps it then, and start-up pays for none.
_READERS: tuple[tuple[str, Reader], ...] = (
    *((rf"quý {span}{_IN_YEAR}", _quarters) for span in _SPANS),
    (rf"{_Y}-q(?P<first>[1-4])(?P<last>)", _quarters),
    (rf"(?:tháng )?{_M} ?/ ?{_Y}", _one("month")),
    (rf"tháng {_M} năm {_Y}", _one("month")),
    (rf"{_Y}-(?P<ordinal>0[1-9]|1[0-2])", _one("month")),
    (rf"(?:năm )?{_Y}(?P<ordinal>)", _one("year")),
    (rf"6 tháng (?P<ordinal>đầu|cuối) năm {_Y}", _one("half")),
    (rf"{_Y}-h(?P<ordinal>[12])", _one("half")),
    (rf"(?:trước )?(?:ngày )?(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}})/{_Y}", _day),
    (rf"{_Y}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})", _day),
    (r"hàng tháng", _kind("monthly")),
    (r"hàng quý", _kind("quarterly")),
    (r"thường xuyên", _kind("ongoing")),
    (r"external: ?\S.*", _kind("external")),
)

WORDINGS: tuple[str, ...] = tuple(pattern for pattern, _ in _READERS)
