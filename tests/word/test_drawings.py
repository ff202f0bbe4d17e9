"""Charts and drawn rules in a finished document: native, editable, described, reproducible."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree
from scripts.originals.layout import line_xml

from kehoach_cli.plan.periods import parse_period
from kehoach_cli.reports.fields.field_tree import shape_for
from kehoach_cli.reports.fields.template_kinds import REPORT
from kehoach_cli.reports.periodic.period_charts import AGENCIES, ASSESSMENTS, chart_description, period_charts
from kehoach_cli.reports.periodic.period_view import period_view
from kehoach_cli.sandbox.package.xml import A, parse
from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.output.chart_workbook import workbook
from kehoach_cli.word.output.chart_xml import chart_xml
from kehoach_cli.word.output.charts import BarChart, Series, chart_data
from kehoach_cli.word.output.drawings import MAX_CHARTS
from kehoach_cli.word.output.drawn_rules import resize_rules
from kehoach_cli.word.output.value_axis import value_axis
from kehoach_cli.word.render import Renderer
from kehoach_cli.word.template.chart_fields import CHART_MARK
from kehoach_cli.word.template.marks import marks
from tests.support.documents import PROPERTIES
from tests.support.docx import NAMES, R, members_of, p, word_file
from tests.support.known_plans import EXAMPLES, SHIPPED, load
from tests.support.word import assert_sound

CHART = BarChart(
    "Chỉ tiêu & nhiệm vụ <thử>",
    ("Nhóm R&D", "Nhóm <5%"),
    (Series("Hiện trạng", (Decimal("29.2"), None), "BDBDBD"), Series("Mức", (Decimal(50), Decimal(0)), "1B7837")),
    "overlaid",
    height=75,
)
_C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart", "a": A}


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer() as started:
        yield started


DATA: Mapping[str, Any] = {"a": chart_data(CHART._replace(description=chart_description(CHART))), "ten": "⟦biểu đồ a⟧"}
PICTURES = "//*[local-name()='docPr']"


@pytest.mark.slow
def test_a_tag_that_names_a_chart_becomes_a_chart_with_its_workbook(renderer: Renderer) -> None:
    made = renderer.render(word_file(p("Trước") + p("{{ a }}") + p("Sau")), DATA)
    assert_sound(made)
    document = docx.Document(io.BytesIO(made))
    assert [paragraph.text for paragraph in document.paragraphs] == ["Trước", "", "Sau"]
    assert sorted(name for name in members_of(made) if "chart" in name or "embeddings" in name) == [
        "word/charts/_rels/chart.xml.rels",
        "word/charts/chart.xml",
        "word/embeddings/Microsoft_Excel_Sheet.xlsx",
    ]
    shape = document.paragraphs[1]._p.xpath(".//wp:docPr")[0]
    assert shape.get("descr") == (
        "Chỉ tiêu & nhiệm vụ <thử>. Nhóm R&D: hiện trạng 29,2; mức 50. Nhóm <5%: hiện trạng chưa có; mức 0."
    )


def test_a_chart_stands_where_its_tag_stood(renderer: Renderer) -> None:
    made = renderer.render(word_file(p("Hình {% if a %}{{ a }}{% endif %} cuối")), DATA)
    (run,) = docx.Document(io.BytesIO(made)).paragraphs[0].runs
    assert [type(piece).__name__ for piece in run.iter_inner_content()] == ["str", "Drawing", "str"]


FORGED = ("⟦biểu đồ a⟧", '{"chart": {}}', "<?kehoach-chart 0?>", "</w:t><?kehoach-chart 0?><w:t>", "{{ a }}")


@pytest.mark.parametrize("text", FORGED)
def test_no_text_makes_a_chart(renderer: Renderer, text: str) -> None:
    """A plan can be hostile too: any text may be a task's name."""
    made = renderer.render(word_file(p("{{ t }}") + p("{% set x = t %}{{ x }}")), {**DATA, "t": text})
    assert [paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs] == [text, text]
    assert not [name for name in members_of(made) if "chart" in name]


def test_no_mark_in_a_template_makes_a_chart(renderer: Renderer) -> None:
    body = "<w:p><w:r><w:t>{{ ten }}<?kehoach-chart 0?></w:t><?kehoach-chart 0?></w:r></w:p>"
    made = renderer.render(word_file(body, header=body), DATA)
    assert b"<?kehoach" not in b"".join(members_of(made).values())
    assert not [name for name in members_of(made) if "chart" in name]


