"""Compare two states of a plan, two revisions or two days, as data and as flat rows."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from kehoach_cli.plan.differences import Entry, PlanDifferences, RecordDifference, compare_plans
from kehoach_cli.plan.entries import LegalAct
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.movements import IndicatorMovement, Movements, TaskMovement, movements
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.reports.history.moved import MoveTeller
from kehoach_cli.reports.listings.gap_columns import progress_data
from kehoach_cli.reports.record.record_data import plain_value, standing_data

_PROGRESS = (
    *("current", "current_date", "verdict", "due", "gap_national", "gap_min", "gap_max", "share_closed"),
    *("assessment", "overdue", "milestones_missed", "answered", "must_answer", "provisional", "attaining"),
)
_STANDING = (
    *("standing", "state", "due", "due_text", "done_on", "days_late", "missed_periods", "stale_since"),
    *("answered", "must_answer", "parts_done"),
)
_KINDS = {"agencies": "agency", "indicators": "indicator", "tasks": "task"}


class Side(NamedTuple):
    """One of the two states; its plan is in force on `as_of`, `files` is the plan as its files have it.

    `label` is its name in sentences; `commit` is None for the files as they are now.
    """

    files: Plan
    plan: Plan
    as_of: Day
    label: str
    commit: str | None = None


class DiffView(NamedTuple):
    """Two states and their differences."""

    before: Side
    after: Side
    movements: Movements
    changes: PlanDifferences

    @property
    def has_changes(self) -> bool:
        closed = self.before.files.closed != self.after.files.closed
        return closed or bool(self.changes) or any(self.movements)


def diff_view(before: Side, after: Side) -> DiffView:
    earlier, now = plan_status(before.plan, before.as_of), plan_status(after.plan, after.as_of)
    return DiffView(
        before,
        after,
        movements(earlier, now),
        compare_plans(before.plan, after.plan),
    )


def diff_data(view: DiffView) -> dict[str, Any]:
    """The view as plain data, schema 2. Values of fields are as in the plan's files."""
    parts = {name: getattr(view.changes, name) for name in _KINDS}
    teller = MoveTeller(view.after.files, view.after.as_of)
    removals = removals_in(view.after.files)
    header = [view.changes.header] if view.changes.header else []
    return {
        "schema": 2,
        "before": _side_data(view.before),
        "after": _side_data(view.after),
        "moved": [teller.data(move) for move in view.movements.moves],
        "closed": [str(each.period) for each in view.after.files.closed if each not in view.before.files.closed],
        "indicators": _different(map(_indicator_data, view.movements.indicators)),
        "tasks": _different(map(_task_data, view.movements.tasks)),
        "added": [
            {**_named(kind, record), **_act_data(getattr(record, "added", None))}
            for kind, part in parts.items()
            for record in part.added
        ],
        "removed": [
            {**_named(kind, record), **_act_data(removals.get(record.id))}
            for kind, part in parts.items()
            for record in part.removed
        ],
        "renumbered": [
            {"before": earlier.id, **_named(kind, record)}
            for kind, part in parts.items()
            for earlier, record in part.renumbered
        ],
        "fields": [
            *_field_rows("plan", header),
            *(row for kind, part in parts.items() for row in _field_rows(_KINDS[kind], part.changed)),
        ],
        "entries": [
            *_entry_rows("plan", header),
            *(row for kind, part in parts.items() for row in _entry_rows(_KINDS[kind], part.changed)),
        ],
    }


def _different(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records of which these figures are others; a report that confirms them is among the entries."""
    return [row for row in rows if row["before"] != row["after"]]


def removals_in(files: Plan) -> dict[str, LegalAct]:
    """By id, the documents that took records out of the plan; of a record that is gone without one there is none."""
    return {record.id: record.removed for record in files.records if record.removed}


def _act_data(act: LegalAct | None) -> dict[str, Any]:
    return {"date": act and act.date, "by": act and act.by}


def _side_data(side: Side) -> dict[str, Any]:
    return {"label": side.label, "commit": side.commit, "as_of": side.as_of}


def _indicator_data(move: IndicatorMovement) -> dict[str, Any]:
    before, after = progress_data(move.before), progress_data(move.after)
    return {
        **{key: after[key] for key in ("id", "name", "unit")},
        "before": {key: before[key] for key in _PROGRESS},
        "after": {key: after[key] for key in _PROGRESS},
        "gap_closed": move.closed,
        "due_moved_days": move.days_moved,
        "changed_by": [applied.change.by for applied in move.reassessed_by],
    }


def _task_data(move: TaskMovement) -> dict[str, Any]:
    before, after = standing_data(move.before), standing_data(move.after)
    return {
        "id": move.after.task.id,
        "name": move.after.task.name,
        "before": {key: before[key] for key in _STANDING},
        "after": {key: after[key] for key in _STANDING},
        "due_moved_days": move.days_moved,
    }


def _named(kind: str, record: Any) -> dict[str, Any]:
    return {"kind": _KINDS[kind], "id": record.id, "name": record.name}


def _field_rows(kind: str, changes: Iterable[RecordDifference[Any]]) -> Iterator[dict[str, Any]]:
    for change in changes:
        for field, before, after in change.fields:
            yield _row(kind, change, "field", field, before, after)


def _entry_rows(kind: str, changes: Iterable[RecordDifference[Any]]) -> Iterator[dict[str, Any]]:
    """Entries added (`before` is null), altered, and removed (`after` is null)."""
    for change in changes:
        for history, before, after in _entries(change):
            yield _row(kind, change, "history", history, before, after)


def _row(kind: str, change: RecordDifference[Any], key: str, name: str, *states: Any) -> dict[str, Any]:
    before, after = map(plain_value, states)
    return {"kind": kind, "id": getattr(change.after, "id", None), key: name, "before": before, "after": after}


def _entries(change: RecordDifference[Any]) -> Iterator[tuple[str, Entry | None, Entry | None]]:
    for history in change.histories:
        for altered in history.altered:
            yield history.key, altered.before, altered.after and altered.after.entry
        for added in history.added:
            yield history.key, None, added.entry


DIFF_COLUMNS = ("change", "id", "before", "after")


def diff_rows(view: DiffView) -> list[dict[str, Any]]:
    """The view as flat rows for a spreadsheet, one per change: the value before and after."""
    return [dict(zip(DIFF_COLUMNS, row, strict=True)) for row in _flat(diff_data(view))]


def _flat(data: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    for entry in (*data["indicators"], *data["tasks"]):
        for key, before in entry["before"].items():
            if before != entry["after"][key]:
                yield key, entry["id"], before, entry["after"][key]
    for entry in data["added"]:
        yield "added", entry["id"], None, entry["name"]
    for entry in data["removed"]:
        yield "removed", entry["id"], entry["name"], None
    for entry in data["renumbered"]:
        yield "renumbered", entry["id"], entry["before"], entry["id"]
    for entry in data["fields"]:
        yield f"field {entry['field']}", entry["id"], entry["before"], entry["after"]
    for entry in data["entries"]:
        yield f"entry {entry['history']}", entry["id"], entry["before"], entry["after"]
