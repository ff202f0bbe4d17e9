"""`kehoach template check`: a template in, findings with their places out."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple
from unicodedata import normalize

import pytest

from kehoach_cli.sandbox.package.opening import open_package
from kehoach_cli.sandbox.problems import TemplateProblem, WordFinding
from kehoach_cli.word.output.charts import BarChart, chart_data
from kehoach_cli.word.render import Renderer
from kehoach_cli.word.template import template_check as checking
from kehoach_cli.word.template.filters import FILTERS
from kehoach_cli.word.template.jinja_source import JinjaSource
from kehoach_cli.word.template.language import Language
from kehoach_cli.word.template.rules import forbidden_syntax
from kehoach_cli.word.template.shapes import shape_of, shape_of_fields
from tests.support.docx import NAMES, WORD, R, field, p, runs, table, word_file
from tests.support.known_plans import ROOT
from tests.support.word_rules import WORD_RULES

DATA = {
    "ten": "Sở Y tế",
    "so_dat": 3,
    "qua_han": False,
    "muc": [{"ten": "A", "gia_tri": "29,2%"}],
    "ky": {"ten": "quý III/2023"},
    "hinh": chart_data(BarChart("Biểu đồ", (), (), "stacked", height=50)),
}
SHAPE = shape_of(DATA)


class Case(NamedTuple):
    """A template and the finding it must give: code, part of the message, place, and the text pointed at."""

    template: bytes
    code: str
    message: str
    place: str
    pointed: str = ""


def _hidden(text: str) -> str:
    return f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{text}</w:t></w:r></w:p>"


def _tracked(kind: str, text: str) -> str:
    holder = "delText" if kind == "del" else "t"
    change = f'<w:{kind} w:id="1" w:author="a"><w:r><w:{holder}>{text}</w:{holder}></w:r></w:{kind}>'
    return f"<w:p><w:r><w:t>Có </w:t></w:r>{change}</w:p>"


def in_field(code: str, result: str, after: str = "") -> str:
    """A paragraph with a field, and text after it."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    texts = [f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in (result, after)]
    return f"<w:p>{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}{texts[0]}{end}{texts[1]}</w:p>"


