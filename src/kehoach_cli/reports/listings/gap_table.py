"""List the gaps of indicators, filtered and sorted, as a table and as data."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.gaps import ASSESSMENTS, Assessment, Distance, Progress
from kehoach_cli.plan.model import Plan, Target
from kehoach_cli.plan.plan_status import PlanStatus
from kehoach_cli.reports.pages import Cell, Column, Columns, Page, Tone, table_of
from kehoach_cli.vocabulary import terms, wording

TONES: Mapping[Assessment, Tone] = {
    "exceeded": "good",
    "met": "good",
    "on_track": "good",
    "behind": "warning",
    "far_behind": "bad",
    "going_backwards": "bad",
    "not_met": "bad",
    "not_assessable": "muted",
}
_RATIO_PLACES = Decimal("0.000001")


class GapsView(NamedTuple):
    """The indicators to show, in display order."""

    plan: Plan
    as_of: date
    rows: tuple[Progress, ...]


def _largest_gap_first(item: Progress) -> tuple[bool, Decimal]:
    left = item.commitment.left if item.commitment else None
    return left is None, -(left or Decimal(0))


SORTS: Mapping[str, Callable[[Progress], Any] | None] = {
    "plan": None,
    "id": lambda item: item.indicator.id,
    "gap": _largest_gap_first,
    "assessment": lambda item: (item.assessment == "not_assessable", -ASSESSMENTS.index(item.assessment)),
    "due": lambda item: item.indicator.due.end or date.max,
}


def gaps_view(status: PlanStatus, sort: str = "plan", *, unmet: bool = False, no_data: bool = False) -> GapsView:
    """Filter and sort. `unmet` drops reached indicators, `no_data` keeps only those not measured since the baseline."""
    rows = list(status.without_data if no_data else status.indicators)
    if unmet:
        rows = [item for item in rows if not item.reached]
    key = SORTS[sort]
    return GapsView(status.plan, status.as_of, tuple(rows if key is None else sorted(rows, key=key)))


def gaps_data(view: GapsView) -> dict[str, Any]:
    """The view as plain data, schema 1: values in each indicator's unit, ratios to six places, None for unknown."""
    return {
        "schema": 1,
        "as_of": view.as_of,
        "plan": view.plan.number,
        "baseline_date": view.plan.baseline_date,
        "indicators": [progress_data(item) for item in view.rows],
    }


def progress_data(item: Progress) -> dict[str, Any]:
    """One indicator's progress as plain data."""
    indicator, low, high, pace = item.indicator, item.provincial_min, item.provincial_max, item.pace
    return {
        "id": indicator.id,
        "name": indicator.name,
        "pillar": indicator.pillar,
        "unit": indicator.unit,
        "direction": indicator.direction,
        "lead": list(indicator.lead),
        "origin": list(indicator.origin),
        "due": indicator.due.end,
        "baseline": indicator.baseline.value,
        "baseline_date": indicator.baseline.as_of,
        "current": item.current and item.current.value,
        "current_date": item.current and item.current.date,
        "measured": item.measured,
        "start": item.start and item.start.value,
        "start_date": item.start and item.start.date,
        "national": item.national and item.national.goal,
        "provincial_min": low and low.goal,
        "provincial_max": high and high.goal,
        "baseline_gap_national": item.national and item.national.from_baseline,
        "baseline_gap_min": low and low.from_baseline,
        "baseline_gap_max": high and high.from_baseline,
        "gap_national": item.national and item.national.left,
        "gap_min": low and low.left,
        "gap_max": high and high.left,
        "share_closed": _rounded(item.share_closed),
        "elapsed": _rounded(pace and pace.elapsed),
        "pace_ratio": _rounded(pace and pace.ratio),
        "projection": _rounded(pace and pace.projection),
        "needed_per_month": _rounded(pace and pace.needed_per_month),
        "assessment": item.assessment,
        "overdue": item.overdue,
    }


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(_RATIO_PLACES, context=wording.WIDE).normalize(wording.WIDE) + 0


