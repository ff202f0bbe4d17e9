"""Putting charts where a filled-in template has their marks, each as parts of its own."""

from collections.abc import Sequence

from kehoach_cli.sandbox.package.escaping import quoted
from kehoach_cli.sandbox.package.parts import Package
from kehoach_cli.sandbox.package.rules import too_much
from kehoach_cli.sandbox.package.xml import WP, Element, R, W, parse
from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.output.chart_xml import chart_xml, workbook
from kehoach_cli.word.output.charts import BarChart
from kehoach_cli.word.template.chart_fields import marks

MOST = 100
TEXT_WIDTH = 165  # millimetres: the width of the text on an upright page
_EMU = 36000
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_KIND = "application/vnd.openxmlformats-officedocument"


def draw_charts(package: Package, charts: Sequence[BarChart]) -> None:
    """Put a chart in the place of every mark; a chart may stand in several places.

    Raises:
        TemplateProblem: there are more marks than a document may have charts.
    """
    places = [(name, *found) for name, root in package.trees.items() for found in marks(root)]
    if len(places) > MOST:
        raise TemplateProblem([too_much.finding(f"Mẫu in {len(places)} biểu đồ, quá {MOST}")])
    for number, (name, mark, index) in enumerate(places, 1):
        chart = charts[index]
        drawing = package.add(name, f"{R}/chart", "word/charts/chart{}.xml", f"{_KIND}.drawingml.chart+xml")
        sheet = package.add(
            drawing.target,
            f"{R}/package",
            "word/embeddings/Microsoft_Excel_Sheet{}.xlsx",
            f"{_KIND}.spreadsheetml.sheet",
        )
        package.contents[drawing.target] = chart_xml(chart, sheet.id)
        package.contents[sheet.target] = workbook(chart)
        _put(_picture(number, drawing.id, chart), mark)


def _put(picture: Element, mark: Element) -> None:
    """Put the picture in the mark's place."""
    holder = mark.getparent()
    if holder is not None:
        holder.replace(mark, picture)


def _picture(number: int, link: str, chart: BarChart) -> Element:
    """The drawing that shows the chart; its description is what a screen reader says."""
    return parse(
        f'<w:drawing xmlns:w="{W}"><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{TEXT_WIDTH * _EMU}" cy="{chart.height * _EMU}"/>'
        f'<wp:docPr id="{number}" name="Biểu đồ {number}" descr={quoted(chart.description)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart">'
        f'<c:chart xmlns:c="{_DRAWING}/chart" xmlns:r="{R}" r:id="{link}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>".encode()
    )
