"""Wrong on purpose: one document for each rule of the form check and each way to break it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor
from docx.text.run import Run

from tests.support.official import (
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

LEFT = WD_ALIGN_PARAGRAPH.LEFT


class Case(NamedTuple):
    """A change to a right document, and a finding it must give; all others have the same code."""

    change: Change
    code: str
    message: str
    kind: str = "báo cáo"

    def bytes(self) -> bytes:
        return official(self.kind, self.change)


def _page(**attributes: Any) -> Change:
    def change(made: Official) -> None:
        for name, value in attributes.items():
            setattr(made.document.sections[0], name, value)

    return change


def _blue(made: Official) -> None:
    made.marked["text"].runs[0].font.color.rgb = RGBColor(0, 0, 255)


def _number_on_page_one(made: Official) -> None:
    for section in made.document.sections:
        section.different_first_page_header_footer = False


def _all_numbers_below(made: Official) -> None:
    for section in made.document.sections:
        for element in list(section.header.paragraphs[0]._p):
            section.footer.paragraphs[0]._p.append(element)


def _no_numbers(made: Official) -> None:
    made.marked["text"].runs[0].text = TEXT * 12
    for section in made.document.sections:
        section.header.is_linked_to_previous = True


def _rule(mark: str, millimetres: int) -> Change:
    def change(made: Official) -> None:
        made.marked[mark]._p.xpath(".//wp:extent")[0].set("cx", str(millimetres * 36000))

    return change


def _breaks_a_page(made: Official) -> None:
    made.marked["text"].add_run().add_break(WD_BREAK.PAGE)


def _unnumbered_part(made: Official) -> None:
    made.document.add_section()


def _page_number(**attributes: Any) -> Change:
    def change(made: Official) -> None:
        paragraph = made.marked["page number"]
        for key, value in attributes.items():
            setattr(Run(paragraph._p.xpath(".//w:r")[0], paragraph).font, key, value)

    return change


def _v_v_in_the_same_paragraph(made: Official) -> None:
    made.marked["number"].runs[0].text += "\nV/v đôn đốc"
    without("about")(made)


def _goes_on_counting(made: Official) -> None:
    for start in made.document.sections[-1]._sectPr.xpath("./w:pgNumType"):
        start.getparent().remove(start)


def _hyphens(made: Official) -> None:
    paragraph = made.marked["issuer rule"]
    paragraph._p.getparent().replace(paragraph._p, parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>---</w:t></w:r></w:p>"))


def _unwritten_cell(made: Official) -> None:
    table = made.document.add_table(1, 1)
    made.set(table.rows[0].cells[0].paragraphs[0], "[Cần bổ sung]", 13, "cell")


WRONG: Mapping[str, Case] = {
    "Letter instead of A4": Case(
        _page(page_width=Mm(216), page_height=Mm(279)), "KH851", "Khổ giấy: 216 × 279 mm, không phải A4"),
    "a narrow left margin": Case(_page(left_margin=Mm(25)), "KH851", "Lề trang: lề trái 25 mm, quy định 30–35 mm"),
    "another font": Case(
        with_run("text", name="Calibri"), "KH852", "Phông chữ: Calibri (ở 1 đoạn), quy định Times New Roman"),
    "blue letters": Case(_blue, "KH852", "Màu chữ: có chữ không phải màu đen (ở 1 đoạn)"),
    "a number on page one": Case(_number_on_page_one, "KH853", "Số trang: hiện cả ở trang thứ nhất"),
    "numbers at the bottom": Case(_all_numbers_below, "KH853", "Số trang: đặt ở chân trang"),
    "no numbers": Case(_no_numbers, "KH853", "Số trang: không có"),
    "no number after a page break": Case(_breaks_a_page, "KH853", "Số trang: không có", "công văn"),
    "no numbers in a part within": Case(_unnumbered_part, "KH853", "Số trang: không có", "công văn"),
    "a number on the left": Case(with_layout("page number", alignment=LEFT), "KH853", "Số trang: không canh giữa"),
    "no Quốc hiệu": Case(without("nation"), "KH854", "Quốc hiệu: không có"),
    "Quốc hiệu too large": Case(with_run("nation", size=Pt(14)), "KH854", "Quốc hiệu: cỡ chữ 14, quy định 12–13"),
    "Quốc hiệu misspelt": Case(
        with_text("nation", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NẠM"), "KH854", "Quốc hiệu: viết không đúng"),
    "Tiêu ngữ with dashes": Case(
        with_text("motto", "Độc lập – Tự do – Hạnh phúc"), "KH855",
        "Tiêu ngữ: viết là “Độc lập – Tự do – Hạnh phúc”"),
    "Tiêu ngữ not bold": Case(with_run("motto", bold=False), "KH855", "Tiêu ngữ: chữ không đậm"),
    "Tiêu ngữ underlined": Case(with_run("motto", underline=True), "KH855", "Tiêu ngữ: chữ bị gạch dưới"),
    "no rule under Tiêu ngữ": Case(
        without("motto rule"), "KH855", "Tiêu ngữ: không có đường kẻ ngang phía dưới"),
    "a short rule under Tiêu ngữ": Case(
        _rule("motto rule", 20), "KH855", "Tiêu ngữ: đường kẻ dài 20 mm, dòng chữ dài khoảng 60,5 mm"),
    "the issuer in small letters": Case(
        with_text("issuer", "Ban Chỉ đạo Chuyển đổi số"), "KH856", "Tên cơ quan ban hành: không viết hoa hết"),
    "the parent in bold": Case(
        with_run("parent", size=Pt(14)), "KH856", "Tên cơ quan chủ quản: cỡ chữ 14, quy định 12–13"),
    "a parent as bold as the issuer": Case(
        together(with_text("parent", "UBND TỈNH MẪU"), with_run("parent", bold=True)), "KH856",
        "Tên cơ quan chủ quản: chữ đậm trong khi quy định không đậm"),
    "no rule under the issuer": Case(
        without("issuer rule"), "KH856", "Tên cơ quan ban hành: không có đường kẻ ngang phía dưới"),
    "a long rule under the issuer": Case(
        _rule("issuer rule", 60), "KH856", "Tên cơ quan ban hành: đường kẻ dài 60 mm, dòng chữ dài khoảng 68,9 mm"),
    "a number in small type": Case(
        with_run("number", size=Pt(12)), "KH857", "Số, ký hiệu: cỡ chữ 12, quy định 13"),
    "a number without its nought": Case(
        with_text("number", "Số: 5/BC-BCĐ"), "KH857", "Số, ký hiệu: số 5 thiếu số 0 phía trước"),
    "blanks around the stroke": Case(
        with_text("number", "Số: 05 / BC - BCĐ"), "KH857", "Số, ký hiệu: viết là “Số: 05 / BC - BCĐ”"),
    "another kind's symbol": Case(
        with_text("number", "Số: 45/SNV-BC"), "KH857", "Số, ký hiệu: ký hiệu “SNV-BC” không bắt đầu bằng “BC”"),
    "a day that no month has": Case(
        with_text("date", "Mẫu, ngày 32 tháng 10 năm 2023"), "KH858",
        "Địa danh và ngày tháng: không có ngày 32 tháng 10"),
    "a day without its nought": Case(
        with_text("date", "Mẫu, ngày 5 tháng 10 năm 2023"), "KH858",
        "Địa danh và ngày tháng: ngày 5 thiếu số 0 phía trước"),
    "a month with a nought too many": Case(
        with_text("date", "Mẫu, ngày 05 tháng 03 năm 2023"), "KH858",
        "Địa danh và ngày tháng: tháng 03 thừa số 0 phía trước"),
    "a date with strokes": Case(
        with_text("date", "Mẫu, 05/10/2023"), "KH858", "Địa danh và ngày tháng: viết ngày bằng dấu gạch chéo"),
    "a date without a place": Case(
        with_text("date", "Ngày 05 tháng 10 năm 2023"), "KH858",
        "Địa danh và ngày tháng: thiếu địa danh và dấu phẩy phía trước"),
    "a date that does not lean": Case(
        with_run("date", italic=False), "KH858", "Địa danh và ngày tháng: chữ không nghiêng"),
    "a title not bold": Case(with_run("kind", bold=False), "KH859", "Tên loại: chữ không đậm"),
    "no title": Case(without("kind"), "KH859", "Tên loại: không thấy tên loại hay “V/v”"),
    "no rule under the subject": Case(
        without("subject rule"), "KH859", "Trích yếu: không có đường kẻ ngang phía dưới"),
    "no rule between the subject and Kính gửi": Case(
        without("subject rule"), "KH859", "Trích yếu: không có đường kẻ ngang phía dưới", "tờ trình"),
    "a long rule under the subject": Case(
        _rule("subject rule", 80), "KH859", "Trích yếu: đường kẻ dài 80 mm, dòng chữ dài khoảng 44,3 mm"),
    "a subject in capitals": Case(
        with_text("subject", "KẾT QUẢ QUÝ III/2023"), "KH859", "Trích yếu: viết in hoa"),
    "text on the left": Case(
        with_layout("text", alignment=LEFT), "KH860", "Nội dung: không canh đều hai lề (ở 1/4 đoạn)"),
    "text without an indent": Case(
        with_layout("text", first_line_indent=Mm(0)), "KH860",
        "Nội dung: đầu dòng lùi 0 mm, quy định 10 hoặc 12,7 mm (ở 1/4 đoạn)"),
    "text without space": Case(
        with_layout("text", space_after=Pt(0)), "KH860",
        "Nội dung: cách đoạn 0 pt, quy định ít nhất 6 pt (ở 1/4 đoạn)"),
    "double spacing": Case(
        with_layout("text", line_spacing=2.0), "KH860", "Nội dung: cách dòng 2, quy định từ 1 đến 1,5 (ở 1/4 đoạn)"),
    "small text": Case(
        with_run("text", size=Pt(12)), "KH860", "Nội dung: cỡ chữ 12, quy định 13–14 (ở 1/7 đoạn)"),
    "a part's title in small letters": Case(
        with_text("part I", "I. Đánh giá chung"), "KH861", "Tiêu đề mục: không viết hoa hết"),
    "a part left out": Case(
        with_text("part II", "III. PHƯƠNG HƯỚNG"), "KH861", "Tiêu đề mục: đánh số III, phải là II"),
    "a titled point not bold": Case(with_run("title 1", bold=False), "KH861", "Tiêu đề mục: chữ không đậm"),
    "an office in small letters": Case(
        with_text("office", "Phó Trưởng ban"), "KH862", "Chức vụ người ký: không viết hoa hết"),
    "a name with a degree": Case(
        with_text("name", "TS. Nguyễn Văn A"), "KH862", "Họ tên người ký: ghi học hàm, học vị"),
    "Nơi nhận upright": Case(with_run("recipients", italic=False), "KH863", "Nơi nhận: chữ không nghiêng"),
    "a recipient with a comma": Case(
        with_text("first recipient", "- UBND tỉnh,"), "KH863", "Nơi nhận: dòng không kết thúc bằng dấu chấm phẩy"),
    "a recipient without a dash": Case(
        with_text("first recipient", "UBND tỉnh;"), "KH863", "Nơi nhận: dòng không bắt đầu bằng gạch đầu dòng"),
    "Nơi nhận without its colon": Case(
        with_text("recipients", "Nơi nhận"), "KH863", "Nơi nhận: viết là “Nơi nhận”"),
    "an archive line without the registry": Case(
        with_text("archive", "- Lưu STTTT."), "KH863", "Nơi nhận: dòng lưu viết là “- Lưu STTTT.”"),
    "no archive line": Case(without("archive"), "KH863", "Nơi nhận: dòng cuối không phải “Lưu: VT, …”"),
    "an annex in Arabic numbers": Case(with_text("annex", "Phụ lục 1"), "KH865", "Phụ lục: viết là “Phụ lục 1”"),
    "an annex's title in small letters": Case(
        with_text("annex title", "Danh mục chỉ tiêu"), "KH865", "Tên phụ lục: không viết hoa hết"),
    "an annex that belongs to nothing": Case(without("attached"), "KH865", "Dòng kèm theo: không có"),
    "a number in bold": Case(
        _page_number(bold=True), "KH853", "Số trang: không phải chữ đứng, thường"),
    "a number too small": Case(
        _page_number(size=Pt(11)), "KH853", "Số trang: cỡ chữ 11, quy định 13–14"),
    "an annex that goes on counting": Case(_goes_on_counting, "KH853", "Số trang: Phụ lục không đánh số trang riêng"),
    "Tiêu ngữ on the left": Case(
        with_layout("motto", alignment=LEFT), "KH855", "Tiêu ngữ: canh trái, quy định canh giữa"),
    "no Tiêu ngữ": Case(without("motto"), "KH855", "Tiêu ngữ: không có"),
    "no agency": Case(together(without("parent"), without("issuer")), "KH856",
        "Tên cơ quan ban hành: không thấy bên trái Quốc hiệu"),
    "hyphens instead of a rule": Case(_hyphens, "KH856", "Tên cơ quan ban hành: không có đường kẻ ngang phía dưới"),
    "no number": Case(without("number"), "KH857", "Số, ký hiệu: không có"),
    "a number without a colon": Case(
        with_text("number", "Số 123/BC-BCĐ"), "KH857", "Số, ký hiệu: thiếu dấu hai chấm sau từ “Số”"),
    "Số in capitals": Case(
        with_text("number", "SỐ: 05/BC-BCĐ"), "KH857", "Số, ký hiệu: từ “Số” viết là “SỐ”"),
    "no date": Case(without("date"), "KH858", "Địa danh và ngày tháng: không có"),
    "a day in words": Case(
        with_text("date", "Mẫu, ngày năm tháng 10 năm 2023"), "KH858",
        "Địa danh và ngày tháng: ngày viết là “năm”"),
    "a title in small letters": Case(with_text("kind", "Báo cáo"), "KH859", "Tên loại: không viết hoa hết"),
    "no subject": Case(without("subject"), "KH859", "Trích yếu: không có"),
    "a subject in italics": Case(
        with_run("subject", italic=True), "KH859", "Trích yếu: chữ nghiêng trong khi quy định không nghiêng"),
    "V/v in small letters": Case(
        with_text("about", "v/v đôn đốc"), "KH859", "Trích yếu: viết là “v/v đôn đố…”", "công văn"),
    "V/v close to the number": Case(
        with_layout("about", space_before=Pt(0)), "KH859", "Trích yếu: không cách dòng số, ký hiệu 6 pt", "công văn"),
    "V/v in the number's paragraph": Case(
        _v_v_in_the_same_paragraph, "KH859", "Trích yếu: không cách dòng số, ký hiệu 6 pt", "công văn"),
    "V/v in bold": Case(
        with_run("about", bold=True), "KH859", "Trích yếu: chữ đậm trong khi quy định không đậm", "công văn"),
    "text in italics": Case(
        with_run("text", italic=True), "KH860", "Nội dung: chữ nghiêng, quy định chữ đứng (ở 1/4 đoạn)"),
    "a short paragraph in small type": Case(
        together(with_text("text", "Như sau:"), with_run("text", size=Pt(12))), "KH860",
        "Nội dung: cỡ chữ 12, quy định 13–14 (ở 1/7 đoạn)"),
    "underlined text": Case(
        with_run("text", underline=True), "KH860", "Nội dung: chữ bị gạch dưới (ở 1/7 đoạn)"),
    "an upright Căn cứ": Case(
        with_run("ground", italic=False), "KH860", "Căn cứ ban hành: chữ không nghiêng", "quyết định"),
    "a Căn cứ with a comma": Case(
        with_text("ground", "Căn cứ Luật Tổ chức chính quyền địa phương,"), "KH860",
        "Căn cứ ban hành: dòng không kết thúc bằng dấu chấm phẩy", "quyết định"),
    "a last Căn cứ with a semicolon": Case(
        with_text("last ground", "Theo đề nghị của Giám đốc Sở;"), "KH860",
        "Căn cứ ban hành: dòng không kết thúc bằng dấu chấm", "quyết định"),
    "a numbered part in small letters": Case(
        together(with_text("part I", "Đánh giá chung"), numbered("part I"), numbered("part II"),
                 with_text("part II", "PHƯƠNG HƯỚNG")),
        "KH861", "Tiêu đề mục: không viết hoa hết"),
    "a numbered part not bold": Case(
        together(with_text("part I", "ĐÁNH GIÁ CHUNG"), numbered("part I"), with_run("part I", bold=False)),
        "KH861", "Tiêu đề mục: chữ không đậm"),
    "a numbered point not bold": Case(
        together(with_text("title 1", "Kết quả đạt được"), numbered("title 1", "decimal"),
                 with_run("title 1", bold=False)),
        "KH861", "Tiêu đề mục: chữ không đậm"),
    "an article not bold": Case(
        with_run("article 1", bold=False), "KH861", "Điều: chữ “Điều” và số thứ tự không đứng, đậm", "quyết định"),
    "a numbered article not bold": Case(
        together(with_text("article 1", ""), numbered("article 1", "decimal", "Điều %1.")), "KH861",
        "Điều: chữ “Điều” và số thứ tự không đứng, đậm", "quyết định"),
    "an article with a colon": Case(
        with_text("article 1", "Điều 1: Ban hành kèm theo Quyết định này Kế hoạch."), "KH861",
        "Điều: sau số thứ tự không phải là dấu chấm", "quyết định"),
    "no signature": Case(
        together(*map(without, ("authority", "office", "name"))), "KH862", "Chức vụ người ký: không thấy"),
    "T/M": Case(
        with_text("authority", "T/M BAN CHỈ ĐẠO"), "KH862", "Chức vụ người ký: quyền hạn viết là “T/M”", "tờ trình"),
    "TM without its stop": Case(
        with_text("authority", "TM BAN CHỈ ĐẠO"), "KH862", "Chức vụ người ký: quyền hạn viết là “TM”", "tờ trình"),
    "a deputy in his own name": Case(
        without("authority"), "KH862", "Chức vụ người ký: cấp phó ký mà không ghi “KT.”"),
    "a deputy below TM. alone": Case(
        with_text("authority", "TM. BAN CHỈ ĐẠO"), "KH862", "Chức vụ người ký: cấp phó ký mà không ghi “KT.”"),
    "an office not bold": Case(with_run("office", bold=False), "KH862", "Chức vụ người ký: chữ không đậm"),
    "no name": Case(without("name"), "KH862", "Họ tên người ký: không có"),
    "a name in capitals": Case(
        with_text("name", "NGUYỄN VĂN A"), "KH862", "Họ tên người ký: viết in hoa hết"),
    "a name not bold": Case(with_run("name", bold=False), "KH862", "Họ tên người ký: chữ không đậm"),
    "a second signer's name in capitals": Case(
        with_text("secretary's name", "TRẦN THỊ B"), "KH862", "Họ tên người ký: viết in hoa hết", "biên bản"),
    "no recipients": Case(
        together(*map(without, ("recipients", "first recipient", "archive"))), "KH863", "Nơi nhận: không có"),
    "recipients in large type": Case(
        with_run("first recipient", size=Pt(14)), "KH863", "Nơi nhận: cỡ chữ 14, quy định 11"),
    "an archive line without its stop": Case(
        with_text("archive", "- Lưu: VT, STTTT"), "KH863", "Nơi nhận: dòng không kết thúc bằng dấu chấm"),
    "a letter's list without Như trên": Case(
        with_text("first recipient", "- Sở Y tế;"), "KH863",
        "Nơi nhận: danh sách của công văn không bắt đầu bằng “Như trên”", "công văn"),
    "no Kính gửi": Case(without("addressee"), "KH864", "Kính gửi: công văn không có", "công văn"),
    "Kính gửi without its colon": Case(
        with_text("addressee", "Kính gửi Sở Y tế"), "KH864", "Kính gửi: thiếu dấu hai chấm", "công văn"),
    "Kính gửi in capitals": Case(
        with_text("addressee", "KÍNH GỬI: Sở Y tế"), "KH864", "Kính gửi: viết là “KÍNH GỬI”", "công văn"),
    "Kính gửi in bold": Case(
        with_run("addressee", bold=True), "KH864", "Kính gửi: chữ đậm trong khi quy định không đậm", "công văn"),
    "Kính gửi several in one line": Case(
        with_text("addressee", "Kính gửi: Sở Y tế; Sở Tài chính"), "KH864",
        "Kính gửi: nhiều nơi viết trên một dòng", "công văn"),
    "Kính gửi several with commas": Case(
        with_text("addressee", "Kính gửi: Sở Y tế, Sở Tài chính"), "KH864",
        "Kính gửi: nhiều nơi viết trên một dòng", "công văn"),
    "Kính gửi nobody": Case(
        with_text("addressee", "Kính gửi:"), "KH864", "Kính gửi: không ghi nơi gửi", "công văn"),
    "an addressee without its semicolon": Case(
        with_text("addressee 1", "- Ủy ban nhân dân tỉnh"), "KH864",
        "Kính gửi: dòng không kết thúc bằng dấu chấm phẩy", "tờ trình"),
    "a last addressee without its stop": Case(
        with_text("addressee 2", "- Các sở, ban, ngành"), "KH864",
        "Kính gửi: dòng không kết thúc bằng dấu chấm", "tờ trình"),
    "an annex whose number and title share a line": Case(
        with_text("annex", "Phụ lục I: Danh mục chỉ tiêu"), "KH865", "Phụ lục: viết là “Phụ lục I: Danh mục chỉ tiêu”"),
    "an annex not bold": Case(with_run("annex", bold=False), "KH865", "Phụ lục: chữ không đậm"),
    "an upright Kèm theo": Case(with_run("attached", italic=False), "KH865", "Dòng kèm theo: chữ không nghiêng"),
    "words left to be written": Case(
        with_text("text", f"[Cần bổ sung: kết quả nổi bật] {TEXT}"), "KH866",
        "Còn chỗ phải viết: [Cần bổ sung: kết quả nổi bật]"),
    "words left to be written in a table": Case(
        _unwritten_cell, "KH866", "Còn chỗ phải viết: [Cần bổ sung]"),
    "no ./.": Case(with_text("end", TEXT), "KH867", "Nội dung không kết thúc bằng “./.”"),
    "a letter of the Party": Case(
        together(with_text("nation", "ĐẢNG CỘNG SẢN VIỆT NAM"), without("motto"), without("motto rule")), "KH868",
        "Đây là văn bản của Đảng, không theo Nghị định 30/2020/NĐ-CP nên không được soát", "công văn"),
}  # fmt: skip
