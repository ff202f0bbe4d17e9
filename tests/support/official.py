"""Administrative documents built by hand with python-docx, as an office types them: right, then wrong on purpose."""

import io
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple, cast

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

CENTER, JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
TEXT = (
    "Thực hiện Kế hoạch hoạt động năm 2023, Ban Chỉ đạo báo cáo kết quả thực hiện trong kỳ và phương hướng, nhiệm vụ "
    "trọng tâm của kỳ sau như sau, kèm theo số liệu tại Phụ lục."
)


Change = Callable[["Official"], None]


class Item(NamedTuple):
    """A line of one column: its text, or a drawn rule of so many millimetres."""

    text: str
    size: float = 13
    mark: str = ""
    bold: bool = False
    italic: bool = False
    align: Any = CENTER
    rule: float = 0


COLUMNS = ("table", "tabs", "boxes", "frames")
COMMITTEE = (Item("ỦY BAN NHÂN DÂN", mark="parent", bold=True), Item("TỈNH MẪU", mark="issuer", bold=True))


class Official:
    """A document in the making. `columns` says how the head and the signature are set beside each other."""

    def __init__(self, columns: str = "table") -> None:
        self.document = docx.Document()
        self.marked: dict[str, Any] = {}
        self.columns = {
            "table": self._in_table,
            "tabs": self._by_tabs,
            "boxes": self._in_boxes,
            "frames": self._framed,
        }[columns]
        font = self.document.styles["Normal"].font
        font.name, font.size = "Times New Roman", Pt(14)
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(20), Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(15)

    def set(self, paragraph: Any, text: str, size: float, mark: str = "", **how: Any) -> Any:
        """Write a paragraph; `mark` is the name by which a test finds it again."""
        run = paragraph.add_run(text)
        run.font.size, run.bold, run.italic = Pt(size), how.get("bold"), how.get("italic")
        paragraph.alignment = how.get("align")
        self.marked[mark or text] = paragraph
        return paragraph

    def add(self, text: str, size: float, mark: str = "", **how: Any) -> Any:
        return self.set(self.document.add_paragraph(), text, size, mark, **how)

    def body(self, text: str, mark: str = "", **how: Any) -> Any:
        paragraph = self.add(text, 14, mark, align=JUSTIFIED, **how)
        layout = paragraph.paragraph_format
        layout.first_line_indent, layout.space_after = Mm(12.7), Pt(6)
        layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
        return paragraph

    def article(self, number: int, text: str) -> None:
        """Điều 1. … of a decision: its number bold, its words not."""
        self.body(f"Điều {number}.", f"article {number}", bold=True).add_run(f" {text}").font.size = Pt(14)

    def rule(self, paragraph: Any, length: float) -> None:
        """A line as Word draws it, so many millimetres long."""
        width = round(length * 36000)
        self._drawn(
            paragraph,
            width,
            f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
            '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/>'
            "</a:solidFill></a:ln></wps:spPr><wps:bodyPr/>",
        )

    def _drawn(self, paragraph: Any, width: int, shape: str, height: int = 0) -> Any:
        drawing = parse_xml(
            f'<w:drawing {nsdecls("w", "wp", "a")}><wp:inline><wp:extent cx="{width}" cy="{height}"/>'
            f'<wp:docPr id="{len(self.marked) + 9}" name="kẻ"/><a:graphic><a:graphicData uri="{WPS}">'
            f'<wps:wsp xmlns:wps="{WPS}">{shape}</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>'
        )
        paragraph.add_run()._r.append(drawing)
        return drawing

    def _put(self, paragraph: Any, item: Item) -> None:
        self.set(paragraph, item.text, item.size, item.mark, bold=item.bold, italic=item.italic, align=item.align)
        if item.rule:
            self.rule(paragraph, item.rule)

    def _in_table(self, left: Sequence[Item], right: Sequence[Item]) -> None:
        for cell, items in zip(self.document.add_table(1, 2).rows[0].cells, (left, right), strict=True):
            for at, item in enumerate(items):
                self._put(cell.add_paragraph() if at else cell.paragraphs[0], item)

    def _by_tabs(self, left: Sequence[Item], right: Sequence[Item]) -> None:
        """Each line of both columns in one paragraph, with a centred tab stop for each."""
        for items in zip_longest(left, right):
            paragraph = self.document.add_paragraph()
            for item, middle in zip(items, (40, 120), strict=True):
                paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(middle), WD_TAB_ALIGNMENT.CENTER)
                is_list = item is not None and item.align is not CENTER
                if not is_list:
                    paragraph.add_run("\t")
                if item is not None:
                    self._put(paragraph, item._replace(align=None))
            # A list begins at the margin, so the second column is its first tab stop but one.
            if items[0] is not None and items[0].align is not CENTER and items[1] is not None:
                paragraph.runs[0].text += "\t"

    def _in_boxes(self, left: Sequence[Item], right: Sequence[Item]) -> None:
        anchor = self.document.add_paragraph()
        for items in (left, right):
            shape = '<wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
            shape += f"<wps:txbx><w:txbxContent>{'<w:p/>' * len(items)}</w:txbxContent></wps:txbx><wps:bodyPr/>"
            drawing = self._drawn(anchor, 2_900_000, shape, 1_800_000)
            for element, item in zip(drawing.findall(".//" + qn("w:p")), items, strict=True):
                self._put(Paragraph(element, anchor._parent), item)

    def _framed(self, left: Sequence[Item], right: Sequence[Item]) -> None:
        top = len(self.marked)
        for items, x in ((left, 1), (right, 5000)):
            for item in items:
                paragraph = self.document.add_paragraph()
                self._put(paragraph, item)
                frame = (
                    f'<w:framePr {nsdecls("w")} w:w="4500" w:wrap="notBeside" w:vAnchor="text" w:x="{x}" w:y="{top}"/>'
                )
                paragraph._p.get_or_add_pPr().insert(0, cast(Any, parse_xml(frame)))

    def head(
        self,
        number: str = "Số: 05/BC-BCĐ",
        *,
        above: tuple[Item, ...] = (
            Item("UBND TỈNH MẪU", mark="parent"), Item("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", mark="issuer", bold=True)),
        about: str = "",
        date: str = "Mẫu, ngày 05 tháng 10 năm 2023",
    ) -> None:  # fmt: skip
        left = [*above, Item("", mark="issuer rule", rule=28), Item(number, mark="number")]
        right = [
            Item("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", mark="nation", bold=True),
            Item("Độc lập - Tự do - Hạnh phúc", 14, "motto", bold=True),
            Item("", mark="motto rule", rule=60.5),
        ]
        right += [Item(date, 14, "date", italic=True)] if date else []
        self.columns(left + ([Item(about, 12, "about")] if about else []), right)
        if about:
            self.marked["about"].paragraph_format.space_before = Pt(6)

    def title(self, kind: str = "BÁO CÁO", subject: str = "Kết quả quý III/2023", rule: float = 20) -> None:
        self.add(kind, 14, "kind", bold=True, align=CENTER)
        self.add(subject, 14, "subject", bold=True, align=CENTER)
        self.marked["subject rule"] = self.document.add_paragraph()
        self.marked["subject rule"].alignment = CENTER
        self.rule(self.marked["subject rule"], rule)

    def addressed(self, *items: str) -> None:
        """Kính gửi one, on the same line, or several, each on a line of its own."""
        self.add(f"Kính gửi: {items[0]}" if len(items) == 1 else "Kính gửi:", 14, "addressee", align=CENTER)
        for number, item in enumerate(items if len(items) > 1 else (), 1):
            line = self.add(f"- {item}{'.' if number == len(items) else ';'}", 14, f"addressee {number}")
            line.paragraph_format.left_indent = Mm(60)

    def text(self) -> None:
        self.body(TEXT, "text")
        self.body("I. ĐÁNH GIÁ CHUNG", "part I", bold=True)
        self.body(TEXT)
        self.body("1. Kết quả đạt được", "title 1", bold=True)
        self.body(TEXT)
        self.body("II. PHƯƠNG HƯỚNG", "part II", bold=True)
        self.body(TEXT + "/.", "end")

    def close(self, *recipients: str, office: tuple[str, ...] = ("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")) -> None:
        *others, archive = (*(recipients or ("UBND tỉnh",)), "Lưu: VT, STTTT")
        left = [Item("Nơi nhận:", 12, "recipients", bold=True, italic=True, align=None)]
        left += [
            Item(f"- {other};", 11, "" if at else "first recipient", align=None) for at, other in enumerate(others)
        ]
        left.append(Item(f"- {archive}.", 11, "archive", align=None))
        marks = ("authority", "office") if len(office) == 2 else ("office", "second office", "third office")
        right = [Item(line, 14, mark, bold=True) for line, mark in zip(office, marks, strict=False)]
        self.columns(left, [*right, Item("", 14, "gap"), Item("Nguyễn Văn A", 14, "name", bold=True)])

    def annex(self) -> None:
        section = self.document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        self.add("Phụ lục", 14, "annex", bold=True, align=CENTER)
        self.add("DANH MỤC CHỈ TIÊU", 14, "annex title", bold=True, align=CENTER)
        self.add("(Kèm theo Báo cáo số 05/BC-BCĐ ngày 05 tháng 10 năm 2023)", 14, "attached", italic=True, align=CENTER)

    def number_pages(self) -> None:
        for section in self.document.sections:
            section.different_first_page_header_footer = True
            section.header.is_linked_to_previous = False
            paragraph = section.header.paragraphs[0]
            paragraph.alignment = CENTER
            field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
            paragraph._p.append(parse_xml(field))
        self.marked["page number"] = self.document.sections[0].header.paragraphs[0]
        start = parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>')
        self.document.sections[-1]._sectPr.insert_element_before(start, "w:cols", "w:titlePg", "w:docGrid")

    def bytes(self) -> bytes:
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def report(change: Change | None = None) -> bytes:
    """A report in right form, or what a change makes of it."""
    return official("báo cáo", change)


