"""The morning page for a person."""

from datetime import date

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.gaps import ASSESSMENTS
from kehoach_cli.plan.model import Record
from kehoach_cli.plan.plan_status import SOON_DAYS, Picture
from kehoach_cli.plan.standing import STANDINGS
from kehoach_cli.reports.listings.gap_table import TONES as ASSESSMENT_TONES
from kehoach_cli.reports.listings.overdue_page import late_counts, quiet_tables
from kehoach_cli.reports.listings.status_summary import LATE_ASSESSMENTS, StatusView, Tally
from kehoach_cli.reports.pages import Cell, Column, Page, Table
from kehoach_cli.vocabulary import terms, wording
from kehoach_cli.vocabulary.report_words import document_kind


def status_page(view: StatusView, agencies: AgencyRegister) -> Page:
    """The view for a person."""
    picture = view.picture
    plan = picture.plan
    decision = f"{document_kind(plan.number)} số {plan.number} ngày {wording.day(plan.date)}"
    lines = [plan.title, f"{decision}. Tính đến ngày {wording.day(picture.as_of)}."]
    if not picture.recorded:
        lines.append(
            "Chưa ghi nhận tiến độ nào: chưa có kết quả chỉ tiêu, chưa có báo cáo nhiệm vụ. "
            "Số liệu dưới đây chỉ dựa vào hiện trạng và thời hạn ghi trong Kế hoạch."
        )
    tables = [
        _class_table(view),
        _pillar_table(view),
        _agency_table(view),
        _overdue_table(view, agencies),
        *quiet_tables(view.overdue, agencies),
        _soon_table(picture, agencies),
        _no_data_table(picture, agencies),
    ]
    return Page(tuple(lines), tuple(table for table in tables if table.rows))


def _class_table(view: StatusView) -> Table:
    """Assessments of indicators beside standings of tasks; empty classes are left out."""
    left: list[tuple[Cell | str, str]] = [
        (Cell(terms.ASSESSMENT[name], ASSESSMENT_TONES[name]), str(view.total.assessments[name]))
        for name in ASSESSMENTS
        if view.total.assessments[name]
    ]
    right: list[tuple[Cell | str, str]] = [
        (Cell(terms.STANDING[name], "bad" if name == "open_overdue" else "plain"), str(view.total.standings[name]))
        for name in STANDINGS
        if view.total.standings[name]
    ]
    height = max(len(left), len(right))
    left += [("", "")] * (height - len(left))
    right += [("", "")] * (height - len(right))
    columns = (
        Column(f"Chỉ tiêu ({view.total.assessments.total()})", least=18, wrap=True),
        Column("Số", align="right"),
        Column(f"Nhiệm vụ ({view.total.standings.total()})", least=18, wrap=True),
        Column("Số", align="right"),
    )
    return Table("", columns, tuple((*one, *other) for one, other in zip(left, right, strict=True)))


_TALLY_COLUMNS = (
    Column("Chỉ tiêu", align="right"),
    Column("Đạt, vượt", align="right"),
    Column("Đúng tiến độ", rank=2, align="right"),
    Column("Chậm, không đạt", rank=1, align="right"),
    Column("Chưa đủ số liệu", rank=3, align="right"),
    Column("Nhiệm vụ", align="right"),
    Column("Hoàn thành", align="right"),
    Column("Quá hạn", align="right"),
)


def _tally_cells(tally: Tally) -> tuple[Cell | str, ...]:
    indicators, tasks = tally.assessments, tally.standings
    late = tasks["open_overdue"]
    return (
        str(indicators.total()),
        str(indicators["met"] + indicators["exceeded"]),
        str(indicators["on_track"]),
        str(sum(indicators[name] for name in LATE_ASSESSMENTS)),
        str(indicators["not_assessable"]),
        str(tasks.total()),
        str(tasks["done_on_time"] + tasks["done_late"]),
        Cell(str(late), "bad" if late else "plain"),
    )


def _pillar_table(view: StatusView) -> Table:
    rows = tuple((tally.name, *_tally_cells(tally)) for tally in (*view.pillars, view.total))
    return Table("Theo nhóm", (Column("Nhóm", least=16, wrap=True), *_TALLY_COLUMNS), rows)


def _agency_table(view: StatusView) -> Table:
    rows = tuple((tally.name, *_tally_cells(tally)) for tally in view.agencies)
    return Table("Theo cơ quan chủ trì", (Column("Cơ quan", least=16, wrap=True), *_TALLY_COLUMNS), rows)


_ITEM_COLUMNS = (
    Column("Mã"),
    Column("Nội dung", least=20, wrap=True, lines=2),
    Column("Chủ trì", least=12, rank=1, wrap=True, lines=2),
)


def _overdue_table(view: StatusView, agencies: AgencyRegister) -> Table:
    rows = tuple(
        (item.id, item.name, agencies.short_names(item.lead), wording.day(item.end), Cell(str(item.days_late), "bad"))
        for item in view.overdue.items
    )
    columns = (*_ITEM_COLUMNS, Column("Hạn", align="right"), Column("Trễ (ngày)", align="right"))
    return Table(f"Quá hạn: {late_counts(view.overdue)}", columns, rows)


def _soon_table(picture: Picture, agencies: AgencyRegister) -> Table:
    tasks, indicators = picture.due_soon_tasks(), picture.due_soon_indicators()
    soon: list[tuple[Record, date | None]] = [
        *((item.task, item.due.end) for item in tasks),
        *((item.indicator, item.indicator.due.end) for item in indicators),
    ]
    rows = tuple(
        (record.id, record.name, agencies.short_names(record.lead), wording.day(end), str((end - picture.as_of).days))
        for record, end in sorted(((record, end) for record, end in soon if end), key=lambda entry: entry[1])
    )
    columns = (*_ITEM_COLUMNS, Column("Hạn", align="right"), Column("Còn (ngày)", align="right"))
    title = f"Đến hạn trong {SOON_DAYS} ngày tới: {wording.counted(len(tasks), len(indicators))}"
    return Table(title, columns, rows)


def _no_data_table(picture: Picture, agencies: AgencyRegister) -> Table:
    """One row per lead agency: whom to ask, and for what."""
    missing: dict[tuple[str, ...], list[str]] = {}
    for item in picture.without_data:
        missing.setdefault(item.indicator.lead, []).append(item.indicator.id)
    rows = tuple((agencies.short_names(lead), str(len(ids)), ", ".join(ids)) for lead, ids in missing.items())
    columns = (
        Column("Cơ quan chủ trì", least=20, wrap=True),
        Column("Số", align="right"),
        Column("Chỉ tiêu", least=24, wrap=True),
    )
    return Table(f"Chưa có số liệu kể từ hiện trạng ({len(picture.without_data)} chỉ tiêu)", columns, rows)
