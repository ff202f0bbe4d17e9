"""What the check says of a template, the report agrees with: no error means a sound document, on any data of the shape.

Eighty templates in every run of the tests; others each time, as many as asked for, by

    KEHOACH_TEMPLATES=3000 .venv/bin/pytest tests/word/test_check_agrees.py
"""

import os
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.output.charts import BarChart, Series, chart_data
from kehoach_cli.word.render import Renderer
from kehoach_cli.word.template.shapes import shape_of
from tests.support.docx import p, runs, table, word_file
from tests.support.word import own_faults
from tests.support.word_schemas import schema_faults

pytestmark = pytest.mark.slow

ASKED_FOR = os.environ.get("KEHOACH_TEMPLATES")

CHART = chart_data(
    BarChart("Biểu đồ", ("A", "B"), (Series("Đạt", (Decimal(1), None), "1F4E79"),), "stacked", height=50)
)
ENTRY = {"ten": "Sở Y tế", "so": 3, "dat": True, "con": [{"ten": "x"}], "trong": None}
DATA: Mapping[str, Any] = {
    "ten": "Tỷ lệ hồ sơ",
    "so": 3,
    "dat": True,
    "ky": {"ten": "quý III/2023", "muc": [ENTRY]},
    "trong": None,
    "muc": [ENTRY, {**ENTRY, "ten": "CA tỉnh", "con": []}],
    "rong": [],
    "hinh": CHART,
}
SHAPE = shape_of(DATA)
HOSTILE = (
    *(
        "",
        " ",
        "\n",
        "a\tb\r\nc",
        "&amp;<w:p/>",
        "]]>",
        "\x00\x0b\ufffe",
        "\u202e\u200b",
        "{{ ten }}",
        "{% if",
        "#}",
        "<?x?>",
    ),
    *("⟦biểu đồ⟧", "x" * 2_000, "e\u0323\u0302" * 9, "\U0001f600", "-1.234.567,89%", "None"),
)
VARIANTS: tuple[Mapping[str, Any], ...] = (
    DATA,
    {**DATA, "muc": [], "dat": False, "so": 0, "ky": {"ten": "", "muc": []}, "ten": ""},
    {**DATA, "muc": [{**ENTRY, "so": number, "con": [{"ten": "y"}] * 3} for number in range(9)]},
    *({**DATA, "ten": text, "ky": {"ten": text, "muc": []}, "muc": [{**ENTRY, "ten": text}]} for text in HOSTILE),
)
_TEXT_FAULT = re.compile("a tag was left over|a value of the program was printed")

RIGHT = (
    *(
        "Kết quả: ",
        "{{ ten }}",
        "{{ so }}",
        "{{ ky.ten|upper }}",
        "{{ ky['ten'] }}",
        "{{ trong }}",
        "{{ dat }}",
        "{# ý #}",
    ),
    *("{{ muc|length }}", "{{ muc|map(attribute='ten')|join(', ') }}", "{{ (muc|first).ten }}", "{{ muc[0].ten }}"),
    *("{{ (rong|last) }}", "{{ muc|selectattr('dat')|list|length }}", "{{ muc|sum(attribute='so') }}", "{{ 1.5 }}"),
    *("{% if dat %}Đạt{% elif so > 1 %}Gần{% else %}Chưa{% endif %}", "{{ 'a' if dat else 'b' }}", "{{ '<&' ~ ten }}"),
    *("{% for m in muc %}{{ loop.index }}. {{ m.ten }}{% if not loop.last %}; {% endif %}{% else %}–{% endfor %}",),
    *(
        "{% for m in muc if m.dat %}{{ m.ten|truncate(20) }}{% endfor %}",
        "{{ khong|default('x') }}",
        "{{ ten|replace('a', 'b') }}",
    ),
    *(normalize(form, "{% set tên = ten %}{{ tên }}") for form in ("NFC", "NFD")),
    *(
        "{% for mục in muc %}{{ mục.con|map(attribute='ten')|join }}{% endfor %}",
        "{{ hinh }}",
        "{{ muc|map(attribute='so')|max }}",
    ),
    *(
        "{%- if dat -%} a {%- endif -%}",
        "{% set t = 0 %}{% for m in muc %}{% set t = t + m.so %}{% endfor %}{{ t }}",
        "{{ so + 1 }}",
        "{{ ten|lower_first }}{{ ten|long_date }}{{ so|two_digits }}",
        "{% for g in muc|grouped_by('ten') %}{{ g.ten }}: {{ g.ds|length }}{% endfor %}",
        "{{ so|round(2) }}",
        "{% for i in range(3) %}{{ i }}{% endfor %}",
    ),
)
WRONG = (
    *(
        "{{ tenn }}",
        "{{ ten",
        "ten }}",
        "{% endif %}",
        "{% if dat %}",
        "{{ muc }}",
        "{{ so + }}",
        "{{ m.ten }}",
        "{{ ten|uper }}",
    ),
    *(
        "{{ muc|map(attribute='tenn')|list|length }}",
        *("{{ muc|upper }}", "{{ ten|two_digits }}", "{{ so|grouped_by('ten')|length }}"),
        "{% for x in ten %}{% endfor %}",
        "{% include 'x' %}",
        "{{ [1, 2] }}",
    ),
    *(
        "{{ “ten” }}",
        "{%tr for m in muc %}",
        "{%p if dat %}",
        "{% else %}",
        "{{ muc|selectattr('ten', 'foo')|list|length }}",
    ),
)
PLAIN = [piece for piece in RIGHT if "hinh" not in piece]