def test_only_a_charts_own_mark_is_one() -> None:
    root = parse(b"<p><?kehoach 0?><?kehoach-chart 1?><?kehoach-chart-x 2?></p>", keep_instructions=True)
    assert [number for _, number in marks(root, CHART_MARK)] == ["1"]


@pytest.mark.slow
def test_a_chart_may_stand_twice_and_in_a_header_and_each_place_gets_its_own_parts(renderer: Renderer) -> None:
    made = renderer.render(word_file(p("{{ a }}{{ a }}"), header=p("{{ a }}")), DATA)
    assert_sound(made)
    parts = members_of(made)
    assert {"word/charts/chart.xml", "word/charts/chart1.xml", "word/charts/chart2.xml"} <= set(parts)
    ids = etree.fromstring(parts["word/document.xml"]).xpath(f"{PICTURES}/@id")
    assert len(set(ids)) == len(ids) == 2
    assert b"charts/chart" in parts["word/_rels/header1.xml.rels"]


def test_parts_of_charts_keep_clear_of_the_templates_own(renderer: Renderer) -> None:
    named = dict.fromkeys(("word/Charts/chart.xml", "docProps/core.xml"), ("image/png", b"\x89PNG\r\n\x1a\n"))
    links = [(f"{R}/image", f"/{name}", False) for name in named]
    parts = members_of(renderer.render(word_file(p("{{ a }}"), parts=named, links=links), DATA, PROPERTIES))
    assert {"word/Charts/chart.xml", "word/charts/chart1.xml", "docProps/core1.xml"} <= set(parts)
    assert parts["docProps/core.xml"] == named["docProps/core.xml"][1]


@pytest.mark.parametrize("use", ["{{ x|upper }}", "{{ x ~ 'x' }}", "{{ [x]|join }}", "{{ x|string }}", "{{ x|trim }}"])
def test_a_chart_is_no_text_where_only_the_data_show_that_it_is_one(renderer: Renderer, use: str) -> None:
    with pytest.raises(TemplateProblem, match="biểu đồ phải in một mình"):
        renderer.render(word_file(p(f"{{% for x in [a] %}}{use}{{% endfor %}}")), DATA)


@pytest.mark.parametrize("use", ["{{ @ }}", "{% if @ %}{{ @ }}{% endif %}", "{{ @|default('') }}"])
def test_a_template_that_prints_a_chart_passes_the_check(renderer: Renderer, use: str) -> None:
    template = word_file(p(use.replace("@", "bieu_do.danh_gia.hinh")))
    assert renderer.check_template(template, shape_for(REPORT)) == []


@pytest.mark.parametrize(
    "use", ["{{ @|upper }}", "{{ @ ~ 'x' }}", "{{ 'x' ~ @ }}", "{% for x in @ %}{{ x }}{% endfor %}"]
)
def test_a_template_that_takes_a_chart_for_a_text_does_not(renderer: Renderer, use: str) -> None:
    template = word_file(p(use.replace("@", "bieu_do.danh_gia.hinh")))
    assert [item.code for item in renderer.check_template(template, shape_for(REPORT))] == ["KH824"]


def test_a_document_has_a_maximum_of_charts(renderer: Renderer) -> None:
    template = "{{% for x in range({}) %}}{{{{ a }}}}{{% endfor %}}"
    most = members_of(renderer.render(word_file(p(template.format(MAX_CHARTS))), DATA))
    assert sum(name.startswith("word/charts/chart") for name in most) == MAX_CHARTS
    with pytest.raises(TemplateProblem) as refused:
        renderer.render(word_file(p(template.format(MAX_CHARTS - 1)), header=p("{{ a }}{{ a }}")), DATA)
    (finding,) = refused.value.findings
    assert (finding.code, finding.message) == ("KH832", f"Mẫu in {MAX_CHARTS + 1} biểu đồ, quá {MAX_CHARTS}")


def test_charts_without_end_are_refused_at_once(renderer: Renderer) -> None:
    """Without a limit, 20,000 charts took 84 s and 451 MB and gave a file of 72 MB."""
    twenty_thousand = "{% for x in range(200) %}{% for y in range(100) %}{{ a }}{% endfor %}{% endfor %}"
    with pytest.raises(TemplateProblem, match="Mẫu in 20000 biểu đồ"):
        renderer.render(word_file(p(twenty_thousand)), DATA)


