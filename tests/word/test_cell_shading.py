"""The filter `shade`: a cell with its color, in a document that Word opens; where it cannot be, a finding."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

import docx
import pytest
from lxml import etree

from kehoach_cli.plan.classes import ASSESSMENTS, STANDINGS
from kehoach_cli.reports.fields.field_tree import shape_for
from kehoach_cli.reports.fields.template_kinds import REPORT
from kehoach_cli.reports.periodic.cell_colors import CELL_COLORS
from kehoach_cli.sandbox.package.xml import local_name, w
from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.render import Renderer
from kehoach_cli.word.template.cell_shading import DARKEST, grey
from kehoach_cli.word.template.shapes import shape_of
from tests.support.docx import members_of, p, table, word_file
from tests.support.known_plans import EXAMPLES, load
from tests.support.periods import context_of
from tests.support.word import assert_sound

TASKS = [
    {"ten": "A", "tinh_trang": "Quá hạn", "mau_nen": "F5BCA0"},
    {"ten": "B <&", "tinh_trang": "Xong", "mau_nen": "e2f0d9"},
    {"ten": "C", "tinh_trang": "Định kỳ", "mau_nen": ""},
]
DATA: Mapping[str, Any] = {"viec": TASKS, "dau": TASKS[0]}
LOOP = table(
    ("{%tr for v in viec %}", ""),
    ("{{ v.ten }}", "Nay: {{ v.tinh_trang|shade(v.mau_nen) }}."),
    ("{%tr endfor %}", ""),
)


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer() as started:
        yield started


def _cells(document: bytes) -> list[tuple[str, list[str]]]:
    """Each cell's text and fills."""
    root = etree.fromstring(members_of(document)["word/document.xml"])
    return [
        (
            "".join(text.text or "" for text in cell.iter(w("t"))),
            [str(shd.get(w("fill"))) for shd in cell.iter(w("shd"))],
        )
        for cell in root.iter(w("tc"))
    ]


@pytest.mark.slow
def test_cells_in_a_loop(renderer: Renderer) -> None:
    template = word_file(LOOP + p(""))
    assert renderer.check_template(template, shape_of(DATA)) == []
    document = renderer.render(template, DATA)
    assert _cells(document) == [
        ("A", []), ("Nay: Quá hạn.", ["F5BCA0"]),
        ("B <&", []), ("Nay: Xong.", ["E2F0D9"]),
        ("C", []), ("Nay: Định kỳ.", []),
    ]  # fmt: skip
    assert_sound(document)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "shd"),
        ("<w:tcPr/>", "shd"),
        (
            '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:gridSpan w:val="1"/><w:tcBorders/>'
            '<w:shd w:val="clear" w:fill="000000"/><w:noWrap/><w:vAlign w:val="center"/></w:tcPr>',
            "tcW gridSpan tcBorders shd noWrap vAlign",
        ),
    ],
)
def test_the_shade_stands_where_the_schema_wants_it(before: str, after: str, renderer: Renderer) -> None:
    usual = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
    template = word_file(table(("{{ dau.tinh_trang|shade(dau.mau_nen) }}",)).replace(usual, before) + p(""))
    document = renderer.render(template, DATA)
    assert _cells(document) == [("Quá hạn", ["F5BCA0"])]
    properties = next(etree.fromstring(members_of(document)["word/document.xml"]).iter(w("tcPr")))
    assert [local_name(each) for each in properties] == after.split()
    assert_sound(document)


def test_other_filters_take_the_text_alone(renderer: Renderer) -> None:
    template = word_file(table(("{{ dau.ten|shade('FFFFFF')|lower }}{{ 'x' ~ dau.ten|shade('FFFFFF') }}",)) + p(""))
    assert renderer.check_template(template, shape_of(DATA)) == []
    assert _cells(renderer.render(template, DATA)) == [("axA", [])]


def test_what_the_check_cannot_see_outside_of_tables_prints_its_text(renderer: Renderer) -> None:
    template = word_file(table(("{% set x = dau.ten|shade('FFFFFF') %}",)) + p("{{ x }}"))
    document = renderer.render(template, DATA)
    assert docx.Document(io.BytesIO(document)).paragraphs[-1].text == "A"
    assert b"w:shd" not in members_of(document)["word/document.xml"]


@pytest.mark.parametrize("color", ["C6C6C6", "đỏ", "FFF", "#FFFFFF", "FFFFFF?><w:p/>"])
def test_a_color_on_which_black_is_hard_to_read_is_refused(color: str, renderer: Renderer) -> None:
    with pytest.raises(TemplateProblem) as refused:
        renderer.render(word_file(table(("{{ dau.ten|shade(mau) }}",)) + p("")), {**DATA, "mau": color})
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.position) == ("KH831", "bảng 1, hàng 1, ô 1")
    assert "shade chỉ nhận màu nhạt" in finding.message


def test_the_lightest_color_that_is_too_dark_and_the_darkest_that_is_not() -> None:
    assert grey("C7C7C7") < DARKEST <= grey("C8C8C8")


def test_every_color_of_a_report_is_light_and_its_words_have_one_or_are_neutral() -> None:
    greys = [grey(color) for color in dict.fromkeys(CELL_COLORS.values())]
    assert greys == sorted(greys, reverse=True)
    assert greys[-1] >= DARKEST
    neutral = {"not_assessable", "recurring", "ongoing", "undated", "cancelled"}
    assert set(CELL_COLORS) == {*ASSESSMENTS, *STANDINGS} - neutral


def test_a_report_gives_each_record_its_color(renderer: Renderer) -> None:
    rows = table(
        ("{%tr for nv in nhiem_vu.ds_qua_han %}",), ("{{ nv.tinh_trang|shade(nv.mau_nen) }}",), ("{%tr endfor %}",)
    )
    template, data = word_file(rows + p("")), context_of(load(EXAMPLES), "2023-Q3")
    assert renderer.check_template(template, shape_for(REPORT)) == []
    cells = _cells(renderer.render(template, data, shape=shape_for(REPORT)))
    assert cells == [(row["tinh_trang"], ["F5BCA0"]) for row in data["nhiem_vu"]["ds_qua_han"]] != []
