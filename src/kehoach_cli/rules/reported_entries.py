"""The measurements and updates of a plan, for rules that check both alike."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.diagnostics import FieldRef
from kehoach_cli.plan.model import Measurement, Record, Update
from kehoach_cli.rules.rule import Subject

Entry = Measurement | Update


class ReportedEntries(NamedTuple):
    """The measurements of one indicator or the updates of one task, in the order of the file. `key` is their key."""

    subject: Subject
    record: Record
    key: str
    entries: tuple[Entry, ...]

    def at(self, index: int, field: str | None = None) -> FieldRef:
        """The entry with this index, or one of its fields."""
        path = (self.key, index) if field is None else (self.key, index, field)
        return self.subject.at(self.record, *path)

    @property
    def noun(self) -> str:
        """The word for an entry within a sentence."""
        return "kết quả" if self.key == "measurements" else "tiến độ"


def reported_entries(subject: Subject) -> Iterator[ReportedEntries]:
    """The entries of every record that has any: indicators first, then tasks."""
    for indicator in subject.plan.indicators:
        if indicator.measurements:
            yield ReportedEntries(subject, indicator, "measurements", indicator.measurements)
    for task in subject.plan.tasks:
        if task.updates:
            yield ReportedEntries(subject, task, "updates", task.updates)
