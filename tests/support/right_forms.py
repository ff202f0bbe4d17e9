"""Right too: what offices do otherwise than the documents of official.py, without breaking a rule of the decree."""

import unicodedata
from collections.abc import Mapping
from copy import copy
from typing import Any, NamedTuple

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from tests.support.official import (
    CENTER,
    TEXT,
    Change,
    Official,
    numbered,
    official,
    together,
    with_layout,
    with_run,
    with_text,
    without,
)


class Case(NamedTuple):
    """A change to a document, which stays right."""

    change: Change
    kind: str = "báo cáo"
    columns: str = "table"

    def bytes(self) -> bytes:
        return official(self.kind, self.change, self.columns)


def _two_rows(made: Official) -> None:
    """Number and date in a second row of the head's table."""
    table: Any = made.document.tables[0]
    for cell, mark in zip(table.add_row().cells, ("number", "date"), strict=True):
        cell._tc.append(made.marked[mark]._p)
        cell._tc.remove(cell.paragraphs[0]._p)


def _name_in_a_row(made: Official) -> None:
    table: Any = made.document.tables[-1]
    cell = table.add_row().cells[1]
    cell._tc.append(made.marked["name"]._p)
    cell._tc.remove(cell.paragraphs[0]._p)


def _after(mark: str, text: str, **how: Any) -> Change:
    """The change that adds a line below another."""

    def change(made: Official) -> None:
        made.marked[mark]._p.addnext(made.add(text, 13, "added", **how)._p)

    return change


def _ends_with_a_table(made: Official) -> None:
    table = made.document.add_table(1, 2)
    made.marked["end"]._p.addnext(table._tbl)
    made.set(table.rows[0].cells[0].paragraphs[0], "Danh sách", 13)


def _decomposed(made: Official) -> None:
    """Letters and marks apart, as some keyboards type them."""
    for text in made.document.element.iter(qn("w:t")):
        text.text = unicodedata.normalize("NFD", text.text)


def _underscores(made: Official) -> None:
    for mark, count in (("issuer rule", 12), ("motto rule", 26), ("subject rule", 9)):
        paragraph = made.marked[mark]
        for element in paragraph._p.xpath("./w:r"):
            paragraph._p.remove(element)
        paragraph.add_run("_" * count).font.size = Pt(13)


def _border(made: Official) -> None:
    """The lower border of an empty, indented paragraph."""
    paragraph = made.marked["subject rule"]
    for element in paragraph._p.xpath("./w:r"):
        paragraph._p.remove(element)
    borders = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(borders))


def _rule_moved(to: str, mark: str = "subject rule") -> Change:
    """A rule that floats is anchored in whatever paragraph the cursor was in."""

    def change(made: Official) -> None:
        made.marked[to]._p.append(made.marked[mark]._p.xpath("./w:r")[-1])
        without(mark)(made)

    return change


def _landscape(*, turned: bool) -> Change:
    def change(made: Official) -> None:
        section = made.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        if turned:
            section.top_margin, section.right_margin = Mm(30), Mm(20)
            section.bottom_margin, section.left_margin = Mm(15), Mm(20)

    return change


def _one_paragraph(first: str, second: str) -> Change:
    """Two lines in one paragraph, with a line break between them."""

    def change(made: Official) -> None:
        runs = made.marked[second]._p.xpath("./w:r")
        made.marked[first].runs[-1].add_break()
        for run in runs:
            made.marked[first]._p.append(run)
        without(second)(made)

    return change


def _tabbed_number(made: Official) -> None:
    """A page number at the centred tab stop of the style Header."""
    paragraph = made.marked["page number"]
    paragraph.alignment = None
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(82), WD_TAB_ALIGNMENT.CENTER)
    paragraph._p.insert(1, parse_xml(f"<w:r {nsdecls('w')}><w:tab/></w:r>"))


def _framed_number(made: Official) -> None:
    paragraph = made.marked["page number"]
    paragraph.alignment = None
    frame = f'<w:framePr {nsdecls("w")} w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="1"/>'
    paragraph._p.get_or_add_pPr().append(parse_xml(frame))