def test_the_drawing_and_the_workbook_hold_the_same_figures() -> None:
    drawing = etree.fromstring(chart_xml(CHART, "rId1"))
    assert drawing.xpath("//c:cat[1]//c:v/text()", namespaces=_C)[:2] == list(CHART.categories)
    assert drawing.xpath("//c:val//c:v/text()", namespaces=_C) == ["29.2", "50", "0"]
    assert drawing.xpath("//c:val//c:f/text()", namespaces=_C) == ["Sheet1!$B$2:$B$3", "Sheet1!$C$2:$C$3"]
    with zipfile.ZipFile(io.BytesIO(workbook(CHART))) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    cells = {cell.get("r"): "".join(cell.itertext()) for cell in sheet.iter("{*}c")}
    assert cells == {
        "B1": "Hiện trạng",
        "C1": "Mức",
        "A2": "Nhóm R&D",
        "B2": "29.2",
        "C2": "50",
        "A3": "Nhóm <5%",
        "C3": "0",
    }


def test_all_text_of_a_chart_is_set_in_the_documents_font() -> None:
    stacked = CHART._replace(grouping="stacked")
    drawing = etree.fromstring(chart_xml(stacked, "rId1"))
    faces = set(drawing.xpath("//*[local-name()='latin']/@typeface"))
    assert faces == {"Times New Roman"}
    assert len(drawing.xpath("/c:chartSpace/c:txPr", namespaces=_C)) == 1


@pytest.mark.parametrize(("color", "label"), [("1E5430", "FFFFFF"), ("6282C0", "000000"), ("D9D9D9", "000000")])
def test_labels_can_be_read_on_their_bars(color: str, label: str) -> None:
    chart = CHART._replace(grouping="stacked", series=(CHART.series[0]._replace(color=color),))
    drawing = etree.fromstring(chart_xml(chart, "rId1"))
    assert drawing.xpath("//c:dLbls//*[local-name()='srgbClr']/@val", namespaces=_C) == [label]


RANGE, TOUCHING = 255, 0.25


