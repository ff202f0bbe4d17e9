"""List the selected tasks with their standing on a day, as a table and as data."""

from typing import Any

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.plan_status import PlanStatus
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.listings.gap_columns import deadline_data
from kehoach_cli.reports.listings.outline_table import outline_table
from kehoach_cli.reports.pages import Cell, Column, Columns, Page
from kehoach_cli.reports.record.record_data import standing_data
from kehoach_cli.vocabulary import record_words, terms, wording
from kehoach_cli.vocabulary.wording import UNKNOWN


def tasks_data(status: PlanStatus) -> dict[str, Any]:
    """The tasks as plain data, schema 1, in the order of the plan."""
    return {
        "schema": 1,
        "as_of": status.as_of,
        "plan": status.plan.number,
        "tasks": [{**_task_data(item), "deadline": deadline_data(item.due)} for item in status.tasks],
    }


def task_rows(status: PlanStatus) -> list[dict[str, Any]]:
    """The tasks as flat rows for a spreadsheet."""
    return [_task_data(item) for item in status.tasks]


def _task_data(item: TaskStatus) -> dict[str, Any]:
    task = item.task
    data = {
        "id": task.id,
        "name": task.name,
        "pillar": task.pillar,
        "lead": list(task.lead),
        "support": list(task.support),
        "origin": list(task.origin),
        "output": task.output,
        "source": task.source,
        **standing_data(item),
        "lead_now": list(task.lead_now),
        "parent": task.parent,
        "parts": task.parts,
    }
    return {key: data[key] for key in TASK_COLUMNS}


TASK_COLUMNS = (
    *("id", "name", "pillar", "lead", "support", "origin", "output", "source", "standing", "state", "due"),
    *("due_text", "done_on", "days_late", "last_update", "missed_periods", "stale_since", "lead_now", "parent"),
    *("parts", "answered", "must_answer", "answers_at_least", "parts_done"),
)


def tasks_page(status: PlanStatus, agencies: AgencyRegister) -> Page:
    """The page: one row per task."""
    head = f"Tính đến ngày {wording.day(status.as_of)}: {len(status.tasks) or 'không có'} nhiệm vụ"
    product = (Column("Sản phẩm", least=14, rank=6, wrap=True, lines=3), lambda item: item.task.output or UNKNOWN)
    products: Columns[TaskStatus] = [product] if any(item.task.output for item in status.tasks) else []
    columns: Columns[TaskStatus] = [
        (Column("Mã"), lambda item: item.task.id),
        (Column("Nội dung", least=17, wrap=True, lines=3), lambda item: item.task.name),
        (
            Column("Chủ trì", least=12, rank=1, wrap=True),
            lambda item: agencies.names(item.task.lead, item.task.id) or UNKNOWN,
        ),
        (
            Column("Xuất xứ", least=14, rank=5, wrap=True),
            lambda item: "; ".join(terms.ORIGIN[origin] for origin in item.task.origin) or UNKNOWN,
        ),
        *products,
        (Column("Thời hạn", least=12, rank=2, wrap=True), lambda item: wording.deadline(item.due) or UNKNOWN),
        (
            Column("Báo cáo gần nhất", rank=4, align="right"),
            lambda item: wording.day(item.last_update.date) if item.last_update else "chưa có",
        ),
        (
            Column("Tiến độ", least=12, wrap=True),
            lambda item: Cell(record_words.standing(item), "bad" if item.standing == "open_overdue" else "plain"),
        ),
        (Column("Trễ (ngày)", rank=3, align="right"), lambda item: str(item.days_late) if item.days_late else UNKNOWN),
    ]
    if not status.tasks:
        return Page((f"{head} nào.",), ())
    return Page((f"{head}.",), (outline_table(columns, status.plan, status.tasks, lambda item: item.task),))
