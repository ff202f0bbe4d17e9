"""One record as plain data, schema 1: the record itself, and its progress or standing on a day."""

from typing import Any

from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.model import Amendment, Extension, Measurement, Target, Update
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.gaps import progress_data


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
            "baseline": indicator.baseline._asdict(),
            "targets": {name: _target(target) for name, target in indicator.targets._asdict().items()},
            "due": indicator.due.text or None,
            "note": indicator.note,
            "source": indicator.source,
            "measurements": [_entry(entry) for entry in indicator.measurements],
            "amendments": [_entry(entry) for entry in indicator.amendments],
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
            "due": task.due.text or None,
            "note": task.note,
            "source": task.source,
            "updates": [_entry(entry) for entry in task.updates],
            "extensions": [_entry(entry) for entry in task.extensions],
            "amendments": [_entry(entry) for entry in task.amendments],
        },
        "standing": standing_data(item),
    }


def standing_data(item: TaskStatus) -> dict[str, Any]:
    """One task's standing as plain data."""
    return {
        "standing": item.standing,
        "state": item.state,
        "due": item.due.end,
        "due_text": item.due.text or None,
        "done_on": item.done_on,
        "days_late": item.days_late,
        "last_update": item.last_update and item.last_update.date,
        "missed_periods": [str(period) for period in item.missed_periods],
        "stale_since": item.stale_since,
    }


def _target(target: Target | None) -> dict[str, Any] | None:
    return target and target._asdict()


def _entry(entry: Measurement | Update | Extension | Amendment) -> dict[str, Any]:
    data = entry._asdict()
    if isinstance(entry, Extension):
        data["due"] = entry.due.text
    if isinstance(entry, Amendment):
        data["fields"] = list(entry.fields)
    return data
