"""Parse a deadline, in the plan's own wording or in ISO form, into its first and last day.

`due_wordings` has the wordings. A wording and its ISO form give the same `Due`. Anything else raises DueError.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from kehoach_cli.plan.composed import composed
from kehoach_cli.plan.due_reading import NoSpan, points, recurrence, span
from kehoach_cli.plan.due_wordings import WORDING_OF_THE_YEAR, WORDINGS
from kehoach_cli.plan.periods import PeriodKind

DueKind = Literal["dated", "recurring", "ongoing", "external", "undated"]
Fault = Literal["form", "no year", "calendar", "span"]

ACCEPTED_FORMS = (
    *("Quý II/2023", "Quý II-III/2023", "2023-Q2"),
    *("Tháng 9/2023", "trước tháng 9/2023", "tháng 3-5/2023", "9/2023", "2023-09"),
    *("Năm 2023", "2023-2025", "6 tháng đầu năm 2023", "2023-H1"),
    *("trước ngày 15/10/2023", "2023-10-15"),
    *("Quý III/2023 (sau khi có kinh phí)", "Năm 2023 và những năm tiếp theo"),
    *("Hằng tháng", "trước ngày 25 hằng tháng", "6 tháng/lần", "Thường xuyên"),
    *("Theo chương trình của Bộ", "Chưa xác định", "external: 30 ngày kể từ ngày có hướng dẫn"),
)


class Due(NamedTuple):
    """A deadline as the plan words it, with its meaning.

    `start` and `end` are the first and last acceptable day of a dated deadline; other kinds have None. A deadline is
    missed from the day after `end`, unless the work goes on from then (`then_ongoing`). A recurring duty owes a report
    in `every` period, by the period's last day or its own `day`: of its last month, of `month` in a year, of a week (1
    is Monday). `condition` is what the plan says in brackets, or with «sau khi …», beside the day.
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

    def goes_on(self, as_of: date) -> bool:
        """Whether the dated part is over and the work has become ongoing."""
        return self.end is not None and as_of > self.end and self.then_ongoing

    @property
    def words(self) -> str:
        """The wording without the prefix `external:`."""
        prefixed = self.kind == "external" and self.text[: len(_PREFIX)].lower() == _PREFIX
        return self.text[len(_PREFIX) :].strip() if prefixed else self.text


_PREFIX = "external:"
UNDATED = Due("", "undated")


class DueError(ValueError):
    """The wording is no deadline; `str()` gives the wording. `fault` says why.

    "form": it has no known form. "no year": it names no year, and that of the plan is not known or not the only one.
    "calendar": it names a day that does not exist. "span": it ends before it starts, or leaves out what lies between.
    """

    def __init__(self, wording: str, fault: Fault) -> None:
        super().__init__(wording)
        self.fault = fault


@lru_cache(maxsize=4096)
def parse_due(wording: str, year: int | None = None) -> Due:
    """Parse a deadline in the plan's wording or in ISO form.

    `year` is that of the plan, if it has one: «Quý II» is of that year. Ignores case, Unicode form and runs of blanks.
    `Due.text` is the wording in NFC with single blanks. "Trước ngày 15/10/2023" includes 15/10, "trước tháng 10/2023"
    ends with September.

    Raises:
        DueError: the wording is none, or names a day that does not exist or a span that does not run forward.
    """
    text = " ".join(composed(wording).split())
    # Patterns are in lower case: `re.IGNORECASE` would match letters of other alphabets as i and s.
    lower = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
    try:
        due = _read(text, lower, year)
    except NoSpan:
        raise DueError(wording, "span") from None
    except ValueError:
        raise DueError(wording, "calendar") from None
    if due is None:
        raise DueError(wording, "no year" if re.fullmatch(WORDING_OF_THE_YEAR, lower) else "form")
    return due


def _read(text: str, lower: str, year: int | None) -> Due | None:
    """The deadline; None if the text has no known form. Raises NoSpan, and ValueError for a day that does not exist."""
    if only := next(points(lower), None):
        return Due(text, "dated", *only[:2])
    for kind, pattern in WORDINGS.items():
        match = re.fullmatch(pattern, lower)
        if match is None:
            continue
        match kind:
            case "ongoing":
                return Due(text, kind, condition=_condition(text, match))
            case "undated":
                return Due(text, kind)
            case "external" | "prefixed":
                return Due(text, "external")
            case "recurring":
                every, month, day = recurrence(match.groupdict())
                return Due(text, kind, every=every, month=month, day=day, condition=_condition(text, match))
            case _:
                return _dated(text, match, None)
    match = re.fullmatch(WORDING_OF_THE_YEAR, lower) if year else None
    return match and _dated(text, match, year)


def _dated(text: str, match: re.Match[str], year: int | None) -> Due:
    named = match.groupdict()
    start, end = span(named, year)
    goes_on = bool(named["on"] or named["since"])
    return Due(text, "dated", start, end, condition=_condition(text, match), then_ongoing=goes_on)


def _condition(text: str, match: re.Match[str]) -> str | None:
    """What stands in brackets beside the day, or from «sau khi» on; None without either."""
    group = "aside" if match["aside"] else "when"
    return text[match.start(group) : match.end(group)] if match[group] else None
