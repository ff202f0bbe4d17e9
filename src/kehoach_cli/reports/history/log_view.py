"""List the entries of one record, or the latest of the whole plan, with who recorded each."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from kehoach_cli.plan.differences import Entry, HistoryKey
from kehoach_cli.plan.history import entries_by
from kehoach_cli.plan.model import Amendment, Extension, Indicator, Measurement, Plan, Record, Update
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.recorded import EntryKey, Ledger, Recorded, keyed_entries
from kehoach_cli.vocabulary import wording

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
    """The entries to show, in display order, out of `total` dated up to `as_of`.

    `record` is None for the whole plan. Without a `ledger`, `no_ledger_reason` says why there is none.
    """

    plan: Plan
    as_of: Day
    record: Record | None
    entries: tuple[LogEntry, ...]
    total: int
    ledger: Ledger | None = None
    no_ledger_reason: str = ""


def record_log(plan: Plan, record: Record, as_of: Day, limit: int = 0) -> LogView:
    """The entries of one record up to `as_of`, oldest first; a limit other than 0 keeps only the latest."""
    entries = sorted(_entries([record], as_of), key=lambda item: item.entry.date)
    return LogView(plan, as_of, record, tuple(entries[-limit:]), len(entries))


def plan_log(whole: Plan, selected: Plan, as_of: Day, limit: int) -> LogView:
    """The latest entries of the selected records up to `as_of`, newest first; a limit of 0 keeps all."""
    entries = sorted(_entries(selected.records, as_of), key=lambda item: item.entry.date, reverse=True)
    return LogView(whole, as_of, None, tuple(entries[:limit] if limit else entries), len(entries))


def _entries(records: Iterable[Record], as_of: Day) -> Iterator[LogEntry]:
    for record in records:
        reports = record.measurements if isinstance(record, Indicator) else record.updates
        corrected = set(map(id, reports)) - set(map(id, entries_by(reports, as_of)))
        for key, entry in keyed_entries(record):
            if entry.date <= as_of:
                yield LogEntry(record, entry, key, id(entry) not in corrected)


def recording_of(view: LogView, key: EntryKey) -> Recorded | None:
    """Who recorded the entry, in which commit; None if unknown."""
    return view.ledger.recorded.get(key) if view.ledger else None


def uncommitted(view: LogView, key: EntryKey) -> bool:
    return view.ledger is not None and key in view.ledger.uncommitted


def git_note(view: LogView) -> str | None:
    """Why it is unknown who recorded entries, or since when it is known; None if all is known."""
    if view.ledger is None:
        return f"Không rõ ai ghi: {wording.inline(view.no_ledger_reason)}." if view.entries else None
    since = view.ledger.known_since
    if since is None:
        return None
    return (
        f"Lịch sử git ở đây chỉ có từ ngày {wording.day(since)}; mục ghi trước đó không rõ ai ghi. "
        "Tải đủ lịch sử bằng «git fetch --unshallow»."
    )


def log_data(view: LogView) -> dict[str, Any]:
    """The view as plain data, schema 1. `committed` is null if unknown; `git_note` says why."""
    return {
        "schema": 1,
        "as_of": view.as_of,
        "plan": view.plan.number,
        "id": view.record.id if view.record else None,
        "total": view.total,
        "git": view.ledger is not None,
        "git_note": git_note(view),
        "entries": log_rows(view),
    }


LOG_COLUMNS = (
    *("id", "name", "kind", "date", "value", "state", "percent", "due", "fields", "source", "corrects", "note"),
    *("counts", "committed", "commit", "author", "recorded_at"),
)


def log_rows(view: LogView) -> list[dict[str, Any]]:
    return [_row(view, item) for item in view.entries]


def _row(view: LogView, item: LogEntry) -> dict[str, Any]:
    by = recording_of(view, item.key)
    pending = uncommitted(view, item.key)
    return {
        "id": item.record.id,
        "name": item.record.name,
        "kind": KINDS[item.key.history],
        "date": item.entry.date,
        **_entry_fields(item.entry),
        "note": item.entry.note,
        "counts": item.counts,
        "committed": None if by is None and not pending else not pending,
        "commit": by and by.commit,
        "author": by and by.author,
        "recorded_at": by and by.at.isoformat(),
    }


def _entry_fields(entry: Entry) -> dict[str, Any]:
    """The entry under keys that all kinds share; null for keys that its kind does not have."""
    fields: dict[str, Any] = dict.fromkeys(("value", "state", "percent", "due", "fields", "source", "corrects"))
    match entry:
        case Measurement():
            fields.update(value=entry.value, source=entry.source, corrects=entry.corrects)
        case Update():
            fields.update(state=entry.state, percent=entry.percent, source=entry.source, corrects=entry.corrects)
        case Extension():
            fields.update(due=entry.due.text, source=entry.by)
        case Amendment():
            fields.update(fields=list(entry.fields), source=entry.by)
    return fields
