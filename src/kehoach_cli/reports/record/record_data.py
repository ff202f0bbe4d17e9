"""One record as plain data, schema 1: the record itself, and its progress or standing on a day."""

from datetime import date
from decimal import Decimal
from typing import Any

from kehoach_cli.plan.due import Due
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.listings.gap_table import progress_data


def indicator_data(item: Progress) -> dict[str, Any]:
    about = {"schema": 1, "as_of": item.as_of, "kind": "indicator"}
    return {**about, "record": plain(item.indicator), "progress": progress_data(item)}


def task_data(item: TaskStatus) -> dict[str, Any]:
    about = {"schema": 1, "as_of": item.as_of, "kind": "task"}
    return {**about, "record": plain(item.task), "standing": standing_data(item)}


def standing_data(item: TaskStatus) -> dict[str, Any]:
    """One task's standing as plain data."""
    return {
        "standing": item.standing,
        "state": item.state,
        "due": item.due.end,
        "due_text": plain(item.due),
        "done_on": item.done_on,
        "days_late": item.days_late,
        "last_update": item.last_update and item.last_update.date,
        "missed_periods": [str(period) for period in item.missed_periods],
        "stale_since": item.stale_since,
    }


def plain(value: Any) -> Any:
    """A value of a record as the plan's files have it: deadlines as worded, tuples as lists or as keys and values."""
    match value:
        case Due():
            return value.text or None
        case str() | Decimal() | date() | bool() | int() | None:
            return value
        case tuple() if hasattr(value, "_asdict"):
            return {key: plain(part) for key, part in value._asdict().items()}
        case _:
            return [plain(part) for part in value]
