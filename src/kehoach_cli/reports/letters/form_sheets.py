"""Lay a form out as the sheets of a workbook."""

from collections.abc import Mapping, Sequence

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.reports.letters.form_guide import form_facts, form_guide, form_title
from kehoach_cli.reports.letters.form_rules import cell_rule
from kehoach_cli.reports.letters.form_view import FormRow, FormView, cell_text
from kehoach_cli.tables.writing.sheet import BookProperties, Sheet, SheetCell
from kehoach_cli.vocabulary import form_words, wording

_WIDTHS: Mapping[str, float] = {
    "id": 16,
    "name": 34,
    "unit": 8,
    "target": 15,
    "due": 12,
    "previous": 16,
    "value": 9,
    "numerator": 9,
    "denominator": 9,
    "date": 12,
    "estimate": 10,
    "source": 16,
    "judged_by": 16,
    "note": 17,
    "state": 13,
    "percent": 7,
    "difficulties": 18,
    "proposals": 18,
}
_COVER_WIDTHS = (32, 96, 0)
_HIDDEN = 0


def form_sheets(view: FormView, agencies: AgencyRegister) -> list[Sheet]:
    """The cover, and a sheet each of indicators and of tasks where there are any."""
    parts = (
        (form_words.INDICATOR_SHEET, form_words.INDICATORS, view.indicators),
        (form_words.TASK_SHEET, form_words.TASKS, view.tasks),
    )
    return [_cover(view, agencies), *(_part(view, *part, agencies) for part in parts if part[-1])]


def form_properties(view: FormView) -> BookProperties:
    """What the file says of itself."""
    return BookProperties(form_title(view), view.plan.issuer, view.as_of)


def _cover(view: FormView, agencies: AgencyRegister) -> Sheet:
    guide = form_guide(view)
    labelled = [*form_facts(view, agencies), ("Cách điền", guide[0]), *(("", line) for line in guide[1:])]
    identity = view.cover.text()
    rows = (
        (SheetCell("title", form_title(view).upper()),),
        *((SheetCell("label", label), SheetCell("line", text)) for label, text in labelled),
        (),
        *(
            (SheetCell("locked", words), SheetCell("fill", rule=cell_rule(key, view)), SheetCell("line", identity))
            for key, words in form_words.COVER.items()
        ),
    )
    return Sheet(form_words.COVER_SHEET, _COVER_WIDTHS, rows)


def _part(
    view: FormView, name: str, words: Mapping[str, str], rows: Sequence[FormRow], agencies: AgencyRegister
) -> Sheet:
    keys = [key for key in words if any(key in (*row.locked, "previous", *row.fill) for row in rows)]
    title = f"{name} – {wording.period(view.period)} – {agencies.short_name(view.agency)}"
    headings = _with_identity(form_words.IDENTITY, [SheetCell("heading", words[key]) for key in keys])
    body = (_with_identity(row.identity.text(), [_cell(key, view, row) for key in keys]) for row in rows)
    widths = [_WIDTHS[key] for key in keys]
    return Sheet(
        name, (widths[0], _HIDDEN, *widths[1:]), ((SheetCell("title", title),), headings, *body), head=2, fixed=3
    )


def _with_identity(identity: str, cells: Sequence[SheetCell]) -> tuple[SheetCell, ...]:
    """The identity stands within the table, so that whoever copies the table copies it too."""
    return (cells[0], SheetCell("locked", identity), *cells[1:])


def _cell(key: str, view: FormView, row: FormRow) -> SheetCell:
    if key in row.fill:
        return SheetCell("fill", rule=cell_rule(key, view, row))
    return SheetCell("locked", cell_text(row, key))
