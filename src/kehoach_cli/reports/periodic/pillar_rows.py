"""Build what a report says of each pillar: its indicators in the plan's order and by class, and its chart."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.measures import scale
from kehoach_cli.reports.letterhead import roman
from kehoach_cli.reports.periodic.counts import indicator_counts
from kehoach_cli.reports.periodic.indicator_rows import indicator_row
from kehoach_cli.reports.periodic.official_class import official_class
from kehoach_cli.reports.periodic.outlined_rows import outlined_rows
from kehoach_cli.reports.periodic.period_charts import pillar_chart_name
from kehoach_cli.reports.periodic.period_view import PeriodView, PillarView
from kehoach_cli.vocabulary.report_words import INDICATOR_CLASSES, NOT_ASSESSABLE, OFFICIAL_CLASSES
from kehoach_cli.word.output.charts import BarChart, chart_data

Row = Callable[[int, Progress], dict[str, Any]]  # of a number and an indicator


def row_maker(view: PeriodView) -> Row:
    """Rows of the view's indicators. Each is worked out once, whatever lists it stands in."""
    made = {item.indicator.id: indicator_row(0, item, view) for item in view.now.indicators}
    return lambda number, item: {**made[item.indicator.id], "stt": number}


def rows(items: Iterable[Progress], row: Row) -> list[dict[str, Any]]:
    return [row(number, item) for number, item in enumerate(items, 1)]


def pillar_row(
    number: int, pillar: PillarView, view: PeriodView, row: Row, charts: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """A pillar with all its indicators, and again by class."""
    classes = [
        {
            "ten": words,
            "ds": rows(_slowest_first([item for item in pillar.indicators if item.assessment in names]), row),
        }
        for key, (words, names) in INDICATOR_CLASSES.items()
        if key != NOT_ASSESSABLE
    ]
    return {
        "stt": number,
        "la_ma": roman(number),
        "ma": pillar.id,
        "ten": pillar.name,
        "ten_hoa": pillar.name.upper(),
        "dem": indicator_counts(pillar.indicators),
        "chi_tieu": outlined_rows(
            view.plan,
            pillar.indicators,
            lambda item: item.indicator,
            row,
        ),
        **{
            f"ds_{key}": rows(_farthest_first([item for item in pillar.indicators if official_class(item) == key]), row)
            for key in OFFICIAL_CLASSES
        },
        "cac_lop": [{**entry, "so": len(entry["ds"])} for entry in classes if entry["ds"]],
        "bieu_do": charts.get(pillar_chart_name(pillar.id), NO_CHART),
    }


def _slowest_first(items: list[Progress]) -> list[Progress]:
    """The lowest pace first; those without a pace last, in the plan's order."""
    return sorted(items, key=lambda item: item.pace.ratio if item.pace and not item.reached else Decimal("Infinity"))


def _farthest_first(items: list[Progress]) -> list[Progress]:
    """The largest gap left first, percentages before other units; those of which it is unknown last."""

    def order(item: Progress) -> tuple[bool, bool, Decimal]:
        left = item.commitment and item.commitment.left
        return (left is None, scale(item.indicator) != "%", -(left or Decimal(0)))

    return sorted(items, key=order)


def chart_row(number: int, chart: BarChart) -> dict[str, Any]:
    return {"so": number, "ten": chart.title, "hinh": chart_data(chart)}


NO_CHART: Mapping[str, Any] = {"so": 0, "ten": "", "hinh": ""}
