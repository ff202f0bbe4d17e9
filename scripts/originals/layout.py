"""The page by Annex I of Decree 30/2020/NĐ-CP, part II, sections 1 and 2: A4, its margins, its numbers. Millimetres."""

from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm

from scripts.originals.styles import NAMES

TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15  # allowed: 20–25, 20–25, 30–35, 15–20
SHORT, LONG = 210, 297
HEADER = 10  # from the paper's edge to the page number
EMU = 36000  # Word's unit of drawing in a millimetre


def portrait(section: Section) -> None:
    """An upright page."""
    _margins(section, SHORT, LONG)
    section.orientation = WD_ORIENT.PORTRAIT


def landscape(section: Section) -> None:
    """A page on its side, for wide tables."""
    _margins(section, LONG, SHORT)
    section.orientation = WD_ORIENT.LANDSCAPE


def _margins(section: Section, width: int, height: int) -> None:
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = section.footer_distance = Mm(HEADER)
    section.gutter = Mm(0)


def numbered_pages(section: Section) -> None:
    """The page number centred in the top margin, for this section and those after it."""
    header = section.header
    header.is_linked_to_previous = False
    header.paragraphs[0].style = NAMES["SoTrang"]
    append(header.paragraphs[0]._p, _PAGE_FIELD)
    section.first_page_header.is_linked_to_previous = False
    section.first_page_header.paragraphs[0].style = NAMES["SoTrang"]


def counted_from_one(section: Section) -> None:
    """Pages counted anew, the first without its number."""
    section.different_first_page_header_footer = True
    properties = section._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    number = parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>')
    properties.insert_element_before(number, "w:cols", "w:titlePg", "w:docGrid")


def append(element: BaseOxmlElement, xml: str) -> None:
    element.append(parse_xml(xml))


_PAGE_FIELD = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'


def line_xml(number: int, name: str, millimetres: float) -> str:
    """A horizontal line as Word draws it, with the older form beside it for programs that know no other.

    It is marked as decorative: screen readers pass over it, and accessibility checks want no text for it.
    """
    length = round(millimetres * EMU)
    points = length / 12700
    return (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'{nsdecls("w", "wp", "a")} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{length}" cy="0"/><wp:docPr id="{number}" name="{name}"><a:extLst>'
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1" '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst></wp:docPr>'
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
