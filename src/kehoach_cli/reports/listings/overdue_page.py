"""Show what is late as a page: by missed quarter or lead agency, then work without its reports."""

import re

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.listings.by_lead import by_lead, lead_name
from kehoach_cli.reports.listings.overdue_items import LateItem, OverdueView
from kehoach_cli.reports.pages import Cell, Column, Columns, Page, Table, table_of
from kehoach_cli.vocabulary import record_words, wording

_BEFORE_A_NUMBER = re.compile(" (?=[0-9IV])")  # no line ends there


def overdue_page(view: OverdueView, agencies: AgencyRegister, *, by_agency: bool = False) -> Page:
    """The page, by quarter or by lead agency."""
    day = wording.day(view.as_of)
    if not view.any_late:
        return Page((f"Tính đến ngày {day}, không có nhiệm vụ hay chỉ tiêu nào quá hạn.",), ())
    head = f"Tính đến ngày {day}: {late_counts(view) or 'không có nhiệm vụ hay chỉ tiêu nào'} quá hạn."
    tables = _by_agency(view, agencies) if by_agency else _by_quarter(view, agencies)
    return Page((head,), (*tables, *unreported_tables(view, agencies)))


def late_counts(view: OverdueView) -> str:
    tasks = sum(item.kind == "task" for item in view.items)
    return wording.counted(tasks, len({item.id for item in view.items if item.kind == "indicator"}))


def _by_quarter(view: OverdueView, agencies: AgencyRegister) -> list[Table]:
    columns = _late_columns(agencies)
    return [
        table_of(f"Hạn trong {wording.period(lapsed.quarter)} ({len(lapsed.items)})", columns, lapsed.items)
        for lapsed in view.quarters
    ]


def _by_agency(view: OverdueView, agencies: AgencyRegister) -> list[Table]:
    most_first = sorted(by_lead(view.items, lambda item: item.record).items(), key=lambda entry: -len(entry[1]))
    columns = _late_columns(agencies)
    return [
        table_of(f"{lead_name(agency, agencies, [item.record for item in items])} ({len(items)})", columns, items)
        for agency, items in most_first
    ]


def _late_columns(agencies: AgencyRegister) -> Columns[LateItem]:
    return [
        (Column("Mã"), lambda item: item.id),
        (Column("Nội dung", least=20, wrap=True, lines=3), lambda item: item.listed_as),
        (
            Column("Chủ trì", least=12, rank=1, wrap=True),
            lambda item: agencies.names(item.record.lead, item.id) or wording.UNKNOWN,
        ),
        (Column("Thời hạn", least=10, rank=2, wrap=True), lambda item: item.due),
        (Column("Trễ (ngày)", align="right"), lambda item: Cell(str(item.days_late), "bad")),
        (Column("Số quý đã qua", rank=3, align="right"), lambda item: str(item.quarters_late)),
    ]


def unreported_tables(view: OverdueView, agencies: AgencyRegister) -> list[Table]:
    """Recurring duties with missed periods, then stale work. Empty tables are left out."""
    work: Columns[TaskStatus] = [
        (Column("Mã"), lambda item: item.task.id),
        (Column("Nội dung", least=20, wrap=True, lines=3), record_words.listed_name),
        (Column("Chủ trì", least=12, rank=1, wrap=True), lambda item: agencies.names(item.task.lead, item.task.id)),
    ]
    missed: Columns[TaskStatus] = [*work, (Column("Kỳ chưa báo cáo", least=16, wrap=True), _missed_periods)]
    stale: Columns[TaskStatus] = [*work, (Column("Báo cáo gần nhất", least=10, align="right"), _last_report)]
    tables = (
        table_of(f"Việc định kỳ có kỳ chưa báo cáo ({len(view.missed)})", missed, view.missed),
        table_of(f"Việc thường xuyên quá một quý không có báo cáo ({len(view.stale)})", stale, view.stale),
    )
    return [table for table in tables if table.rows]


def _missed_periods(item: TaskStatus) -> Cell:
    return Cell(_BEFORE_A_NUMBER.sub("\u00a0", wording.periods(item.missed_periods)), "bad")


def _last_report(item: TaskStatus) -> str:
    return wording.day(item.last_update.date) if item.last_update else "chưa có"
