"""Show the status of a plan as a page: counts, overdue items, deadlines that come next, missing data."""

from collections.abc import Sequence
from datetime import date

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.classes import ASSESSMENTS, DONE, STANDINGS
from kehoach_cli.plan.model import Record
from kehoach_cli.plan.plan_status import SOON_DAYS, PlanStatus
from kehoach_cli.plan.restatements import last_sent
from kehoach_cli.reports.listings.answers_page import coverage_words, period_words
from kehoach_cli.reports.listings.gap_columns import TONES as ASSESSMENT_TONES
from kehoach_cli.reports.listings.overdue_items import LateItem
from kehoach_cli.reports.listings.overdue_page import late_counts, unreported_tables
from kehoach_cli.reports.listings.status_summary import LATE_ASSESSMENTS, StatusView, Tally
from kehoach_cli.reports.pages import Cell, Column, Columns, Page, Table, table_of
from kehoach_cli.vocabulary import move_words, record_words, terms, wording
from kehoach_cli.vocabulary.report_words import CLASS_HEADINGS, document_kind

_ID = Column("Mã")
_NAME = Column("Nội dung", least=20, wrap=True, lines=2)
_LEAD = Column("Chủ trì", least=12, rank=1, wrap=True, lines=2)
_END = Column("Hạn", align="right")


def status_page(view: StatusView, agencies: AgencyRegister) -> Page:
    """The page; tables without rows are left out."""
    status = view.status
    plan = status.plan
    decision = f"{document_kind(plan.number)} số {plan.number} ngày {wording.day(plan.date)}"
    lines = [plan.title, f"{decision}. Tính đến ngày {wording.day(status.as_of)}."]
    if not status.recorded:
        lines.append(
            "Chưa ghi nhận tiến độ nào: chưa có kết quả chỉ tiêu, chưa có báo cáo nhiệm vụ. "
            "Số liệu dưới đây chỉ dựa vào hiện trạng và thời hạn ghi trong Kế hoạch."
        )
    if closed := last_sent(plan, status.as_of):
        report = wording.inline(move_words.report(closed.closings[-1]))
        lines.append(f"Kỳ chốt gần nhất: {wording.period(closed.period)}, {report}.")
    if view.duties.duties and plan.date <= view.duties.window.last_day:
        lines.append(f"{wording.sentence(period_words(view.duties))}: {coverage_words(view.duties)}.")
    if view.provisional:
        ids = ", ".join(item.indicator.id for item in view.provisional)
        lines.append(f"Giá trị tạm tính, chưa đủ cơ quan báo cáo: {ids} ({len(view.provisional)} chỉ tiêu).")
    tables = [
        _class_table(view),
        _tally_table("Theo nhóm", "Nhóm", (*view.pillars, view.total)),
        _tally_table("Theo cơ quan chủ trì", "Cơ quan", view.agencies),
        _overdue_table(view, agencies),
        *unreported_tables(view.overdue, agencies),
        _soon_table(status, agencies),
        _no_data_table(status, agencies),
    ]
    return Page(tuple(lines), tuple(table for table in tables if table.rows))


def _class_table(view: StatusView) -> Table:
    """Assessments of indicators beside standings of tasks. Empty classes are left out."""
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


