"""The measurements and updates of a plan, for rules that check both alike."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach_cli.diagnostics import FieldRef
from kehoach_cli.plan.entries import Report
from kehoach_cli.plan.history import is_estimate
from kehoach_cli.plan.model import Indicator, Record
from kehoach_cli.rules.rule import Subject


class ReportedEntries(NamedTuple):
    """The figures of one indicator, its estimates, or the updates of one task, in the order of the file.

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
        if self.key == "updates":
            return "tiến độ"
        return "số ước" if is_estimate(self.entries[0]) else "kết quả"


def _reports(record: Record) -> tuple[str, Sequence[Report]]:
    if isinstance(record, Indicator):
        return "measurements", record.measurements
    return "updates", record.updates


def reported_entries(subject: Subject) -> Iterator[ReportedEntries]:
    """The entries of every record that has any: indicators first, then tasks; estimates apart from figures."""
    for record in subject.plan.records:
        key, entries = _reports(record)
        for estimates in (False, True):
            found = [(entry, place) for place, entry in enumerate(entries) if is_estimate(entry) is estimates]
            if found:
                alike, places = zip(*found, strict=True)
                yield ReportedEntries(subject, record, key, alike, places)
