"""Represent charts in a template's data: only a tag that names a chart's field makes a chart's mark."""

from typing import Any

from kehoach_cli.word.output.charts import BarChart, read_chart
from kehoach_cli.word.template.marks import mark

CHART_MARK = "kehoach-chart"


class ChartField:
    """The value of a chart's field: its number among the charts of the data."""

    __slots__ = ("_number",)

    def __init__(self, number: int) -> None:
        self._number = number

    def mark(self) -> str:
        return mark(CHART_MARK, str(self._number))


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