def gaps_page(view: GapsView, agencies: AgencyRegister) -> Page:
    """The page: one row per indicator, with the gap to each target at the baseline and now."""
    units = {item.indicator.unit for item in view.rows}
    head = f"Khoảng cách đến mức phấn đấu, tính đến ngày {wording.day(view.as_of)}: "
    head += f"{len(view.rows) or 'không có'} chỉ tiêu"
    if len(units) == 1:
        [unit] = units
        head += f" (giá trị tính bằng {unit}, khoảng cách bằng {wording.gap_unit(unit)})"
    note = (
        "Cột «Cách» ghi khoảng cách từ hiện trạng, sau dấu → là khoảng cách còn lại; số âm là đã vượt; "
        "mức là một khoảng thì ghi đến đầu dưới rồi đến đầu trên. "
        "R là phần khoảng cách đã thu hẹp chia cho phần thời gian đã qua. "
        "Cửa sổ rộng hơn hiện thêm cột; đủ mọi cột: --format csv."
    )
    columns = _columns(view.plan, agencies, units_differ=len(units) > 1)
    return Page((head,), (table_of("", columns, view.rows, note),)) if view.rows else Page((f"{head} nào.",), ())


def _columns(plan: Plan, agencies: AgencyRegister, *, units_differ: bool) -> Columns[Progress]:
    """Each column with the function for its cells."""
    national, provincial = plan.target_names
    unit: Columns[Progress] = [(Column("Đơn vị", least=7, wrap=True), lambda item: item.indicator.unit)]
    return [
        (Column("Mã"), lambda item: item.indicator.id),
        (Column("Chỉ tiêu", least=14, wrap=True, lines=3), lambda item: item.indicator.name),
        *(unit if units_differ else []),
        (Column("Chủ trì", least=12, rank=6, wrap=True), lambda item: agencies.short_names(item.indicator.lead)),
        (Column(f"Hiện trạng {wording.month(plan.baseline_date)}", rank=3, align="right"), _baseline),
        (
            Column("Hiện nay", rank=1, align="right"),
            lambda item: _value(item.current.value if item.current and item.measured else None),
        ),
        (Column("Ngày", rank=7, align="right"), _measured_on),
        (
            Column(f"Mức {national}", least=5, rank=4, align="right", wrap=True),
            lambda item: _target_text(item.indicator.targets.national),
        ),
        (
            Column(f"Cách {national}", least=7, align="right", wrap=True),
            lambda item: _gap_text(item, item.national, item.national),
        ),
        (
            Column(f"Mức {provincial}", least=5, rank=2, align="right", wrap=True),
            lambda item: _target_text(item.indicator.targets.provincial),
        ),
        (
            Column(f"Cách {provincial}", least=7, align="right", wrap=True),
            lambda item: _gap_text(item, item.provincial_min, item.provincial_max),
        ),
        (
            Column("Đã thu hẹp", rank=5, align="right"),
            lambda item: wording.UNKNOWN if item.share_closed is None else wording.percent(item.share_closed),
        ),
        (
            Column("R", rank=8, align="right"),
            lambda item: wording.UNKNOWN if item.pace is None else wording.pace(item.pace.ratio),
        ),
        (Column("Dự báo cuối hạn", rank=9, align="right"), lambda item: _value(item.pace and item.pace.projection, 1)),
        (
            Column("Cần mỗi tháng", rank=10, align="right"),
            lambda item: _value(item.pace and item.pace.needed_per_month, 2),
        ),
        (
            Column("Đánh giá", least=9, wrap=True),
            lambda item: Cell(terms.ASSESSMENT[item.assessment], TONES[item.assessment]),
        ),
    ]


def _value(amount: Decimal | None, places: int | None = None) -> str:
    return wording.UNKNOWN if amount is None else wording.number(amount, places)


def _baseline(item: Progress) -> str:
    value = item.indicator.baseline.value
    return "chưa có" if value is None else wording.number(value)


def _measured_on(item: Progress) -> str:
    return wording.day(item.current.date) if item.current and item.measured else wording.UNKNOWN


def _target_text(target: Target | None) -> str:
    return _range_text(target and target.min, target and target.max)


def _gap_text(item: Progress, low: Distance | None, high: Distance | None) -> str:
    """`20,8 → 9,5`: the gap from the baseline, then the gap left. For a range, to its lower, then to its upper end.

    A no-break space keeps an arrow or a dash with the number after it when the column wraps.
    """
    if low is None or high is None:
        return wording.UNKNOWN
    before = _range_text(low.from_baseline, high.from_baseline)
    return f"{before} →\u00a0{_range_text(low.left, high.left)}" if item.measured else before


def _range_text(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or high is None:
        return wording.UNKNOWN
    return wording.number(low) if low == high else f"{wording.number(low)} –\u00a0{wording.number(high)}"
