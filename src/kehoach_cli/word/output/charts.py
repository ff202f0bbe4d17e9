"""Describe a bar chart's content, and convert it to and from the plain data that templates get."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple

TALLEST = 115
Grouping = Literal["stacked", "overlaid"]
Mark = Literal["bar", "frame", "tick"]


class Series(NamedTuple):
    """What is drawn alike in every row: a name, a value or None per category, and a label per category, "" for none.

    `color` is RRGGBB. A "bar" is filled with it, a "frame" is an outline around the rows' bars, a "tick" a short line
    across them. Without labels the bars of a stacked chart show their values.
    """

    name: str
    values: tuple[Decimal | None, ...]
    color: str
    mark: Mark = "bar"
    labels: tuple[str, ...] = ()


class BarChart(NamedTuple):
    """A chart of horizontal bars, a row per category, the first on top. `height` is in millimetres.

    A row's bars stand end to end ("stacked") or on top of one another ("overlaid"). `description` is the chart in
    words, for screen readers.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    grouping: Grouping
    height: int
    description: str = ""


def chart_height(rows: int, each: float) -> int:
    """The height in millimetres of a chart with its legend. None is so high that it leaves half a page empty."""
    return min(round(19 + each * rows), TALLEST)


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
            **{
                **item,
                "values": tuple(None if value is None else Decimal(value) for value in item["values"]),
                "labels": tuple(item["labels"]),
            }
        )
        for item in data["series"]
    )
    return BarChart(**{**data, "categories": tuple(data["categories"]), "series": series})