def _tab_indents(made: Official) -> None:
    paragraph = made.marked["text"]
    paragraph.paragraph_format.first_line_indent = None
    run = paragraph.runs[0]
    run.text = f"\t{run.text}"


def _web_spacing(made: Official) -> None:
    paragraph = made.marked["text"]
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph._p.pPr.find(qn("w:spacing")).set(qn("w:afterAutospacing"), "1")


def _addressee_table(made: Official) -> None:
    """Kính gửi in one cell, the list in the one beside it."""
    table = made.document.add_table(1, 2)
    marked: Any = made.marked
    for cell, marks in zip(table.rows[0].cells, (("addressee",), ("addressee 1", "addressee 2")), strict=True):
        for mark in marks:
            cell._tc.append(marked[mark]._p)
        cell._tc.remove(cell.paragraphs[0]._p)
    marked["subject rule"]._p.addnext(table._tbl)


def _closes_without_table(made: Official) -> None:
    """Signature and Nơi nhận one below the other, each a plain paragraph."""
    table: Any = made.document.tables[-1]._tbl
    for cell in reversed(table.xpath(".//w:tc")):
        for paragraph in cell.xpath("./w:p"):
            table.addprevious(paragraph)
    table.getparent().remove(table)


def _wide_part_within(made: Official) -> None:
    """A section on landscape paper between two on portrait: its first page is not the document's first."""
    properties = made.document.sections[0]._sectPr
    wide = parse_xml(
        f'<w:sectPr {nsdecls("w")}><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="720" w:footer="720" '
        'w:gutter="0"/></w:sectPr>'
    )
    paragraph = made.marked["part II"]._p.getprevious()
    paragraph.get_or_add_pPr().append(wide)
    first = made.marked["text"]._p.get_or_add_pPr()
    first.append(OxmlElement("w:sectPr"))
    moved = first.find(qn("w:sectPr"))
    for child in list(properties):
        moved.append(copy(child))


def _signed_by_a_hospital(made: Official) -> None:
    made.marked["issuer"].runs[0].text = "BỆNH VIỆN ĐA KHOA TỈNH MẪU"
    made.marked["name"].runs[0].text = "TS. Nguyễn Văn A"


def _chapters(made: Official) -> None:
    made.marked["title 1"].runs[0].text = "Chương II"
    made.marked["title 1"].alignment = CENTER
    made.marked["part II"].runs[0].text = "I. PHƯƠNG HƯỚNG"


def _longer_head(made: Official) -> None:
    subject = made.marked["subject"].insert_paragraph_before()
    made.set(subject, "Kết quả thực hiện Kế hoạch hoạt động của Ban Chỉ đạo", 14, bold=True, align=CENTER)


def _minutes_with_date(made: Official) -> None:
    date = made.marked["motto rule"]._parent.add_paragraph()
    made.set(date, "Mẫu, ngày 05 tháng 10 năm 2023", 14, italic=True, align=CENTER)


def _bold_label(made: Official) -> None:
    """The paragraph's end mark in bold: the number takes its format."""
    made.marked["article 1"]._p.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>"))


def _all_caps(made: Official) -> None:
    made.marked["issuer"].runs[0].font.all_caps = True


