"""Represent charts in a template's data, and find the marks that printing them leaves in a part's XML.

A mark is a processing instruction. The parser drops a template's own and printed data are escaped, so only a tag that
names a chart's field makes a mark.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from kehoach_cli.sandbox.package.xml import Element
from kehoach_cli.word.output.charts import BarChart, read_chart

_TARGET = "kehoach-chart"


class ChartField:
    """The value of a chart's field: its number among the charts of the data."""

    __slots__ = ("_number",)

    def __init__(self, number: int) -> None:
        self._number = number

    def mark(self) -> str:
        """The XML that printing the field gives: it ends the text element, adds the mark, and starts a new one."""
        return f'</w:t><?{_TARGET} {self._number}?><w:t xml:space="preserve">'


def with_chart_fields(data: Any, charts: list[BarChart]) -> Any:
    """Replace each chart in the data by a `ChartField`, and append the chart to `charts`."""
    match data:
        case {"chart": dict() as chart}:
            charts.append(read_chart(chart))
            return ChartField(len(charts) - 1)
        case dict():
            return {name: with_chart_fields(value, charts) for name, value in data.items()}
        case list():
            return [with_chart_fields(value, charts) for value in data]
    return data


def marks(root: Element) -> Iterator[tuple[Element, int]]:
    """Find the marks in a filled-in part, each with the number of its chart."""
    for mark in root.iter(etree.ProcessingInstruction):
        if isinstance(mark, etree._ProcessingInstruction) and mark.target == _TARGET:
            yield mark, int(mark.text or "")
