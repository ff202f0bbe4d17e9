"""A chart as content: what its bars stand for, not how they are drawn."""

from decimal import Decimal
from typing import Literal, NamedTuple

from kehoach_cli.vocabulary import wording

Grouping = Literal["stacked", "clustered"]


class Series(NamedTuple):
    """The bars of one colour: what they stand for, and a value for each category, None where there is none.

    `color` is RRGGBB. Colours of one chart differ in lightness too, so that a black and white print keeps them apart.
    """

    name: str
    values: tuple[Decimal | None, ...]
    color: str


class BarChart(NamedTuple):
    """A bar chart. `horizontal` bars suit long names of categories; `height` is in millimetres."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    grouping: Grouping
    horizontal: bool
    height: int

    def described(self) -> str:
        """The chart in words, for those who cannot see it."""
        return f"{self.title}. " + "; ".join(
            f"{category}: {', '.join(self._values_of(index)) or 'không có số liệu'}"
            for index, category in enumerate(self.categories)
        )

    def _values_of(self, index: int) -> list[str]:
        pairs = [(series.name, series.values[index]) for series in self.series]
        counted = self.grouping == "stacked"  # there a zero is a class with nothing in it
        return [
            f"{wording.inline(name)} {wording.number(value)}"
            for name, value in pairs
            if value is not None and (value or not counted)
        ]


def chart_marker(name: str) -> str:
    """What a template prints where a chart is to stand; the finished document has the chart in its place."""
    return f"⟦biểu đồ {name}⟧"
