"""Select the entries of a record's history that count on a given day.

History only grows: a wrong entry stays, and a later one corrects it by naming its day in `corrects`. Entries dated
after the given day are ignored, so any past day can be asked about.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from kehoach_cli.plan.differences import Entry
from kehoach_cli.plan.entries import Measurement, Report, Update
from kehoach_cli.plan.measures import is_judged, measure_of
from kehoach_cli.plan.model import Indicator, Record, Task
from kehoach_cli.plan.periods import Day

_ReportT = TypeVar("_ReportT", bound=Report)


def is_estimate(entry: Entry) -> bool:
    return isinstance(entry, Measurement) and entry.estimate


def identity(entry: Report) -> tuple[str | None, Day, bool]:
    """What an entry is about: the whole of a record, or what an agency answers, on a day; estimates are apart."""
    return entry.agency, entry.date, is_estimate(entry)


def uncorrected_indexes(entries: Iterable[Report]) -> list[int]:
    """The indexes of the entries that no later entry corrects.

    An entry with `corrects` replaces the last entry of that day above it; an estimate replaces estimates only.
    """
    indexes: dict[tuple[str | None, Day, bool], list[int]] = {}
    corrected: set[int] = set()
    count = 0
    for index, entry in enumerate(entries):
        earlier = indexes.get((entry.agency, entry.corrects, is_estimate(entry))) if entry.corrects else None
        if earlier:
            corrected.add(earlier.pop())
        indexes.setdefault(identity(entry), []).append(index)
        count += 1
    return [index for index in range(count) if index not in corrected]


def entries_by(entries: Iterable[_ReportT], as_of: Day) -> list[_ReportT]:
    """The entries that count on `as_of`, sorted by date; entries of one day keep the order of the file."""
    return _by(list(entries), as_of, None)


def measurements_by(indicator: Indicator, as_of: Day, estimated: Day | None = None) -> list[Measurement]:
    """The measurements that count on `as_of`; in the report on the period that ends on `estimated`, its estimate too.

    A figure that is known by then replaces the estimate of its day. Of an indicator whose target is in words only
    verdicts count, of another, and of what each part has to reach, only figures: a later document may have made the one
    of the other.
    """
    judged = is_judged(indicator)
    entries = [entry for entry in indicator.measurements if (entry.verdict is not None) == judged]
    return _by(entries, as_of, estimated)


def answers_by(
    record: Record, as_of: Day, estimated: Day | None = None, first: Day = Day.min
) -> dict[str, list[Report]]:
    """The answers that count on `as_of` and are not before `first`, by agency, each in the order of their days.

    As in `measurements_by`; for a ratio only those with a numerator and a denominator count.
    """
    entries: Sequence[Report] = record.answers
    if isinstance(record, Indicator):
        judged, ratio = measure_of(record) == "verdict", record.parts == "ratio"
        entries = [
            entry
            for entry in record.answers
            if (entry.verdict is not None) == judged and not (ratio and entry.denominator is None)
        ]
    found: dict[str, list[Report]] = {}
    for entry in _by(entries, as_of, estimated):
        if entry.agency is not None and entry.date >= first:
            found.setdefault(entry.agency, []).append(entry)
    return found


def _by(entries: Sequence[_ReportT], as_of: Day, estimated: Day | None) -> list[_ReportT]:
    known = [entry for entry in entries if entry.date == estimated and is_estimate(entry)] if estimated else []
    counted = _counted([*(entry for entry in entries if entry.date <= as_of and not is_estimate(entry)), *known])
    if not known:
        return counted
    replaced = {entry.agency for entry in counted if entry.date == estimated and not is_estimate(entry)}
    return [entry for entry in counted if not (is_estimate(entry) and entry.agency in replaced)]


def updates_by(task: Task, as_of: Day) -> list[Update]:
    return entries_by(task.updates, as_of)


def _counted(entries: Sequence[_ReportT]) -> list[_ReportT]:
    return sorted((entries[index] for index in uncorrected_indexes(entries)), key=lambda entry: entry.date)
