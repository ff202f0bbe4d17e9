"""Putting charts where a rendered document has their markers."""

from collections.abc import Mapping
from re import finditer

from kehoach_cli.reports.charts import BarChart, chart_marker
from kehoach_cli.reports.word.chart_xml import chart_xml, workbook
from kehoach_cli.reports.word.escaping import quoted
from kehoach_cli.reports.word.zipping import CONTENT_TYPES

BODY, BODY_LINKS = "word/document.xml", "word/_rels/document.xml.rels"
TEXT_WIDTH = 165  # millimetres: the width of the text on an upright page
_EMU = 36000
_FIRST_ID = 100_000  # ids of drawings: above any that a template's own drawings have
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_KIND = "application/vnd.openxmlformats-officedocument"


def with_charts(parts: Mapping[str, bytes], charts: Mapping[str, BarChart]) -> dict[str, bytes]:
    """The parts with every marker of a known chart replaced by that chart, each as parts of its own.

    A marker counts only where it is all that a piece of text says, and in what the template gave: data, which may speak
    of markers too, cannot bring in charts without end.
    """
    made = dict(parts)
    body = made[BODY].decode("utf-8")
    known = {chart_marker(name): chart for name, chart in charts.items()}
    pieces: list[str] = []
    number = done = 0
    for found in finditer("<w:t(?: [^>]*)?>([^<]*)</w:t>", body):
        chart = known.get(found[1])
        if chart is None:
            continue
        number += 1
        start = max(body.rfind("<w:r>", 0, found.start()), body.rfind("<w:r ", 0, found.start()))
        pieces += [body[done:start], _picture(number, chart)]
        done = body.index("</w:r>", found.end()) + len("</w:r>")
        made[f"word/charts/chart{number}.xml"] = chart_xml(chart, "rId1")
        made[f"word/charts/_rels/chart{number}.xml.rels"] = _workbook_link(number)
        made[f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"] = workbook(chart)
    if number:
        made[BODY] = "".join([*pieces, body[done:]]).encode("utf-8")
        _declare(made, number)
    return made


def _picture(number: int, chart: BarChart) -> str:
    """The run that holds the chart; its description is what a screen reader says."""
    described = quoted(chart.described())
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        'distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{TEXT_WIDTH * _EMU}" cy="{chart.height * _EMU}"/>'
        f'<wp:docPr id="{_FIRST_ID + number}" name="Biểu đồ {number}" descr={described}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart">'
        f'<c:chart xmlns:c="{_DRAWING}/chart" xmlns:r="{_OFFICE}" r:id="{_link_id(number)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _link_id(number: int) -> str:
    return f"rIdBieuDo{number}"


def _workbook_link(number: int) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/package" '
        f'Target="../embeddings/Microsoft_Excel_Sheet{number}.xlsx"/></Relationships>'
    ).encode()


def _declare(parts: dict[str, bytes], count: int) -> None:
    links = "".join(
        f'<Relationship Id="{_link_id(number)}" Type="{_OFFICE}/chart" Target="charts/chart{number}.xml"/>'
        for number in range(1, count + 1)
    )
    parts[BODY_LINKS] = parts[BODY_LINKS].replace(b"</Relationships>", links.encode() + b"</Relationships>")
    types = "".join(
        f'<Override PartName="/word/charts/chart{number}.xml" ContentType="{_KIND}.drawingml.chart+xml"/>'
        f'<Override PartName="/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx" '
        f'ContentType="{_KIND}.spreadsheetml.sheet"/>'
        for number in range(1, count + 1)
    )
    parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(b"</Types>", types.encode() + b"</Types>")