def letter(change: Change | None = None) -> bytes:
    """A công văn in right form, or what a change makes of it."""
    return official("công văn", change)


def official(kind: str, change: Change | None = None, columns: str = "table") -> bytes:
    """A document of the kind in right form, or what a change makes of it."""
    made = Official(columns)
    KINDS[kind](made)
    if change:
        change(made)
    return made.bytes()


def _report(made: Official) -> None:
    made.head()
    made.title()
    made.text()
    made.close()
    made.annex()
    made.number_pages()


def _letter(made: Official) -> None:
    """One page, so without a page number."""
    made.head("Số: 12/BCĐ-STTTT", about="V/v đôn đốc thực hiện Kế hoạch")
    made.addressed("Sở Y tế")
    made.body(f"{TEXT}/.", "text")
    made.close("Như trên")


def _decision(made: Official) -> None:
    made.head("Số: 180/QĐ-UBND", above=COMMITTEE)
    made.title("QUYẾT ĐỊNH", "Ban hành Quy chế hoạt động của Ban Chỉ đạo", 30)
    made.add("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU", 14, "authority of the decision", bold=True, align=CENTER)
    made.body("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", "ground", italic=True)
    made.body("Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình số 8.", "last ground", italic=True)
    made.add("QUYẾT ĐỊNH:", 14, "decides", bold=True, align=CENTER)
    made.article(1, "Ban hành kèm theo Quyết định này Quy chế hoạt động của Ban Chỉ đạo Chuyển đổi số tỉnh Mẫu.")
    made.article(2, "Chánh Văn phòng Ủy ban nhân dân tỉnh và các cơ quan liên quan thi hành Quyết định này./.")
    made.close("Như Điều 2", office=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))


