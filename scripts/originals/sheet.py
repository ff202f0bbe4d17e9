"""Putting a template together: paragraphs by style, tables by row, drawn rules, sections. Lengths in millimetres."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from kehoach_cli.word.paragraphs import HIDDEN_BY_US
from scripts.originals.layout import append, counted_from_one, landscape, line_xml, numbered_pages, portrait
from scripts.originals.package import blank_document, saved
from scripts.originals.styles import NAMES, PLAIN, RULED, mm


class Cell(NamedTuple):
    """One cell of a table: the styles and texts of its paragraphs, how many columns it spans, whether rows join.

    `down` is "start" for the cell that a column's cells below it join, "on" for one of those. `shade` is its colour;
    `hidden` a text that only programs read.
    """

    style: str
    text: str = ""
    span: int = 1
    down: str = ""
    shade: str = ""
    hidden: str = ""


class _Commands:
    """Blocks of the template's language, as a place that can hold one command writes them."""

    @contextmanager
    def when(self, condition: str) -> Iterator[None]:
        """What is written while this lasts stays in the document only if the condition holds."""
        self._order(f"if {condition}")
        yield
        self._order("endif")

    @contextmanager
    def each(self, loop: str) -> Iterator[None]:
        """What is written while this lasts is repeated: `each("n in nhom")`."""
        self._order(f"for {loop}")
        yield
        self._order("endfor")

    def _order(self, command: str) -> None:
        raise NotImplementedError


class Sheet(_Commands):
    """A template while it is being written."""

    def __init__(self) -> None:
        self.document: Document = blank_document()
        self._holder: Document | _Cell = self.document
        self._rules = 0
        portrait(self.document.sections[0])
        numbered_pages(self.document.sections[0])
        counted_from_one(self.document.sections[0])

    def add(self, style: str, text: str = "", *, keep_next: bool = False) -> Paragraph:
        paragraph = self._holder.add_paragraph(_flowing(text), NAMES[style])
        if keep_next:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    @contextmanager
    def inside(self, cell: _Cell) -> Iterator[None]:
        """While this lasts, paragraphs go to the end of the cell."""
        self._holder, outer = cell, self._holder
        yield
        self._holder = outer

    def _order(self, command: str) -> None:
        """A paragraph that holds one command of the template and is gone from the document."""
        self.add("LenhMau", f"{{%p {command} %}}")

    def rule(self, style: str, name: str, length: float) -> None:
        """A drawn line, centred below the paragraph before it. The program finds it by name and sets its length."""
        paragraph = self.add(style, keep_next=True)
        self._rules += 1
        append(paragraph.add_run()._r, line_xml(self._rules, name, length))

    def section(self, *, wide: bool) -> None:
        """Start a part on a page of its own, its pages counted from 1.

        What ends the part before is a paragraph, kept too low to be pushed onto an empty page behind a full one.
        """
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        Paragraph(self.document.element.body[-2], self.document._body).style = NAMES["KetPhan"]
        (landscape if wide else portrait)(section)
        counted_from_one(section)

    def table(self, widths: Sequence[float], *, ruled: bool = True) -> "Grid":
        return Grid(self, widths, RULED if ruled else PLAIN)

    def bytes(self) -> bytes:
        return saved(self.document)


class Grid(_Commands):
    """A table while it is being written, row by row."""

    def __init__(self, sheet: Sheet, widths: Sequence[float], style: str) -> None:
        self._sheet = sheet
        self._widths = widths
        table = sheet.document.add_table(0, 0)
        self._table = table._tbl
        properties = table._tbl.tblPr
        for child in list(properties):
            properties.remove(child)
        total = sum(mm(width) for width in widths)
        for xml in (
            f'<w:tblStyle {nsdecls("w")} w:val="{style}"/>',
            f'<w:tblW {nsdecls("w")} w:w="{total}" w:type="dxa"/>',
            f'<w:jc {nsdecls("w")} w:val="center"/>' if style == RULED else "",
            f'<w:tblLayout {nsdecls("w")} w:type="fixed"/>',
        ):
            if xml:
                properties.append(parse_xml(xml))
        for width in widths:
            column = OxmlElement("w:gridCol")
            column.set(qn("w:w"), str(mm(width)))
            self._table.tblGrid.append(column)

    def row(self, *cells: Cell, heading: bool = False, keep_next: bool = False) -> list[_Cell]:
        """A row that never splits over pages; a heading is repeated on each page."""
        row = parse_xml(f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/>{'<w:tblHeader/>' * heading}</w:trPr></w:tr>")
        first = 0
        made = []
        for cell in cells:
            width = sum(mm(width) for width in self._widths[first : first + cell.span])
            first += cell.span
            made.append(self._cell(row, cell, width, keep_next=keep_next or heading))
        self._table.append(row)
        return made

    def heading(self, *titles: str) -> None:
        self.row(*(Cell("BangDau", title) for title in titles), heading=True)

    def _order(self, command: str) -> None:
        """A row that holds one command of the template and is gone from the document."""
        self.row(Cell("LenhMau", f"{{%tr {command} %}}", span=len(self._widths)))

    def _cell(self, row: BaseOxmlElement, cell: Cell, width: int, *, keep_next: bool) -> _Cell:
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        down = {"start": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}.get(cell.down, "")
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.shade}"/>' if cell.shade else ""
        align = '<w:vAlign w:val="center"/>' if cell.style == "BangDau" else ""
        element = parse_xml(
            f'<w:tc {nsdecls("w")}><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{down}{shade}{align}'
            "</w:tcPr><w:p/></w:tc>"
        )
        row.append(element)
        made = _Cell(element, self._sheet.document)  # type: ignore[arg-type]  # any story part's child serves as parent
        paragraph = made.paragraphs[0]
        paragraph.style = self._sheet.document.styles[NAMES[cell.style]]
        if cell.text:
            paragraph.add_run(_flowing(cell.text))
        if cell.hidden:
            paragraph.add_run(f" {cell.hidden}", self._sheet.document.styles[HIDDEN_BY_US])
        if keep_next:
            paragraph.paragraph_format.keep_with_next = True
        return made


def _flowing(text: str) -> str:
    """A text that the code breaks into lines, as the one line it is."""
    return re.sub(r" *\n *", " ", text)
