"""Harmless files of real offices pass: as Word, LibreOffice and python-docx write them."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from kehoach_cli.cli.documents.templates import original_template
from kehoach_cli.reports.fields.template_kinds import KINDS
from kehoach_cli.sandbox.package.rules import archive_size
from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.render import FormChecker, Renderer
from tests.support.carriers import CARRIERS, carried
from tests.support.docx import R, field, members_of, p, runs, table, word_file, zipped
from tests.support.office import convert

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WEB = [(f"{R}/hyperlink", "https://tinh.gov.vn/van-ban?so=1#muc-2", True)]
# Word declares these on every document, mostly without using them.
_DECLARED = (
    'xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du" '
    'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid" '
    'xmlns:cx1="http://schemas.microsoft.com/office/drawing/2015/9/8/chartex" '
    'xmlns:wne="http://schemas.microsoft.com/office/word/2006/wordml" '
    'xmlns:kso="http://www.wps.cn/officeDocument/2013/wpsCustomData" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'mc:Ignorable="w14 w16du w16cid kso"'
)
_BEGIN, _SEPARATE, _END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def _instruction(code: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'


def _entry(name: str) -> str:
    """A line of a table of contents: a link whose text holds a page number field."""
    number = _BEGIN + _instruction(f" PAGEREF {name} \\h ") + f"{_SEPARATE}<w:r><w:t>2</w:t></w:r>{_END}"
    link = _instruction(f' HYPERLINK \\l "{name}" ')
    return f"<w:p>{_BEGIN}{link}{_SEPARATE}<w:r><w:t>Mục</w:t><w:tab/></w:r>{number}{_END}</w:p>"


def _beside(link: str, name: str, content_type: str) -> bytes:
    """A document with one more part."""
    return word_file(p("còn"), links=[(link, name, False)], parts={f"word/{name}": (content_type, b"\xff\xd8\xff")})


HONEST = {
    "what only newer programs read": word_file(
        f'<w:p {_DECLARED} w16du:dateUtc="2024-01-01T00:00:00Z"><w:r kso:id="1"><w:t>còn</w:t></w:r>'
        "<kso:custom>x</kso:custom></w:p>"),
    "the extension of a drawing": word_file(
        f'<w:p><w:r><w:t>còn</w:t><w:drawing><wp:inline xmlns:a="{_A}"><wp:docPr id="1" name="a"><a:extLst>'
        '<a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"><a16:creationId val="x" '
        'xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main"/></a:ext></a:extLst></wp:docPr>'
        "</wp:inline></w:drawing></w:r></w:p>"),
    "a table of contents": word_file(
        f"<w:p>{_BEGIN}" + _instruction(' TOC \\o "1-3" \\h \\z \\u ') + f"{_SEPARATE}</w:p>"
        + _entry("_Toc1") + _entry("_Toc2") + f"<w:p>{_END}</w:p>" + p("còn")),
    "page numbers in a text box, in both branches": word_file(
        "<w:p><mc:AlternateContent><mc:Choice Requires=\"w14\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010"
        f"/wordml\"><w:r><w:pict><w:txbxContent>{field(' PAGE ')}</w:txbxContent></w:pict></w:r></mc:Choice>"
        f"<mc:Fallback><w:r><w:pict><w:txbxContent>{field(' PAGE ')}</w:txbxContent></w:pict></w:r></mc:Fallback>"
        "</mc:AlternateContent></w:p>" + p("còn")),
    "a field that was inserted as a whole": word_file(
        f"<w:p><w:ins>{_BEGIN}{_instruction(' PAGE ')}{_SEPARATE}{_END}</w:ins></w:p>" + p("còn")),
    "a sum of fields": word_file(
        f"<w:p>{_BEGIN}{_instruction(' = ')}{_BEGIN}{_instruction(' PAGE ')}{_END}{_instruction(' + 1 ')}{_END}</w:p>"
        + p("còn")),
    **{
        f"the field {code}": word_file(field(code) + p("còn"))
        for code in (
            " PAGE   \\* MERGEFORMAT ", "NUMPAGES", " SEQ Bảng \\* ARABIC ", " REF _Ref1 \\h ", " STYLEREF \"Mục 1\" ",
            " DATE \\@ \"dd/MM/yyyy\" ", ' HYPERLINK "https://tinh.gov.vn/a.pdf" ', " HYPERLINK https://x.vn ",
            ' HYPERLINK "mailto:vanthu@tinh.gov.vn" ', ' HYPERLINK "https://x.vn" \\l "muc" \\o "Xem thêm: ở đây" ',
            ' hyperlink \\t "_blank" "https://x.vn" ', ' HYPERLINK \\l "_Toc1" \\h ', ' HYPERLINK "" \\l "_Toc1" ',
            ' HYPERLINK "https://x.vn" \\n \\* MERGEFORMAT ', ' HYPERLINK "https://x.vn" \\n Xem ',
        )
    },
    "a link with all that belongs to it": word_file(
        '<w:p><w:hyperlink r:id="rIdX0" w:anchor=":~:text=a" w:tgtFrame="_blank" w:tooltip="Xem: ở đây" w:history="1">'
        '<w:r><w:t>còn</w:t></w:r></w:hyperlink><w:hyperlink w:anchor="Mục tiêu: đến 2025|outline"><w:r/></w:hyperlink>'
        "</w:p>", links=_WEB),
    "a picture that is a link": word_file(
        f'<w:p><w:r><w:drawing><wp:inline xmlns:a="{_A}"><wp:docPr id="1" name="a"><a:hlinkClick r:id="rIdX0" '
        'tooltip=""/></wp:docPr></wp:inline></w:drawing><w:pict><v:shape href="https://x.vn"/><v:shape href="#a"/>'
        "</w:pict></w:r></w:p>" + p("còn"), links=_WEB),
    "a declaration of another encoding over plain letters": word_file(
        p("con"), prolog='<?xml version="1.0" encoding="windows-1258"?>'),
    "a mark of UTF-8": word_file(p("còn"), prolog="\ufeff"),
    "a link of another kind to a bookmark": word_file(p("còn"), links=[(f"{R}/hyperlink", "#_Toc1", True)]),
    "what Word found about the spelling": _beside(
        "http://schemas.microsoft.com/office/2020/10/relationships/intelligence", "intelligence2.xml",
        "application/vnd.ms-office.intelligence2+xml"),
    "who is to do what": _beside(
        "http://schemas.microsoft.com/office/2019/05/relationships/documenttasks", "tasks.xml",
        "application/vnd.ms-office.documenttasks+xml"),
    "a picture as Internet Explorer named its kind": _beside(f"{R}/image", "media/i.jpg", "image/pjpeg"),
    "a picture with a Vietnamese name": _beside(f"{R}/image", "media/ảnh.jpg", "image/jpeg"),
    "a table that nobody has filled in": word_file(table(*[("",) * 7] * 2000) + p("còn")),
    "a file that a Mac has packed": zipped(
        {"__MACOSX/._word": b"x", "__MACOSX/word/._i.exe": b"x", ".DS_Store": b"x", "word/.DS_Store": b"x",
         **members_of(word_file(p("còn")))}),
}  # fmt: skip


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer() as started:
        yield started


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_file_is_filled_in(name: str, renderer: Renderer) -> None:
    body = members_of(renderer.render(HONEST[name], {}))["word/document.xml"]
    assert "còn".encode() in body or b"con" in body
    assert b"<kso:" not in body
    assert b" kso:id" not in body


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_file_with_any_allowed_part_is_filled_in(carrier: str, renderer: Renderer) -> None:
    inside = field("PAGE") if carrier not in ("settings", "styles", "numbering") else ""
    assert members_of(renderer.render(carried(carrier, inside), {}))["word/document.xml"]


def test_what_python_docx_writes_is_let_through(renderer: Renderer) -> None:
    stream = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Đạt {{ so }}", style="List Bullet")
    document.add_table(2, 2).cell(0, 0).text = "{{ so }}"
    document.sections[0].header.paragraphs[0].text = "{{ so }}"
    document.save(stream)
    assert renderer.check_template(stream.getvalue(), {"so": "number"}) == []


@pytest.mark.slow
def test_what_libreoffice_saves_is_let_through(tmp_path: Path, renderer: Renderer) -> None:
    """LibreOffice opens the project's templates and a document with links, and saves them as .docx."""
    link = '<w:p><w:hyperlink r:id="rIdX0" w:tooltip="Xem"><w:r><w:t>liên kết</w:t></w:r></w:hyperlink></w:p>'
    files = {kind: original_template(kind) for kind in KINDS} | {
        "lien-ket": word_file(runs("a", "b") + link + field("PAGE"), header=field("PAGE"), footnote=p("x"), links=_WEB)
    }
    for name, content in files.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
    saved = tmp_path / "saved"
    convert(list(tmp_path.glob("*.docx")), "docx", saved)
    with FormChecker() as form_checker:
        for name in files:
            content = (saved / f"{name}.docx").read_bytes()
            about_the_file = [item for item in renderer.check_template(content, {}) if "KH801" <= item.code <= "KH810"]
            assert about_the_file == [], name
            form_checker.check(content)