CASES: Mapping[str, Case] = {
    "a tag that is not closed": Case(
        word_file(p("Tổng") + p("Đạt: {{ so_dat }")), "KH811", "không có }}", "thân văn bản, đoạn 2", "{{"),
    "a tag cut by a new paragraph": Case(
        word_file(p("{% if qua_han") + p("%}")), "KH811", "không có %}", "thân văn bản, đoạn 1", "{%"),
    "a level with a blank before it": Case(
        word_file(table(("{% tr for m in muc %}",), ("{{ m.ten }}",), ("{%tr endfor %}",))), "KH812",
        "dấu cách trước chữ «tr»", "thân văn bản, bảng 1, hàng 1, ô 1", "{% tr for m in muc %}"),
    "the end of a row loop in the data row": Case(
        word_file(table(("{%tr for m in muc %}", ""), ("{{ m.ten }}", "{{ m.gia_tri }}{%tr endfor %}"))), "KH813",
        "không đứng một mình trong hàng", "thân văn bản, bảng 1, hàng 2, ô 2", "{%tr endfor %}"),
    "a paragraph tag with words beside it": Case(
        word_file(p("Nếu {%p if qua_han %}") + p("x") + p("{%p endif %}")), "KH813",
        "không đứng một mình trong đoạn", "thân văn bản, đoạn 1", "{%p if qua_han %}"),
    "a paragraph tag where a section ends": Case(
        word_file(p("{%p if qua_han %}", "<w:pPr><w:sectPr/></w:pPr>") + p("x") + p("{%p endif %}")), "KH813",
        "còn mang ngắt phần", "thân văn bản, đoạn 1", "{%p if qua_han %}"),
    "a row tag outside a table": Case(
        word_file(p("{%tr for m in muc %}") + p("{%tr endfor %}")), "KH813", "không nằm trong bảng",
        "thân văn bản, đoạn 1"),
    "a shade outside a table": Case(
        word_file(table(("{{ ten|shade('FFFFFF') }}",)) + p("{{ ten | shade('FFFFFF') }}")), "KH813",
        "không nằm trong bảng", "thân văn bản, đoạn 1", "{{ ten | shade('FFFFFF') }}"),
    "an en dash for a minus": Case(
        word_file(p("Còn {{ so_dat – 1 }}")), "KH814", "dấu gạch dài –", "thân văn bản, đoạn 1", "–"),
    "smart quotes": Case(
        word_file(p("{% if ten == “Sở Y tế” %}x{% endif %}")), "KH814", "dấu nháy cong “", "thân văn bản, đoạn 1", "“"),
    "a tag in a tracked deletion": Case(
        word_file(_tracked("del", "{{ so_dat }}")), "KH815", "Chữ đã xóa", "thân văn bản, đoạn 1"),
    "a tag in a tracked insertion": Case(
        word_file(_tracked("ins", "{{ so_dat }}")), "KH815", "chưa được chấp nhận", "thân văn bản, đoạn 1",
        "{{ so_dat }}"),
    "a tag in hidden text": Case(
        word_file(_hidden("{{ so_dat }}")), "KH816", "chữ ẩn", "thân văn bản, đoạn 1", "{{ so_dat }}"),
    "a tag in a picture's description": Case(
        word_file('<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="{{ ten }}"/></wp:inline></w:drawing></w:r>'
                  "</w:p>"),
        "KH817", "mô tả của hình", "thân văn bản"),
    "a block that is not closed": Case(
        word_file(p("{% if qua_han %}x")), "KH818", "không được đóng", "thân văn bản, đoạn 1", "{% if qua_han %}"),
    "a block that nothing opened": Case(
        word_file(p("x{% endif %}")), "KH818", "không có khối nào đang mở", "thân văn bản, đoạn 1", "{% endif %}"),
    "blocks that cross": Case(
        word_file(p("{% if qua_han %}{% for m in muc %}{% endif %}{% endfor %}")), "KH818",
        "không khớp với khối đang mở {% for m in muc %}", "thân văn bản, đoạn 1", "{% endif %}"),
    "a second else": Case(
        word_file(p("{% if qua_han %}A{% else %}B{% else %}C{% endif %}") + p("{{ ten }}") * 6), "KH818",
        "Thẻ {% else %} đứng sau {% else %} của khối {% if qua_han %}", "thân văn bản, đoạn 1", "{% else %}"),
    "a second else in a loop": Case(
        word_file(p("{% for m in muc %}A{% else %}B{% else %}C{% endfor %}")), "KH818", "đứng sau {% else %}",
        "thân văn bản, đoạn 1", "{% else %}"),
    "an elif after the else": Case(
        word_file(p("{% if qua_han %}A{% else %}B{% elif so_dat %}C{% endif %}")), "KH818", "đứng sau {% else %}",
        "thân văn bản, đoạn 1", "{% elif so_dat %}"),
    "a block of two levels": Case(
        word_file(p("{%p if qua_han %}") + p("x") + p("{% endif %}")), "KH819", "khác cấp", "thân văn bản, đoạn 3"),
    "a block from one cell to another": Case(
        word_file(table(("{% if qua_han %}a", "b{% endif %}"))), "KH819", "không cùng chỗ",
        "thân văn bản, bảng 1, hàng 1, ô 2", "{% endif %}"),
    "a block that begins in a field's result and ends after it": Case(
        word_file(in_field("PAGE", "{% if qua_han %}1", "{% endif %}")), "KH819", "cắt ngang một trường",
        "thân văn bản, đoạn 1", "{% endif %}"),
    "a block from one field's result to that of another": Case(
        word_file(in_field("PAGE", "{% if qua_han %}1") + in_field("PAGE", "2{% endif %}")), "KH819", "cắt ngang",
        "thân văn bản, đoạn 2"),
    "an else in a field's result": Case(
        word_file(p("{% if qua_han %}") + in_field("PAGE", "{% else %}", "{% endif %}")), "KH819", "cắt ngang",
        "thân văn bản, đoạn 2"),
    "a block from one footnote to another": Case(
        word_file(p("x"), footnote=f'{p("{% if qua_han %}")}</w:footnote><w:footnote w:id="2">{p("{% endif %}")}'),
        "KH819", "không cùng chỗ", "cước chú số 2, đoạn 1"),
    "a field beside a tag that takes its paragraph": Case(
        word_file(in_field("PAGE", "", "{%p if qua_han %}") + p("x") + p("{%p endif %}")), "KH813",
        "không đứng một mình", "thân văn bản, đoạn 1"),
    "a tag in a field's code": Case(
        word_file(in_field("PAGE ", "1").replace("PAGE </w:instrText>", "PAGE </w:instrText><w:t>{{ ten }}</w:t>")),
        "KH817", "mã trường không được thay: «{{ ten }}»", "thân văn bản"),
    "a tag in text outside of a run": Case(
        word_file("<w:p><w:t>{{ ten }}</w:t></w:p>"), "KH817", "không được thay: «{{ ten }}»", "thân văn bản"),
    "bad syntax": Case(
        word_file(p("{{ so_dat + }}")), "KH820", "sai cú pháp", "thân văn bản, đoạn 1", "{{ so_dat + }}"),
    "bad syntax beside a block that is not closed": Case(
        word_file(p("{{ so_dat + }}{% if qua_han %}")), "KH820", "sai cú pháp", "thân văn bản, đoạn 1"),
    "an argument given twice": Case(
        word_file(p("{{ ten|default(a=1, a=2) }}")), "KH820", "không hiểu các thẻ", "thân văn bản"),
    **{
        f"a statement with capitals: {typed}": Case(
            word_file(body), "KH821", f"Thẻ {typed} viết hoa chữ của lệnh", f"thân văn bản, {place}", typed)
        for typed, body, place in (
            ("{% If qua_han %}", p("x") + p("{% If qua_han %}x{% endif %}"), "đoạn 2"),
            ("{%- FOR m in muc %}", p("{%- FOR m in muc %}{{ m.ten }}{% endfor %}"), "đoạn 1"),
            ("{% EndIf %}", p("{% if qua_han %}x{% EndIf %}"), "đoạn 1"),
            ("{%Tr for m in muc %}", table(("{%Tr for m in muc %}",), ("{{ m.ten }}",), ("{%tr endfor %}",)),
             "bảng 1, hàng 1, ô 1"),
            ("{% Set A = 1 %}", p("{% Set A = 1 %}{{ A }}"), "đoạn 1"),
        )
    },
    "a name with a capital": Case(
        word_file(p("{{ Ky.ten }}")), "KH823", "Không có tên «Ky»", "thân văn bản, đoạn 1", "{{ Ky.ten }}"),
    "a statement that is none": Case(
        word_file(p("{% fi qua_han %}x{% endif %}")), "KH821", "không dùng được lệnh «fi»", "thân văn bản, đoạn 1"),
    "a number that is no end of numbers": Case(
        word_file(p("{{ 1e999 // 1 }}")), "KH821", "có số quá lớn", "thân văn bản, đoạn 1"),
    "a number just too large": Case(
        word_file(p("{{ 1.001e15 }}")), "KH821", "có số quá lớn", "thân văn bản, đoạn 1"),
    "more blocks in one another than Python knows": Case(
        word_file(p("{% for m in muc %}" * 21 + "{% endfor %}" * 21)), "KH832", "quá nhiều khối lồng nhau", "tệp"),
    "a filter that is none": Case(
        word_file(p("{{ ten|uper }}")), "KH822", "Không có bộ lọc «uper»", "thân văn bản, đoạn 1", "{{ ten|uper }}"),
    "a test that is none": Case(
        word_file(p("{% if so_dat is positive %}x{% endif %}")), "KH822", "phép thử «positive»",
        "thân văn bản, đoạn 1"),
    "a test that is none, named by a filter": Case(
        word_file(p("{{ muc|selectattr('ten', 'eqalto', 'A')|list|length }}")), "KH822", "phép thử «eqalto»",
        "thân văn bản, đoạn 1"),
    "a filter that is none, named by a filter": Case(
        word_file(p("{{ muc|map('uper')|join }}")), "KH822", "bộ lọc «uper»", "thân văn bản, đoạn 1"),
    "a key that entries lack, named by a filter": Case(
        word_file(p("{{ muc|map(attribute='tenn')|join }}")), "KH823", "Không có tên «muc.tenn»",
        "thân văn bản, đoạn 1"),
    "an unknown name": Case(
        word_file(p("Đạt {{ so_dta }}")), "KH823", "Không có tên «so_dta»", "thân văn bản, đoạn 1", "{{ so_dta }}"),
    "an unknown name in the header": Case(
        word_file(p("x"), header=p("{{ tenn }}")), "KH823", "«tenn»", "đầu trang, đoạn 1", "{{ tenn }}"),
    "an unknown name in a footnote": Case(
        word_file(p("x"), footnote=p("{{ tenn }}")), "KH823", "«tenn»", "cước chú số 1, đoạn 1", "{{ tenn }}"),
    "an unknown name below another": Case(
        word_file(table(("{%tr for m in muc %}",), ("{{ m.gia_tr }}",), ("{%tr endfor %}",))), "KH823",
        "Không có tên «m.gia_tr»", "thân văn bản, bảng 1, hàng 2, ô 1", "{{ m.gia_tr }}"),
    "an unknown name, cut into runs": Case(
        word_file(runs("{{ so", "_", "dta }}")), "KH823", "«so_dta»", "thân văn bản, đoạn 1", "{{ so_dta }}"),
    "a name of a loop after its end": Case(
        word_file(p("{% for m in muc %}{{ m.ten }}{% endfor %}{{ m.ten }}")), "KH823", "«m»", "thân văn bản, đoạn 1"),
    "a list printed whole": Case(
        word_file(p("{{ muc }}")), "KH824", "«muc» là một danh sách", "thân văn bản, đoạn 1", "{{ muc }}"),
    "a list written in the tag": Case(
        word_file(p("{{ [so_dat, 1] }}")), "KH824", "là một danh sách", "thân văn bản, đoạn 1"),
    "a total that a loop never adds up": Case(
        word_file(p("{% set t = 0 %}{% for m in muc %}{% set t = t + 1 %}{% endfor %}{{ t }}")), "KH826",
        "Tên «t» đặt trong vòng lặp", "thân văn bản, đoạn 1", "{% set t = t + 1 %}"),
    **{
        f"a value lost {name}": Case(
            word_file(p("{% set t = 1 %}" + code)), "KH826", "Tên «t»", "thân văn bản, đoạn 1", "{% set t = n.ten %}")
        for name, code in {
            "after its loop": "{% for n in muc %}{% set t = n.ten %}{% endfor %}{{ t }}",
            "after a loop in a loop": "{% for m in muc %}{% set t = 1 %}{% for n in muc %}{% set t = n.ten %}"
            "{% endfor %}{{ t }}{% endfor %}",
            "after a loop in a block": "{% if qua_han %}{% for n in muc %}{% set t = n.ten %}{% endfor %}{% endif %}"
            "{{ t }}",
            "after a loop in an else": "{% for m in muc %}x{% else %}{% for n in muc %}{% set t = n.ten %}{% endfor %}"
            "{% endfor %}{{ t }}",
        }.items()
    },
    "a chart taken for a text": Case(
        word_file(p("{{ hinh|upper }}")), "KH824", "«hinh» là biểu đồ", "thân văn bản, đoạn 1", "{{ hinh|upper }}"),
    "a text that a filter takes for a number": Case(
        word_file(p("{{ ten|two_digits }}")), "KH824", "«ten|two_digits»: bộ lọc này chỉ nhận số",
        "thân văn bản, đoạn 1"),
    "a number that a filter takes for a day": Case(
        word_file(p("{{ so_dat|long_date }}")), "KH824", "chỉ nhận chữ", "thân văn bản, đoạn 1"),
    "a list taken for a text": Case(
        word_file(p("{{ muc|upper }}")), "KH824", "«muc» là một danh sách", "thân văn bản, đoạn 1"),
    "one value taken for a list": Case(
        word_file(p("{{ ten|grouped_by('x')|length }}")), "KH824", "«ten» không phải danh sách",
        "thân văn bản, đoạn 1"),
    "a key to group by that entries lack": Case(
        word_file(p("{% for g in muc|grouped_by('chu_tri') %}{{ g.ten }}{% endfor %}")), "KH823",
        "Không có tên «muc.chu_tri»", "thân văn bản, đoạn 1"),
    "a key of entries taken for one of their group": Case(
        word_file(p("{% for g in muc|grouped_by('ten') %}{{ g.gia_tri }}{% endfor %}")), "KH823",
        "Không có tên «g.gia_tri»", "thân văn bản, đoạn 1"),
    "a loop over one value": Case(
        word_file(p("{% for x in ten %}{{ x }}{% endfor %}")), "KH824", "không lặp được", "thân văn bản, đoạn 1"),
    "comments left in": Case(
        word_file(p("x"), parts={"word/comments.xml": (f"{WORD}comments+xml", (
            f'<w:comments {NAMES}><w:comment w:id="1">{p("hỏi anh Minh")}</w:comment></w:comments>').encode())},
            links=[(f"{R}/comments", "comments.xml", False)]),
        "KH825", "còn nhận xét", "nhận xét"),
    "a document that is locked": Case(
        word_file(p("x"), settings='<w:documentProtection w:edit="forms" w:enforcement="1"/>'), "KH825",
        "Hạn chế Chỉnh sửa", "thiết lập của tệp"),
    "tracked changes left in": Case(word_file(_tracked("ins", "mới")), "KH825", "còn vết sửa", "thân văn bản"),
}  # fmt: skip


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer() as started:
        yield started


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_found_with_its_place(name: str, renderer: Renderer) -> None:
    case = CASES[name]
    findings = [item for item in renderer.check_template(case.template, SHAPE) if item.code == case.code]
    assert findings, "nothing found"
    first = findings[0]
    assert case.message in first.message
    assert first.place.words() == case.place
    assert first.remedy
    start, end = first.place.span
    assert not case.pointed or first.place.excerpt[start:end] == case.pointed


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.code not in ("KH825", "KH826")])
def test_a_template_with_a_fault_is_not_filled_in(name: str, renderer: Renderer) -> None:
    with pytest.raises(TemplateProblem) as refused:
        renderer.render(CASES[name].template, DATA)
    assert CASES[name].code in {item.code for item in refused.value.findings}