def _run(text: str) -> str:
    return p(text).removeprefix("<w:p>").removesuffix("</w:p>")


def _field(before: str, inside: str, after: str) -> str:
    """A paragraph with a page number whose result is the text inside."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f"{mark.format('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>{mark.format('separate')}"
    return f"<w:p>{_run(before)}{code}{_run(inside)}{mark.format('end')}{_run(after)}</w:p>"


@st.composite
def inline(draw: st.DrawFn) -> str:
    """Text with tags, one in thirty wrong."""
    pieces = [WRONG if draw(st.integers(0, 29)) == 7 else RIGHT for _ in range(draw(st.integers(1, 3)))]
    return "".join(draw(st.sampled_from(among)) for among in pieces)


@st.composite
def leaf(draw: st.DrawFn) -> str:
    """One paragraph or table."""
    text = draw(inline())
    match draw(st.integers(0, 8)):
        case 0:
            cut = draw(st.integers(1, 9))
            return runs(*(text[at : at + cut] for at in range(0, len(text), cut)))
        case 1:
            return _field(text, draw(st.sampled_from(PLAIN)), draw(inline()))
        case 2:
            opened, closed = ("{% if dat %}", "{% endif %}")
            return draw(st.sampled_from([_field(opened, "1", closed), _field("", f"{opened}1", closed)]))
        case 3:
            return f'<w:p><w:hyperlink w:anchor="x">{_run(text)}</w:hyperlink></w:p>'
        case 4:
            return f"<w:p><w:sdt><w:sdtContent>{_run(text)}</w:sdtContent></w:sdt></w:p>"
        case 5:
            rows = (
                ("{%tr for m in muc %}", ""),
                (text, draw(inline())),
                ("{{ m.ten|shade('E2F0D9') }}", ""),
                ("{%tr endfor %}", ""),
            )
            return table(*rows)
        case 6:
            return table((text, draw(inline())), *draw(st.sampled_from([(), (("{% if dat %}", "{% endif %}"),)])))
        case _:
            return p(text)


@st.composite
def blocks(draw: st.DrawFn, depth: int = 2) -> str:
    """What may stand in a document's body."""
    parts = [draw(leaf()) for _ in range(draw(st.integers(1, 3)))]
    if depth and draw(st.booleans()):
        inner = draw(blocks(depth - 1))
        around = (
            f"{p('{%p if dat %}')}{inner}{p('{%p else %}')}{p('x')}{p('{%p endif %}')}",
            f"{p('{%p for m in muc %}')}{inner}{p('{{ m.ten }}')}{p('{%p endfor %}')}",
            f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
        )
        parts.insert(draw(st.integers(0, len(parts))), draw(st.sampled_from(around)))
    return "".join(parts)


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer() as started:
        yield started


@settings(
    max_examples=int(ASKED_FOR or 80),
    derandomize=ASKED_FOR is None,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(blocks(), st.sampled_from(["", "{{ ky.ten }}", "{{ tenn }}"]), st.integers(0, len(VARIANTS) - 1))
def test_no_error_means_a_sound_document_and_an_error_means_none(
    renderer: Renderer, body: str, note: str, variant: int
) -> None:
    template = word_file(f"{body}<w:p/>", header=note and p(note), footnote=note and p(note))
    wrong = [finding.code for finding in renderer.check_template(template, SHAPE) if finding.severity == "error"]
    for data in (DATA, VARIANTS[1], VARIANTS[variant]):
        if wrong:
            with pytest.raises(TemplateProblem) as refused:
                renderer.render(template, data, shape=SHAPE)
            assert [finding.code for finding in refused.value.findings] == wrong
        else:
            document = renderer.render(template, data, shape=SHAPE)
            looks_so = any(mark in str(data["ten"]) for mark in ("{", "}", "None"))
            faults = [fault for fault in own_faults(document) if not (looks_so and _TEXT_FAULT.search(fault))]
            assert [*faults, *schema_faults(document)] == []
