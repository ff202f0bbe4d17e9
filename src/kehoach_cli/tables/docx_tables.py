"""Read the tables of a Word document's body. Tables: ECMA-376 part 1, §17.4."""

from collections.abc import Iterator

from kehoach_cli.sandbox.package.xml import MC, Element, attribute, w
from kehoach_cli.tables.grid import Cell, Grid, GridRow
from kehoach_cli.tables.table_limits import MAX_COLUMNS, Counter, TooLarge, plain, trimmed

# What may stand between a table and its rows, a row and its cells, a cell and its text. Deletions are not among it.
_WRAPPERS = frozenset(
    (
        *map(
            w, ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo")
        ),
        *(f"{{{MC}}}AlternateContent", f"{{{MC}}}Choice"),
    )
)
_SIGNS = {w("tab"): " ", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}


def read_tables(document: Element, name: str) -> Iterator[Grid]:
    """The tables of the body in their order, each nested one after the one around it; `name` is the file's.

    Text inserted with tracking counts, deleted text does not. Text in hidden letters is read.

    Raises:
        TooLarge: there is more than the limits allow.
    """
    counter = Counter()
    for copy in list(document.iter(f"{{{MC}}}Fallback")):  # a second copy of a text box, for old programs
        parent = copy.getparent()
        if parent is not None:
            parent.remove(copy)
    for number, table in enumerate(document.iterfind(f"{w('body')}//{w('tbl')}"), 1):
        yield _read_table(table, f"{name}, bảng {number}", counter)


def _read_table(table: Element, title: str, counter: Counter) -> Grid:
    above: list[Cell] = []
    found = []
    for number, row in enumerate(_inside(table, w("tr")), 1):
        if row.find(f"{w('trPr')}/{w('del')}") is not None:
            continue
        above = _cells(row, above)
        if cells := trimmed(above):
            found.append(GridRow(f"{title}, hàng {number}", cells))
            counter.add(found[-1])
    return Grid(title, tuple(found))


def _cells(row: Element, above: list[Cell]) -> list[Cell]:
    """The cells of a row by column of the table; `above` are those of the row before."""
    cells = [Cell("", "ô 1")] * _number(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
    for number, cell in enumerate(_inside(row, w("tc")), 1):
        place, column = f"ô {number}", len(cells)
        properties = f"{w('tcPr')}/"
        merged = cell.find(properties + w("vMerge"))
        if merged is not None and attribute(merged, "val") != "restart":
            text = above[column].text if column < len(above) else ""
            cells.append(Cell(text, place, "merged"))
        else:
            cells.append(Cell(plain("\n".join(_paragraphs(cell))), place))
        cells += [Cell("", place)] * (_number(cell.find(properties + w("gridSpan")), 1) - 1)
        if len(cells) > 2 * MAX_COLUMNS:
            raise TooLarge(f"Bảng rộng hơn {MAX_COLUMNS} cột")
    return cells


def _paragraphs(cell: Element) -> Iterator[str]:
    for paragraph in _inside(cell, w("p")):
        yield "".join(_text(run) for run in _inside(paragraph, w("r")))


def _text(run: Element) -> str:
    return "".join((part.text or "") if part.tag == w("t") else _SIGNS.get(str(part.tag), "") for part in run)


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """The elements of this name right inside or in a wrapper there, without a control's prompt to fill it in."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS and child.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is None:
            yield from _inside(child, tag)


def _number(element: Element | None, otherwise: int) -> int:
    """The value of a property, at most MAX_COLUMNS + 1."""
    text = (attribute(element, "val") if element is not None else None) or ""
    return min(int(text), MAX_COLUMNS + 1) if text.isascii() and text.isdigit() and len(text) < 8 else otherwise
