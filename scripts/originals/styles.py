"""The styles of every template, one per element of an administrative document, by Annex I of Decree 30/2020/NĐ-CP.

Sizes are the larger of the two that the decree allows side by side: Quốc hiệu 13, Tiêu ngữ and place line 14, text 14.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from kehoach_cli.sandbox.package.escaping import quoted
from kehoach_cli.word.paragraphs import HIDDEN_BY_US

FONT = "Times New Roman"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Style(NamedTuple):
    """One paragraph style: `key` is what the code calls it, `name` what Word shows. Sizes in points, indents in mm.

    `line` is the line spacing in lines; `shade` a background colour; `outline` the level in Word's navigation pane,
    counted from 0; `base` the key of the style that this one is a kind of. A name that Word knows ("heading 1") makes a
    built-in style: Google Docs, tables of contents and tagged PDFs look for those.
    """

    key: str
    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: Literal["left", "center", "right", "both"] = "left"
    left: float = 0
    first_line: float = 0
    before: float = 0
    after: float = 0
    line: float = 1
    keep_next: bool = False
    outline: int | None = None
    shade: str = ""
    color: str = ""
    base: str = ""

    @property
    def id(self) -> str:
        """The style's id in the file: for built-in styles the one that Word itself writes."""
        return self.name.title().replace(" ", "") if self.name in BUILT_IN else self.key


BUILT_IN = ("Title", "heading 1", "heading 2", "heading 3")
KINH_GUI = 30  # how far "Kính gửi:" stands from the margin where several are addressed, in mm
STYLES: tuple[Style, ...] = (
    Style("QuocHieu", "Quốc hiệu", 13, bold=True, align="center"),
    Style("TieuNgu", "Tiêu ngữ", bold=True, align="center"),
    Style("CoQuanChuQuan", "Cơ quan chủ quản", 13, align="center"),
    Style("CoQuanBanHanh", "Cơ quan ban hành", 13, bold=True, align="center"),
    Style("DuongKe", "Đường kẻ", 2, align="center", before=3, after=3),
    Style("DuongKeTrichYeu", "Đường kẻ trích yếu", 2, align="center", before=3, after=12),
    Style("SoKyHieu", "Số và ký hiệu", 13, align="center", before=6),
    Style("NgayThang", "Địa danh và ngày tháng", italic=True, align="center", before=6),
    Style("VeViec", "Về việc", 13, align="center", before=6),
    Style("TenLoai", "Title", bold=True, align="center", before=18),
    Style("TrichYeu", "Trích yếu", bold=True, align="center"),
    Style("KinhGui", "Kính gửi", align="center", before=6, after=12),
    Style("KinhGuiNhieu", "Kính gửi nhiều nơi", left=KINH_GUI, before=18, after=3),
    Style("KinhGuiNoi", "Nơi kính gửi", left=KINH_GUI + 22, first_line=-4, after=3),
    Style("DoanVan", "Đoạn văn", align="both", first_line=12.7, after=6),
    Style("DoanVanGon", "Đoạn văn gọn", 13, align="both", first_line=12.7, after=6),
    Style(
        "MucLaMa",
        "heading 1",
        bold=True,
        align="both",
        first_line=12.7,
        before=6,
        after=6,
        keep_next=True,
        outline=0,
    ),
    Style("MucSo", "heading 2", bold=True, align="both", first_line=12.7, after=6, keep_next=True, outline=1),
    Style("MucChu", "heading 3", align="both", first_line=12.7, after=6, keep_next=True, outline=2),
    Style("CanBoSung", "Cần bổ sung", align="both", first_line=12.7, after=6, shade="FFF2A8"),
    Style("CanBoSungGiua", "Cần bổ sung giữa", 13, bold=True, align="center", keep_next=True, shade="FFF2A8"),
    Style("TenBang", "Tên bảng", 13, bold=True, align="center", before=6, after=4, keep_next=True),
    Style("DonViTinh", "Đơn vị tính", 12, italic=True, align="right", after=2, keep_next=True),
    Style("BangDau", "Bảng đầu cột", 11, bold=True, align="center", before=2, after=2),
    Style("BangChu", "Bảng chữ", 11, before=2, after=2),
    Style("BangGiua", "Bảng giữa", 11, align="center", before=2, after=2),
    Style("BangSo", "Bảng số", 11, align="right", before=2, after=2),
    Style("BangNhom", "Bảng tên nhóm", 11, bold=True, before=2, after=2, keep_next=True),
    Style("BangTong", "Bảng dòng cộng", 11, bold=True, align="right", before=2, after=2),
    Style("SauBang", "Khoảng cách sau bảng", 6),
    Style("KetPhan", "Kết phần", 1),
    Style("ChuThich", "Chú thích", 12, italic=True, align="both", before=4, after=6),
    Style("BieuDo", "Biểu đồ", 12, align="center", before=6, after=2, keep_next=True),
    Style("TenBieuDo", "Tên biểu đồ", 12, italic=True, align="center", after=8),
    Style("ChucVuKy", "Chức vụ người ký", bold=True, align="center", keep_next=True),
    Style("ChoKy", "Chỗ ký", align="center", line=4, keep_next=True),
    Style("HoTenKy", "Họ tên người ký", bold=True, align="center"),
    Style("NoiNhan", "Nơi nhận", 12, bold=True, italic=True, keep_next=True),
    Style("DanhSachNoiNhan", "Danh sách nơi nhận", 11),
    Style("SoPhuLuc", "Số phụ lục", bold=True, align="center", keep_next=True, outline=0, base="MucLaMa"),
    Style("TenPhuLuc", "Tên phụ lục", bold=True, align="center", keep_next=True, outline=1, base="MucSo"),
    Style("KemTheo", "Dòng kèm theo", italic=True, align="center", after=8, keep_next=True),
    Style("SoTrang", "Số trang", align="center"),
    Style("LenhMau", "Lệnh mẫu", 9, color="7F7F7F"),
)
NAMES = {style.key: style.name for style in STYLES}
_IDS = {style.key: style.id for style in STYLES}
RULED, PLAIN = "BangCoKe", "BangKhongKe"  # the two table styles


