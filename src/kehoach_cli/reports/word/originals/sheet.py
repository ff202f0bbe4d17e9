"""Putting a template together: paragraphs by style, tables by row, drawn rules, sections. Lengths in millimetres."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from kehoach_cli.reports.word.originals.package import blank_document, saved
from kehoach_cli.reports.word.originals.styles import NAMES, PLAIN, RULED, mm

TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15  # Decree 30: 20–25, 20–25, 30–35, 15–20
SHORT, LONG = 210, 297
TEXT_WIDTH = SHORT - LEFT - RIGHT
WIDE_TEXT_WIDTH = LONG - LEFT - RIGHT
_EMU = 36000


class Cell(NamedTuple):
    """One cell of a table: the styles and texts of its paragraphs, how many columns it spans, whether rows join.

    `down` is "start" for the cell that a column's cells below it join, "on" for one of those.
    """

    style: str
    text: str = ""
    span: int = 1
    down: str = ""


class Sheet:
    """A template while it is being written."""

    def __init__(self) -> None:
        self.document: Document = blank_document()
        self._holder: Document | _Cell = self.document
        self._rules = 0
        _portrait(self.document.sections[0])
        self.page_numbers(self.document.sections[0])

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
        """A paragraph that holds one command of the template and is gone from the document."""
        self.add("LenhMau", f"{{%p {command} %}}")

    def rule(self, style: str, name: str, length: float) -> None:
        """A drawn line, centred below the paragraph before it. The program finds it by name and sets its length."""
        paragraph = self.add(style, keep_next=True)
        self._rules += 1
        _append(paragraph.add_run()._r, _line(self._rules, name, round(length * _EMU)))

    def section(self, *, wide: bool) -> None:
        """Start a part on a page of its own, its pages counted from 1."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        if wide:
            _margins(section, LONG, SHORT)
            section.orientation = WD_ORIENT.LANDSCAPE
        else:
            _portrait(section)
        _count_from_one(section)

    def page_numbers(self, section: Section) -> None:
        """The page number centred in the top margin, none on the first page (Decree 30, Annex I, II.7)."""
        _count_from_one(section)
        header = section.header
        header.is_linked_to_previous = False
        paragraph = header.paragraphs[0]
        paragraph.style = NAMES["SoTrang"]
        _append(paragraph._p, _PAGE_FIELD)
        section.first_page_header.is_linked_to_previous = False
        section.first_page_header.paragraphs[0].style = NAMES["SoTrang"]

    def table(self, widths: Sequence[float], *, ruled: bool = True) -> "Grid":
        return Grid(self, widths, RULED if ruled else PLAIN)

    def bytes(self) -> bytes:
        return saved(self.document)


class Grid:
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

    @contextmanager
    def when(self, condition: str) -> Iterator[None]:
        """The rows written while this lasts stay only if the condition holds."""
        self._order(f"if {condition}")
        yield
        self._order("endif")

    @contextmanager
    def each(self, loop: str) -> Iterator[None]:
        """The rows written while this lasts are repeated."""
        self._order(f"for {loop}")
        yield
        self._order("endfor")

    def _order(self, command: str) -> None:
        """A row that holds one command of the template and is gone from the document."""
        self.row(Cell("LenhMau", f"{{%tr {command} %}}", span=len(self._widths)))

    def _cell(self, row: BaseOxmlElement, cell: Cell, width: int, *, keep_next: bool) -> _Cell:
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        down = {"start": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}.get(cell.down, "")
        align = '<w:vAlign w:val="center"/>' if cell.style == "BangDau" else ""
        element = parse_xml(
            f'<w:tc {nsdecls("w")}><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{down}{align}</w:tcPr><w:p/></w:tc>'
        )
        row.append(element)
        made = _Cell(element, self._sheet.document)  # type: ignore[arg-type]  # any story part's child serves as parent
        paragraph = made.paragraphs[0]
        paragraph.style = self._sheet.document.styles[NAMES[cell.style]]
        if cell.text:
            paragraph.add_run(cell.text)
        if keep_next:
            paragraph.paragraph_format.keep_with_next = True
        return made


def _append(element: BaseOxmlElement, xml: str) -> None:
    element.append(parse_xml(xml))


def _flowing(text: str) -> str:
    """A text that the code breaks into lines, as the one line it is."""
    return re.sub(r" *\n *", " ", text)


def _portrait(section: Section) -> None:
    _margins(section, SHORT, LONG)
    section.orientation = WD_ORIENT.PORTRAIT


def _margins(section: Section, width: int, height: int) -> None:
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance, section.footer_distance = Mm(10), Mm(10)


def _count_from_one(section: Section) -> None:
    section.different_first_page_header_footer = True
    properties = section._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    number = parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>')
    properties.insert_element_before(number, "w:cols", "w:titlePg", "w:docGrid")


_PAGE_FIELD = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'


def _line(number: int, name: str, length: int) -> str:
    """A horizontal line as Word draws it, with the older form beside it for programs that know no other."""
    points = length / 12700
    return (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'{nsdecls("w", "wp", "a")} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{length}" cy="0"/><wp:docPr id="{number}" name="{name}" descr="Đường kẻ ngang"/>'
        "<wp:cNvGraphicFramePr/><a:graphic>"
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        '<mc:Fallback><w:pict xmlns:v="urn:schemas-microsoft-com:vml">'
        f'<v:line id="{name}" style="width:{points:g}pt;height:0" from="0,0" to="{points:g}pt,0" '
        'strokecolor="black" strokeweight=".75pt"/></w:pict></mc:Fallback></mc:AlternateContent>'
    )
