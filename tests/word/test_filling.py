"""Unusual but valid templates: the text they give, in a sound Word file."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest

from kehoach_cli.sandbox.limits import SandboxViolation
from kehoach_cli.sandbox.package.allowed_parts import MAIN_TEMPLATE
from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.render import Renderer
from kehoach_cli.word.template import language
from kehoach_cli.word.template.filling import _prepared, fill
from tests.support.docx import WORD, R, field, members_of, p, runs, table, word_file, zipped
from tests.support.word import assert_sound, page_texts

PLACES = [{"ten": "Sở Y tế", "so": 3}, {"ten": "Sở TT&TT", "so": 0}]


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer() as started:
        yield started


def _texts(document: bytes) -> list[str]:
    return [paragraph.text.replace("\u00a0", " ") for paragraph in docx.Document(io.BytesIO(document)).paragraphs]


def _rows(document: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in docx.Document(io.BytesIO(document)).tables[0].rows]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("{{ ten }}"), ["R&D <5%"]),
        (runs("A {{", " te", "n }", "} B"), ["A R&D <5% B"]),
        (runs("{", "{ ten ", "}", "}"), ["R&D <5%"]),
        (p("{{ trong }}|{{ co }}|{{ khong }}|{{ le }}"), ["|có|không|29,2"]),
        (p("{{ hai_dong }}"), ["một\nhai\nba\tbốn"]),
        (p("{# ghi chú cho người sửa #}x"), ["x"]),
        (p("{{ '{{' }} và {{ '}' ~ '}' }}"), ["{{ và }}"]),
        (p("{{{ so }}}"), ["{3}"]),
        (p("{% if so > 2 %}nhiều{% elif so %}ít{% else %}không{% endif %}"), ["nhiều"]),
        (p("{% for m in muc %}{{ m.ten }}{% if not loop.last %}; {% endif %}{% endfor %}."), ["Sở Y tế; Sở TT&TT."]),
        (p("{% for m in rong %}x{% else %}chưa có{% endfor %}"), ["chưa có"]),
        (p("{{ muc|map(attribute='ten')|join(', ') }}; {{ muc|length }}"), ["Sở Y tế, Sở TT&TT; 2"]),
        (p("{{ muc|selectattr('so')|list|length }} {{ muc|sum(attribute='so') }}"), ["1 3"]),
        (p("{{ ten|upper }} {{ trong|default('chưa rõ') }}"), ["R&D <5% chưa rõ"]),
        (p("{{ so / 2 }} {{ (so / 2)|round }}"), ["1,5 2"]),
        (p("{{ ngay|long_date }}; {{ trong|long_date }}{{ ten|long_date }}"),
         ["05 tháng 02 năm 2024, trước 30 tháng 9 năm 2023, quý 3/2023; R&D <5%"]),
        (p("{% for nhom in viec|grouped_by('chu_tri') %}{{ nhom.ten }}: {{ nhom.ds|map(attribute='ten')|join(', ') }}. "
           "{% endfor %}{{ rong|grouped_by('x')|length }}"), ["STTTT: b, d. Sở Y tế: a. : c. 0"]),
        (p("{% for n in (0, 1, 9, 10, 103, 9.0, 2.5, -1) %}{{ n|two_digits }} {% endfor %}{{ trong|two_digits }}."),
         ["0 01 09 10 103 09 2,5 -1 ."]),
        (p("{% set tong = so + 1 %}{{ tong }} {{ so * 2 - 1 }} {{ 'a' ~ trong ~ so }}"), ["4 5 a3"]),
        (p("{% for i in range(3) %}{{ loop.index }}{% endfor %}"), ["123"]),
        (p("{%p if rong %}") + p("ẩn") + p("{%p else %}") + p("hiện") + p("{%p endif %}"), ["hiện"]),
        (p("{%p for m in muc %}{%p if m.so %}") + p("{{ m.ten }}") + p("{%p endif %}{%p endfor %}"), ["Sở Y tế"]),
        (p("a{% if so %}b") + p("c{% endif %}d"), ["ab", "cd"]),
        (p("a{% if rong %}b") + p("c{% endif %}d"), ["ad"]),
        (p("{% if ten is defined and la is not defined %}x{% endif %}"), ["x"]),
        (p("100% {} { % x } # } {a}"), ["100% {} { % x } # } {a}"]),
        (p("{%- if so %} x {%- endif %}"), [" x"]),
        (p("Phép trừ dài – trong chữ thì được, “nháy cong” cũng vậy {{ 'a – “b”' }}"),
         ["Phép trừ dài – trong chữ thì được, “nháy cong” cũng vậy a – “b”"]),
        (p("{{\u00a0so\u00a0}}"), ["3"]),
    ],
)  # fmt: skip
def test_texts(renderer: Renderer, body: str, expected: list[str]) -> None:
    data = {
        "ten": "R&D <5%",
        "so": 3,
        "muc": PLACES,
        "rong": [],
        "trong": None,
        "co": True,
        "khong": False,
        "le": 29.2,
        "ngay": "5/2/2024, trước 30/9/2023, quý 3/2023",
        "viec": [
            {"ten": name, "chu_tri": lead}
            for name, lead in (("b", "STTTT"), ("a", "Sở Y tế"), ("c", None), ("d", "STTTT"))
        ],
        "hai_dong": "một\r\nhai\nba\tbốn",
    }
    assert _texts(renderer.render(word_file(body), data)) == expected


@pytest.mark.parametrize("raised", [NameError("inf"), AssertionError(), NotImplementedError()])
def test_any_exception_in_a_tag_becomes_a_finding_about_the_tag(
    raised: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "FILTERS", {"upper": _raising(raised)})
    _prepared.cache_clear()
    with pytest.raises(TemplateProblem) as refused:
        fill(word_file(p("x") + p("{{ ten|upper }}")), {"ten": "a"})
    assert [(item.code, item.place.position) for item in refused.value.findings] == [("KH831", "đoạn 2")]


@pytest.mark.parametrize("raised", [SandboxViolation("open"), RecursionError(), MemoryError()])
def test_exceptions_of_the_limits_pass_through(raised: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "FILTERS", {"upper": _raising(raised)})
    _prepared.cache_clear()
    with pytest.raises(type(raised)):
        fill(word_file(p("{{ ten|upper }}")), {"ten": "b"})


def _raising(error: Exception) -> Callable[[object], object]:
    def filter_(_: object) -> object:
        raise error

    return filter_


@pytest.mark.slow
def test_rows_and_cells_repeat(renderer: Renderer) -> None:
    rows = table(
        ("TT", "Cơ quan", "{%tc for k in ky %}", "{{ k }}", "{%tc endfor %}"),
        ("{%tr for m in muc %}", "", "", "", ""),
        ("{{ loop.index }}", "{{ m.ten }}", "{%tc for k in ky %}", "{{ m.so }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", "", "", ""),
    )
    document = renderer.render(word_file(rows + p("")), {"muc": PLACES, "ky": ["Q1", "Q2", "Q3"]})
    assert _rows(document) == [
        ["TT", "Cơ quan", "Q1", "Q2", "Q3"],
        ["1", "Sở Y tế", "3", "3", "3"],
        ["2", "Sở TT&TT", "0", "0", "0"],
    ]
    assert_sound(document)


@pytest.mark.slow
def test_what_filling_in_leaves_empty_is_repaired(renderer: Renderer) -> None:
    """A cell that lost its only paragraph, a table that lost its rows, a bookmark that a loop repeated."""
    cell = f"<w:tc><w:tcPr/>{p('{%p if rong %}')}{p('x')}{p('{%p endif %}')}</w:tc>"
    hollow = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"
    marked = (
        '<w:p><w:bookmarkStart w:id="0" w:name="a"/><w:r><w:t>{{ m.ten }}</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>'
    )
    body = hollow + p("{%p for m in muc %}") + marked + p("{%p endfor %}")
    body += table(("{%tr for m in rong %}",), ("x",), ("{%tr endfor %}",)) + p("hết")
    document = renderer.render(word_file(body), {"muc": PLACES, "rong": []})
    assert len(docx.Document(io.BytesIO(document)).tables) == 1
    assert members_of(document)["word/document.xml"].count(b"bookmarkStart") == 1
    assert_sound(document)


def test_headers_footers_notes_and_text_boxes_are_filled_in(renderer: Renderer) -> None:
    box = (
        '<w:p><w:r><w:pict><v:shape style="width:99pt;height:20pt"><v:textbox><w:txbxContent>'
        f"{p('Khung {{ ten }}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    reference = '<w:p><w:r><w:t>Xem</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    template = word_file(
        box + reference, header=p("Đầu {{ ten }}"), footer=p("Chân {{ ten }}"), footnote=p("Chú {{ ten }}")
    )
    parts = members_of(renderer.render(template, {"ten": "A&B"}))
    for name, words in (("document", "Khung"), ("header1", "Đầu"), ("footer1", "Chân"), ("footnotes", "Chú")):
        assert f"{words} A&amp;B" in parts[f"word/{name}.xml"].decode()


@pytest.mark.slow
def test_harmless_fields_and_links_stay(renderer: Renderer) -> None:
    body = field(" PAGE ") + field('HYPERLINK "https://example.vn"') + field("SEQ Bang \\* ARABIC")
    body += '<w:p><w:hyperlink r:id="rIdX0"><w:r><w:t>{{ ten }}</w:t></w:r></w:hyperlink></w:p>'
    template = word_file(body, links=[(f"{R}/hyperlink", "mailto:vanthu@example.vn", True)])
    document = renderer.render(template, {"ten": "thư"})
    assert b"mailto:vanthu@example.vn" in members_of(document)["word/_rels/document.xml.rels"]
    assert_sound(document)


@pytest.mark.slow
def test_what_office_suites_leave_in_a_file_is_not_carried_over(renderer: Renderer) -> None:
    """Most real files hold data of content controls, previews and printer settings; they are dropped."""
    binding = '<w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{0}"/></w:sdtPr>'
    bound = f"<w:sdt>{binding}<w:sdtContent>{p('{{ ten }}')}</w:sdtContent></w:sdt>"
    page = '<w:pgSz w:w="11906" w:h="16838"/><w:printerSettings r:id="rIdX1"/>'
    section = f"<w:p><w:pPr><w:sectPr>{page}</w:sectPr></w:pPr></w:p>"
    template = word_file(
        bound + section,
        parts={
            "customXml/item1.xml": ("application/xml", b"<b:Sources xmlns:b='x'/>"),
            "word/printerSettings1.bin": (f"{WORD}printerSettings", b"\x00"),
        },
        links=[
            (f"{R}/customXml", "../customXml/item1.xml", False),
            (f"{R}/printerSettings", "printerSettings1.bin", False),
        ],
    )
    document = renderer.render(template, {"ten": "x"})
    assert not [name for name in members_of(document) if "customXml" in name or "printer" in name]
    assert_sound(document)


def test_a_template_of_word_gives_a_document(renderer: Renderer) -> None:
    document = renderer.render(word_file(p("{{ ten }}"), main_type=MAIN_TEMPLATE), {"ten": "x"})
    assert _texts(document) == ["x"]
    assert b"template.main" not in members_of(document)["[Content_Types].xml"]


def test_the_core_properties_of_libreoffice_are_found(renderer: Renderer) -> None:
    """LibreOffice spells their relationship's type with `officedocument/2006`, in small letters."""
    core = '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
    members = members_of(word_file(p("{{ ten }}"), core=core))
    small = b"http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
    standard = b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    members["_rels/.rels"] = members["_rels/.rels"].replace(standard, small)
    links = members_of(renderer.render(zipped(members), {"ten": "x"}))["_rels/.rels"]
    assert standard in links
    assert small not in links


def test_the_same_data_give_the_same_bytes(renderer: Renderer) -> None:
    template = word_file(p("{{ ten }}"), header=p("x"))
    assert renderer.render(template, {"ten": "x"}) == renderer.render(template, {"ten": "x"})


def test_data_that_are_not_plain_are_refused_by_the_parent(renderer: Renderer) -> None:
    with pytest.raises(TypeError):
        renderer.render(word_file(p("{{ ten }}")), {"ten": Path("x")})


@pytest.mark.slow
def test_what_libreoffice_shows(renderer: Renderer, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(renderer.render(word_file(p("Xin chào {{ ten }}")), {"ten": "R&D <5%"}))
    assert page_texts([path])[0][0].strip() == "Xin chào R&D <5%"
