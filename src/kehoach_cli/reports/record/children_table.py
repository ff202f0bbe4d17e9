"""The records under a record, each with its assessment or its standing."""

from kehoach_cli.plan.gaps import progress
from kehoach_cli.plan.hierarchy import children_of
from kehoach_cli.plan.model import Indicator, Plan, Record
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.standing import task_status
from kehoach_cli.reports.listings.gap_columns import TONES
from kehoach_cli.reports.pages import Cell, Column, Table
from kehoach_cli.vocabulary import record_words, terms


def children_table(record: Record, plan: Plan, as_of: Day) -> tuple[Table, ...]:
    """The table; nothing for a record that has none under it."""
    rows = tuple((each.id, each.name, _how_it_stands(each, plan, as_of)) for each in children_of(plan, record))
    head = "Đánh giá" if isinstance(record, Indicator) else "Tiến độ"
    columns = (Column("Mã"), Column("Nội dung", least=20, wrap=True), Column(head, least=14, wrap=True))
    return (Table("Gồm", columns, rows),) if rows else ()


def _how_it_stands(record: Record, plan: Plan, as_of: Day) -> Cell | str:
    if record.heading:
        return "(đề mục)"
    if isinstance(record, Indicator):
        assessment = progress(record, as_of).assessment
        return Cell(terms.ASSESSMENT[assessment], TONES[assessment])
    return record_words.standing(task_status(record, plan, as_of))
