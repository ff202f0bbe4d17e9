"""Read the sheets of an Excel workbook, as Excel and other programs write it.

Transitional and strict files differ in their namespace only. References of cells and rows, the styles and the declared
dimension may be missing or wrong. Cells: ECMA-376 part 1, §18.3.1.4.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.sandbox.package.xml import STRICT, Element, R, local_name
from kehoach_cli.tables.grid import Cell, Grid, Remark
from kehoach_cli.tables.number_formats import Shown, iso_day_text, number_text, shown_as
from kehoach_cli.tables.sheet_rows import Merge, parse_reference, place_of, sheet_grid, sheet_title
from kehoach_cli.tables.table_limits import Counter, plain
from kehoach_cli.tables.table_package import Package

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how a workbook writes characters that XML cannot hold
_IDS = (f"{{{R}}}id", f"{{{STRICT}officeDocument/relationships}}id")


class _Book(NamedTuple):
    """What the cells of all sheets refer to: shared texts, and what each style shows."""

    texts: list[str]
    styles: list[Shown]
    from_1904: bool


def read_workbook(package: Package, workbook: Element, main: str, name: str) -> Iterator[Grid]:
    """The sheets of the workbook in their order, hidden ones too; `main` is the name of its part, `name` the file's.

    Raises:
        TemplateProblem: a part is missing or broken.
        TooLarge: there is more than the limits allow.
    """
    links, counter = package.links(main), Counter()
    by_type = {link.type: link.target for link in reversed(links.values())}
    properties = next(workbook.iter("{*}workbookPr"), None)
    book = _Book(
        texts=_shared_texts(package, by_type.get("sharedstrings", "")),
        styles=_styles(package, by_type.get("styles", "")),
        from_1904=properties is not None and properties.get("date1904") in ("1", "true"),
    )
    read: set[str] = set()
    for sheet in workbook.iter("{*}sheet"):
        link = links.get(next(filter(None, map(sheet.get, _IDS)), ""))
        if link is not None and link.type == "worksheet" and link.target not in read:
            read.add(link.target)
            title = sheet_title(name, sheet.get("name") or "")
            yield _read_sheet(package, link.target, title, book, counter)


def _shared_texts(package: Package, name: str) -> list[str]:
    return [plain(_rich_text(item)) for item in package.tree(name).iter("{*}si")] if name in package.members else []


def _styles(package: Package, name: str) -> list[Shown]:
    """What each cell style shows; none without a part for styles."""
    if name not in package.members:
        return []
    root = package.tree(name)
    codes = {item.get("numFmtId"): item.get("formatCode") or "" for item in root.iter("{*}numFmt")}
    identifiers = [style.get("numFmtId") or "" for formats in root.iter("{*}cellXfs") for style in formats]
    return [shown_as(_whole(identifier), codes.get(identifier)) for identifier in identifiers]


def _read_sheet(package: Package, part: str, title: str, book: _Book, counter: Counter) -> Grid:
    root = package.tree(part)
    rows: dict[int, dict[int, Cell]] = {}
    number = -1
    for row in root.iterfind("{*}sheetData/{*}row"):
        number = _whole(row.get("r"), number + 2) - 1
        column = -1
        for element in row:
            at = parse_reference(element.get("r") or "")
            column = at[1] if at else column + 1
            if len(element) == 0:  # a format alone
                continue
            text, remark = _content(element, book, package)
            if text or remark in ("uncalculated", "error"):
                rows.setdefault(number, {})[column] = Cell(text, place_of(number, column), remark)
    merges = []
    for merge in root.iterfind("{*}mergeCells/{*}mergeCell"):
        first, _, last = (merge.get("ref") or "").partition(":")
        start, end = parse_reference(first), parse_reference(last)
        if start and end:
            merges.append(Merge(start[1], start[0], end[0]))
    return sheet_grid(title, rows, merges, counter)


def _content(cell: Element, book: _Book, package: Package) -> tuple[str, Remark]:
    parts = {local_name(part): part for part in cell}
    kind, stored = cell.get("t") or "n", parts["v"].text if "v" in parts else None
    if kind == "inlineStr":
        return plain(_rich_text(parts["is"])) if "is" in parts else "", ""
    if "f" in parts and not stored and (kind != "str" or "v" not in parts):
        return "", "uncalculated"
    if not stored:
        return "", ""
    remark: Remark = "calculated" if "f" in parts else ""
    match kind:
        case "s":
            number = _whole(stored, len(book.texts))
            if number >= len(book.texts):
                raise package.damaged()
            return book.texts[number], remark
        case "e":
            return plain(stored), "error"
        case "b":
            return "có" if stored.strip() in ("1", "true") else "không", remark
        case "d":
            return iso_day_text(plain(stored)), remark or "day"
        case "n":
            style = _whole(cell.get("s"))
            shown = book.styles[style] if style < len(book.styles) else "number"
            text = number_text(plain(stored), shown, from_1904=book.from_1904)
            return text, remark or ("day" if shown == "date" else "")
    return plain(_unescaped(stored)), remark


def _rich_text(item: Element) -> str:
    """The text of a cell, also where it is cut into runs; without the phonetic guides of Asian texts."""
    pieces = (
        piece.text or ""
        for part in item
        for piece in ([part] if local_name(part) == "t" else part.iterfind("{*}t") if local_name(part) == "r" else ())
    )
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _whole(text: str | None, otherwise: int = 0) -> int:
    """A number of at most seven digits; `otherwise` for anything else."""
    return int(text) if text and len(text) <= 7 and text.isascii() and text.isdigit() else otherwise
