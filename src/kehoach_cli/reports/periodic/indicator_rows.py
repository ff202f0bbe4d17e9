"""One indicator as a report shows it: every figure already written out."""

from decimal import Decimal
from typing import Any, NamedTuple

from kehoach_cli.plan.gaps import Distance, Progress
from kehoach_cli.plan.model import Target
from kehoach_cli.reports.periodic.period_view import PeriodView
from kehoach_cli.vocabulary import terms, wording


def indicator_row(number: int, item: Progress, view: PeriodView) -> dict[str, Any]:
    """The indicator's row: plain text and whole numbers, in the words of the template's fields."""
    indicator, unit = item.indicator, item.indicator.unit
    now = item.current if item.measured else None
    moved = movement(item, view)
    return {
        "stt": number,
        "ma": indicator.id,
        "ten": indicator.name,
        "chu_tri": view.agencies.short_names(indicator.lead) or wording.UNKNOWN,
        "phoi_hop": view.agencies.short_names(indicator.support),
        "hien_trang": _value(indicator.baseline.value, unit),
        "ket_qua": _value(now and now.value, unit),
        "ngay": wording.day(now.date) if now else "",
        "nguon": _source(item),
        "muc_cap_tren": _target(indicator.targets.national, unit),
        "muc": _target(indicator.targets.provincial, unit),
        "muc_xet": _judged_by(item, view),
        "cach_ban_dau_cap_tren": _way(item.national, item.national, unit, from_baseline=True),
        "cach_ban_dau": _way(item.provincial_min, item.provincial_max, unit, from_baseline=True),
        "con_lai_cap_tren": _way(item.national, item.national, unit),
        "con_lai": _way(item.provincial_min, item.provincial_max, unit),
        "thay_doi": wording.UNKNOWN if moved.change is None else _signed(moved.change, unit),
        "bien_dong": moved.words(unit),
        "co_so_sanh": bool(moved.change),
        "danh_gia": terms.ASSESSMENT[item.assessment],
        "thoi_han": wording.deadline_alone(indicator.due),
        "qua_han": item.overdue,
        "ghi_chu": indicator.note or "",
    }


def calculation_row(item: Progress) -> dict[str, Any]:
    """What an assessment was worked out from, symbol by symbol, in the letters of the method."""
    indicator, unit, pace = item.indicator, item.indicator.unit, item.pace
    return {
        "ma": indicator.id,
        "b": _value(item.start and item.start.value, unit),
        "ngay_b": wording.day(item.start.date) if item.start else "",
        "c": _value(item.current and item.current.value, unit) if item.measured else wording.UNKNOWN,
        "ngay_c": wording.day(item.current.date) if item.current and item.measured else "",
        "g": _value(item.commitment and item.commitment.goal, unit),
        "t": wording.day(indicator.due.end) if indicator.due.end else wording.UNKNOWN,
        "f": wording.percent(pace.elapsed) if pace else wording.UNKNOWN,
        "da_thu_hep": wording.UNKNOWN if item.share_closed is None else wording.percent(item.share_closed),
        "r": wording.pace(pace.ratio) if pace else wording.UNKNOWN,
        "p": _value(pace and pace.projection, unit, 1),
        "danh_gia": terms.ASSESSMENT[item.assessment],
    }


class Movement(NamedTuple):
    """What the period brought: whether there is a new figure, and how it differs from the one before, if any."""

    news: bool
    change: Decimal | None = None

    def words(self, unit: str) -> str:
        if not self.news:
            return "chưa có số liệu mới"
        if self.change is None:
            return "có số liệu lần đầu"
        if self.change == 0:
            return "không đổi"
        return f"{'tăng' if self.change > 0 else 'giảm'} {wording.gap(abs(self.change), unit)}"


def movement(item: Progress, view: PeriodView) -> Movement:
    """The latest figure against the one that stood when the period began or, in a first report, the baseline."""
    if not item.measured or item.current is None:
        return Movement(news=False)
    if view.before is None:
        reference = item.indicator.baseline.value
    else:
        if item.current.date <= view.before.as_of:
            return Movement(news=False)
        earlier = view.earlier[item.indicator.id].current
        reference = earlier and earlier.value
    return Movement(news=True, change=None if reference is None else item.current.value - reference)


def _signed(change: Decimal, unit: str) -> str:
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return sign + _amount(abs(change), unit)


def _value(value: Decimal | None, unit: str, places: int | None = None) -> str:
    return wording.UNKNOWN if value is None else wording.quantity(value, unit, places)


def _target(target: Target | None, unit: str) -> str:
    """`50%`; a range as `30–50%`, short enough for a column."""
    if target is None:
        return wording.UNKNOWN
    most = wording.quantity(target.max, unit)
    return most if target.min == target.max else f"{wording.number(target.min)}–{most}"


def _judged_by(item: Progress, view: PeriodView) -> str:
    """The target that the indicator is judged by, with who set it, to follow "mức phấn đấu"."""
    (national, provincial), names = item.indicator.targets, view.plan.target_names
    if provincial is not None:
        return f"của {names.provincial} {_target(provincial, item.indicator.unit)}"
    return "không giao" if national is None else f"do {names.national} giao {_target(national, item.indicator.unit)}"


def _amount(value: Decimal, unit: str) -> str:
    """A difference for a column whose heading says that it is in percentage points."""
    return wording.number(value) if unit == "%" else wording.gap(value, unit)


def _way(low: Distance | None, high: Distance | None, unit: str, *, from_baseline: bool = False) -> str:
    """What is to go to a target, or to both ends of a range: `9,5`, `9,5–29,5`, `đạt`, `vượt 3`, `đạt; còn 5`."""
    if low is None or high is None:
        return wording.UNKNOWN
    near, far = (low.from_baseline, high.from_baseline) if from_baseline else (low.left, high.left)
    if near is None or far is None:
        return wording.UNKNOWN
    near, far = min(near, far), max(near, far)
    if near > 0:
        return _amount(near, unit) if near == far else f"{wording.number(near)}–{_amount(far, unit)}"
    if far > 0:
        return f"đạt; còn {_amount(far, unit)}"
    return "đạt" if far == 0 else f"vượt {_amount(-far, unit)}"


def _source(item: Progress) -> str:
    """The document that the latest figure comes from."""
    if item.current is None or not item.measured:
        return ""
    found = [entry.source for entry in item.indicator.measurements if entry.date == item.current.date and entry.source]
    return found[-1] if found else ""
