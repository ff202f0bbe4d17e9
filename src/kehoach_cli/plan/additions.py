"""New entries for a record's history, and the check for values that are implausible after those before them."""

from decimal import Decimal
from typing import Literal, NamedTuple

from kehoach_cli.plan.gaps import Reading
from kehoach_cli.plan.history import uncorrected_indexes
from kehoach_cli.plan.model import Extension, Indicator, Measurement, Update

NewEntry = Measurement | Update | Extension
NewHistory = Literal["measurements", "updates", "extensions"]

_TIMES = 5  # so many times the value before it, or so small a part of it, is no progress between two reports
_LEAST_POINTS = 20  # small percentages multiply easily
_FAR_POINTS = 50


class Addition(NamedTuple):
    """A new entry for the record with this id. `listed_at` is its line in a table; "" for an entry given alone."""

    record: str
    entry: NewEntry
    listed_at: str = ""

    @property
    def label(self) -> str:
        """Names this addition in messages about several."""
        return f"{self.listed_at}: {self.record}" if self.listed_at else self.record


def history_of(entry: NewEntry) -> NewHistory:
    """The key of the record's list that holds entries of this type."""
    if isinstance(entry, Measurement):
        return "measurements"
    return "updates" if isinstance(entry, Update) else "extensions"


def leap(indicator: Indicator, place: int) -> Reading | None:
    """The value before the measurement at that place, from 0, where the way from one to the other is beyond reason.

    Before it stands the latest value that counts and is older, else the baseline; None where there is none.
    """
    entry = indicator.measurements[place]
    counted = [indicator.measurements[other] for other in uncorrected_indexes(indicator.measurements) if other != place]
    older = [Reading(each.value, each.date) for each in counted if each.date < entry.date]
    if indicator.baseline.value is not None:
        older.append(Reading(indicator.baseline.value, indicator.baseline.as_of))
    before = max(older, key=lambda reading: reading.date, default=None)
    return before if before and _far(before.value, entry.value, indicator.unit) else None


def _far(before: Decimal, after: Decimal, unit: str) -> bool:
    moved = abs(after - before)
    multiplied = max(abs(before), abs(after)) >= _TIMES * min(abs(before), abs(after))
    if unit == "%":
        return moved >= _FAR_POINTS or (multiplied and moved >= _LEAST_POINTS)
    return multiplied and before != 0
