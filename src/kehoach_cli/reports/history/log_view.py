"""What was reported of a record, or lately of the whole plan, and who recorded it."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from kehoach_cli.plan.changes import Entry, HistoryKey
from kehoach_cli.plan.history import entries_by
from kehoach_cli.plan.model import Amendment, Extension, Indicator, Measurement, Plan, Record, Update
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.recorded import EntryKey, Ledger, Recorded, keyed_entries

KINDS: dict[HistoryKey, str] = {
    "measurements": "measurement",
    "updates": "update",
    "extensions": "extension",
    "amendments": "amendment",
}


class LogEntry(NamedTuple):
    """One dated entry of a record; it `counts` unless a later one corrects it."""

    record: Record
    entry: Entry
    key: EntryKey
    counts: bool


class LogView(NamedTuple):
    """The entries to show, in the order to show them, out of `total` dated up to `as_of`.

    `record` is the one that was asked about, None for the whole plan. Without a `ledger` nothing is known of who
    recorded what, and `no_ledger` says why.
    """

    plan: Plan
    as_of: Day
    record: Record | None
    entries: tuple[LogEntry, ...]
    total: int
    ledger: Ledger | None = None
    no_ledger: str = ""


def record_log(plan: Plan, record: Record, as_of: Day, limit: int = 0) -> LogView:
    """What was reported of one record by that day, oldest first; only the latest entries where there is a limit."""
    entries = sorted(_entries([record], as_of), key=lambda item: item.entry.date)
    return LogView(plan, as_of, record, tuple(entries[-limit:]), len(entries))


def plan_log(whole: Plan, selected: Plan, as_of: Day, limit: int) -> LogView:
    """The latest entries of the selected records by that day, newest first; all of them where the limit is 0."""
    entries = sorted(_entries(selected.records, as_of), key=lambda item: item.entry.date, reverse=True)
    return LogView(whole, as_of, None, tuple(entries[:limit] if limit else entries), len(entries))


def _entries(records: Iterable[Record], as_of: Day) -> Iterator[LogEntry]:
    for record in records:
        reports = record.measurements if isinstance(record, Indicator) else record.updates
        corrected = set(map(id, reports)) - set(map(id, entries_by(reports, as_of)))
        for key, entry in keyed_entries(record):
            if entry.date <= as_of:
                yield LogEntry(record, entry, key, id(entry) not in corrected)


def recorded(view: LogView, key: EntryKey) -> Recorded | None:
    """Who recorded the entry, where that is known."""
    return view.ledger.recorded.get(key) if view.ledger else None


def uncommitted(view: LogView, key: EntryKey) -> bool:
    return view.ledger is not None and key in view.ledger.uncommitted


def log_data(view: LogView) -> dict[str, Any]:
    """The view as plain data, schema 1. `committed` is null where that is not known."""
    return {
        "schema": 1,
        "as_of": view.as_of,
        "plan": view.plan.number,
        "id": view.record.id if view.record else None,
        "total": view.total,
        "git": view.ledger is not None,
        "entries": log_rows(view),
    }


def log_rows(view: LogView) -> list[dict[str, Any]]:
    return [_row(view, item) for item in view.entries]


def _row(view: LogView, item: LogEntry) -> dict[str, Any]:
    by = recorded(view, item.key)
    open_ = uncommitted(view, item.key)
    return {
        "id": item.record.id,
        "name": item.record.name,
        "kind": KINDS[item.key.history],
        "date": item.entry.date,
        **_said(item.entry),
        "note": item.entry.note,
        "counts": item.counts,
        "committed": None if by is None and not open_ else not open_,
        "commit": by and by.commit,
        "author": by and by.author,
        "recorded_at": by and by.at.isoformat(),
    }


def _said(entry: Entry) -> dict[str, Any]:
    """What the entry says, under the keys that entries of every kind share; null where its kind has none."""
    said: dict[str, Any] = dict.fromkeys(("value", "state", "percent", "due", "fields", "source", "corrects"))
    match entry:
        case Measurement():
            said.update(value=entry.value, source=entry.source, corrects=entry.corrects)
        case Update():
            said.update(state=entry.state, percent=entry.percent, source=entry.source, corrects=entry.corrects)
        case Extension():
            said.update(due=entry.due.text, source=entry.by)
        case Amendment():
            said.update(fields=list(entry.fields), source=entry.by)
    return said
