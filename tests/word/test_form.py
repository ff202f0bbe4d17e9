"""The form check by Decree 30 on documents made with python-docx: right ones pass, each fault is found."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.sandbox import running
from kehoach_cli.sandbox.problems import FILE, TemplateProblem, WordFinding
from kehoach_cli.word.form.form_check import check_form
from kehoach_cli.word.render import FormChecker
from tests.support.docx import R, members_of, p, relationships, table, word_file, zipped
from tests.support.official import Official, letter, report, with_layout, with_run, with_text, without

Change = Callable[[Official], None]
LEFT = WD_ALIGN_PARAGRAPH.LEFT


class Case(NamedTuple):
    """A change to a right report, and the one finding it must give."""

    change: Change
    code: str
    message: str


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
    for section in made.document.sections:
        section.header.is_linked_to_previous = True


def _rule(mark: str, millimetres: int) -> Change:
    def change(made: Official) -> None:
        made.marked[mark]._p.xpath(".//wp:extent")[0].set("cx", str(millimetres * 36000))

    return change


CASES: Mapping[str, Case] = {
    "Letter instead of A4": Case(
        _page(page_width=Mm(216), page_height=Mm(279)), "KH851", "Khổ giấy: 216 × 279 mm, không phải A4"),
    "a narrow left margin": Case(_page(left_margin=Mm(25)), "KH851", "Lề trang: lề trái 25 mm, quy định 30–35 mm"),
    "another font": Case(
        with_run("text", name="Calibri"), "KH852", "Phông chữ: Calibri (ở 1 đoạn), quy định Times New Roman"),
    "blue letters": Case(_blue, "KH852", "Màu chữ: có chữ không phải màu đen (ở 1 đoạn)"),
    "a number on page one": Case(_number_on_page_one, "KH853", "Số trang: hiện cả ở trang thứ nhất"),
    "numbers at the bottom": Case(_all_numbers_below, "KH853", "Số trang: đặt ở chân trang"),
    "no numbers": Case(_no_numbers, "KH853", "Số trang: không có"),
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
        with_run("text", size=Pt(12)), "KH860", "Nội dung: cỡ chữ 12, quy định 13–14 (ở 1/4 đoạn)"),
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
}  # fmt: skip


def _said(document: bytes) -> Iterator[tuple[str, str]]:
    for finding in check_form(document):
        yield finding.code, finding.message


def test_a_report_and_a_letter_in_right_form_pass() -> None:
    assert list(_said(report())) == []
    assert list(_said(letter())) == []


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_named(name: str) -> None:
    case = CASES[name]
    assert (case.code, case.message) in list(_said(report(case.change)))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (without("addressee"), ("KH864", "Kính gửi: công văn không có")),
        (with_text("addressee", "Kính gửi Sở Y tế"), ("KH864", "Kính gửi: thiếu dấu hai chấm")),
        (with_text("about", "v/v đôn đốc"), ("KH859", "Trích yếu: viết là “v/v đôn đố…”")),
        (with_layout("about", space_before=Pt(0)), ("KH859", "Trích yếu: không cách dòng số, ký hiệu 6 pt")),
        (
            with_text("first recipient", "- Sở Y tế;"),
            ("KH863", "Nơi nhận: danh sách của công văn không bắt đầu bằng “Như trên”"),
        ),
    ],
)
def test_a_fault_of_a_letter_is_named(change: Change, expected: tuple[str, str]) -> None:
    assert expected in list(_said(letter(change)))


def test_findings_name_place_and_article() -> None:
    (finding,) = check_form(report(with_text("number", "Số: 5/BC-BCĐ")))
    assert finding.place.words() == "thân văn bản, bảng 1, hàng 1, ô 1, đoạn 4"
    assert finding.place.excerpt == "Số: 5/BC-BCĐ"
    assert finding.remedy == "Viết “Số: 05/BC-BCĐ” (Phụ lục I, phần I, mục II.3)"


def test_formatting_comes_through_styles_and_defaults() -> None:
    """The same report formatted by styles alone, without direct formatting."""

    def by_style(made: Official) -> None:
        style = made.document.styles.add_style("Quốc hiệu", 1)
        style.base_style = made.document.styles["Normal"]
        style.font.size, style.font.bold = Pt(16), True
        paragraph = made.marked["nation"]
        paragraph.style = style
        paragraph.runs[0].font.size = paragraph.runs[0].bold = None

    assert ("KH854", "Quốc hiệu: cỡ chữ 16, quy định 12–13") in list(_said(report(by_style)))


def test_a_number_and_a_date_left_for_the_registry_pass() -> None:
    def blank(made: Official) -> None:
        made.marked["number"].runs[0].text = "Số:        /BC-BCĐ"
        made.marked["date"].runs[0].text = "Mẫu, ngày     tháng     năm 2023"

    assert list(_said(report(blank))) == []


def test_a_document_without_any_element_lacks_them_all() -> None:
    with FormChecker() as checker:
        findings = checker.check(word_file(p("Chào anh") + table(("a", "b"))))
    assert {"KH851", "KH854", "KH855", "KH856", "KH857", "KH858", "KH859", "KH862", "KH863", "KH867"} == {
        finding.code for finding in findings
    }


def test_no_word_file_is_refused() -> None:
    with FormChecker() as checker, pytest.raises(TemplateProblem, match="không phải tệp Word"):
        checker.check(b"xin chao")


def test_the_body_is_what_the_package_leads_to() -> None:
    """The part's name does not matter, nor do other parts that look like a body."""
    wrong = members_of(report(CASES["Quốc hiệu too large"].change))
    right = members_of(report())
    decoy = {"word/aaa.xml": right["word/document.xml"], "word/_rels/aaa.xml.rels": b"<x/>"}
    assert list(_said(zipped({**decoy, **wrong}))) == [("KH854", "Quốc hiệu: cỡ chữ 14, quy định 12–13")]
    assert list(_said(zipped({"word/aaa.xml": wrong["word/document.xml"], **right}))) == []
    called = {
        name.replace("document.xml", "van-ban.part"): content.replace(b"document.xml", b"van-ban.part")
        for name, content in right.items()
    }
    assert list(_said(zipped(called))) == []


