"""Documents as the commands make them, from plans in memory, and what stands in them as text."""

import atexit
import io
from datetime import date
from functools import cache

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from kehoach_cli.cli.documents.templates import Template, fill_template, original_template
from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.coverage import who_must_answer
from kehoach_cli.plan.data_window import last_closed
from kehoach_cli.plan.document_heads import DocumentKind
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.reports.fields.field_tree import shape_for
from kehoach_cli.reports.fields.template_kinds import JOINT_LETTER, LETTER, SUMMARY, report_kind
from kehoach_cli.reports.letters.joint_letter import joint_context
from kehoach_cli.reports.letters.letter_context import letter_context
from kehoach_cli.reports.letters.letter_items import letters_view
from kehoach_cli.reports.periodic.period_charts import period_charts
from kehoach_cli.reports.periodic.period_view import period_view
from kehoach_cli.reports.periodic.report_context import report_context
from kehoach_cli.word.output.properties import Properties
from kehoach_cli.word.render import Renderer

PROPERTIES = Properties("Báo cáo mẫu", "Ủy ban nhân dân tỉnh Mẫu", "Báo cáo", "2023-09-14", {"Kỳ báo cáo": "quý"})


@cache
def renderer() -> Renderer:
    """One child for all documents: it takes longer to start than to fill in most of them."""
    started = Renderer()
    atexit.register(started.close)
    return started


def report_of(plan: Plan, period: str, narrative: Narrative | None = None, kind: str | None = None) -> bytes:
    """The finished report on a period."""
    kind = kind or report_kind(parse_period(period))
    view = period_view(plan, parse_period(period))
    charts = period_charts(view)
    head: DocumentKind = "summary" if kind == SUMMARY else "report"
    context = report_context(view, narrative or Narrative(), charts, "0123456789", head)
    return fill_template(renderer(), Template(original_template(kind), kind, shape_for(kind)), context, PROPERTIES)


def letters_of(plan: Plan, as_of: date, reply_by: date, only: str | None = None) -> dict[str, bytes]:
    """The finished letters of a day by the agency that each goes to."""
    status = plan_status(plan, as_of)
    agencies = register(status.plan)
    duties = who_must_answer(plan, last_closed(as_of, plan), as_of, late=True)
    view = letters_view(status, duties, agencies, only)
    template = Template(original_template(LETTER), LETTER, shape_for(LETTER))
    return {
        letter.agency: fill_template(renderer(), template, letter_context(letter, view, agencies, reply_by), PROPERTIES)
        for letter in view.letters
    }


def joint_letter_of(plan: Plan, as_of: date, reply_by: date) -> bytes:
    """The finished letter of a day to all bodies."""
    status = plan_status(plan, as_of)
    agencies = register(status.plan)
    view = letters_view(status, who_must_answer(plan, last_closed(as_of, plan), as_of, late=True), agencies)
    template = Template(original_template(JOINT_LETTER), JOINT_LETTER, shape_for(JOINT_LETTER))
    return fill_template(renderer(), template, joint_context(view, agencies, reply_by), PROPERTIES)


def text_of(document: bytes) -> str:
    """The document's text from top to bottom: a paragraph a line, a table's cells between bars, sections marked."""
    word = docx.Document(io.BytesIO(document))
    lines: list[str] = []
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            lines += _rows(block)
        else:
            lines += _paragraph(block)
    return "\n".join(lines) + "\n"


def _rows(table: Table) -> list[str]:
    return ["| " + " | ".join(cell.text.replace("\n", " / ") for cell in row.cells) + " |" for row in table.rows]


def _paragraph(paragraph: Paragraph) -> list[str]:
    text = paragraph.text.replace("\u00a0", " ")
    if not text and paragraph._p.xpath(".//c:chart"):
        text = "[" + str(paragraph._p.xpath("string(.//wp:docPr/@descr)")) + "]"
    ends_section = bool(paragraph._p.xpath("./w:pPr/w:sectPr"))
    return [*([text] if text.strip() else []), *(["--- trang mới ---"] if ends_section else [])]