def lightness(color: str) -> float:
    red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def alike(colors: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs that a black and white print shows nearly alike: any two touch where the classes between are empty."""
    least = TOUCHING * RANGE - 1e-9
    return [(one, other) for one, other in combinations(colors, 2) if abs(lightness(one) - lightness(other)) < least]


def test_a_quarter_of_the_way_from_black_to_white_can_be_told_apart() -> None:
    assert [color for color in ("3F3F3F", "404040", "D50000", "D60000") if alike(["000000", color])] == [
        "3F3F3F",
        "D50000",
    ]


@pytest.mark.parametrize("name", [ASSESSMENTS, AGENCIES])
def test_classes_can_be_told_apart_in_grey_and_are_outlined_and_labelled(name: str) -> None:
    chart = period_charts(period_view(load(EXAMPLES), parse_period("2023-Q3")))[name]
    drawing = etree.fromstring(chart_xml(chart, "rId1"))
    colors = drawing.xpath("//c:ser/c:spPr/a:solidFill/a:srgbClr/@val", namespaces=_C)
    assert len(colors) == 5
    assert alike(colors) == []
    assert drawing.xpath("//c:ser/c:spPr/a:ln/a:solidFill/a:srgbClr/@val", namespaces=_C) == ["000000"] * 5
    assert drawing.xpath("//c:ser/c:dLbls/c:showVal/@val", namespaces=_C) == ["1"] * 5


@pytest.mark.parametrize("period", ["2023-Q3", "2023-Q4"])
@pytest.mark.parametrize("plan", [EXAMPLES, SHIPPED])
def test_every_row_of_figures_has_a_label_or_says_that_nothing_is_known(plan: Path, period: str) -> None:
    charts = period_charts(period_view(load(plan), parse_period(period)))
    figures = [chart for chart in charts.values() if chart.grouping == "overlaid"]
    assert len(figures) == 3
    for chart in figures:
        drawing = etree.fromstring(chart_xml(chart, "rId1"))
        labelled = sorted(map(int, drawing.xpath("//c:dLbl/c:idx/@val", namespaces=_C)))
        assert labelled == [index for index, row in enumerate(chart.categories) if "(chưa có số liệu)" not in row]
        assert all("/" in text for text in drawing.xpath("//c:dLbl//a:t/text()", namespaces=_C))


def test_a_frame_is_empty_and_a_tick_is_the_end_of_an_error_bar_without_length() -> None:
    marks = (CHART.series[0]._replace(mark="frame"), CHART.series[1]._replace(mark="tick", color="000000"))
    drawing = etree.fromstring(chart_xml(CHART._replace(series=marks), "rId1"))
    frame, tick = drawing.xpath("//c:ser", namespaces=_C)
    assert frame.xpath("c:spPr/a:noFill and c:spPr/a:ln/a:solidFill", namespaces=_C)
    assert len(tick.xpath("c:dPt[c:spPr/a:noFill and c:spPr/a:ln/a:noFill]", namespaces=_C)) == len(CHART.categories)
    assert tick.xpath("c:errBars/c:noEndCap/@val", namespaces=_C) == ["0"]
    assert tick.xpath("c:errBars/c:val/@val", namespaces=_C) == ["0.010"]


AXES = {
    "from zero": ((30, 41), "", (0, 45, 10)),
    "room for a label": ((30, 100), "100/100", (0, 120, 20)),
    "room for a long label": ((30, 100), "99,95 (tạm tính)/100", (0, 150, 20)),
    "negative growth": ((-5, 7), "-5,1/7", (-6, 9, 2)),
    "nothing but zero": ((0, 0), "", (0, 1, "0.2")),
    "small": (("0.001", "0.0042"), "", (0, "0.0045", "0.001")),
}


@pytest.mark.parametrize(("values", "label", "expected"), AXES.values(), ids=AXES)
def test_the_axis_is_in_round_figures_with_room_for_labels(
    values: tuple[int, int], label: str, expected: tuple[Decimal, Decimal, Decimal]
) -> None:
    series = Series("Kết quả", tuple(map(Decimal, values)), "8FB1D6", labels=("", label))
    assert value_axis(CHART._replace(series=(series,))) == tuple(map(Decimal, expected))


RULE = "ke-ngang-co-quan"
ROOM = 66


def _measured(xml: str) -> str:
    root = etree.fromstring(f"<w:body {NAMES}>{xml}</w:body>".encode())
    resize_rules(root)
    return etree.tostring(root, encoding="unicode")


def _rule(xml: str) -> str:
    return "<w:p><w:r>" + xml + "</w:r></w:p>"


def _lengths(xml: str) -> set[float]:
    return {int(value) / 36000 for value in re.findall(r'cx="([0-9]+)"', xml)}


@pytest.mark.parametrize(
    ("issuer", "longest"),
    [
        ("SỞ Y TẾ", 20),
        ("SỞ KH&ĐT", 24),
        ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ TỈNH BÀ RỊA - VŨNG TÀU", ROOM),
    ],
)
def test_rules_are_between_a_third_and_a_half_of_the_text_above(issuer: str, longest: float) -> None:
    rule = _measured(p(issuer) + _rule(line_xml(1, RULE, 28)))
    (length,) = _lengths(rule)
    assert longest / 3 <= length <= longest / 2
    points = length * 72 / 25.4
    assert f"width:{points:.1f}pt" in rule
    assert f'to="{points:.1f}pt,0"' in rule


@pytest.mark.parametrize("above", ["", p(""), p("CƠ QUAN") + p("")])
def test_a_rule_below_nothing_stays_as_the_template_draws_it(above: str) -> None:
    rule = _rule(line_xml(1, RULE, 28))
    assert _lengths(_measured(above + rule)) == {28}


def test_a_floating_rule_and_one_without_the_older_form_are_measured_too() -> None:
    line = line_xml(1, RULE, 28)
    floating = line.replace("wp:inline", "wp:anchor")
    alone = line[line.index("<w:drawing>") : line.index("</mc:Choice>")].replace(
        "<w:drawing>", f'<w:drawing xmlns:a="{A}" xmlns:wps="urn:x">'
    )
    lengths = [_lengths(_measured(p("SỞ Y TẾ") + _rule(xml))) for xml in (line, floating, alone)]
    assert lengths[0] == lengths[1] == lengths[2] != {28}


def test_nothing_but_the_rule_is_touched() -> None:
    """A logo behind a floating rule and the motto's rule keep their sizes."""
    logo, motto = line_xml(2, "logo", 40), line_xml(3, "ke-ngang-tieu-ngu", 60.5)
    floating = line_xml(1, RULE, 28).replace("wp:inline", "wp:anchor").partition("<mc:Fallback>")[0]
    xml = _measured(p("SỞ Y TẾ") + _rule(f"{floating}</mc:AlternateContent>{logo}") + p("Độc lập") + _rule(motto))
    assert {40, 60.5} < _lengths(xml)
    assert all(f"width:{length * 72 / 25.4:g}pt" in xml for length in (40, 60.5))
