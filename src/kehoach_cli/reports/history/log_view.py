"""List the entries of one record, or the latest of the whole plan, with who recorded each."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister, agencies_in, register
from kehoach_cli.plan.agency import Agency, Succession
from kehoach_cli.plan.differences import Entry, HistoryKey
from kehoach_cli.plan.entries import Change, Measurement, Report, Update
from kehoach_cli.plan.history import uncorrected_indexes
from kehoach_cli.plan.in_force import AppliedChange, applied_changes, as_decided, existed_by, in_plan, record_in_force
from kehoach_cli.plan.model import Indicator, Plan, Record
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.recorded import EntryKey, Ledger, Recorded, entry_keys, keyed_entries
from kehoach_cli.plan.selection import EVERYTHING, Selection, select
from kehoach_cli.reports.record.record_data import plain_value
from kehoach_cli.vocabulary import wording

_KINDS: dict[HistoryKey, str] = {
    "added": "addition",
    "measurements": "measurement",
    "updates": "update",
    "answers": "answer",
    "removed": "removal",
    "successors": "succession",
}


class LogEntry(NamedTuple):
    """One dated entry of a record, a change of plan.yaml, or the end of an agency.

    It `counts` unless a later one corrects it. `applied` says what a change made of the record, None for another entry.
    """

    record: Record | Agency | Plan
    entry: Entry
    key: EntryKey
    counts: bool = True
    applied: AppliedChange | None = None

    @property
    def id(self) -> str | None:
        """The record's id; None for plan.yaml."""
        return None if isinstance(self.record, Plan) else self.record.id

    @property
    def name(self) -> str:
        return "Kế hoạch" if isinstance(self.record, Plan) else self.record.name

    @property
    def kind(self) -> str:
        return self.applied.kind if self.applied else _KINDS[self.key.history]


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

    @property
    def agencies(self) -> AgencyRegister:
        return register(self.plan)


def record_log(plan: Plan, record: Record, as_of: Day, limit: int = 0) -> LogView:
    """The life of one record up to `as_of`, oldest first; a limit other than 0 keeps only the latest.

    `plan` is in force on `as_of`. The ends of the agencies that the record names belong to its life.
    """
    found = [*_entries([record], as_of), *_ends(plan, [as_decided(record), record])]
    entries = sorted(found, key=lambda item: item.entry.date)
    return LogView(plan, as_of, record, tuple(entries[-limit:]), len(entries))


def plan_log(files: Plan, whole: Plan, selection: Selection, as_of: Day, limit: int) -> LogView:
    """The latest entries of the selected records up to `as_of`, newest first; a limit of 0 keeps all.

    `files` is the plan as its files have it, `whole` as it was in force on `as_of`. Records that were taken out by then
    have their entries too. The changes of plan.yaml stand in the log of the whole plan alone.
    """
    records = select(existed_by(files, as_of), register(whole), selection).records
    found = [*_entries(records, as_of), *_ends(whole, None if selection == EVERYTHING else records)]
    if selection == EVERYTHING:
        header = files._replace(changes=whole.changes)
        keys = entry_keys("", "changes", header.changes)
        applied = {id(each.change): each for each in applied_changes(header)}
        found += [
            LogEntry(header, change, key, applied=applied[id(change)])
            for key, change in zip(keys, header.changes, strict=True)
        ]
    entries = sorted(found, key=lambda item: item.entry.date, reverse=True)
    return LogView(whole, as_of, None, tuple(entries[:limit] if limit else entries), len(entries))


def _entries(records: Iterable[Record], as_of: Day) -> Iterator[LogEntry]:
    for record in records:
        record = as_decided(record_in_force(record, as_of))
        reports: Sequence[Report] = record.measurements if isinstance(record, Indicator) else record.updates
        answers: Sequence[Report] = record.answers
        standing = {id(each[index]) for each in (reports, answers) for index in uncorrected_indexes(each)}
        changes = {id(applied.change): applied for applied in applied_changes(record)}
        for key, entry in keyed_entries(record):
            counts = not isinstance(entry, Report) or (id(entry) in standing and in_plan(record, entry.date))
            yield LogEntry(record, entry, key, counts, changes.get(id(entry)))


def _ends(plan: Plan, records: Iterable[Record] | None) -> Iterator[LogEntry]:
    """The ends of the agencies that the records name, and of their successors; None: of all agencies."""
    agencies = register(plan)
    named = {
        acting
        for record in records or ()
        for agency in agencies_in(record, None)
        for acting in agencies.line(agency, record.id)
    }
    for agency in plan.agencies:
        if agency.successors and (records is None or agency.id in named):
            [key] = entry_keys(agency.id, "successors", [agency.successors])
            yield LogEntry(agency, agency.successors, key)


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
    *("counts", "committed", "commit", "author", "recorded_at", "estimate"),
    *("set", "to", "evidence", "verdict", "judged_by", "agency", "numerator", "denominator"),
)


def log_rows(view: LogView) -> list[dict[str, Any]]:
    """One flat row per entry, with the keys of `LOG_COLUMNS`; null for keys that its kind does not have."""
    return [_row(view, item) for item in view.entries]


def _row(view: LogView, item: LogEntry) -> dict[str, Any]:
    entry, by, pending = item.entry, recording_of(view, item.key), uncommitted(view, item.key)
    row = {
        **{key: getattr(entry, key, None) for key in LOG_COLUMNS},
        "id": item.id,
        "name": item.name,
        "kind": item.kind,
        **(_change_fields(entry) if isinstance(entry, Change) else {"due": None, "fields": None}),
        "value": plain_value(entry)["value"] if isinstance(entry, Measurement) else None,
        "source": entry.source if isinstance(entry, Report) else entry.by,
        "counts": item.counts,
        "committed": None if by is None and not pending else not pending,
        "commit": by and by.commit,
        "author": by and by.author,
        "recorded_at": by and by.at.isoformat(),
        "set": plain_value(entry.nested()) if isinstance(entry, Change) else None,
        "to": list(entry.to) if isinstance(entry, Succession) else None,
        "evidence": list(entry.evidence) if isinstance(entry, Update) else None,
    }
    return {key: row[key] for key in LOG_COLUMNS}


def _change_fields(change: Change) -> dict[str, Any]:
    """The new deadline, if it sets one, and the names of the keys that it sets."""
    values = dict(change.set)
    return {"due": plain_value(values.get("due")), "fields": [*values]}
