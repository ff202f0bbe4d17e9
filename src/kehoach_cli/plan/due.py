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
        DueError: the wording has none of `ACCEPTED_FORMS`, names a day that does not exist, or ends before
            it starts.
    """
    text = " ".join(composed(wording).split())
    if not _NO_QUARTER.isdisjoint(text):
        raise DueError(wording)
    for pattern, read in _READERS:
        match = re.fullmatch(pattern, text, re.IGNORECASE)
        if match:
            try:
                return read(text, match)
            except (ValueError, KeyError) as error:
                raise DueError(wording) from error
    raise DueError(wording)


_NO_QUARTER = frozenset("ıİſK")  # letters that patterns take for i, s and k when case does not count
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def _quarters(text: str, match: re.Match[str]) -> Due:
    year, first, last = int(match["year"]), match["first"].upper(), (match["last"] or match["first"]).upper()
    return _spanning(text, Period("quarter", year, _QUARTERS[first]), Period("quarter", year, _QUARTERS[last]))


def _one(kind: PeriodKind) -> "Reader":
    def read(text: str, match: re.Match[str]) -> Due:
        ordinal = {"đầu": "1", "cuối": "2"}.get(match["ordinal"].lower(), match["ordinal"])
        period = Period(kind, int(match["year"]), int(ordinal or 1))
        return _spanning(text, period, period)

    return read


def _day(text: str, match: re.Match[str]) -> Due:
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    return Due(text, "dated", day, day)


def _kind(kind: DueKind) -> "Reader":
    return lambda text, _match: Due(text, kind)


def _spanning(text: str, first: Period, last: Period) -> Due:
    if last.last_day < first.first_day:
        raise ValueError(text)
    return Due(text, "dated", first.first_day, last.last_day)


Reader = Callable[[str, re.Match[str]], Due]

_Y = r"(?P<year>[1-9][0-9]{3})"
_M = r"(?P<ordinal>1[0-2]|0?[1-9])"
_Q = r"I{1,3}|IV|[1-4]"

# Patterns stay text until one is tried: `re` compiles and keeps it then, and start-up pays for none.
_READERS: tuple[tuple[str, Reader], ...] = (
    (rf"quý (?P<first>{_Q})(?: ?[-–] ?(?P<last>{_Q}))?(?: ?/ ?| năm ){_Y}", _quarters),
    (rf"{_Y}-Q(?P<first>[1-4])(?P<last>)", _quarters),
    (rf"(?:tháng )?{_M} ?/ ?{_Y}", _one("month")),
    (rf"tháng {_M} năm {_Y}", _one("month")),
    (rf"{_Y}-(?P<ordinal>0[1-9]|1[0-2])", _one("month")),
    (rf"(?:năm )?{_Y}(?P<ordinal>)", _one("year")),
    (rf"6 tháng (?P<ordinal>đầu|cuối) năm {_Y}", _one("half")),
    (rf"{_Y}-H(?P<ordinal>[12])", _one("half")),
    (rf"(?:trước )?(?:ngày )?(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}})/{_Y}", _day),
    (rf"{_Y}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})", _day),
    (r"hàng tháng", _kind("monthly")),
    (r"hàng quý", _kind("quarterly")),
    (r"thường xuyên", _kind("ongoing")),
    (r"external: ?\S.*", _kind("external")),
)

WORDINGS: tuple[str, ...] = tuple(pattern for pattern, _ in _READERS)
