"""Ghi lùi ngày mà không nói rõ

Dòng mới có ngày trước dòng đã ghi làm đổi tình hình của những ngày đã báo cáo: một việc quá hạn có thể thành hoàn
thành đúng hạn. Số liệu nộp muộn thì vẫn ghi được, nhưng phải nói rõ ở note; đính chính thì có corrects. Hai nhánh cùng
ghi rồi gộp lại (merge) thì không dòng nào là ghi lùi, nếu mỗi dòng không lùi so với nhánh của nó.

Sai:
    updates:
      - {state: in_progress, date: 2023-09-14}
      - {state: done, date: 2023-06-29, source: CV 8/SYT}      # phiên bản trước chưa có dòng này

Đúng:
    updates:
      - {state: in_progress, date: 2023-09-14}
      - {state: done, date: 2023-06-29, source: CV 8/SYT, note: Sở Y tế báo cáo muộn}
"""

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from kehoach_cli.diagnostics import Problem
from kehoach_cli.plan.differences import Entry, HistoryKey, entries_of
from kehoach_cli.plan.entries import Report
from kehoach_cli.plan.history import is_estimate
from kehoach_cli.plan.model import Record
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.recorded import EntryKey, entry_keys
from kehoach_cli.rules.against_base.comparison import Comparison, changed_records, corrects_one_of
from kehoach_cli.rules.rule import at


class Backdated(NamedTuple):
    """A new entry, with its index in the record's history, and the last entry that the earlier state had."""

    record: Record
    history: HistoryKey
    place: int
    entry: Report
    last: Report

    @property
    def key(self) -> EntryKey:
        keys = entry_keys(self.record.id, self.history, getattr(self.record, self.history))
        return next(key for place, key in enumerate(keys) if place == self.place)


def check(comparison: Comparison) -> Iterator[Problem]:
    for found in backdated(comparison):
        if found.key not in comparison.concurrent:
            entry = comparison.titled_words(found.history, found.entry, found.record)
            yield Problem(
                f"{entry} mới thêm, lùi về trước dòng đã có: {comparison.words(found.last, found.record)}",
                "Nộp muộn thì nói rõ ở «note:»; đính chính thì thêm «corrects:» với ngày của dòng sai",
                at(found.record, found.history, found.place, "date"),
            )


def backdated(comparison: Comparison) -> Iterator[Backdated]:
    """The new entries that are earlier than the last entry of the earlier state and do not say why."""
    for change in changed_records(comparison.changes):
        for history in change.histories:
            by_agency: dict[str | None, dict[Day, Report]] = {}
            for each in _figures(entries_of(change.before, history.key)):
                by_agency.setdefault(each.agency, {})[each.date] = each
            for place, entry in history.added:
                if not isinstance(entry, Report) or is_estimate(entry):
                    continue
                before = by_agency.get(entry.agency, {})
                last = before[max(before)] if before else None
                if last is not None and entry.date < last.date and not _explained(entry, before):
                    yield Backdated(change.after, history.key, place, entry, last)


def _figures(entries: Iterable[Entry]) -> list[Report]:
    return [entry for entry in entries if isinstance(entry, Report) and not is_estimate(entry)]


def _explained(entry: Report, before: Container[Day]) -> bool:
    """Whether the entry says why it comes late or what it corrects.

    An entry of a day that already has one replaces that one: KH708's finding.
    """
    return entry.note is not None or entry.date in before or corrects_one_of(entry, before)