RIGHT: Mapping[str, Case] = {
    "letters and marks apart": Case(_decomposed),
    "letters and marks apart, a decision": Case(_decomposed, "quyết định"),
    "underscores for rules": Case(_underscores),
    "a border for a rule": Case(_border),
    "the rule in the subject's paragraph": Case(_rule_moved("subject")),
    "the rule in the paragraph of the title": Case(_rule_moved("kind")),
    "the rule in the paragraph of Quốc hiệu": Case(_rule_moved("motto", "motto rule")),
    "the rule in the number's paragraph": Case(_rule_moved("number", "issuer rule")),
    "a landscape page": Case(_landscape(turned=False), "kế hoạch"),
    "a landscape page, margins turned with it": Case(_landscape(turned=True), "kế hoạch"),
    "a landscape part within": Case(_wide_part_within),
    "both names in one paragraph": Case(_one_paragraph("parent", "issuer")),
    "Quốc hiệu and Tiêu ngữ in one paragraph": Case(_one_paragraph("nation", "motto")),
    "a subject of two paragraphs": Case(_longer_head),
    "a subject of two lines": Case(with_text("subject", "Kết quả thực hiện Kế hoạch\nquý III năm 2023")),
    "a number at a tab stop": Case(_tabbed_number),
    "a number in a frame": Case(_framed_number),
    "an indent by a tab": Case(_tab_indents),
    "spacing kept from a web page": Case(_web_spacing),
    "Kính gửi in a table": Case(_addressee_table, "tờ trình"),
    "Kính gửi after a tab, below a head set by tabs": Case(
        with_text("addressee", "\tKính gửi: Sở Y tế"), "công văn", "tabs"
    ),
    "Kính gửi one, with a stop": Case(with_text("addressee", "Kính gửi: Sở Y tế."), "công văn"),
    "signature and Nơi nhận without a table": Case(_closes_without_table),
    "two signers without a table": Case(_closes_without_table, "biên bản"),
    "a number and a date left for the registry": Case(
        together(with_text("number", "Số:        /BC-BCĐ"), with_text("date", "Mẫu, ngày     tháng     năm 2023"))
    ),
    "dots for the number": Case(with_text("number", "Số: ……/BC-BCĐ")),
    "minutes with a date under the national title": Case(_minutes_with_date, "biên bản"),
    "number and date in a row of their own": Case(_two_rows),
    "the name in a row of its own": Case(_name_in_a_row),
    "a mark of urgency": Case(_after("number", "HỎA TỐC", bold=True, align=CENTER), "công văn"),
    "a telephone number below Nơi nhận": Case(_after("archive", "Điện thoại: 0254.123456")),
    "Đã ký": Case(_after("office", "(Đã ký)", italic=True, align=CENTER)),
    "a table at the end": Case(_ends_with_a_table),
    "a resolution": Case(
        together(
            with_text("kind", "NGHỊ QUYẾT"),
            with_text("number", "Số: 05/NQ-HĐND"),
            with_text("authority of the decision", "HỘI ĐỒNG NHÂN DÂN TỈNH MẪU KHÓA X, KỲ HỌP THỨ 5"),
            with_text("decides", "QUYẾT NGHỊ:"),
        ),
        "quyết định",
    ),
    "by written mandate": Case(
        together(with_text("authority", "TUQ. TRƯỞNG BAN"), with_text("office", "GIÁM ĐỐC SỞ NỘI VỤ"))
    ),
    "parts that Word numbers": Case(
        together(
            with_text("part I", "ĐÁNH GIÁ CHUNG"),
            numbered("part I"),
            with_text("part II", "PHƯƠNG HƯỚNG"),
            numbered("part II"),
        )
    ),
    "articles that Word numbers": Case(
        together(with_text("article 1", ""), numbered("article 1", "decimal", "Điều %1."), _bold_label), "quyết định"
    ),
    "recipients that Word lists": Case(
        together(with_text("first recipient", "UBND tỉnh;"), numbered("first recipient", "bullet", "-"))
    ),
    "chapters whose parts begin anew": Case(_chapters),
    "a doctor's degree in a hospital": Case(_signed_by_a_hospital),
    "a copy's count": Case(with_text("archive", "- Lưu: VT, STTTT (02 bản).")),
    "Hoà and Uỷ": Case(with_text("nation", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
    "no name and number yet": Case(together(without("name"), with_text("number", "Số:      /BC-BCĐ"))),
    "capitals by format": Case(together(with_text("issuer", "Ban Chỉ đạo Chuyển đổi số"), _all_caps)),
    "the last sentence says goodbye": Case(with_text("text", f"{TEXT} Trân trọng./."), "công văn"),
    "lines half as far again": Case(with_layout("text", line_spacing=1.5)),
    "thirteen points": Case(with_run("text", size=Pt(13))),
}