@pytest.mark.parametrize("name", ["loop", "self", "super", "caller", "varargs", "kwargs"])
@pytest.mark.parametrize("form", ["{{% set {} = 1 %}}", "{{% for {} in muc %}}{{% endfor %}}",
    "{{% for m, {} in muc %}}{{% endfor %}}", "{{% for m in muc %}}{{% set {} = 1 %}}{{% endfor %}}"])  # fmt: skip
def test_names_with_a_meaning_of_their_own_get_no_other_value(name: str, form: str, renderer: Renderer) -> None:
    (finding,) = renderer.check_template(word_file(p(form.format(name))), SHAPE)
    assert (finding.code, finding.remedy) == ("KH821", "Dùng tên khác")
    assert f"tên dành riêng «{name}»" in finding.message


def test_numbers_that_a_report_may_have(renderer: Renderer) -> None:
    template = word_file(p("{{ 1e15 }} {{ 1000000000000000 }} {% for m in muc %}{{ loop.index }}{% endfor %}"))
    assert renderer.check_template(template, SHAPE) == []


def test_tags_that_are_right_one_by_one_but_not_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """No rule finds the fault; without the refusal the report would contain the tags' marks."""
    monkeypatch.setattr(checking, "jinja_source", lambda _, tags: JinjaSource("{% else %}", tags))
    checked = checking.check_template(open_package(word_file(p("{{ ten }}"))), SHAPE, Language())
    assert [(item.code, item.place.words()) for item in checked.findings] == [("KH820", "thân văn bản")]
    assert checked.parts == {}


