"""Give one record as plain data, schema 2: its fields, and its progress or standing on a day.

A record that is no longer in the plan has neither, nor has a heading.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from kehoach_cli.plan.agency import Succession
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.entries import OF_ANSWERS, Change, Measurement
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.hierarchy import children_of
from kehoach_cli.plan.in_force import applied_changes, as_decided
from kehoach_cli.plan.model import IN_FORCE_ONLY, Plan, Record
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.plan.values import Target
from kehoach_cli.reports.listings.gap_columns import deadline_data, exact, nested_data, progress_data


def indicator_data(item: Progress, plan: Plan) -> dict[str, Any]:
    head = {"schema": 2, "as_of": item.as_of, "kind": "indicator"}
    standing = {**progress_data(item), **nested_data(item), "breaches": list(item.breaches)}
    return head | _record_data(item.indicator, plan) | {"progress": standing if _counts(item.indicator) else None}


def task_data(item: TaskStatus, plan: Plan) -> dict[str, Any]:
    head = {"schema": 2, "as_of": item.as_of, "kind": "task"}
    standing = {**standing_data(item), "deadline": deadline_data(item.due)}
    return head | _record_data(item.task, plan) | {"standing": standing if _counts(item.task) else None}


def _counts(record: Record) -> bool:
    return not (record.removed or record.heading)


def _record_data(record: Record, plan: Plan) -> dict[str, Any]:
    """The record as the decision has it, the keys that later documents changed, by dotted name, as in force, and the
    ids of the records under it.
    """
    changed = {field: value for change in applied_changes(record) for field, _, value in change.fields}
    return {
        "record": plain_value(as_decided(record)),
        "in_force": {key: plain_value(changed[key]) for key in changed},
        "children": [each.id for each in children_of(plan, record)],
    }


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
        "answered": item.whole and item.whole.answered,
        "must_answer": item.whole and len(item.whole.parts),
        "answers_at_least": item.whole and not item.whole.complete,
        "parts_done": item.parts_done and item.parts_done[0],
    }


def plain_value(value: Any) -> Any:
    """A record's value as in the plan's files: deadlines as worded, named tuples as mappings, tuples as lists."""
    match value:
        case Due():
            return value.text or None
        case str() | date() | bool() | int() | None:
            return value
        case Period():
            return str(value)
        case Target(bound="words"):
            return {**value._asdict(), "min": None, "max": None, "kind": "words"}
        case Target():
            return {**value._asdict(), "kind": "range" if value.min < value.max else "value"}
        case Measurement(verdict=str()):
            return {**plain_value(value._replace(verdict=None)), "value": None, "verdict": value.verdict}
        case Decimal():
            return exact(value)
        case Change():
            return {**value._asdict(), "set": plain_value(value.nested())}
        case Succession():
            return {**value._asdict(), "to": list(value.to), "takes": dict(value.takes)}
        case Mapping():
            return {key: plain_value(part) for key, part in value.items()}
        case tuple() if hasattr(value, "_asdict"):
            left_out = IN_FORCE_ONLY if getattr(value, "agency", True) else OF_ANSWERS
            return {key.rstrip("_"): plain_value(part) for key, part in value._asdict().items() if key not in left_out}
        case _:
            return [plain_value(part) for part in value]
