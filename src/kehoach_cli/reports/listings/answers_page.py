"""Show who must answer what in a reporting period as a page, by agency or by record."""

from collections.abc import Callable

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.coverage import Duty, PeriodDuties, coverage_of
from kehoach_cli.reports.listings.answers_view import AnswersView
from kehoach_cli.reports.listings.outline_table import outline_table
from kehoach_cli.reports.pages import Cell, Column, Columns, Page, Table, table_of
from kehoach_cli.vocabulary import answer_words, wording


def answers_page(view: AnswersView, *, by_record: bool = False) -> Page:
    """The page, with a row per record or per agency."""
    duties = view.duties
    closed = ", ngày chốt số liệu" if duties.as_of == duties.window.last_day else ""
    head = f"{wording.sentence(period_words(duties))}, tính đến ngày {wording.day(duties.as_of)}{closed}."
    if not duties.duties:
        return Page((head, "Không cơ quan nào phải báo cáo."), ())
    lines = [head, f"{wording.sentence(coverage_words(duties))}."]
    if view.plan.date > duties.window.last_day:
        lines.append(f"Kế hoạch ban hành ngày {wording.day(view.plan.date)}, sau ngày chốt số liệu của kỳ này.")
    if groups := duties.open_groups:
        lines.append(f"Chưa biết đủ thành viên: {view.agencies.short_names(groups)}.")
    return Page(tuple(lines), (_by_record(view) if by_record else _by_agency(view),))


def period_words(duties: PeriodDuties) -> str:
    """`kỳ báo cáo quý III/2023 (số liệu từ ngày 15/6/2023 đến hết ngày 14/9/2023)`."""
    first, last = map(wording.day, duties.window)
    return f"kỳ báo cáo {wording.period(duties.period)} (số liệu từ ngày {first} đến hết ngày {last})"


def coverage_words(duties: PeriodDuties) -> str:
    """`đã báo cáo đủ 12/24 cơ quan, 5 cơ quan báo cáo một phần`."""
    part = f", {duties.in_part} cơ quan báo cáo một phần" if duties.in_part else ""
    return f"đã báo cáo đủ {answer_words.coverage(duties.agencies)}{part}"


def _by_agency(view: AnswersView) -> Table:
    columns: Columns[list[Duty]] = [
        (Column("Cơ quan", least=14, wrap=True), lambda duties: _agency(duties, view.agencies)),
        (Column("Đã báo cáo", align="right"), lambda duties: "{}/{}".format(*coverage_of(duties)[:2])),
        *([_SETTLED] if any(map(_without_own, view.duties.duties)) else []),
        _STILL_WANTED,
        (
            Column("Việc chưa báo cáo", least=24, wrap=True),
            lambda duties: _missing(duties, lambda duty: duty.record.id),
        ),
    ]
    return table_of("", columns, view.duties.by(lambda duty: duty.agency).values())


def _by_record(view: AnswersView) -> Table:
    columns: Columns[list[Duty]] = [
        (Column("Mã"), lambda duties: duties[0].record.id),
        (Column("Nội dung", least=14, rank=3, wrap=True, lines=3), lambda duties: duties[0].record.name),
        (Column("Đã báo cáo", align="right"), lambda duties: answer_words.coverage_cell(coverage_of(duties))),
        _STILL_WANTED,
        (Column("Cơ quan chưa báo cáo", least=24, wrap=True), lambda duties: _bodies(duties, view.agencies)),
    ]
    rows = view.duties.by(lambda duty: duty.record.id).values()
    return outline_table(columns, view.plan, rows, lambda duties: duties[0].record)


def _still_wanted(duties: list[Duty]) -> Cell:
    wanted = sum(duty.missing for duty in duties)
    return Cell(str(wanted), "warning" if wanted else "plain")


def _without_own(duty: Duty) -> bool:
    """Whether the whole is known without the body's own answer."""
    return duty.settled and not duty.answered


_STILL_WANTED = Column("Còn thiếu", rank=1, align="right"), _still_wanted
_SETTLED = Column("Đã có số chung", rank=2, align="right"), lambda duties: str(sum(map(_without_own, duties)))


def _agency(duties: list[Duty], agencies: AgencyRegister) -> str:
    """The body, with those in whose place it answers some record."""
    heir = next((duty for duty in duties if duty.respondent.acts_for), duties[0])
    return answer_words.body(heir.respondent, agencies)


def _bodies(duties: list[Duty], agencies: AgencyRegister) -> str:
    if duties[0].settled:
        return "đã có số liệu chung"
    return _missing(duties, lambda duty: answer_words.body(duty.respondent, agencies))


def _missing(duties: list[Duty], name: Callable[[Duty], str]) -> str:
    """What is missing, by since when: `CQS-01, CQS-03 (chưa báo cáo lần nào); CQS-05 (lần gần nhất 14/6/2023)`."""
    found: dict[str, list[str]] = {}
    for duty in duties:
        if duty.missing:
            since = f"lần gần nhất {wording.day(duty.latest.date)}" if duty.latest else "chưa báo cáo lần nào"
            found.setdefault(since, []).append(name(duty))
    return "; ".join(f"{', '.join(names)} ({since})" for since, names in found.items()) or wording.UNKNOWN
