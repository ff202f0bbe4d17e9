"""The gaps of a plan's indicators: rows picked and sorted, as a table and as data."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.gaps import ASSESSMENTS, Assessment, Distance, Progress
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.plan_status import Picture
from kehoach_cli.reports.pages import Cell, Column, Page, Table, Tone
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
    "assessment": lambda item: (item.assessment == "not_assessable", -ASSESSMENTS.index(item.assessment)),
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
    return None if value is None else value.quantize(_RATIO_PLACES, context=wording.WIDE).normalize(wording.WIDE) + 0


def gaps_page(view: GapsView, agencies: AgencyRegister) -> Page:
    """The view for a person: one row per indicator, both gaps with what is left of them."""
    national, provincial = view.plan.target_names
    units = {item.indicator.unit for item in view.rows}
    columns = (
        Column("Mã"),
        Column("Chỉ tiêu", least=14, wrap=True, lines=3),
        *([Column("Đơn vị", least=7, wrap=True)] if len(units) > 1 else []),
        Column("Chủ trì", least=12, rank=6, wrap=True),
        Column(f"Hiện trạng {wording.month(view.plan.baseline_date)}", rank=3, align="right"),
        Column("Hiện nay", rank=1, align="right"),
        Column("Ngày", rank=7, align="right"),
        Column(f"Mức {national}", least=5, rank=4, align="right", wrap=True),
        Column(f"Cách {national}", least=7, align="right", wrap=True),
        Column(f"Mức {provincial}", least=5, rank=2, align="right", wrap=True),
        Column(f"Cách {provincial}", least=7, align="right", wrap=True),
        Column("Đã thu hẹp", rank=5, align="right"),
        Column("R", rank=8, align="right"),
        Column("Dự báo cuối hạn", rank=9, align="right"),
        Column("Cần mỗi tháng", rank=10, align="right"),
        Column("Đánh giá", least=9, wrap=True),
    )
    count = f"{len(view.rows) or 'không có'} chỉ tiêu"
    head = f"Khoảng cách đến mức phấn đấu, tính đến ngày {wording.day(view.as_of)}: {count}"
    if len(units) == 1:
        unit = units.pop()
        head += f" (giá trị tính bằng {unit}, khoảng cách bằng {wording.gap_unit(unit)})"
        rows = tuple(_row_cells(item, agencies) for item in view.rows)
    else:
        rows = tuple(_row_cells(item, agencies, item.indicator.unit) for item in view.rows)
    note = (
        "Cột «Cách» ghi khoảng cách từ hiện trạng, sau dấu → là khoảng cách còn lại; số âm là đã vượt; "
        "mức là một khoảng thì ghi đến đầu dưới rồi đến đầu trên. "
        "R là phần khoảng cách đã thu hẹp chia cho phần thời gian đã qua. "
        "Cửa sổ rộng hơn hiện thêm cột; đủ mọi cột: --format csv."
    )
    return Page((head,), (Table("", columns, rows, note),)) if rows else Page((f"{head} nào.",), ())


def _row_cells(item: Progress, agencies: AgencyRegister, *unit: str) -> tuple[Cell | str, ...]:
    indicator, pace = item.indicator, item.pace
    baseline = indicator.baseline.value
    now = item.current if item.measured else None
    national, provincial = indicator.targets
    return (
        indicator.id,
        indicator.name,
        *unit,
        agencies.short_names(indicator.lead),
        "chưa có" if baseline is None else wording.number(baseline),
        _value(now and now.value),
        wording.UNKNOWN if now is None else wording.day(now.date),
        _between(national and national.min, national and national.max),
        _way(item.national, item.national, measured=item.measured),
        _between(provincial and provincial.min, provincial and provincial.max),
        _way(item.provincial_min, item.provincial_max, measured=item.measured),
        wording.UNKNOWN if item.share_closed is None else wording.percent(item.share_closed),
        wording.UNKNOWN if pace is None else wording.pace(pace.ratio),
        _value(pace and pace.projection, 1),
        _value(pace and pace.needed_per_month, 2),
        Cell(terms.ASSESSMENT[item.assessment], TONES[item.assessment]),
    )


def _value(amount: Decimal | None, places: int | None = None) -> str:
    return wording.UNKNOWN if amount is None else wording.number(amount, places)


def _way(low: Distance | None, high: Distance | None, *, measured: bool) -> str:
    """`20,8 → 9,5`: the gap from the baseline, then what is left; for a range to its lower, then to its upper end.

    An arrow or a dash stays with the number after it where the column is too narrow for one line.
    """
    if low is None or high is None:
        return wording.UNKNOWN
    before = _between(low.from_baseline, high.from_baseline)
    return f"{before} →\u00a0{_between(low.left, high.left)}" if measured else before


def _between(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or high is None:
        return wording.UNKNOWN
    return wording.number(low) if low == high else f"{wording.number(low)} –\u00a0{wording.number(high)}"
