"""Build the rows of tasks in a report, and group tasks by lead agency."""

from collections.abc import Iterable
from typing import Any

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.classes import DONE
from kehoach_cli.plan.in_force import departures
from kehoach_cli.plan.model import Task
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.listings.by_lead import NO_LEAD, by_lead, lead_name
from kehoach_cli.reports.periodic.cell_colors import CELL_COLORS
from kehoach_cli.reports.periodic.counts import task_counts
from kehoach_cli.reports.periodic.period_view import PeriodView
from kehoach_cli.vocabulary import answer_words, entry_words, record_words, terms, wording


def task_row(number: int, item: TaskStatus, agencies: AgencyRegister) -> dict[str, Any]:
    """One task: text and whole numbers, under the names of the template's fields."""
    task = item.task
    return {
        "stt": number,
        "ma": task.id,
        "ten": task.name,
        "chu_tri": agencies.names(task.lead, task.id) or lead_name(NO_LEAD, agencies),
        "phoi_hop": agencies.names(task.support, task.id),
        "thoi_han": wording.deadline_alone(item.due),
        "han_cuoi": wording.day(item.due.end) if item.due.end else "",
        "gia_han": _extended_from(task),
        "tinh_trang": record_words.standing(item),
        "mau_nen": CELL_COLORS.get(item.standing, ""),
        "dien_bien": _latest_report(item),
        "tien_do": _progress(item),
        "van_ban": (item.last_update.source or "") if item.last_update else "",
        "ngay_bao_cao": wording.day(item.last_update.date) if item.last_update else "",
        "ngay_hoan_thanh": wording.day(item.done_on) if item.standing in DONE and item.done_on else "",
        "so_ngay_tre": item.days_late,
        "ky_thieu": wording.periods(item.missed_periods),
        "lau_khong_bao_cao_tu": wording.day(item.stale_since) if item.stale_since else "",
        "san_pham": task.output or "",
        "minh_chung": "; ".join(item.last_update.evidence) if item.last_update else "",
        "ghi_chu": task.note or "",
    }


def _extended_from(task: Task) -> str:
    """The decision's own deadline, where a later document set another: `gia hạn từ quý III/2023`."""
    changed = departures(task).get("due")
    return f"{terms.CHANGE[changed.kind]} từ {wording.inline(record_words.due(changed.decided))}" if changed else ""


def task_rows(items: Iterable[TaskStatus], agencies: AgencyRegister) -> list[dict[str, Any]]:
    return [task_row(number, item, agencies) for number, item in enumerate(items, 1)]


def tasks_by_lead(view: PeriodView) -> list[tuple[str, list[TaskStatus]]]:
    """The tasks of each lead agency by its short name; most overdue tasks first, then most tasks.

    A task with several lead agencies is listed under each.
    """
    found = by_lead(view.now.tasks, lambda item: item.task)
    ordered = sorted(found.items(), key=lambda entry: (-len(overdue_tasks(entry[1])), -len(entry[1])))
    return [(lead_name(agency, view.agencies, [item.task for item in items]), items) for agency, items in ordered]


def agency_rows(view: PeriodView) -> list[dict[str, Any]]:
    """Each lead agency with the counts of its tasks and its overdue tasks."""
    return [
        {"stt": number, "ten": name, **task_counts(items), "ds_qua_han": task_rows(overdue_tasks(items), view.agencies)}
        for number, (name, items) in enumerate(tasks_by_lead(view), 1)
    ]


def overdue_tasks(items: Iterable[TaskStatus]) -> list[TaskStatus]:
    """The overdue tasks, the longest overdue first."""
    return sorted((item for item in items if item.standing == "open_overdue"), key=lambda item: -item.days_late)


def _latest_report(item: TaskStatus) -> str:
    """The latest report in words: `Đang thực hiện, 60% (báo cáo ngày 10/9/2023)`."""
    return _progress(item, f" (báo cáo ngày {wording.day(item.last_update.date)})" if item.last_update else "")


def _progress(item: TaskStatus, when: str = "") -> str:
    """How far the work has come: `Đang thực hiện, 60%`."""
    update = item.last_update
    if update is None:
        return answer_words.answered(item.whole) or answer_words.NO_ANSWER
    return f"{entry_words.state(update)}{when}{f': {update.note}' if update.note else ''}"
