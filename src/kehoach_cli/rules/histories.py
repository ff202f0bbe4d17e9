"""The dated entries that records gather: what was measured, and what was reported of tasks."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.diagnostics import FieldRef
from kehoach_cli.plan.model import Measurement, Record, Update
from kehoach_cli.rules.rule import Subject

Entry = Measurement | Update


class History(NamedTuple):
    """One record's entries, in the order of the file, under the key that they stand under."""

    subject: Subject
    record: Record
    key: str
    entries: tuple[Entry, ...]

    def at(self, place: int, field: str | None = None) -> FieldRef:
        """The entry at that place, from 0, or one of its fields."""
        path = (self.key, place) if field is None else (self.key, place, field)
        return self.subject.at(self.record, *path)

    @property
    def what(self) -> str:
        """What an entry is called within a sentence."""
        return "kết quả" if self.key == "measurements" else "tiến độ"


def histories(subject: Subject) -> Iterator[History]:
    """The history of every record that has one."""
    for indicator in subject.plan.indicators:
        if indicator.measurements:
            yield History(subject, indicator, "measurements", indicator.measurements)
    for task in subject.plan.tasks:
        if task.updates:
            yield History(subject, task, "updates", task.updates)
