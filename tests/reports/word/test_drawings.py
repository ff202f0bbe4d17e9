"""Charts and drawn rules in a finished document: native, editable, described, and the same each time."""

import io
import re
import zipfile
from decimal import Decimal

import docx
import pytest
from lxml import etree

from kehoach_cli.reports.charts import BarChart, Series, chart_marker
from kehoach_cli.reports.word.chart_xml import chart_xml, workbook
from kehoach_cli.reports.word.drawings import with_charts
from kehoach_cli.reports.word.drawn_rules import with_rules
from kehoach_cli.reports.word.originals import REPORT, original
from kehoach_cli.reports.word.zipping import read_parts, write_parts

CHART = BarChart(
    "Chỉ tiêu & nhiệm vụ <thử>",
    ("Nhóm R&D", "Nhóm <5%"),
    (Series("Hiện trạng", (Decimal("29.2"), None), "BDBDBD"), Series("Mức", (Decimal(50), Decimal(0)), "1B7837")),
    "clustered",
    horizontal=False,
    height=75,
)
_C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


def _document(*texts: str) -> dict[str, bytes]:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return read_parts(stream.getvalue())


def test_a_marker_becomes_a_chart_with_its_workbook() -> None:
    parts = with_charts(_document("Trước", chart_marker("a"), "Sau"), {"a": CHART, "b": CHART})
    document = docx.Document(io.BytesIO(write_parts(parts)))
    assert [paragraph.text for paragraph in document.paragraphs] == ["Trước", "", "Sau"]
    assert sorted(name for name in parts if "chart" in name or "embeddings" in name) == [
        "word/charts/_rels/chart1.xml.rels",
        "word/charts/chart1.xml",
        "word/embeddings/Microsoft_Excel_Sheet1.xlsx",
    ]
    shape = document.paragraphs[1]._p.xpath(".//wp:docPr")[0]
    assert shape.get("descr") == ("Chỉ tiêu & nhiệm vụ <thử>. Nhóm R&D: hiện trạng 29,2, mức 50; Nhóm <5%: mức 0")


def test_a_marker_in_the_data_is_text() -> None:
    """The plan comes from the same pull requests as the template: a pillar may be named after a chart."""
    named = CHART._replace(title=f"{chart_marker('a')} của nhóm")
    parts = with_charts(_document(f"Nhóm {chart_marker('a')}", chart_marker("a")), {"a": named})
    document = docx.Document(io.BytesIO(write_parts(parts)))
    assert [paragraph.text for paragraph in document.paragraphs] == [f"Nhóm {chart_marker('a')}", ""]
    assert document.paragraphs[1]._p.xpath(".//wp:docPr/@descr")[0].startswith(named.title)


def test_a_chart_may_stand_twice_and_each_place_gets_its_own_parts() -> None:
    parts = with_charts(_document(chart_marker("a"), chart_marker("a")), {"a": CHART})
    assert {"word/charts/chart1.xml", "word/charts/chart2.xml"} <= set(parts)
    ids = etree.fromstring(parts["word/document.xml"]).xpath("//*[local-name()='docPr']/@id")
    assert len(set(ids)) == len(ids) == 2


def test_a_marker_of_no_chart_stays_as_text() -> None:
    parts = _document(chart_marker("khác"))
    assert with_charts(parts, {"a": CHART}) == parts


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


@pytest.mark.parametrize(("color", "label"), [("1B7837", "FFFFFF"), ("D9D9D9", "000000")])
def test_labels_can_be_read_on_their_bars(color: str, label: str) -> None:
    chart = CHART._replace(grouping="stacked", series=(CHART.series[0]._replace(color=color),))
    drawing = etree.fromstring(chart_xml(chart, "rId1"))
    assert drawing.xpath("//c:dLbls//*[local-name()='srgbClr']/@val", namespaces=_C) == [label]


def _with_text(text: str) -> dict[str, bytes]:
    """The report's template with this text in place of the tag above the issuer's rule."""
    parts = read_parts(original(REPORT))
    body = parts["word/document.xml"].decode().replace("{{ co_quan.ban_hanh }}", text)
    return {**parts, "word/document.xml": body.encode()}


def _rule(parts: dict[str, bytes], name: str) -> str:
    body = parts["word/document.xml"].decode()
    at = body.index(f'name="{name}"')
    return body[body.rindex("<wp:inline", 0, at) : body.index("</w:pict>", at)]


@pytest.mark.parametrize(
    ("issuer", "longest"),
    [
        ("SỞ Y TẾ", 20),
        ("SỞ KH&amp;ĐT", 24),
        ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ TỈNH BÀ RỊA - VŨNG TÀU", 66),
    ],
)
def test_rules_are_between_a_third_and_a_half_of_the_text_above(issuer: str, longest: float) -> None:
    rule = _rule(with_rules(_with_text(issuer)), "ke-ngang-co-quan")
    (length,) = {int(value) / 36000 for value in re.findall(r'cx="([0-9]+)"', rule)}
    assert longest / 3 <= length <= longest / 2
    points = length * 72 / 25.4
    assert f"width:{points:.1f}pt" in rule
    assert f'to="{points:.1f}pt,0"' in rule


@pytest.mark.parametrize("text", ["", "</w:t></w:r></w:p><w:p><w:r><w:t>"])
def test_a_rule_below_nothing_stays_as_the_template_draws_it(text: str) -> None:
    parts = _with_text(text)
    assert _rule(with_rules(parts), "ke-ngang-co-quan") == _rule(parts, "ke-ngang-co-quan")


def test_a_template_without_rules_is_left_alone() -> None:
    parts = _document("Trước")
    assert with_rules(parts) == parts
