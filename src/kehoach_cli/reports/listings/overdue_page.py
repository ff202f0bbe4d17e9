"""What is late, for a person: by the quarter that was missed or by lead agency, then what has gone quiet."""

from collections.abc import Iterable

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.reports.listings.overdue_items import NOBODY, LateItem, OverdueView, lead_name
from kehoach_cli.reports.pages import Cell, Column, Page, Table
from kehoach_cli.vocabulary import wording


def overdue_page(view: OverdueView, agencies: AgencyRegister, *, by_agency: bool = False) -> Page:
    """The view for a person, by quarter or by lead agency."""
    day = wording.day(view.as_of)
    if not view.anything:
        return Page((f"Tính đến ngày {day}, không có nhiệm vụ hay chỉ tiêu nào quá hạn.",), ())
    head = f"Tính đến ngày {day}: {late_counts(view) or 'không có nhiệm vụ hay chỉ tiêu nào'} quá hạn."
    tables = _by_agency(view, agencies) if by_agency else _by_quarter(view, agencies)
    return Page((head,), (*tables, *quiet_tables(view, agencies)))


def late_counts(view: OverdueView) -> str:
    tasks = sum(item.kind == "task" for item in view.items)
    return wording.counted(tasks, len(view.items) - tasks)


_COLUMNS = (
    Column("Mã"),
    Column("Nội dung", least=20, wrap=True, lines=3),
    Column("Chủ trì", least=12, rank=1, wrap=True),
    Column("Thời hạn", least=10, rank=2, wrap=True),
    Column("Trễ (ngày)", align="right"),
    Column("Số quý đã qua", rank=3, align="right"),
)


def _by_quarter(view: OverdueView, agencies: AgencyRegister) -> list[Table]:
    return [
        Table(
            f"Hạn trong {wording.period(lapsed.quarter)} ({len(lapsed.items)})", _COLUMNS, _rows(lapsed.items, agencies)
        )
        for lapsed in view.quarters
    ]


def _by_agency(view: OverdueView, agencies: AgencyRegister) -> list[Table]:
    owed: dict[str, list[LateItem]] = {}
    for item in view.items:
        for agency in item.lead or (NOBODY,):
            owed.setdefault(agency, []).append(item)
    most_first = sorted(owed.items(), key=lambda entry: -len(entry[1]))
    return [
        Table(
            f"{lead_name(agency, agencies)} ({len(items)})",
            _COLUMNS,
            _rows(items, agencies),
        )
        for agency, items in most_first
    ]


def _rows(items: Iterable[LateItem], agencies: AgencyRegister) -> tuple[tuple[Cell | str, ...], ...]:
    return tuple(
        (
            item.id,
            item.name,
            agencies.short_names(item.lead) or wording.UNKNOWN,
            item.due,
            Cell(str(item.days_late), "bad"),
            str(item.quarters_late),
        )
        for item in items
    )


def quiet_tables(view: OverdueView, agencies: AgencyRegister) -> list[Table]:
    """Recurring duties with missed periods and stale work, where there are any."""
    shared = (
        Column("Mã"),
        Column("Nội dung", least=20, wrap=True, lines=3),
        Column("Chủ trì", least=12, rank=1, wrap=True),
    )
    tables = []
    if view.missed:
        rows = tuple(
            (
                status.task.id,
                status.task.name,
                agencies.short_names(status.task.lead),
                Cell(
                    ", ".join(wording.period(period).replace(" ", "\u00a0") for period in status.missed_periods), "bad"
                ),
            )
            for status in view.missed
        )
        columns = (*shared, Column("Kỳ chưa báo cáo", least=16, wrap=True))
        tables.append(Table(f"Việc định kỳ có kỳ chưa báo cáo ({len(rows)})", columns, rows))
    if view.stale:
        stale_rows = tuple(
            (
                status.task.id,
                status.task.name,
                agencies.short_names(status.task.lead),
                wording.day(status.last_update.date) if status.last_update else "chưa có",
            )
            for status in view.stale
        )
        columns = (*shared, Column("Báo cáo gần nhất", least=10, align="right"))
        tables.append(Table(f"Việc thường xuyên quá một quý không có báo cáo ({len(stale_rows)})", columns, stale_rows))
    return tables