@pytest.mark.parametrize("enforced", ['w:enforcement="0"', ""])
def test_a_document_whose_protection_is_off_is_right(enforced: str, renderer: Renderer) -> None:
    template = word_file(p("x"), settings=f'<w:documentProtection w:edit="forms" {enforced}/>')
    assert renderer.check_template(template, SHAPE) == []


@pytest.mark.parametrize("body", [field(" MERGEFIELD  Ho_ten "), '<w:p><w:fldSimple w:instr="mergefield Ten"/></w:p>'])
def test_a_merge_field_is_to_be_a_tag(body: str, renderer: Renderer) -> None:
    with pytest.raises(TemplateProblem) as refused:
        renderer.check_template(word_file(body), SHAPE)
    (finding,) = refused.value.findings
    assert finding.code == "KH806"
    assert finding.remedy.startswith("Trường trộn thư không được điền: xóa nó rồi gõ thẻ {{ tên }}")


def test_groups_that_are_right(renderer: Renderer) -> None:
    template = word_file(p("{% for g in muc|grouped_by('ten') %}{{ g.ds[0].gia_tri }}{{ g.ten|upper }}{% endfor %}"))
    assert renderer.check_template(template, SHAPE) == []
    assert renderer.render(template, DATA)


def test_what_jinja_refuses_only_when_it_compiles_is_found_at_its_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forbidden_syntax, "_RESERVED", ())
    template = word_file(p("x") + p("{% for m in muc %}{% set loop = 1 %}{{ loop }}{% endfor %}"))
    checked = checking.check_template(open_package(template), SHAPE, Language())
    assert [(item.code, item.place.position) for item in checked.findings] == [("KH820", "đoạn 2")]
    assert checked.parts == {}


