"""What writing forms costs, against bare XlsxWriter writing equal sheets.

    python -m benchmarks.forms [ROUNDS]

Goal: 30 forms take at most 2 times as long. The library's side starts from cells that lie ready and writes the same
texts, formats, widths, locks and validations; kehoach's side also finds the rows, fits their heights and seals the
file.
"""

import io
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from benchmarks.measure import in_turn
from kehoach_cli.cli.plans.request import load_or_fail, locate_plan
from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.coverage import who_must_answer
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.reports.letters.form_sheets import form_properties, form_sheets
from kehoach_cli.reports.letters.form_view import FormView, form_views
from kehoach_cli.tables.writing.sheet import Choice, DayBetween, Length, Number, Rule, Sheet
from kehoach_cli.tables.writing.workbook import write_workbook

PLAN, PERIOD, DAY = Path(__file__).parent.parent / "examples", "2023-Q3", date(2023, 9, 20)
FORMS = 30
_BOXED = {"border": 1, "text_wrap": True, "valign": "vcenter"}
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 13},
    "label": {"bold": True, "text_wrap": True, "valign": "top"},
    "line": {"text_wrap": True, "valign": "top"},
    "heading": {**_BOXED, "bold": True, "align": "center", "bg_color": "#D9D9D9"},
    "locked": {**_BOXED, "bg_color": "#F2F2F2"},
    "fill": {**_BOXED, "locked": False},
}
_NUMBER_FORMATS = {DayBetween: "d/m/yyyy", Number: "General", Choice: "@", Length: "@", type(None): "General"}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    plan = load_or_fail(locate_plan(str(PLAN)))
    agencies = register(in_force(plan, DAY))

    def views() -> Sequence[FormView]:
        duties = who_must_answer(plan, parse_period(PERIOD), DAY, late=True)
        return list(islice(cycle(form_views(plan, duties, agencies, date(2023, 9, 30))), FORMS))

    ready = [form_sheets(view, agencies) for view in views()]

    def ours() -> int:
        return sum(len(write_workbook(form_sheets(view, agencies), form_properties(view))) for view in views())

    def bare() -> int:
        return sum(len(_bare(sheets)) for sheets in ready)

    seconds = in_turn({"kehoach": ours, "XlsxWriter": bare}, rounds)
    print(
        f"{FORMS} forms: kehoach {1000 * seconds['kehoach']:.0f} ms, XlsxWriter {1000 * seconds['XlsxWriter']:.0f} ms, "
    )
    print(f"ratio {seconds['kehoach'] / seconds['XlsxWriter']:.2f} (goal: 2)")


def _bare(sheets: Sequence[Sheet]) -> bytes:
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as workbook:
        formats: dict[Any, Any] = {}
        for sheet in sheets:
            page = workbook.add_worksheet(sheet.name)
            for column, width in enumerate(sheet.widths):
                page.set_column(column, column, width or None, None, {"hidden": not width})
            page.set_landscape()
            page.set_paper(9)
            page.fit_to_pages(1, 0)
            page.freeze_panes(sheet.head, sheet.fixed)
            page.protect()
            for row, cells in enumerate(sheet.rows):
                for column, cell in enumerate(cells):
                    takes = type(cell.rule.takes) if cell.rule else type(None)
                    if (cell.kind, takes) not in formats:
                        look = {"font_name": "Times New Roman", "font_size": 12, "num_format": _NUMBER_FORMATS[takes]}
                        formats[cell.kind, takes] = workbook.add_format({**look, **_LOOKS[cell.kind]})
                    page.write_string(row, column, cell.text, formats[cell.kind, takes])
                    if cell.rule:
                        page.data_validation(row, column, row, column, _options(cell.rule))
    return stream.getvalue()


def _options(rule: Rule) -> dict[str, Any]:
    said = {"input_title": rule.title, "input_message": rule.message, "error_message": rule.error}
    match rule.takes:
        case Choice(options):
            return {"validate": "list", "source": list(options), **said}
        case Number(least, most, _):
            return {"validate": "decimal", "criteria": "between", "minimum": least, "maximum": most, **said}
        case DayBetween(first, last):
            return {"validate": "date", "criteria": "between", "minimum": first, "maximum": last, **said}
        case Length(most):
            return {"validate": "length", "criteria": "<=", "value": most, **said}


if __name__ == "__main__":
    main()
