"""Administrative documents built by hand with python-docx, as an office types them: right, then wrong on purpose."""

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

CENTER, JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
TEXT = (
    "Thực hiện Kế hoạch hoạt động năm 2023, Ban Chỉ đạo báo cáo kết quả thực hiện trong kỳ và phương hướng, nhiệm vụ "
    "trọng tâm của kỳ sau như sau, kèm theo số liệu tại Phụ lục."
)


class Official:
    """A document in the making; `changed` is called with it before it is saved, to make it wrong."""

    def __init__(self) -> None:
        self.document = docx.Document()
        self.marked: dict[str, Any] = {}
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

    def rule(self, paragraph: Any, length: float) -> None:
        """A line as Word draws it, so many millimetres long."""
        width = round(length * 36000)
        paragraph.add_run()._r.append(
            parse_xml(
                f'<w:drawing {nsdecls("w", "wp", "a")}><wp:inline><wp:extent cx="{width}" cy="0"/>'
                '<wp:docPr id="9" name="kẻ"/><a:graphic><a:graphicData '
                'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
                '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvCnPr/>'
                '<wps:spPr><a:prstGeom prst="line"><a:avLst/></a:prstGeom></wps:spPr><wps:bodyPr/></wps:wsp>'
                "</a:graphicData></a:graphic></wp:inline></w:drawing>"
            )
        )

    def head(self) -> None:
        left, right = self.document.add_table(1, 2).rows[0].cells
        self.set(left.paragraphs[0], "UBND TỈNH MẪU", 13, "parent", align=CENTER)
        self.set(left.add_paragraph(), "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", 13, "issuer", bold=True, align=CENTER)
        self.marked["issuer rule"] = left.add_paragraph()
        self.rule(self.marked["issuer rule"], 28)
        self.set(left.add_paragraph(), "Số: 05/BC-BCĐ", 13, "number", align=CENTER)
        self.set(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "nation", bold=True, align=CENTER)
        self.set(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", 14, "motto", bold=True, align=CENTER)
        self.marked["motto rule"] = right.add_paragraph()
        self.rule(self.marked["motto rule"], 60.5)
        self.set(right.add_paragraph(), "Mẫu, ngày 05 tháng 10 năm 2023", 14, "date", italic=True, align=CENTER)

    def title(self) -> None:
        self.add("BÁO CÁO", 14, "kind", bold=True, align=CENTER)
        self.add("Kết quả quý III/2023", 14, "subject", bold=True, align=CENTER)
        self.marked["subject rule"] = self.document.add_paragraph()
        self.rule(self.marked["subject rule"], 20)

    def text(self) -> None:
        self.body(TEXT, "text")
        self.body("I. ĐÁNH GIÁ CHUNG", "part I", bold=True)
        self.body(TEXT)
        self.body("1. Kết quả đạt được", "title 1", bold=True)
        self.body(TEXT)
        self.body("II. PHƯƠNG HƯỚNG", "part II", bold=True)
        self.body(TEXT + "/.")

    def close(self) -> None:
        left, right = self.document.add_table(1, 2).rows[0].cells
        self.set(left.paragraphs[0], "Nơi nhận:", 12, "recipients", bold=True, italic=True)
        self.set(left.add_paragraph(), "- UBND tỉnh;", 11, "first recipient")
        self.set(left.add_paragraph(), "- Lưu: VT, STTTT.", 11, "archive")
        self.set(right.paragraphs[0], "KT. TRƯỞNG BAN", 14, "authority", bold=True, align=CENTER)
        self.set(right.add_paragraph(), "PHÓ TRƯỞNG BAN", 14, "office", bold=True, align=CENTER)
        self.set(right.add_paragraph(), "", 14)
        self.set(right.add_paragraph(), "Nguyễn Văn A", 14, "name", bold=True, align=CENTER)

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


def report(change: Callable[[Official], None] | None = None) -> bytes:
    """A report in right form, or what a change makes of it."""
    made = Official()
    for part in (made.head, made.title, made.text, made.close, made.annex, made.number_pages):
        part()
    if change:
        change(made)
    return made.bytes()


def letter(change: Callable[[Official], None] | None = None) -> bytes:
    """A công văn in right form, or what a change makes of it."""
    made = Official()
    made.head()
    left = made.document.tables[0].rows[0].cells[0]
    about = made.set(left.add_paragraph(), "V/v đôn đốc thực hiện Kế hoạch", 12, "about", align=CENTER)
    about.paragraph_format.space_before = Pt(6)
    made.marked["number"].runs[0].text = "Số: 12/BCĐ-STTTT"
    made.add("Kính gửi: Sở Y tế", 14, "addressee", align=CENTER)
    made.body(TEXT, "text")
    made.close()
    made.marked["first recipient"].runs[0].text = "- Như trên;"
    made.number_pages()
    if change:
        change(made)
    return made.bytes()


def without(name: str) -> Callable[[Official], None]:
    """The change that takes a paragraph out."""

    def change(made: Official) -> None:
        element = made.marked[name]._p
        element.getparent().remove(element)

    return change


def with_text(name: str, text: str) -> Callable[[Official], None]:
    """The change that puts other words into a paragraph."""

    def change(made: Official) -> None:
        made.marked[name].runs[0].text = text

    return change


def with_run(mark: str, /, **attributes: Any) -> Callable[[Official], None]:
    """The change that sets a paragraph's type otherwise: `size=Pt(12)`, `bold=True` …"""

    def change(made: Official) -> None:
        for key, value in attributes.items():
            run = made.marked[mark].runs[0]
            setattr(run.font if key in ("size", "name", "underline") else run, key, value)
            if key == "name":
                run._r.rPr.rFonts.set(qn("w:hAnsi"), value)

    return change


def with_layout(mark: str, /, **attributes: Any) -> Callable[[Official], None]:
    """The change that sets a paragraph otherwise: `alignment=…`, `space_after=Pt(0)` …"""

    def change(made: Official) -> None:
        for key, value in attributes.items():
            setattr(made.marked[mark].paragraph_format, key, value)

    return change
