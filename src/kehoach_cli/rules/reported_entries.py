"""The measurements, updates and answers of a plan, for rules that check them alike."""

from collections.abc import Iterator
from typing import Any, NamedTuple, overload

from kehoach_cli.diagnostics import FieldRef, Step
from kehoach_cli.plan.entries import Measurement, Report, Update
from kehoach_cli.plan.history import is_estimate
from kehoach_cli.plan.model import Indicator, Record, Task
from kehoach_cli.rules.rule import Subject

_Path = tuple[Step, ...]


class ReportedEntries(NamedTuple):
    """The figures of one indicator, its estimates, the updates of one task, or one agency's answers, as in the file.

    `paths` are where they stand in the record.
    """

    subject: Subject
    record: Record
    entries: tuple[Report, ...]
    paths: tuple[_Path, ...]

    def at(self, index: int, *field: str) -> FieldRef:
        """The entry with this index in `entries`, or one of its fields."""
        return self.subject.at(self.record, *self.paths[index], *field)

    @property
    def noun(self) -> str:
        """The word for an entry within a sentence."""
        if not isinstance(self.record, Indicator):
            return "tiến độ"
        return "số ước" if is_estimate(self.entries[0]) else "kết quả"


def reported_entries(subject: Subject) -> Iterator[ReportedEntries]:
    """The entries of every record that has any: indicators first, then tasks; estimates apart from figures, and each
    agency's answers by themselves.
    """
    for record in filter(has_reports, subject.plan.records):
        alike: dict[tuple[str | None, bool], list[tuple[Report, _Path]]] = {}
        for entry, path in reports(record):
            alike.setdefault((entry.agency, is_estimate(entry)), []).append((entry, path))
        for found in alike.values():
            entries, paths = zip(*found, strict=True)
            yield ReportedEntries(subject, record, entries, paths)


def has_reports(record: Record) -> bool:
    """Whether anything was reported of the record: of most records of a new plan nothing is."""
    return bool(record.answers or (record.measurements if isinstance(record, Indicator) else record.updates))


@overload
def reports(record: Indicator) -> Iterator[tuple[Measurement, _Path]]: ...
@overload
def reports(record: Task) -> Iterator[tuple[Update, _Path]]: ...
def reports(record: Record) -> Iterator[tuple[Any, _Path]]:
    """What was reported of the whole, then what agencies answered, each with its path in the record."""
    for key in ("measurements", "updates", "answers"):
        for place, entry in enumerate(getattr(record, key, ())):
            yield entry, (key, place)


def work_of(entry: Update) -> str:
    """What an update is about, at the start of a sentence."""
    return "Nhiệm vụ" if entry.agency is None else "Phần việc của cơ quan"