def _submission(made: Official) -> None:
    made.head("Số: 08/TTr-STTTT")
    made.title("TỜ TRÌNH", "Về việc ban hành Quy chế hoạt động", 30)
    made.addressed("Ủy ban nhân dân tỉnh", "Các sở, ban, ngành cấp tỉnh có thành viên trong Ban Chỉ đạo")
    made.body(f"{TEXT}/.", "text")
    made.close("Như trên", office=("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"))


def _minutes(made: Official) -> None:
    """No date under the national title, two signers, and Nơi nhận under the secretary."""
    made.head("Số: 03/BB-BCĐ", date="")
    made.title("BIÊN BẢN", "Họp Ban Chỉ đạo quý III năm 2023", 30)
    made.body("Thời gian bắt đầu: 08 giờ 00, ngày 05 tháng 10 năm 2023.")
    made.body("Thành phần tham dự:")
    made.body("1. Ông Nguyễn Văn A, Phó Trưởng ban")
    made.body("2. Bà Trần Thị B, Ủy viên")
    made.body(f"{TEXT[:-1]} và kết thúc vào 11 giờ 00 cùng ngày./.", "end")
    left = [Item("THƯ KÝ", 14, "secretary", bold=True), Item("", 14, "gap")]
    left += [Item("Trần Thị B", 14, "secretary's name", bold=True)]
    left += [Item("Nơi nhận:", 12, "recipients", bold=True, italic=True, align=None)]
    left += [Item("- Thành viên Ban Chỉ đạo;", 11, align=None), Item("- Lưu: VT, Hồ sơ.", 11, "archive", align=None)]
    right = [Item("CHỦ TỌA", 14, "chair", bold=True), Item("", 14, "gap"), Item("Nguyễn Văn A", 14, "name", bold=True)]
    made.columns(left, right)


