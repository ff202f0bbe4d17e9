"""The gaps of a plan's indicators: rows picked and sorted, as a table and as data."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.gaps import ASSESSMENTS, Assessment, Distance, Progress
from kehoach_cli.plan.model import Plan, Target
from kehoach_cli.plan.picture import Picture
from kehoach_cli.reports.tables import Cell, Column, Page, Table, Tone
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
    """The indicators to show, in the order to show them."""

    plan: Plan
    as_of: date
    rows: tuple[Progress, ...]


def _gap_first(item: Progress) -> tuple[bool, Decimal]:
    left = item.commitment.left if item.commitment else None
    return left is None, -(left or Decimal(0))


SORTS: Mapping[str, Callable[[Progress], Any] | None] = {
    "plan": None,
    "id": lambda item: item.indicator.id,
    "gap": _gap_first,
    "assessment": lambda item: -ASSESSMENTS.index(item.assessment),
    "due": lambda item: item.indicator.due.end or date.max,
}


def gaps_view(picture: Picture, sort: str = "plan", *, unmet: bool = False, no_data: bool = False) -> GapsView:
    """Pick and sort: `unmet` leaves out what is reached, `no_data` keeps only what nothing was measured of."""
    rows = list(picture.without_data if no_data else picture.indicators)
    if unmet:
        rows = [item for item in rows if not item.reached]
    key = SORTS[sort]
    return GapsView(picture.plan, picture.as_of, tuple(rows if key is None else sorted(rows, key=key)))


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
    return None if value is None else value.quantize(_RATIO_PLACES).normalize() + 0


def gaps_page(view: GapsView, agencies: AgencyRegister) -> Page:
    """The view for a person: one row per indicator, both gaps with what is left of them."""
    national, provincial = view.plan.target_names
    units = {item.indicator.unit for item in view.rows}
    unit = units.pop() if len(units) == 1 else None  # said once, in the heading, where all rows share it
    columns = (
        Column("Mã"),
        Column("Chỉ tiêu", least=14, wrap=True, lines=3),
        Column("Chủ trì", least=12, rank=2, wrap=True),
        Column(f"Hiện trạng {wording.month(view.plan.baseline_date)}", align="right"),
        Column("Hiện nay", align="right"),
        Column("Ngày", rank=3, align="right"),
        Column(f"Mức {national}", align="right"),
        Column(f"Cách {national}", least=7, align="right", wrap=True),
        Column(f"Mức {provincial}", least=6, align="right", wrap=True),
        Column(f"Cách {provincial}", least=7, align="right", wrap=True),
        Column("Đã thu hẹp", rank=1, align="right"),
        Column("R", rank=4, align="right"),
        Column("Dự báo cuối hạn", rank=5, align="right"),
        Column("Cần mỗi tháng", rank=6, align="right"),
        Column("Đánh giá", least=9, wrap=True),
    )
    rows = tuple(_row_cells(item, agencies, unit) for item in view.rows)
    head = f"Khoảng cách đến mức phấn đấu, tính đến ngày {wording.day(view.as_of)}: {len(view.rows)} chỉ tiêu"
    if unit:
        head += f" (giá trị tính bằng {unit}, khoảng cách bằng {wording.gap_unit(unit)})"
    note = (
        "Cột «Cách» ghi khoảng cách từ hiện trạng, sau dấu → là khoảng cách còn lại; số âm là đã vượt. "
        "R là phần khoảng cách đã thu hẹp chia cho phần thời gian đã qua. "
        "Cửa sổ rộng hơn hiện thêm cột; đủ mọi cột: --format csv."
    )
    return Page((head,), (Table("", columns, rows, note),))


def _row_cells(item: Progress, agencies: AgencyRegister, shared_unit: str | None) -> tuple[Cell | str, ...]:
    indicator, pace = item.indicator, item.pace
    baseline = indicator.baseline.value
    now = item.current if item.measured else None

    def value(amount: Decimal | None, places: int | None = None) -> str:
        if amount is None:
            return wording.UNKNOWN
        return wording.number(amount, places) if shared_unit else wording.quantity(amount, indicator.unit, places)

    def goal(target: Target | None) -> str:
        if target is None:
            return wording.UNKNOWN
        return value(target.min) if target.min == target.max else f"{value(target.min)} – {value(target.max)}"

    return (
        indicator.id,
        indicator.name,
        agencies.short_names(indicator.lead),
        "chưa có" if baseline is None else value(baseline),
        value(now and now.value),
        wording.UNKNOWN if now is None else wording.day(now.date),
        goal(indicator.targets.national),
        _way(item.national, item.national, measured=item.measured),
        goal(indicator.targets.provincial),
        _way(item.provincial_min, item.provincial_max, measured=item.measured),
        wording.UNKNOWN if item.share_closed is None else wording.percent(item.share_closed),
        wording.UNKNOWN if pace is None else wording.number(pace.ratio, 2),
        value(pace and pace.projection, 1),
        value(pace and pace.needed_per_month, 2),
        Cell(terms.ASSESSMENT[item.assessment], TONES[item.assessment]),
    )


def _way(low: Distance | None, high: Distance | None, *, measured: bool) -> str:
    """`20,8 → 9,5`: the gap from the baseline, then what is left; for a range from its lower to its upper end."""
    if low is None or high is None:
        return wording.UNKNOWN
    before = _between(low.from_baseline, high.from_baseline)
    return f"{before} → {_between(low.left, high.left)}" if measured else before


def _between(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or high is None:
        return wording.UNKNOWN
    return wording.number(low) if low == high else f"{wording.number(low)} – {wording.number(high)}"
