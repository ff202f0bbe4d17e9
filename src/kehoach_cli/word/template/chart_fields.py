"""Charts in the data of a template: what stands for one, and the mark that printing it leaves in a part's XML.

A mark is a processing instruction. The parser leaves out those that a template holds, and data are escaped when they
are printed, so where there is a mark a tag of the template named a chart's field.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from kehoach_cli.sandbox.package.xml import Element
from kehoach_cli.word.output.charts import BarChart, read_chart

_TARGET = "kehoach-chart"


class ChartField:
    """The value of a field that holds a chart, by its number among the charts of the data."""

    __slots__ = ("_number",)

    def __init__(self, number: int) -> None:
        self._number = number

    def mark(self) -> str:
        """What printing the field leaves between two tags of a text: the end of it, the mark, the start of another."""
        return f'</w:t><?{_TARGET} {self._number}?><w:t xml:space="preserve">'


def with_chart_fields(data: Any, charts: list[BarChart]) -> Any:
    """The data with a `ChartField` for each chart in them; the charts are added to the list, by their numbers."""
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
    """The marks in a part that was filled in, each with the number of its chart."""
    for mark in root.iter(etree.ProcessingInstruction):
        if isinstance(mark, etree._ProcessingInstruction) and mark.target == _TARGET:
            yield mark, int(mark.text or "")
