"""Build the charts of a report: indicators by assessment, figures by pillar, tasks by agency and standing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from kehoach_cli.reports.periodic.counts import task_counts
from kehoach_cli.reports.periodic.figures_chart import figures_chart
from kehoach_cli.reports.periodic.official_class import official_class
from kehoach_cli.reports.periodic.period_view import PeriodView
from kehoach_cli.reports.periodic.task_rows import tasks_by_lead
from kehoach_cli.vocabulary import wording
from kehoach_cli.vocabulary.report_words import OFFICIAL_CLASSES
from kehoach_cli.word.output.charts import BarChart, Series, chart_height

ASSESSMENTS, AGENCIES = "danh_gia", "co_quan"
MOST_AGENCIES = 15

# In grey any two differ by a quarter of the range from black to white: where a class is empty, its neighbours touch.
LADDER = ("1E5430", "ACDA68", "6282C0", "000000", "FFFFFF")
_TASK_SERIES = (
    ("dung_han", "Hoàn thành đúng hạn"),
    ("xong_qua_han", "Hoàn thành quá hạn"),
    ("trong_han", "Đang thực hiện trong hạn"),
    ("qua_han", "Quá hạn chưa hoàn thành"),
    ("khac", "Khác"),
)


def period_charts(view: PeriodView) -> dict[str, BarChart]:
    """The report's charts by name, those that it shows first.

    A chart without data, or with one category to compare, is left out.
    """
    charts: dict[str, BarChart] = {}
    for pillar in view.pillars:
        charts[pillar_chart_name(pillar.id)] = figures_chart(pillar.name, pillar.indicators, view)
    if view.pillars:
        charts[ASSESSMENTS] = _assessments_chart(view)
    charts[AGENCIES] = _agencies_chart(view)
    return {
        name: chart._replace(description=chart_description(chart))
        for name, chart in charts.items()
        if chart.series and (len(chart.categories) > 1 or name == ASSESSMENTS)
    }


def chart_description(chart: BarChart) -> str:
    """The chart in words: a sentence for its title and one for each row, with what the row's bars say."""
    rows = (
        f"{row}: {'; '.join(_values_of(chart, at)) or 'chưa có số liệu'}" for at, row in enumerate(chart.categories)
    )
    return ". ".join([chart.title, *rows]) + "."


def _values_of(chart: BarChart, index: int) -> list[str]:
    """What the row's bars say; an empty class of a stacked chart is left out, a missing figure is named as missing."""
    values = [(wording.inline(series.name), series.values[index]) for series in chart.series]
    if chart.grouping == "stacked":
        return [f"{name} {wording.number(value)}" for name, value in values if value]
    if all(value is None for _, value in values):
        return []
    return [f"{name} {'chưa có' if value is None else wording.number(value)}" for name, value in values]


def pillar_chart_name(pillar: str) -> str:
    """The name of a pillar's chart, from the pillar's id."""
    return f"nhom_{pillar}"


def _assessments_chart(view: PeriodView) -> BarChart:
    counts = [Counter(map(official_class, pillar.indicators)) for pillar in view.pillars]
    return BarChart(
        "Chỉ tiêu theo nhóm và mức đánh giá",
        tuple(pillar.name for pillar in view.pillars),
        tuple(
            Series(wording.sentence(words), tuple(Decimal(count[key]) for count in counts), color)
            for (key, (words, _)), color in zip(OFFICIAL_CLASSES.items(), LADDER, strict=True)
        ),
        "stacked",
        height=chart_height(len(counts), 9),
    )


def _agencies_chart(view: PeriodView) -> BarChart:
    tasks = tasks_by_lead(view)
    rows = [(name, task_counts(items)) for name, items in tasks[:MOST_AGENCIES]]
    rest = [item for _, items in tasks[MOST_AGENCIES:] for item in items]
    if rest:
        rows.append((f"{len(tasks) - MOST_AGENCIES} cơ quan khác", task_counts(rest)))
    counts: Sequence[Mapping[str, int]] = [row for _, row in rows]
    return BarChart(
        "Nhiệm vụ theo cơ quan chủ trì và tình hình thực hiện",
        tuple(name for name, _ in rows),
        tuple(
            Series(name, tuple(Decimal(count[key]) for count in counts), color)
            for (key, name), color in zip(_TASK_SERIES, LADDER, strict=True)
        ),
        "stacked",
        height=chart_height(len(rows), 6),
    )
