"""A record as it was decided and after each day of changes, for rules that judge what was in force.

A corrigendum has the day of the document that it puts right, so what was written wrong there is not judged.
"""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import groupby
from typing import Any, Generic, NamedTuple, TypeVar

from kehoach_cli.diagnostics import Step
from kehoach_cli.plan.entries import Change
from kehoach_cli.plan.in_force import applied_changes, with_changes
from kehoach_cli.plan.model import Indicator, Record, Task
from kehoach_cli.plan.periods import Day

StateT = TypeVar("StateT")
RecordT = TypeVar("RecordT", Indicator, Task, Record)


class RecordState(NamedTuple, Generic[StateT]):
    """The record with the keys in force from `day` on, and all of its entries.

    `places` are the paths of the values that changes set, by dotted key. `new` are the keys set on this day; None: all,
    by the document that brought the record into the plan.
    """

    record: StateT
    day: Day
    places: Mapping[str, tuple[Step, ...]]
    new: frozenset[str] | None

    def sets(self, *keys: str) -> bool:
        """Whether one of the keys, or a key within it, was set on this day."""
        return self.new is None or any(key in keys or key.partition(".")[0] in keys for key in self.new)

    def path(self, key: str, *rest: Step) -> tuple[Step, ...]:
        """Where the value of the key, dotted where it lies deeper, is written; `rest` is within the value."""
        return (*self.places.get(key, key.split(".")), *rest)


def first_day(record: Record, issued: Day) -> Day:
    """The first day on which the record is a part of the plan that was issued on that day."""
    return record.added.date if record.added else issued


class RecordStates:
    """The states of a plan's records. Those of a record are made once, for all rules."""

    def __init__(self, issued: Day) -> None:
        self._issued = issued
        self._known: dict[int, list[RecordState[Any]]] = {}

    def of(self, record: RecordT) -> list[RecordState[RecordT]]:
        """The record on its first day, then after each later day of changes. `record` is one of the plan."""
        found = self._known.get(id(record))
        if found is None:
            found = self._known[id(record)] = _states(record, self._issued)
        return found


def _states(record: RecordT, issued: Day) -> list[RecordState[RecordT]]:
    start = first_day(record, issued)
    states = [RecordState(record, start, {}, None)]
    if not record.changes:
        return states
    index = {id(change): place for place, change in enumerate(record.changes)}
    applied = (each.change for each in applied_changes(record))
    for day, group in groupby(applied, key=lambda change: max(change.date, start)):
        changes = tuple(group)
        last = states[-1]
        set_now = _places(changes, index)
        current = with_changes(last.record, changes)
        if day == start:
            states = [RecordState(current, day, set_now, None)]
        else:
            states.append(RecordState(current, day, {**last.places, **set_now}, frozenset(set_now)))
    return states


def _places(changes: tuple[Change, ...], index: Mapping[int, int]) -> dict[str, tuple[Step, ...]]:
    """Where these changes write the values that they set, by dotted key; of two the last."""
    return {key: ("changes", index[id(change)], "set", *key.split(".")) for change in changes for key, _ in change.set}


def state_on(states: list[RecordState[StateT]], day: Day) -> RecordState[StateT]:
    """The state that was in force on that day; the first one for a day before it."""
    return states[max(bisect_right(states, day, key=lambda state: state.day) - 1, 0)]
