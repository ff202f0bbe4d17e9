"""Replace the chart marks of a filled-in template by charts; each place gets its own parts."""

from collections.abc import Sequence

from kehoach_cli.sandbox.package.escaping import quoted
from kehoach_cli.sandbox.package.parts import Package
from kehoach_cli.sandbox.package.rules import too_much
from kehoach_cli.sandbox.package.xml import WP, Element, R, W, parse
from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.output.chart_workbook import workbook
from kehoach_cli.word.output.chart_xml import chart_xml
from kehoach_cli.word.output.charts import BarChart
from kehoach_cli.word.template.chart_fields import CHART_MARK
from kehoach_cli.word.template.marks import marks

MAX_CHARTS = 100
TEXT_WIDTH = 165  # millimetres: the width of the text on a portrait page
_EMU = 36000
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_KIND = "application/vnd.openxmlformats-officedocument"


def draw_charts(package: Package, charts: Sequence[BarChart]) -> None:
    """Replace every mark by its chart. Several marks may name one chart.

    Raises:
        TemplateProblem: there are more than MAX_CHARTS marks.
    """
    places = [(name, *found) for name, root in package.trees.items() for found in marks(root, CHART_MARK)]
    if len(places) > MAX_CHARTS:
        raise TemplateProblem([too_much.finding(f"Mẫu in {len(places)} biểu đồ, quá {MAX_CHARTS}")])
    for number, (name, mark, index) in enumerate(places, 1):
        chart = charts[int(index)]
        drawing = package.add(name, f"{R}/chart", "word/charts/chart{}.xml", f"{_KIND}.drawingml.chart+xml")
        sheet = package.add(
            drawing.target,
            f"{R}/package",
            "word/embeddings/Microsoft_Excel_Sheet{}.xlsx",
            f"{_KIND}.spreadsheetml.sheet",
        )
        package.contents[drawing.target] = chart_xml(chart, sheet.id)
        package.contents[sheet.target] = workbook(chart)
        parent = mark.getparent()
        if parent is not None:
            parent.replace(mark, _drawing(number, drawing.id, chart))


def _drawing(number: int, link: str, chart: BarChart) -> Element:
    """Write the element that shows the chart; screen readers read its description."""
    return parse(
        f'<w:drawing xmlns:w="{W}"><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{TEXT_WIDTH * _EMU}" cy="{chart.height * _EMU}"/>'
        f'<wp:docPr id="{number}" name="Biểu đồ {number}" descr={quoted(chart.description)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart">'
        f'<c:chart xmlns:c="{_DRAWING}/chart" xmlns:r="{R}" r:id="{link}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>".encode()
    )
