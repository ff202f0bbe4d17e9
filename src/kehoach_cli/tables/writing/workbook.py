"""Write sheets as an Excel file. No other module imports the library that does it."""

import textwrap
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kehoach_cli.sandbox.package.escaping import ILLEGAL
from kehoach_cli.sandbox.package.seal import CUSTOM_PART, SEAL, seal_of
from kehoach_cli.sandbox.package.zipping import own_parts, write_parts
from kehoach_cli.tables.writing.sheet import (
    BookProperties,
    Choice,
    DayBetween,
    Kind,
    Length,
    Number,
    Rule,
    Sheet,
    SheetCell,
)

LONGEST = 32_767  # UTF-16 units in a cell
_A4 = 9
_FONT = {"font_name": "Times New Roman", "font_size": 12, "font_scheme": None}
_LINE = 15.75  # points of a line of text
_SHEETS, _GIVEN_HEIGHT = "xl/worksheets/", b' customHeight="1"'
_NO_SEAL = "0" * 64
_BOXED = {"border": 1, "text_wrap": True, "valign": "vcenter"}
_LOOKS: Mapping[Kind, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 13},
    "label": {"bold": True, "text_wrap": True, "valign": "top"},
    "line": {"text_wrap": True, "valign": "top"},
    "heading": {**_BOXED, "bold": True, "align": "center", "bg_color": "#D9D9D9"},
    "locked": {**_BOXED, "indent": 1, "bg_color": "#F2F2F2"},
    "fill": {**_BOXED, "indent": 1, "locked": False},
}
_INDENT = 2  # digits that it takes of a cell's width
_RIGHT = {"align": "right"}  # where figures and days stand, which an indent alone would move to the left
_AS_TEXT = 49  # Excel's number for its format "@"
_NUMBER_FORMATS = {DayBetween: "d/m/yyyy", Number: "General", Choice: _AS_TEXT, Length: _AS_TEXT}


class NotWritable(ValueError):
    """The library refused a part of a sheet, which is a fault of who made the sheet."""


def write_workbook(sheets: Sequence[Sheet], properties: BookProperties) -> bytes:
    """The sheets as an .xlsx file, the same bytes for the same sheets, sealed as documents are.

    Sheets are protected without a password: only cells to fill can be edited. Text is never taken for a formula,
    number or address. What XML cannot hold is dropped from it; beyond LONGEST it ends in «…».

    Raises:
        NotWritable: a rule or a place is beyond what Excel allows.
    """
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, "default_format_properties": _FONT}) as workbook:
        made = datetime.combine(properties.day, time())
        workbook.set_properties({"title": properties.title, "author": properties.author, "created": made})
        _require(workbook.set_custom_property(SEAL, _NO_SEAL), "the seal")
        looks: dict[tuple[Kind, type | None], Format] = {}
        for sheet in sheets:
            _write(workbook, sheet, looks)
    parts = own_parts(stream.getvalue())
    for name in parts:
        if name.startswith(_SHEETS):  # a row as high as its text, which grows with what is typed
            parts[name] = parts[name].replace(_GIVEN_HEIGHT, b"")
    parts[CUSTOM_PART] = parts[CUSTOM_PART].replace(_NO_SEAL.encode(), seal_of(parts).encode())
    return write_parts(parts)


def _write(workbook: Workbook, sheet: Sheet, looks: dict[tuple[Kind, type | None], Format]) -> None:
    page = workbook.add_worksheet(sheet.name)
    _lay_out(page, sheet)
    ruled: dict[Rule, list[list[int]]] = {}
    for row, cells in enumerate(sheet.rows):
        lines = max((_lines(cell, width) for cell, width in zip(cells, sheet.widths, strict=False)), default=1)
        _require(page.set_row(row, _LINE * lines + 1), f"{sheet.name}: {cells}")
        for column, cell in enumerate(cells):
            key = (cell.kind, type(cell.rule.takes) if cell.rule else None)
            if key not in looks:
                looks[key] = workbook.add_format(_look(cell))
            text = _clean(cell.text)
            done = (
                page.write_string(row, column, text, looks[key])
                if text
                else page.write_blank(row, column, "", looks[key])
            )
            _require(done, f"{sheet.name}: {cell}")
            if cell.rule:
                ruled.setdefault(cell.rule, []).append([row, column, row, column])
    for rule, (first, *others) in ruled.items():
        _require(page.data_validation(*first, {**_validation(rule), "other_cells": others}), f"{sheet.name}: {rule}")


def _lay_out(page: Worksheet, sheet: Sheet) -> None:
    for column, width in enumerate(sheet.widths):
        _require(page.set_column(column, column, width or None, None, {"hidden": not width}), "a column")
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.6, right=0.4, top=0.75, bottom=0.5)
    page.center_horizontally()
    page.set_header('&C&"Times New Roman"&12&P')
    if sheet.head:
        page.freeze_panes(sheet.head, sheet.fixed)
        _require(page.repeat_rows(sheet.head - 1), "the heading")
    page.hide_gridlines(2)
    page.protect("", {"format_columns": True, "format_rows": True})


def _lines(cell: SheetCell, width: float) -> int:
    """How many lines the text takes in a column at most: letters are narrower than digits, but not where bold."""
    if cell.kind == "title" or not width:
        return 1
    room = max(1, int(width * 0.9 if cell.kind == "heading" else (width - _INDENT) * 1.15))
    return sum(len(textwrap.wrap(line, room)) if len(line) > room else 1 for line in cell.text.split("\n"))


def _look(cell: SheetCell) -> dict[str, Any]:
    of_rule = {"num_format": _NUMBER_FORMATS[type(cell.rule.takes)]} if cell.rule else {}
    aligned = _RIGHT if cell.rule and isinstance(cell.rule.takes, Number | DayBetween) else {}
    return {**_LOOKS[cell.kind], **of_rule, **aligned}


def _validation(rule: Rule) -> dict[str, Any]:
    said = {"input_title": rule.title, "input_message": rule.message}
    said |= {"error_title": rule.title, "error_message": rule.error}
    match rule.takes:
        case Choice(options):
            return {"validate": "list", "source": list(options), **said}
        case Number(least, most, whole):
            return {"validate": "integer" if whole else "decimal", **_between(least, most), **said}
        case DayBetween(first, last):
            return {"validate": "date", **_between(first, last), **said}
        case Length(most):
            return {"validate": "length", "criteria": "<=", "value": most, **said}


def _between(least: Any, most: Any) -> dict[str, Any]:
    return {"criteria": "between", "minimum": least, "maximum": most}


def _clean(text: str) -> str:
    """The text as a cell can hold it."""
    text = ILLEGAL.sub("", text)
    if text.endswith("</r>"):  # the library writes "<r>…</r>" as XML of its own
        text += " "
    units = text.encode("utf-16-le")
    if len(units) > 2 * LONGEST:
        text = units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
    return text


def _require(code: int | None, what: str) -> None:
    """Raise NotWritable unless the library has done what it was asked: it says so by 0 or nothing."""
    if code:
        raise NotWritable(f"XlsxWriter refuses ({code}) {what}")
