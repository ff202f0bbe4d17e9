"""Summarise a record right after new entries: the entries, the gaps left, and where it stands."""

from collections.abc import Sequence
from decimal import Decimal

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.differences import Entry
from kehoach_cli.plan.gaps import Distance, Progress, progress
from kehoach_cli.plan.model import Indicator, Plan, Record
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.standing import TaskStatus, task_status
from kehoach_cli.reports.record.record_page import conclusion_line, due_wording, standing_wording
from kehoach_cli.vocabulary import record_words, terms, wording


def entry_summary_lines(entries: Sequence[Entry], record: Record, plan: Plan, as_of: Day) -> list[str]:
    """The record, its new entries, and where it stands on `as_of`. `plan` already holds the entries."""
    lines = [f"{record.id}: {record.name}"]
    agencies, names, unit = register(plan), plan.target_names, record_words.unit_of(record)
    lines += [f"Mới ghi: {record_words.entry(entry, unit, agencies, names)}." for entry in entries]
    if isinstance(record, Indicator):
        return lines + _indicator_lines(progress(record, as_of), plan)
    return lines + _task_lines(task_status(record, plan, as_of))


def _indicator_lines(item: Progress, plan: Plan) -> list[str]:
    lines = []
    if item.current and item.measured:
        value = wording.quantity(item.current.value, item.indicator.unit)
        lines.append(f"Số liệu mới nhất: {value} (ngày {wording.day(item.current.date)}).")
    gaps = [
        _distance_words(distance.goal, distance.left, f"mức {name}", item.indicator.unit)
        for distance, name in _distances(item, plan)
        if distance is not None and distance.left is not None
    ]
    if gaps:
        lines.append(f"{wording.sentence('; '.join(gaps))}.")
    return [*lines, conclusion_line(terms.ASSESSMENT[item.assessment], item.as_of)]


def _distances(item: Progress, plan: Plan) -> list[tuple[Distance | None, str]]:
    """The distances to show, each with its name, the binding one first. A range has one to each end."""
    names, low, high = plan.target_names, item.provincial_min, item.provincial_max
    if low == high:
        return [(low, names.provincial), (item.national, names.national)]
    near, far = (low, high) if item.indicator.direction == "increase" else (high, low)
    return [
        (near, f"{names.provincial} phải đạt"),
        (far, f"{names.provincial} cao nhất"),
        (item.national, names.national),
    ]


def _distance_words(goal_value: Decimal, left: Decimal, name: str, unit: str) -> str:
    goal = wording.quantity(goal_value, unit)
    if left > 0:
        return f"khoảng cách còn {wording.gap(left, unit)} đến {name} ({goal})"
    return f"đã vượt {name} ({goal}) {wording.gap(-left, unit)}" if left < 0 else f"đã đạt {name} ({goal})"


def _task_lines(item: TaskStatus) -> list[str]:
    late = f", trễ {item.days_late} ngày" if item.days_late else ""
    return [
        f"Thời hạn: {wording.inline(due_wording(item.due))}.",
        conclusion_line(f"{standing_wording(item)}{late}", item.as_of),
    ]