@pytest.mark.parametrize(
    "code",
    [
        "{% for m in muc %}{% set t = m.ten %}{{ t }}{% endfor %}",
        "{% set t = 1 %}{% for m in muc %}{% set t = m.ten %}{{ t }}{% endfor %}{% set t = 2 %}{{ t }}",
        "{% for m in muc %}{% set t = 1 %}{% set t = t + 1 %}{{ t }}{% endfor %}",
        "{% if qua_han %}{% set t = 1 %}{% else %}{% set t = 2 %}{% endif %}{{ t }}",
    ],
)
def test_a_value_that_is_used_where_it_is_set_is_not_lost(code: str, renderer: Renderer) -> None:
    assert renderer.check_template(word_file(p(code)), SHAPE) == []


@pytest.mark.parametrize("body", [
    p("{% if qua_han %}") + in_field("PAGE", "1", "{% endif %}"),
    in_field("PAGE", "{% if qua_han %}1{% endif %}"),
    p("{%p if qua_han %}") + in_field("PAGE", "1") + p("{%p endif %}"),
])  # fmt: skip
def test_a_block_around_or_within_a_field_is_right(body: str, renderer: Renderer) -> None:
    assert renderer.check_template(word_file(body), SHAPE) == []
    assert renderer.render(word_file(body), DATA)
    assert renderer.render(word_file(body), {**DATA, "qua_han": True})


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("code", ["{% set tên = 'x' %}{{ TÊN }}", "{% for mục in muc %}{{ MỤC.ten }}{% endfor %}"])
def test_vietnamese_names_are_one_name_in_either_form(
    code: str, form: Literal["NFC", "NFD"], renderer: Renderer
) -> None:
    template = word_file(p(code.replace("TÊN", normalize(form, "tên")).replace("MỤC", normalize(form, "mục"))))
    assert renderer.check_template(template, SHAPE) == []
    assert renderer.render(template, DATA)


