"""The parts of a record: what each of those who must answer it has reported, as a table and as data."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.entries import Report
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.model import OF_ONE, Indicator
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.plan.wholes import figures_of
from kehoach_cli.reports.pages import Cell, Column, Columns, Table, table_of
from kehoach_cli.reports.record.record_data import plain_value
from kehoach_cli.reports.record.record_facts import entry_note
from kehoach_cli.vocabulary import answer_words, entry_words, terms, wording

_REACHED = {
    True: Cell(terms.ASSESSMENT["met"], "good"),
    False: Cell(terms.ASSESSMENT["not_yet_met"], "warning"),
    None: Cell(wording.UNKNOWN),
}


class AnswerLine(NamedTuple):
    """One answer and whose it is; `reached`: whether the body reaches the target, None where that cannot be said.

    `remarks` are what stands beside it: whose it was, from which period, and its own note.
    """

    body: str
    entry: Report
    reached: bool | None
    remarks: str


def answers_table(item: Progress | TaskStatus, agencies: AgencyRegister, since: Day) -> tuple[Table, ...]:
    """One row per answer that stands, then one of all who have not answered.

    Nothing for a record that one leads, nor where nobody has answered what is not asked for a whole. Answers from
    before the day `since` are from an earlier period.
    """
    whole, record = item.whole, item.record
    if whole is None or not (whole.entries or record.parts):
        return ()
    lines = [*answer_lines(item, agencies, since)]
    compared = bool(lines) and isinstance(record, Indicator) and record.parts in OF_ONE
    said = Column("Kết quả" if isinstance(item, Progress) else "Tình hình", least=12, wrap=True)
    columns: Columns[AnswerLine] = [
        (Column("Cơ quan", least=14, wrap=True), lambda line: line.body),
        (said, lambda line: entry_words.said(line.entry, entry_words.unit_of(record, line.entry))),
        (Column("Ngày", align="right"), lambda line: wording.day(line.entry.date)),
        *([(Column("Đạt", rank=1), lambda line: _REACHED[line.reached])] if compared else []),
        (Column("Văn bản", least=10, rank=2, wrap=True), lambda line: line.entry.source or ""),
        (Column("Ghi chú", least=12, wrap=True), lambda line: line.remarks),
    ]
    title = f"Báo cáo của cơ quan: {answer_words.coverage(whole.coverage)}"
    note = "" if record.parts else "Kết quả chung không tính từ các báo cáo này, chỉ lấy số liệu, tình hình chung."
    table = table_of(title, columns, lines, note)
    if silent := silent_bodies(item, agencies):
        table = table._replace(rows=(*table.rows, (silent, "chưa báo cáo", *[""] * (len(columns) - 2))))
    return (table,)


def answer_lines(item: Progress | TaskStatus, agencies: AgencyRegister, since: Day) -> Iterator[AnswerLine]:
    """Each answer that stands on the day; those from before the day `since` are from an earlier period."""
    for part in item.whole.parts if item.whole else ():
        body = answer_words.body(part.respondent, agencies)
        for entry in part.entries:
            whose = [f"báo cáo của {agencies.short_names([entry.agency or ''])}"] if entry.agency != part.agency else []
            whose += ["số kỳ trước"] if entry.date < since else []
            yield AnswerLine(body, entry, _reached(item, entry), _remarks(entry, *whose))
    counted = item.record.parts not in (None, "each")
    held = f"{'tính tạm đến khi có' if counted else 'chờ'} báo cáo của cơ quan tiếp nhận"
    for each in (entry for entries in (item.whole.held if item.whole else ()) for entry in entries):
        yield AnswerLine(agencies.short_name(each.agency or ""), each, _reached(item, each), _remarks(each, held))


def _remarks(entry: Report, *aside: str) -> str:
    return "; ".join(filter(None, [*aside, entry_note(entry, counts=True)]))


def silent_bodies(item: Progress | TaskStatus, agencies: AgencyRegister) -> str:
    """The bodies that have not answered, by name; "" without one."""
    missing = [part for part in item.whole.parts if not part.answered] if item.whole else []
    aside = " (chưa có báo cáo từ khi sắp xếp)"
    names = [f"{answer_words.body(part.respondent, agencies)}{aside * bool(part.entries)}" for part in missing]
    return ("; " if any("," in name for name in names) else ", ").join(names)


def _reached(item: Progress | TaskStatus, *entries: Report) -> bool | None:
    """Whether the figures reach the target; None without figures, or without a target of one part."""
    figures = figures_of(entries)
    if isinstance(item, TaskStatus) or not (figures and item.goals and item.indicator.parts in OF_ONE):
        return None
    return all(item.reaches(entry.value) for entry in figures)


def parts_data(item: Progress | TaskStatus, since: Day) -> dict[str, Any]:
    """Those who must answer, each with the answers that stand for it, and the answers of split agencies that stand."""
    whole = item.whole
    return {
        "parts": [
            {
                "agency": part.agency,
                "acts_for": list(part.respondent.acts_for),
                "group": part.respondent.group,
                "answered": part.answered,
                "earlier_period": part.date is not None and part.date < since,
                "reached": _reached(item, *part.entries),
                "entries": [plain_value(entry) for entry in part.entries],
            }
            for part in (whole.parts if whole else ())
        ],
        "held": [plain_value(entry) for entries in (whole.held if whole else ()) for entry in entries],
    }
