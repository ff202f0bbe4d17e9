"""Select the entries of a record's history that count on a given day.

History only grows: a wrong entry stays, and a later one corrects it by naming its day in `corrects`. Entries dated
after the given day are ignored, so any past day can be asked about.
"""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from kehoach_cli.plan.due import Due
from kehoach_cli.plan.model import Indicator, Measurement, Plan, Task, Update
from kehoach_cli.plan.periods import Day


class _Dated(Protocol):
    @property
    def date(self) -> Day: ...


class _Correctable(_Dated, Protocol):
    @property
    def corrects(self) -> Day | None: ...


_DatedT = TypeVar("_DatedT", bound=_Dated)
_CorrectableT = TypeVar("_CorrectableT", bound=_Correctable)


def uncorrected_indexes(entries: Iterable[_Correctable]) -> list[int]:
    """The indexes of the entries that no later entry corrects.

    An entry with `corrects` replaces the last entry of that day above it.
    """
    indexes: dict[Day, list[int]] = {}
    corrected: set[int] = set()
    count = 0
    for index, entry in enumerate(entries):
        earlier = indexes.get(entry.corrects) if entry.corrects else None
        if earlier:
            corrected.add(earlier.pop())
        indexes.setdefault(entry.date, []).append(index)
        count += 1
    return [index for index in range(count) if index not in corrected]


def entries_by(entries: Iterable[_CorrectableT], as_of: Day) -> list[_CorrectableT]:
    """The entries that count on `as_of`, sorted by date; entries of one day keep the order of the file."""
    dated = [entry for entry in entries if entry.date <= as_of]
    return sorted((dated[index] for index in uncorrected_indexes(dated)), key=lambda entry: entry.date)


def measurements_by(indicator: Indicator, as_of: Day) -> list[Measurement]:
    return entries_by(indicator.measurements, as_of)


def updates_by(task: Task, as_of: Day) -> list[Update]:
    return entries_by(task.updates, as_of)


def due_by(task: Task, as_of: Day) -> Due:
    """The deadline in force on `as_of`: that of the latest extension granted by then, else the plan's own."""
    granted = sorted((grant for grant in task.extensions if grant.date <= as_of), key=lambda grant: grant.date)
    return granted[-1].due if granted else task.due


def known_by(plan: Plan, as_of: Day) -> Plan:
    """The plan without the entries dated after `as_of`; the order of its files is kept."""
    return plan._replace(
        indicators=tuple(
            record._replace(
                measurements=_until(record.measurements, as_of), amendments=_until(record.amendments, as_of)
            )
            for record in plan.indicators
        ),
        tasks=tuple(
            record._replace(
                updates=_until(record.updates, as_of),
                extensions=_until(record.extensions, as_of),
                amendments=_until(record.amendments, as_of),
            )
            for record in plan.tasks
        ),
    )


def _until(entries: tuple[_DatedT, ...], as_of: Day) -> tuple[_DatedT, ...]:
    return tuple(entry for entry in entries if entry.date <= as_of)