@pytest.mark.parametrize(
    ("size", "packed", "codes"),
    [
        (8 * archive_size.MIB, 1, []),
        (8 * archive_size.MIB + 1, 1, ["KH802"]),
        (10_000_000, 50_000, []),
        (10_000_000, 49_999, ["KH802"]),
    ],
)
def test_how_far_a_part_is_packed_counts_where_it_is_large(size: int, packed: int, codes: list[str]) -> None:
    member = zipfile.ZipInfo("word/document.xml")
    member.file_size, member.compress_size = size, packed
    assert [finding.code for finding in archive_size.check([member])] == codes


@pytest.mark.parametrize("tooltip", ["Xem:tại đây", "Luật &quot;Giao dịch&quot;", "Dòng 1&#10;Dòng 2"])
def test_a_refused_tooltip_is_named(tooltip: str, renderer: Renderer) -> None:
    link = f'<w:p><w:hyperlink r:id="rIdX0" w:tooltip="{tooltip}"><w:r/></w:hyperlink></w:p>'
    with pytest.raises(TemplateProblem) as refused:
        renderer.check_template(word_file(link, links=_WEB), {})
    (finding,) = refused.value.findings
    assert finding.message.startswith("Chú giải của một liên kết giống một địa chỉ")
    assert finding.code == "KH805"
