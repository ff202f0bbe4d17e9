"""Describe a bar chart's content, and convert it to and from the plain data that templates get."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple

Grouping = Literal["stacked", "clustered"]


class Series(NamedTuple):
    """The bars of one colour: a name, and a value or None per category.

    `color` is RRGGBB. Colours of one chart also differ in lightness, for black and white prints.
    """

    name: str
    values: tuple[Decimal | None, ...]
    color: str


class BarChart(NamedTuple):
    """A bar chart. `horizontal` bars suit long category names; `height` is in millimetres.

    `description` is the chart in words, for screen readers.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    grouping: Grouping
    horizontal: bool
    height: int
    description: str = ""


def chart_data(chart: BarChart) -> dict[str, Any]:
    """Convert a chart to the value of a template's field. No text of a plan can look like this mapping."""
    series = [
        {**item._asdict(), "values": [None if value is None else str(value) for value in item.values]}
        for item in chart.series
    ]
    return {"chart": {**chart._asdict(), "series": series}}


def read_chart(data: Mapping[str, Any]) -> BarChart:
    """Convert back the mapping that `chart_data` puts under `chart`."""
    series = tuple(
        Series(
            item["name"], tuple(None if value is None else Decimal(value) for value in item["values"]), item["color"]
        )
        for item in data["series"]
    )
    return BarChart(**{**data, "categories": tuple(data["categories"]), "series": series})
