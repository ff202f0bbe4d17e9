"""New entries for a record's history, and the check for values that are implausible after those before them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from kehoach_cli.plan.agency import Agency, Succession
from kehoach_cli.plan.differences import Entry, HistoryKey, meaning
from kehoach_cli.plan.entries import Change, LegalAct, Measurement, Report, Update
from kehoach_cli.plan.history import uncorrected_indexes
from kehoach_cli.plan.measures import WITHOUT_PACE, measure_of
from kehoach_cli.plan.model import Indicator, Record, Task
from kehoach_cli.plan.values import Reading

Timing = Literal["early", "in_time", "late"]  # of a report's day, beside the deadline
_TIMES = 5  # a value this many times larger or smaller than the one before it is implausible
_MIN_POINTS = 20  # for percentages also this many points: small percentages multiply easily
_MANY_POINTS = 50  # this many points are implausible by themselves


class Addition(NamedTuple):
    """A new entry for the record, or the agency, with this id. `listed_at` is its line in a table; "" if given alone.

    `creates` is what the plan does not know yet: a successor of the agency, or the record itself, that `entry` adds.
    `said` is what was said of a report's day besides: `quá hạn`. `doubts` are about how the entry was read.
    """

    record: str
    entry: Entry
    listed_at: str = ""
    creates: Agency | Record | None = None
    said: Timing | None = None
    doubts: tuple[str, ...] = ()

    @property
    def key(self) -> HistoryKey:
        """The key of the record that holds the entry."""
        return "added" if isinstance(self.creates, Indicator | Task) else history_of(self.entry)

    @property
    def agency(self) -> str | None:
        """The agency whose answer it is; None for another entry."""
        return self.entry.agency if isinstance(self.entry, Report) else None

    @property
    def label(self) -> str:
        """Names this addition in messages about several."""
        return f"{self.listed_at}: {self.record}" if self.listed_at else self.record


def history_of(entry: Entry) -> HistoryKey:
    """The key of the record that holds new entries of this kind."""
    if isinstance(entry, Report) and entry.agency is not None:
        return "answers"
    kinds: dict[type[Entry], HistoryKey] = {
        Measurement: "measurements",
        Update: "updates",
        Change: "changes",
        LegalAct: "removed",
        Succession: "successors",
    }
    return kinds[type(entry)]


def repeats(entry: Entry, earlier: Sequence[Entry]) -> bool:
    """Whether the entry says again what one of the same history says; what an entry corrects does not count.

    A correction may say what a corrected entry said: so a wrong correction is taken back.
    """
    if not isinstance(entry, Measurement | Update):
        return meaning(entry) in map(meaning, earlier)
    others = [other for other in earlier if isinstance(other, Measurement | Update)]
    standing = uncorrected_indexes(others)
    return any(
        meaning(other._replace(corrects=entry.corrects)) == meaning(entry)
        and (entry.corrects in (None, other.corrects) or index in standing)
        for index, other in enumerate(others)
    )


def implausible_jump(indicator: Indicator, entries: Sequence[Measurement], entry: Measurement) -> Reading | None:
    """The value before this one of the entries, if the change between them is implausible; else None.

    The value before it is the latest older figure, no estimate nor 0/0, that is not corrected, or the baseline. Ranks
    and verdicts move by steps of any size. What accumulates grows within its year, fast or slowly, and never falls.
    """
    if measure_of(indicator) in WITHOUT_PACE or entry.denominator == 0:
        return None
    older = [
        Reading(each.value, each.date)
        for each in (entries[index] for index in uncorrected_indexes(entries))
        if each.date < entry.date and not each.estimate and each.verdict is None and each.denominator != 0
    ]
    if indicator.baseline.reading and entry.agency is None:
        older.append(indicator.baseline.reading)
    if indicator.accumulates:
        older = [reading for reading in older if reading.date.year == entry.date.year]
    before = max(older, key=lambda reading: reading.date, default=None)
    if before and indicator.accumulates:
        return before if entry.value < before.value else None
    return before if before and _is_implausible(before.value, entry.value, indicator.unit) else None


def _is_implausible(before: Decimal, after: Decimal, unit: str) -> bool:
    moved = abs(after - before)
    multiplied = max(abs(before), abs(after)) >= _TIMES * min(abs(before), abs(after))
    if unit == "%":
        return moved >= _MANY_POINTS or (multiplied and moved >= _MIN_POINTS)
    return multiplied and before != 0
