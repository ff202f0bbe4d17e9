"""Read the sheets of a LibreOffice workbook. Cells: OpenDocument 1.3 part 3, §9.1.4; values: §19.385 and on."""

from collections.abc import Iterator

from kehoach_cli.sandbox.package.xml import Element
from kehoach_cli.tables.grid import Cell, Grid, Remark
from kehoach_cli.tables.number_formats import iso_day_text, number_text
from kehoach_cli.tables.sheet_rows import Merge, place_of, sheet_grid, sheet_title
from kehoach_cli.tables.table_limits import MANY_ROWS, MAX_COLUMNS, MAX_ROWS, Counter, TooLarge, plain

_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_T = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_X = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ERROR_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_CELL, _COVERED = f"{_T}table-cell", f"{_T}covered-table-cell"
_BETWEEN = {f"{_X}s": " ", f"{_X}tab": " ", f"{_X}line-break": "\n"}
_MOST_SPACES = 100  # that one element stands for


def read_spreadsheet(content: Element, name: str) -> Iterator[Grid]:
    """The sheets of the spreadsheet in their order; `content` is the root of its content, `name` the file's.

    Raises:
        TooLarge: there is more than the limits allow.
    """
    counter = Counter()
    for table in content.iterfind(f"{_O}body/{_O}spreadsheet/{_T}table"):
        if table.find(f"{_T}table-source") is None:  # else it is a copy of another file's sheet
            yield _read_sheet(table, sheet_title(name, table.get(f"{_T}name") or ""), counter)


def _read_sheet(table: Element, title: str, counter: Counter) -> Grid:
    rows: dict[int, dict[int, Cell]] = {}
    merges: list[Merge] = []
    number = 0
    for row in table.iter(f"{_T}table-row"):
        repeated = _whole(row.get(f"{_T}number-rows-repeated"))
        cells = dict(_cells(row, number, merges))
        if cells and len(rows) + repeated > MAX_ROWS:
            raise TooLarge(MANY_ROWS)
        for at in range(number, number + repeated) if cells else ():
            rows[at] = {column: cell._replace(place=place_of(at, column)) for column, cell in cells.items()}
        number += repeated
    return sheet_grid(title, rows, merges, counter)


def _cells(row: Element, number: int, merges: list[Merge]) -> Iterator[tuple[int, Cell]]:
    """The cells with text of a row, by column; what is merged is noted in `merges`."""
    column = 0
    for element in row.iterchildren(_CELL, _COVERED):
        repeated = _whole(element.get(f"{_T}number-columns-repeated"))
        text, remark = _content(element) if element.tag == _CELL else ("", "")
        if text or remark in ("uncalculated", "error"):
            if column + repeated > MAX_COLUMNS:
                raise TooLarge(f"Có chữ ngoài {MAX_COLUMNS} cột đầu: {place_of(number, column + repeated - 1)}")
            for at in range(column, column + repeated):
                yield at, Cell(text, place_of(number, at), remark)
            merges.append(Merge(column, number, number + _whole(element.get(f"{_T}number-rows-spanned")) - 1))
        column += repeated


def _content(cell: Element) -> tuple[str, Remark]:
    kind, formula = cell.get(f"{_O}value-type"), cell.get(f"{_T}formula") is not None
    text = plain("\n".join(map(_paragraph, cell.iterchildren(f"{_X}p"))))
    if formula and (cell.get(_ERROR_TYPE) == "error" or text.startswith(("#", "Err:"))):
        return text, "error"
    if formula and kind is None:
        return "", "uncalculated"
    remark: Remark = "calculated" if formula else ""
    value = cell.get(f"{_O}value") or ""
    match kind:
        case "float" | "currency":
            text = number_text(value, "number") or text
        case "percentage":
            text = number_text(value, "percent") or text
        case "date":
            text, remark = iso_day_text(cell.get(f"{_O}date-value") or "") or text, remark or "day"
        case "boolean":
            text = "có" if cell.get(f"{_O}boolean-value") == "true" else "không"
        case "string":
            text = text or plain(cell.get(f"{_O}string-value") or "")
    return plain(text), remark


def _paragraph(element: Element) -> str:
    """The text of a paragraph and its spans, without comments and drawings."""
    pieces = [element.text or ""]
    for part in element:
        if part.tag in _BETWEEN:
            pieces.append(_BETWEEN[str(part.tag)] * min(_whole(part.get(f"{_X}c")), _MOST_SPACES))
        elif part.tag in (f"{_X}span", f"{_X}a"):
            pieces.append(_paragraph(part))
        pieces.append(part.tail or "")
    return "".join(pieces)


def _whole(text: str | None) -> int:
    """A number from 1 to 9,999,999; 1 for anything else."""
    return max(1, int(text)) if text and len(text) <= 7 and text.isascii() and text.isdigit() else 1
