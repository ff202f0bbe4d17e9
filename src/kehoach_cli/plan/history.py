"""Which entries of a record's history count on a given day.

History only grows: a wrong entry stays and a later one names it in `corrects`. Entries dated after the day
that is asked about do not exist for the answer, so every past day can be asked about.
"""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from kehoach_cli.plan.due import Due
from kehoach_cli.plan.model import Indicator, Measurement, Plan, Task, Update
from kehoach_cli.plan.periods import Day


class _Dated(Protocol):
    @property
    def date(self) -> Day: ...


class _Entry(_Dated, Protocol):
    @property
    def corrects(self) -> Day | None: ...


_D = TypeVar("_D", bound=_Dated)
_E = TypeVar("_E", bound=_Entry)


def standing(entries: Iterable[_E]) -> list[int]:
    """The places, from 0, of the entries that no later one replaces.

    An entry that names a day in `corrects` takes the place of the last entry of that day before it.
    """
    places: dict[Day, list[int]] = {}
    replaced: set[int] = set()
    count = 0
    for place, entry in enumerate(entries):
        earlier = places.get(entry.corrects) if entry.corrects else None
        if earlier:
            replaced.add(earlier.pop())
        places.setdefault(entry.date, []).append(place)
        count += 1
    return [place for place in range(count) if place not in replaced]


def entries_by(entries: Iterable[_E], as_of: Day) -> list[_E]:
    """The entries that stand on the day `as_of`, by date; those of one day stay in the order of the file."""
    known = [entry for entry in entries if entry.date <= as_of]
    return sorted((known[place] for place in standing(known)), key=lambda entry: entry.date)


def measurements_by(indicator: Indicator, as_of: Day) -> list[Measurement]:
    return entries_by(indicator.measurements, as_of)


def updates_by(task: Task, as_of: Day) -> list[Update]:
    return entries_by(task.updates, as_of)


def due_by(task: Task, as_of: Day) -> Due:
    """The deadline in force on the day `as_of`: that of the latest extension granted by then, else the plan's."""
    granted = sorted((grant for grant in task.extensions if grant.date <= as_of), key=lambda grant: grant.date)
    return granted[-1].due if granted else task.due


def known_by(plan: Plan, as_of: Day) -> Plan:
    """The plan without the entries dated after the day `as_of`, in the order of its files."""
    return plan._replace(
        indicators=tuple(
            record._replace(
                measurements=_dated(record.measurements, as_of), amendments=_dated(record.amendments, as_of)
            )
            for record in plan.indicators
        ),
        tasks=tuple(
            record._replace(
                updates=_dated(record.updates, as_of),
                extensions=_dated(record.extensions, as_of),
                amendments=_dated(record.amendments, as_of),
            )
            for record in plan.tasks
        ),
    )


def _dated(entries: tuple[_D, ...], as_of: Day) -> tuple[_D, ...]:
    return tuple(entry for entry in entries if entry.date <= as_of)
