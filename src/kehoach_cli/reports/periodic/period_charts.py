"""Build the charts of a report: indicators by assessment, figures by pillar, tasks by agency and standing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.measures import scale
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.values import VERDICT
from kehoach_cli.reports.periodic.counts import indicator_counts, task_counts
from kehoach_cli.reports.periodic.period_view import PeriodView
from kehoach_cli.reports.periodic.task_rows import tasks_by_lead
from kehoach_cli.vocabulary import wording
from kehoach_cli.vocabulary.answer_words import PROVISIONAL
from kehoach_cli.vocabulary.report_words import CLASS_NAMES
from kehoach_cli.word.output.charts import BarChart, Series

ASSESSMENTS, AGENCIES = "danh_gia", "co_quan"
MOST_BARS = 20  # more groups of bars are not legible on paper
MOST_AGENCIES = 15

_CLASS_COLORS = {
    "dat_vuot": "1B7837",
    "dung_tien_do": "7FBF7B",
    "cham": "FDB863",
    "chua_dat": "FEE0B6",
    "khong_dat": "B2182B",
    "chua_du_so_lieu": "D9D9D9",
}
_TASK_SERIES = (
    ("dung_han", "Hoàn thành đúng hạn", "1B7837"),
    ("xong_qua_han", "Hoàn thành quá hạn", "7FBF7B"),
    ("trong_han", "Đang thực hiện trong hạn", "92C5DE"),
    ("qua_han", "Quá hạn chưa hoàn thành", "B2182B"),
    ("khac", "Khác", "D9D9D9"),
)


def period_charts(view: PeriodView) -> dict[str, BarChart]:
    """The report's charts by name. A chart without data, or with one category to compare, is left out."""
    charts: dict[str, BarChart] = {}
    if view.pillars:
        charts[ASSESSMENTS] = _assessments_chart(view)
    for pillar in view.pillars:
        charts[pillar_chart_name(pillar.id)] = _figures_chart(pillar.name, pillar.indicators, view)
    charts[AGENCIES] = _agencies_chart(view)
    return {
        name: chart._replace(description=chart_description(chart))
        for name, chart in charts.items()
        if chart.series and (len(chart.categories) > 1 or name == ASSESSMENTS)
    }


def chart_description(chart: BarChart) -> str:
    """The chart in words: its title, and the values of each category."""
    return f"{chart.title}. " + "; ".join(
        f"{category}: {', '.join(_values_of(chart, index)) or 'không có số liệu'}"
        for index, category in enumerate(chart.categories)
    )


def _values_of(chart: BarChart, index: int) -> list[str]:
    pairs = [(series.name, series.values[index]) for series in chart.series]
    counted = chart.grouping == "stacked"  # a zero there is an empty class
    return [
        f"{wording.inline(name)} {wording.number(value)}"
        for name, value in pairs
        if value is not None and (value or not counted)
    ]


def pillar_chart_name(pillar: str) -> str:
    """The name of a pillar's chart, from the pillar's id."""
    return f"nhom_{pillar}"


def _assessments_chart(view: PeriodView) -> BarChart:
    counts = [indicator_counts(pillar.indicators) for pillar in view.pillars]
    return BarChart(
        "Chỉ tiêu theo nhóm và mức đánh giá",
        tuple(pillar.name for pillar in view.pillars),
        tuple(
            Series(wording.sentence(words), tuple(Decimal(count[key]) for count in counts), _CLASS_COLORS[key])
            for key, words in CLASS_NAMES.items()
        ),
        "stacked",
        horizontal=True,
        height=35 + 11 * len(counts),
    )


def _figures_chart(name: str, items: Sequence[Progress], view: PeriodView) -> BarChart:
    """Baseline, latest figure and target side by side, for indicators in the pillar's most common unit."""
    items = [item for item in items if scale(item.indicator) != VERDICT]
    units = Counter(scale(item.indicator) for item in items)
    unit = units.most_common(1)[0][0] if units else ""
    shown = [item for item in items if scale(item.indicator) == unit]
    selected = ""
    if len(shown) > MOST_BARS:
        selected = f"; {MOST_BARS} chỉ tiêu còn cách xa nhất trong {len(shown)} chỉ tiêu"
        farthest = {item.indicator.id for item in sorted(shown, key=_left, reverse=True)[:MOST_BARS]}
        shown = [item for item in shown if item.indicator.id in farthest]
    marks = ["số ước"] if any(item.current and item.current.estimate for item in shown) else []
    marks += [f"số {PROVISIONAL}"] if any(item.provisional for item in shown) else []
    marked = f" (có {wording.enumerated(marks)})" if marks else ""
    bars: Mapping[str, Series] = {
        "hiện trạng": Series(
            _baseline_title(view.plan.baseline_date),
            tuple(None if item.indicator.parts == "each" else item.indicator.baseline.value for item in shown),
            "BDBDBD",
        ),
        "kết quả mới nhất": Series(
            f"Kết quả đến {wording.day(view.as_of)}{marked}",
            tuple(item.current.value if item.current and item.measured else None for item in shown),
            "2166AC",
        ),
        "mức phải đạt": Series("Mức phải đạt", tuple(_goal(item, view) for item in shown), "7FBF7B"),
    }
    known = {what: series for what, series in bars.items() if any(value is not None for value in series.values)}
    return BarChart(
        f"{name}: {wording.enumerated(tuple(known))} ({unit}){selected}",
        tuple(item.indicator.id for item in shown),
        tuple(known.values()),
        "clustered",
        horizontal=False,
        height=75,
    )


def _goal(item: Progress, view: PeriodView) -> Decimal | None:
    """What the report's milestone, else the last target, wants."""
    judged = view.judged_goal(item)
    return judged.commitment if judged else item.commitment and item.commitment.goal


def _left(item: Progress) -> Decimal:
    """The gap left; an unknown gap counts as the largest."""
    left = item.commitment and item.commitment.left
    return Decimal("Infinity") if left is None else left


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
        tuple(Series(name, tuple(Decimal(count[key]) for count in counts), color) for key, name, color in _TASK_SERIES),
        "stacked",
        horizontal=True,
        height=35 + 8 * len(rows),
    )


def _baseline_title(day: Day | None) -> str:
    return f"Hiện trạng {wording.month(day)}" if day else "Hiện trạng"
