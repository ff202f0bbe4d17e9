"""The measurements and updates of a plan, for rules that check both alike."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from kehoach_cli.diagnostics import FieldRef, Step
from kehoach_cli.plan.entries import Measurement, Report, Update
from kehoach_cli.plan.history import is_estimate
from kehoach_cli.plan.model import Indicator, Record, Task
from kehoach_cli.rules.rule import Subject

_ReportT = TypeVar("_ReportT", Measurement, Update)
_Placed = Iterator[tuple[_ReportT, tuple[Step, ...]]]  # each with its path in the record


class ReportedEntries(NamedTuple):
    """The figures of one indicator, its estimates, the updates of one task, or one agency's answers, as in the file.

    `key` is their key, `places` are their indexes in the list there.
    """

    subject: Subject
    record: Record
    key: str
    entries: tuple[Report, ...]
    places: tuple[int, ...]

    def at(self, index: int, field: str | None = None) -> FieldRef:
        """The entry with this index in `entries`, or one of its fields."""
        path = (self.key, self.places[index])
        return self.subject.at(self.record, *path) if field is None else self.subject.at(self.record, *path, field)

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
    for record in subject.plan.records:
        own: Sequence[Report] = record.measurements if isinstance(record, Indicator) else record.updates
        alike: dict[tuple[str, str | None, bool], list[tuple[Report, int]]] = {}
        keyed = [("measurements" if isinstance(record, Indicator) else "updates", own), ("answers", record.answers)]
        for key, entries in keyed:
            for place, entry in enumerate(entries):
                alike.setdefault((key, entry.agency, is_estimate(entry)), []).append((entry, place))
        for (key, _, _), found in alike.items():
            of_a_kind, places = zip(*found, strict=True)
            yield ReportedEntries(subject, record, key, of_a_kind, places)


def figures(indicator: Indicator) -> _Placed[Measurement]:
    """The figures of the whole, then those that agencies answer."""
    return _placed(measurements=indicator.measurements, answers=indicator.answers)


def progress(task: Task) -> _Placed[Update]:
    """The updates of the whole, then those that agencies answer."""
    return _placed(updates=task.updates, answers=task.answers)


def _placed(**histories: tuple[_ReportT, ...]) -> _Placed[_ReportT]:
    return ((entry, (key, place)) for key, entries in histories.items() for place, entry in enumerate(entries))


def work_of(entry: Update) -> str:
    """What an update is about, at the start of a sentence."""
    return "Nhiệm vụ" if entry.agency is None else "Phần việc của cơ quan"