def styles_xml() -> str:
    """The whole styles part."""
    return "".join(
        (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="{_W}">',
            _DEFAULTS,
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
            "</w:style>",
            '<w:style w:type="character" w:default="1" w:styleId="PhongMacDinh">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
            f'<w:style w:type="character" w:customStyle="1" w:styleId="NhanDang"><w:name w:val={quoted(HIDDEN_BY_US)}/>'
            "<w:rPr><w:vanish/></w:rPr></w:style>",
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/>'
            f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 0)}</w:tblPr></w:style>',
            *map(_style, STYLES),
            _table_style(PLAIN, "Bảng không kẻ", "", _margins(0, 0)),
            _table_style(RULED, "Bảng có kẻ", _BORDERS, _margins(57, 57)),
            "</w:styles>",
        )
    )


def _style(style: Style) -> str:
    custom = "" if style.name in BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val={quoted(style.name)}/>'
        f'<w:basedOn w:val="{_IDS.get(style.base, "Normal")}"/><w:qFormat/><w:pPr>{"".join(_paragraph(style))}</w:pPr>'
        f"<w:rPr>{''.join(_run(style))}</w:rPr></w:style>"
    )


def _paragraph(style: Style) -> Iterator[str]:
    if style.keep_next:
        yield "<w:keepNext/>"
    spacing = f'w:before="{twips(style.before)}" w:after="{twips(style.after)}"'
    yield f'<w:spacing {spacing} w:line="{round(style.line * 240)}" w:lineRule="auto"/>'
    if style.left or style.first_line or style.base:
        first = "hanging" if style.first_line < 0 else "firstLine"
        yield f'<w:ind w:left="{mm(style.left)}" w:{first}="{mm(abs(style.first_line))}"/>'
    yield f'<w:jc w:val="{style.align}"/>'
    if style.outline is not None:
        yield f'<w:outlineLvl w:val="{style.outline}"/>'


def _run(style: Style) -> Iterator[str]:
    if style.bold:
        yield "<w:b/><w:bCs/>"
    if style.italic:
        yield "<w:i/><w:iCs/>"
    if style.color:
        yield f'<w:color w:val="{style.color}"/>'
    yield f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>'
    if style.shade:
        yield f'<w:shd w:val="clear" w:color="auto" w:fill="{style.shade}"/>'


def _table_style(key: str, name: str, borders: str, margins: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{key}"><w:name w:val={quoted(name)}/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{borders}{margins}</w:tblPr></w:style>"
    )


def _margins(left: int, right: int) -> str:
    sides = {"top": 0, "left": left, "bottom": 0, "right": right}
    inside = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides.items())
    return f"<w:tblCellMar>{inside}</w:tblCellMar>"


_BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)
_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def mm(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)