def test_the_page_for_offices_lists_the_filters_there_are() -> None:
    page = (ROOT / "docs/mau-word.md").read_text(encoding="utf-8")
    listed = page.partition("**Bộ lọc** đứng sau dấu `|`:")[2].partition("\n\n")[0]
    assert {name.partition("(")[0] for name in re.findall(r"`([^`]+)`", listed)} == set(FILTERS) - {"d"}


def test_the_only_finding_about_capitals_is_how_to_write_them(renderer: Renderer) -> None:
    """Blocks match and names are checked as if the tags were in lower case."""
    template = word_file(p("{% If Qua_han %}x{% Else %}y{% Endif %}{#P Ghi chú #}{% Set a = 'x" + "x" * 70 + "' %}"))
    assert [(item.code, item.remedy.partition(";")[0]) for item in renderer.check_template(template, SHAPE)] == [
        ("KH821", "Viết thành {% if Qua_han %}"),
        ("KH823", "Có phải là «qua_han»?"),
        ("KH821", "Viết thành {% else %}"),
        ("KH821", "Viết thành {% endif %}"),
        ("KH821", "Viết thành chữ thường"),
    ]


def test_near_names_are_suggested(renderer: Renderer) -> None:
    (finding,) = renderer.check_template(word_file(p("{{ so_dta }}")), SHAPE)
    assert finding.remedy == "Có phải là «so_dat»?"