def _plan(made: Official) -> None:
    made.head("Số: 45/KH-UBND", above=COMMITTEE)
    made.title("KẾ HOẠCH", "Chuyển đổi số tỉnh Mẫu năm 2024")
    made.body(f"Căn cứ Chương trình số 12/CTr-UBND, {TEXT}", "text")
    made.body("I. MỤC ĐÍCH, YÊU CẦU", "part I", bold=True)
    for title in ("1. Mục đích", "2. Yêu cầu"):
        made.body(title, title, bold=True)
        made.body(f"a) {TEXT}")
        made.body(f"b) {TEXT}")
    made.body("II. TỔ CHỨC THỰC HIỆN", "part II", bold=True)
    made.body(f"{TEXT}/.", "end")
    made.close("Chủ tịch, các Phó Chủ tịch", office=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))
    made.number_pages()


def _invitation(made: Official) -> None:
    made.head("Số: 11/GM-BCĐ")
    made.title("GIẤY MỜI", "Họp Ban Chỉ đạo quý III", 20)
    made.body("Ban Chỉ đạo Chuyển đổi số tỉnh Mẫu trân trọng kính mời: các thành viên Ban Chỉ đạo.", "text")
    made.body("Thời gian: 08 giờ 00, ngày 05 tháng 10 năm 2023.")
    made.body("Địa điểm: Phòng họp số 1, trụ sở Ủy ban nhân dân tỉnh./.", "end")
    made.close("Như trên", office=("TL. TRƯỞNG BAN", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"))


def _notice(made: Official) -> None:
    made.head("Số: 21/TB-BCĐ")
    made.title("THÔNG BÁO", "Kết luận của Trưởng ban tại cuộc họp quý III", 30)
    made.body(TEXT, "text")
    made.body(f"1. {TEXT}")
    made.body(f"2. {TEXT}/.", "end")
    made.close(office=("TL. TRƯỞNG BAN", "ỦY VIÊN THƯỜNG TRỰC"))


KINDS: Mapping[str, Change] = {
    "báo cáo": _report, "công văn": _letter, "quyết định": _decision, "tờ trình": _submission,
    "biên bản": _minutes, "kế hoạch": _plan, "giấy mời": _invitation, "thông báo": _notice,
}  # fmt: skip


def without(name: str) -> Change:
    """The change that takes a paragraph out."""

    def change(made: Official) -> None:
        element = made.marked[name]._p
        element.getparent().remove(element)

    return change


def with_text(name: str, text: str) -> Change:
    """The change that puts other words into a paragraph."""

    def change(made: Official) -> None:
        made.marked[name].runs[0].text = text

    return change


def with_run(mark: str, /, **attributes: Any) -> Change:
    """The change that sets a paragraph's type otherwise: `size=Pt(12)`, `bold=True` …"""

    def change(made: Official) -> None:
        for key, value in attributes.items():
            run = made.marked[mark].runs[0]
            setattr(run.font if key in ("size", "name", "underline") else run, key, value)
            if key == "name":
                run._r.rPr.rFonts.set(qn("w:hAnsi"), value)

    return change


def with_layout(mark: str, /, **attributes: Any) -> Change:
    """The change that sets a paragraph otherwise: `alignment=…`, `space_after=Pt(0)` …"""

    def change(made: Official) -> None:
        for key, value in attributes.items():
            setattr(made.marked[mark].paragraph_format, key, value)

    return change


def together(*changes: Change) -> Change:
    """Several changes in turn."""

    def change(made: Official) -> None:
        for one in changes:
            one(made)

    return change


def numbered(mark: str, form: str = "upperRoman", text: str = "%1.") -> Change:
    """The change that has Word number a paragraph; those with the same form and text make one list."""

    def change(made: Official) -> None:
        lists = made.document.part.numbering_part.element
        number = str(900 + sum(map(ord, form + text)) % 1000)
        if not lists.xpath(f'./w:num[@w:numId="{number}"]'):
            level = (
                f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            )
            names = nsdecls("w")
            lists.insert(0, parse_xml(f'<w:abstractNum {names} w:abstractNumId="{number}">{level}</w:abstractNum>'))
            lists.append(parse_xml(f'<w:num {names} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
        properties = made.marked[mark]._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = 0, int(number)

    return change
