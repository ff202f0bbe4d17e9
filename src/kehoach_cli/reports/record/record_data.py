"""One record as plain data, schema 1: the record itself, and its progress or standing on a day."""

from datetime import date
from decimal import Decimal
from typing import Any

from kehoach_cli.plan.due import Due
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.listings.gap_table import progress_data


def indicator_data(item: Progress) -> dict[str, Any]:
    indicator = item.indicator
    return {
        "schema": 1,
        "as_of": item.as_of,
        "kind": "indicator",
        "record": {
            "id": indicator.id,
            "name": indicator.name,
            "pillar": indicator.pillar,
            "unit": indicator.unit,
            "direction": indicator.direction,
            "lead": list(indicator.lead),
            "support": list(indicator.support),
            "oversight": list(indicator.oversight),
            "origin": list(indicator.origin),
            "baseline": plain(indicator.baseline),
            "targets": plain(indicator.targets),
            "due": plain(indicator.due),
            "note": indicator.note,
            "source": indicator.source,
            "measurements": plain(indicator.measurements),
            "amendments": plain(indicator.amendments),
        },
        "progress": progress_data(item),
    }


def task_data(item: TaskStatus) -> dict[str, Any]:
    task = item.task
    return {
        "schema": 1,
        "as_of": item.as_of,
        "kind": "task",
        "record": {
            "id": task.id,
            "name": task.name,
            "pillar": task.pillar,
            "lead": list(task.lead),
            "support": list(task.support),
            "oversight": list(task.oversight),
            "origin": list(task.origin),
            "output": task.output,
            "due": plain(task.due),
            "note": task.note,
            "source": task.source,
            "updates": plain(task.updates),
            "extensions": plain(task.extensions),
            "amendments": plain(task.amendments),
        },
        "standing": standing_data(item),
    }


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
