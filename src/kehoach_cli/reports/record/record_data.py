"""Give one record as plain data, schema 1: its fields, and its progress or standing on a day."""

from datetime import date
from decimal import Decimal
from typing import Any

from kehoach_cli.plan.due import Due
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.listings.gap_columns import progress_data


def indicator_data(item: Progress) -> dict[str, Any]:
    head = {"schema": 1, "as_of": item.as_of, "kind": "indicator"}
    return {**head, "record": plain_value(item.indicator), "progress": progress_data(item)}


def task_data(item: TaskStatus) -> dict[str, Any]:
    head = {"schema": 1, "as_of": item.as_of, "kind": "task"}
    return {**head, "record": plain_value(item.task), "standing": standing_data(item)}


def standing_data(item: TaskStatus) -> dict[str, Any]:
    """One task's standing as plain data."""
    return {
        "standing": item.standing,
        "state": item.state,
        "due": item.due.end,
        "due_text": plain_value(item.due),
        "done_on": item.done_on,
        "days_late": item.days_late,
        "last_update": item.last_update and item.last_update.date,
        "missed_periods": [str(period) for period in item.missed_periods],
        "stale_since": item.stale_since,
    }


def plain_value(value: Any) -> Any:
    """A record's value as in the plan's files: deadlines as worded, named tuples as mappings, tuples as lists."""
    match value:
        case Due():
            return value.text or None
        case str() | Decimal() | date() | bool() | int() | None:
            return value
        case tuple() if hasattr(value, "_asdict"):
            return {key: plain_value(part) for key, part in value._asdict().items()}
        case _:
            return [plain_value(part) for part in value]
