"""Build the chart of a pillar's figures: a row per indicator, its result within a frame that is what must be reached.

Result, target and baseline lie on top of one another. Side by side they took three bars an indicator, which at 17
indicators nobody can read; what has no figure yet is said in the row's label.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from textwrap import shorten

from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.measures import scale
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.values import VERDICT
from kehoach_cli.reports.periodic.period_view import PeriodView
from kehoach_cli.vocabulary import wording
from kehoach_cli.vocabulary.answer_words import PROVISIONAL
from kehoach_cli.word.output.charts import BarChart, Series, chart_height

MOST_BARS = 20  # more rows are not legible on paper
LONGEST_NAME = 38  # characters of an indicator's name beside its code
_RESULT, _MARKS = "8FB1D6", "000000"


def figures_chart(name: str, items: Sequence[Progress], view: PeriodView) -> BarChart:
    """Result, target and baseline on top of one another, for indicators in the pillar's most common unit."""
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
    results = tuple(item.current.value if item.current and item.measured else None for item in shown)
    goals = tuple(_goal(item, view) for item in shown)
    baselines = tuple(None if item.indicator.parts == "each" else item.indicator.baseline.value for item in shown)
    bars: Mapping[str, Series] = {
        "kết quả mới nhất": Series(f"Kết quả đến {wording.day(view.as_of)}{marked}", results, _RESULT),
        "mức phải đạt": Series("Mức phải đạt", goals, _MARKS, "frame"),
        "hiện trạng": Series(_baseline_title(view.plan.baseline_date), baselines, _MARKS, "tick"),
    }
    known = {what: series for what, series in bars.items() if any(value is not None for value in series.values)}
    rows = [[series.values[index] for series in known.values()] for index, _ in enumerate(shown)]
    ends = [_longest(row) for row in rows]
    texts = [_label(item, goal) for item, goal in zip(shown, goals, strict=True)]
    return BarChart(
        f"{name}: {wording.enumerated(tuple(known))} ({unit}){selected}",
        tuple(_category(item, row) for item, row in zip(shown, rows, strict=True)),
        tuple(
            series._replace(labels=tuple(text if at == place else "" for text, at in zip(texts, ends, strict=True)))
            for place, series in enumerate(known.values())
        ),
        "overlaid",
        height=chart_height(len(shown), 4.3),
    )


def _label(item: Progress, goal: Decimal | None) -> str:
    """The result and what is to be reached: `41,5/50`, `45 (ước)/60`, `chưa có/60`; `3/≤ 2` where less is better."""
    result = wording.number(item.current.value) if item.current and item.measured else "chưa có"
    marks = [*(["ước"] if item.current and item.current.estimate else []), *([PROVISIONAL] if item.provisional else [])]
    at_most = "≤ " if item.indicator.direction == "decrease" and goal is not None else ""
    wanted = wording.UNKNOWN if goal is None else wording.number(goal)
    marked = f" ({', '.join(marks)})" if marks else ""
    return f"{result}{marked}/{at_most}{wanted}"


def _category(item: Progress, row: Sequence[Decimal | None]) -> str:
    """`CQS-02 Tỷ lệ hồ sơ trực tuyến của…`; an indicator of which nothing is known is named as such."""
    unknown = "" if _longest(row) is not None else " (chưa có số liệu)"
    name = wording.sentence(item.indicator.name.removeprefix("Tỷ lệ "))
    return f"{item.indicator.id} {shorten(name, LONGEST_NAME, placeholder='…')}{unknown}"


def _longest(row: Sequence[Decimal | None]) -> int | None:
    """The place of the value whose bar is the longest; its end has room for the row's label."""
    known = [(abs(value), -place) for place, value in enumerate(row) if value is not None]
    return -max(known)[1] if known else None


def _goal(item: Progress, view: PeriodView) -> Decimal | None:
    """What the report's milestone, else the last target, wants."""
    judged = view.judged_goal(item)
    return judged.commitment if judged else item.commitment and item.commitment.goal


def _left(item: Progress) -> Decimal:
    """The gap left; an unknown gap counts as the largest."""
    left = item.commitment and item.commitment.left
    return Decimal("Infinity") if left is None else left


def _baseline_title(day: Day | None) -> str:
    return f"Hiện trạng {wording.month(day)}" if day else "Hiện trạng"