def test_all_faults_of_all_parts_are_found_in_one_run(renderer: Renderer) -> None:
    template = word_file(p("{{ a1 }}{{ b1 + }}{% if qua_han %}"), header=p("{{ c1 }}"), footer=p("{% tr x %}"))
    assert [(item.code, item.place.part) for item in renderer.check_template(template, SHAPE)] == [
        ("KH823", "thân văn bản"),
        ("KH820", "thân văn bản"),
        ("KH818", "thân văn bản"),
        ("KH823", "đầu trang"),
        ("KH812", "chân trang"),
    ]


def test_a_name_that_only_this_period_lacks_stops_the_report_at_its_place(renderer: Renderer) -> None:
    """An empty list's shape accepts `m.ghi_chu`; filling in with other data does not."""
    template = word_file(p("x") + p("{% for m in muc if m.ghi_chu %}{{ m.ten }}{% endfor %}"))
    assert renderer.check_template(template, shape_of({"muc": []})) == []
    with pytest.raises(TemplateProblem) as refused:
        renderer.render(template, {"muc": [{"ten": "A"}]})
    assert refused.value.findings[0].place.position == "đoạn 2"


def test_division_by_zero_names_its_tag(renderer: Renderer) -> None:
    with pytest.raises(TemplateProblem) as refused:
        renderer.render(word_file(p("x") + p("Tỷ lệ {{ 100 * so_dat / tong }}%")), {"so_dat": 0, "tong": 0})
    (finding,) = refused.value.findings
    assert (finding.code, finding.message) == ("KH831", "Không tính được thẻ này: chia cho 0")
    assert finding.place == finding.place._replace(position="đoạn 2")
    assert "{{ 100 * so_dat / tong }}" in finding.place.excerpt


def test_every_rule_has_a_page_and_a_code_of_its_own() -> None:
    codes = [rule.CODE for rule in WORD_RULES]
    assert len(set(codes)) == len(codes) > 40
    for rule in WORD_RULES:
        assert rule.CODE.startswith("KH8")
        assert "\n\nSai:\n    " in (rule.__doc__ or "")
        assert "\n\nĐúng:\n    " in (rule.__doc__ or "")


def test_findings_are_plain_and_equal_what_the_child_sent(renderer: Renderer) -> None:
    (finding,) = renderer.check_template(word_file(p("{{ a1 }}")), SHAPE)
    assert isinstance(finding, WordFinding)
    assert isinstance(finding.place.span, tuple)


def test_the_shape_of_a_list_of_names() -> None:
    names = [("ky.ten", "chữ"), ("nhom", "danh sách"), ("nhom[].ten", "chữ"), ("nhom[].ds", "danh sách")]
    names += [("nhom[].ds[].so", "số"), ("noi_nhan", "danh sách")]
    assert shape_of_fields(names) == {
        "ky": {"ten": "text"},
        "nhom": [{"ten": "text", "ds": [{"so": "number"}]}],
        "noi_nhan": ["any"],
    }
