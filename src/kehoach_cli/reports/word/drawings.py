"""Putting charts where a rendered document has their markers, and giving drawn rules the length of their text."""

from collections.abc import Mapping
from re import sub

from kehoach_cli.reports.charts import BarChart, chart_marker
from kehoach_cli.reports.word.chart_xml import chart_xml, workbook
from kehoach_cli.reports.word.escaping import quoted
from kehoach_cli.reports.word.text_width import longest_line
from kehoach_cli.reports.word.zipping import CONTENT_TYPES

BODY, BODY_LINKS = "word/document.xml", "word/_rels/document.xml.rels"
TEXT_WIDTH = 165  # millimetres: the width of the text on an upright page
ISSUER_WIDTH = 66  # the column of the issuer's name on page one
RULE_SHARE = 0.42
_EMU = 36000
_FIRST_ID = 100_000  # ids of drawings: above any that a template's own drawings have
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_KIND = "application/vnd.openxmlformats-officedocument"


def with_charts(parts: Mapping[str, bytes], charts: Mapping[str, BarChart]) -> dict[str, bytes]:
    """The parts with every marker of a known chart replaced by that chart, each as parts of its own."""
    made = dict(parts)
    body = made[BODY].decode("utf-8")
    number = 0
    for name, chart in charts.items():
        marker = chart_marker(name)
        while (at := body.find(marker)) >= 0:
            number += 1
            start = max(body.rfind("<w:r>", 0, at), body.rfind("<w:r ", 0, at))
            end = body.index("</w:r>", at) + len("</w:r>")
            body = f"{body[:start]}{_picture(number, chart)}{body[end:]}"
            made[f"word/charts/chart{number}.xml"] = chart_xml(chart, "rId1")
            made[f"word/charts/_rels/chart{number}.xml.rels"] = _workbook_link(number)
            made[f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"] = workbook(chart)
    if number:
        made[BODY] = body.encode("utf-8")
        _declare(made, number)
    return made


def with_rules(parts: Mapping[str, bytes], lengths: Mapping[str, float]) -> dict[str, bytes]:
    """The parts with each drawn rule of a known name made as long as said, in millimetres."""
    body = parts[BODY].decode("utf-8")
    for name, length in lengths.items():
        at = body.find(f'name="{name}"')
        if at >= 0:
            start, end = body.rfind("<wp:inline", 0, at), body.find("</w:pict>", at)
            drawn = sub(r'\bcx="[0-9]+"', f'cx="{round(length * _EMU)}"', body[start:end])
            points = length * 72 / 25.4
            drawn = sub(r"width:[0-9.]+pt", f"width:{points:.1f}pt", drawn)
            drawn = sub(r'to="[0-9.]+pt,0"', f'to="{points:.1f}pt,0"', drawn)
            body = body[:start] + drawn + body[end:]
    return {**parts, BODY: body.encode("utf-8")}


def rule_lengths(issuer: str, subject: str) -> dict[str, float]:
    """How long the rules below an issuer's name and a report's subject are to be: between 1/3 and 1/2 of the text.

    `issuer` is as printed, in capitals. By Decree 30/2020/NĐ-CP, Annex I, part II, sections 2 and 5.
    """
    return {
        "ke-ngang-co-quan": RULE_SHARE * longest_line(issuer, 13, ISSUER_WIDTH),
        "ke-ngang-trich-yeu": RULE_SHARE * longest_line(subject, 14, TEXT_WIDTH),
    }


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