def test_its_headers_and_styles_are_those_that_it_leads_to() -> None:
    moved = {
        name.replace("word/", "a/b/"): content.replace(b"word/", b"a/b/")
        for name, content in members_of(report()).items()
    }
    assert list(_said(zipped(moved))) == []


def test_a_file_with_two_bodies_or_none_is_refused() -> None:
    members = members_of(report())
    body = relationships([("rId1", f"{R}/officeDocument", "word/document.xml", False)])
    two = relationships([(f"rId{at}", f"{R}/officeDocument", f"word/{at}.xml", False) for at in (1, 2)])
    none = relationships([("rId1", f"{R}/officeDocument", "word/styles.xml", False)])
    bodies = {f"word/{at}.xml": members["word/document.xml"] for at in (1, 2)}
    assert list(_said(zipped({**members, "_rels/.rels": body.encode()}))) == []
    for links in (two, none, relationships([])):
        (finding,) = _told(zipped({**members, **bodies, "_rels/.rels": links.encode()}))
        assert (finding.code, finding.message) == (
            "KH801",
            "Tệp không có phần thân của một văn bản Word, hoặc có nhiều hơn một",
        )


_MEMBERS = members_of(report())
_NAMES = sorted(name for name in _MEMBERS if name.startswith("word/") and name.endswith((".xml", ".rels")))


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(
    name=st.sampled_from(_NAMES),
    at=st.integers(0, 100_000),
    length=st.integers(0, 10),
    put=st.sampled_from([b"", b"x", b"-1", b"999999999999", b"nan", b'"', b"<w:p/>", b"</w:r>", b"w:", b"\xff"]),
)
def test_any_document_gives_findings(name: str, at: int, length: int, put: bytes) -> None:
    """Bytes changed in any part give findings or a refusal, never an exception."""
    content = _MEMBERS[name]
    at %= len(content) + 1
    findings = _told(zipped({**_MEMBERS, name: content[:at] + put + content[at + length :]}))
    assert all(finding.message and finding.remedy for finding in findings)


def _told(document: bytes) -> list[WordFinding]:
    try:
        return check_form(document)
    except TemplateProblem as problem:
        return list(problem.findings) or [WordFinding("", "", "", FILE)]


@pytest.mark.parametrize(
    "attribute",
    [b'w:val="28"', b'w:firstLine="720"', b'w:after="120"', b'w:line="240"', b'w:w="11906"', b'w:left="1701"'],
)
@pytest.mark.parametrize("value", [b"", b"x", b"nan", b"1e400", b"-5"])
def test_numbers_that_make_no_sense(attribute: bytes, value: bytes) -> None:
    name, _, _ = attribute.partition(b"=")
    parts = {key: content.replace(attribute, name + b'="' + value + b'"') for key, content in _MEMBERS.items()}
    assert parts != _MEMBERS
    assert "" not in {finding.code for finding in _told(zipped(parts))}


ONE = '<w:p><w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t xml:space="preserve">Một đoạn. </w:t></w:r></w:p>'


@pytest.mark.slow
def test_a_document_of_many_paragraphs_is_checked() -> None:
    with FormChecker() as checker:
        codes = {finding.code for finding in checker.check(word_file(ONE * 15_935))}
    assert {"KH851", "KH852", "KH854"} <= codes
    assert "KH832" not in codes


def test_a_document_that_takes_too_long_is_told_what_fits_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "WALL_CLOCK_SECONDS", 0)
    with FormChecker() as checker, pytest.raises(TemplateProblem) as refused:
        checker.check(word_file(ONE))
    [finding] = refused.value.findings
    assert (finding.code, finding.message) == ("KH832", "Đọc tệp này quá lâu nên đã phải dừng")
    assert finding.remedy == "Tách văn bản thành nhiều tệp rồi soát từng tệp"