_BEHIND_OR_NOT_MET = f"{terms.ASSESSMENT['behind']}, {wording.inline(terms.ASSESSMENT['not_met'])}"
_NOT_YET_MET = terms.ASSESSMENT["not_yet_met"]
_TALLY: Columns[Tally] = [
    (Column("Chỉ tiêu", align="right"), lambda tally: str(tally.assessments.total())),
    (Column(CLASS_HEADINGS["dat_vuot"], align="right"), lambda tally: _sum(tally, "met", "exceeded")),
    (Column(terms.ASSESSMENT["on_track"], rank=2, align="right"), lambda tally: _sum(tally, "on_track")),
    (Column(_BEHIND_OR_NOT_MET, rank=1, align="right"), lambda tally: _sum(tally, *LATE_ASSESSMENTS)),
    (Column(_NOT_YET_MET, rank=2, align="right"), lambda tally: _sum(tally, "not_yet_met")),
    (Column(terms.ASSESSMENT["not_assessable"], rank=3, align="right"), lambda tally: _sum(tally, "not_assessable")),
    (Column("Nhiệm vụ", align="right"), lambda tally: str(tally.standings.total())),
    (Column("Hoàn thành", align="right"), lambda tally: str(sum(tally.standings[name] for name in DONE))),
    (Column("Quá hạn", align="right"), lambda tally: _overdue(tally.standings["open_overdue"])),
]


def _sum(tally: Tally, *assessments: str) -> str:
    return str(sum(tally.assessments[name] for name in assessments))


def _overdue(late: int) -> Cell:
    return Cell(str(late), "bad" if late else "plain")


def _tally_table(title: str, column: str, tallies: Sequence[Tally]) -> Table:
    """What is not met yet has its column only where there is some: few plans have ranks or verdicts."""
    some = any(tally.assessments["not_yet_met"] for tally in tallies)
    counts = [each for each in _TALLY if some or each[0].title != _NOT_YET_MET]
    return table_of(title, [(Column(column, least=16, wrap=True, lines=3), lambda tally: tally.name), *counts], tallies)


def _overdue_table(view: StatusView, agencies: AgencyRegister) -> Table:
    columns: Columns[LateItem] = [
        (_ID, lambda item: item.id),
        (_NAME, lambda item: item.listed_as),
        (_LEAD, lambda item: agencies.names(item.record.lead, item.id)),
        (_END, lambda item: wording.day(item.end)),
        (Column("Trễ (ngày)", align="right"), lambda item: Cell(str(item.days_late), "bad")),
    ]
    return table_of(f"Quá hạn: {late_counts(view.overdue)}", columns, view.overdue.items)


def _soon_table(status: PlanStatus, agencies: AgencyRegister) -> Table:
    tasks, indicators = status.due_soon_tasks(), status.due_soon_indicators()
    soon: list[tuple[Record, date | None]] = [
        *((item.task._replace(name=record_words.listed_name(item)), item.due.end) for item in tasks),
        *((item.indicator, item.in_hand and item.in_hand.goal.end) for item in indicators),
    ]
    columns: Columns[tuple[Record, date]] = [
        (_ID, lambda item: item[0].id),
        (_NAME, lambda item: item[0].name),
        (_LEAD, lambda item: agencies.names(item[0].lead, item[0].id)),
        (_END, lambda item: wording.day(item[1])),
        (Column("Còn (ngày)", align="right"), lambda item: str((item[1] - status.as_of).days)),
    ]
    title = f"Đến hạn trong {SOON_DAYS} ngày tới: {wording.counted(len(tasks), len(indicators))}"
    dated = [(record, end) for record, end in soon if end]
    return table_of(title, columns, sorted(dated, key=lambda item: item[1]))


def _no_data_table(status: PlanStatus, agencies: AgencyRegister) -> Table:
    """One row per lead: the indicators to ask it about."""
    missing: dict[str, list[str]] = {}
    for item in status.without_data:
        missing.setdefault(agencies.names(item.indicator.lead, item.indicator.id), []).append(item.indicator.id)
    columns: Columns[tuple[str, list[str]]] = [
        (Column("Cơ quan chủ trì", least=20, wrap=True), lambda item: item[0]),
        (Column("Số", align="right"), lambda item: str(len(item[1]))),
        (Column("Chỉ tiêu", least=24, wrap=True), lambda item: ", ".join(item[1])),
    ]
    title = f"Chưa có số liệu kể từ hiện trạng ({len(status.without_data)} chỉ tiêu)"
    return table_of(title, columns, missing.items())
