"""A chart as content: what its bars stand for, not how they are drawn; and as the plain data that a template gets."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple

Grouping = Literal["stacked", "clustered"]


class Series(NamedTuple):
    """The bars of one colour: what they stand for, and a value for each category, None where there is none.

    `color` is RRGGBB. Colours of one chart differ in lightness too, so that a black and white print keeps them apart.
    """

    name: str
    values: tuple[Decimal | None, ...]
    color: str


class BarChart(NamedTuple):
    """A bar chart. `horizontal` bars suit long names of categories; `height` is in millimetres.

    `description` is the chart in words, for those who cannot see it.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    grouping: Grouping
    horizontal: bool
    height: int
    description: str = ""


def chart_data(chart: BarChart) -> dict[str, Any]:
    """What a template's field holds for a chart. A plan's texts stay texts, so none can look like this mapping."""
    series = [
        {**item._asdict(), "values": [None if value is None else str(value) for value in item.values]}
        for item in chart.series
    ]
    return {"chart": {**chart._asdict(), "series": series}}


def read_chart(data: Mapping[str, Any]) -> BarChart:
    """The chart in the mapping that `chart_data` gives under `chart`."""
    series = tuple(
        Series(
            item["name"], tuple(None if value is None else Decimal(value) for value in item["values"]), item["color"]
        )
        for item in data["series"]
    )
    return BarChart(**{**data, "categories": tuple(data["categories"]), "series": series})
