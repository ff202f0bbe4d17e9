"""Build the rows of indicators in a report: every figure as text."""

from decimal import Decimal
from typing import Any, NamedTuple

from kehoach_cli.plan.gaps import Distance, Progress
from kehoach_cli.plan.goals import ALL_OF_THEM
from kehoach_cli.plan.history import measurements_by
from kehoach_cli.plan.in_force import departures, record_in_force
from kehoach_cli.plan.measures import WHOLE_NUMBERS, is_rank, measure_of, scale
from kehoach_cli.plan.movements import judged_otherwise_by
from kehoach_cli.plan.values import VERDICT, Reading, Target
from kehoach_cli.reports.periodic.cell_colors import CELL_COLORS
from kehoach_cli.reports.periodic.official_class import official_class
from kehoach_cli.reports.periodic.period_view import PeriodView
from kehoach_cli.vocabulary import answer_words, entry_words, move_words, record_words, terms, wording
from kehoach_cli.vocabulary.report_words import OFFICIAL_HEADINGS


def indicator_row(number: int, item: Progress, view: PeriodView) -> dict[str, Any]:
    """One indicator: text and whole numbers, under the names of the template's fields."""
    indicator, unit, values = item.indicator, item.indicator.unit, scale(item.indicator)
    now = item.current if item.measured else None
    answered = answer_words.answered(item.whole)
    moved = movement(item, view)
    return {
        "stt": number,
        "ma": indicator.id,
        "ten": indicator.name,
        "chu_tri": view.agencies.names(indicator.lead, indicator.id) or wording.UNKNOWN,
        "phoi_hop": view.agencies.names(indicator.support, indicator.id),
        "hien_trang": _value(indicator.baseline.value, unit),
        "ket_qua": latest(item) or answered or wording.UNKNOWN,
        "ngay": wording.day(now.date) if now else "",
        "nguon": _source(item, view),
        "muc_cap_tren": _target(indicator.targets.national, unit),
        "muc": _target(indicator.targets.provincial, unit),
        "muc_dieu_chinh": _amended_from(item, view),
        "moc": _milestone(item, view),
        "moc_danh_gia": _milestone_result(item, view),
        "muc_xet": assessed_target(item, view),
        "de_ra": _target(indicator.targets.provincial or indicator.targets.national, unit),
        "den_nay": latest(item) or answered or _baseline_alone(item),
        "cach_ban_dau_cap_tren": _gap_text(item, item.national, item.national, from_baseline=True),
        "cach_ban_dau": _gap_text(item, item.provincial_min, item.provincial_max, from_baseline=True),
        "con_lai_cap_tren": _gap_left(item, item.national, item.national),
        "con_lai": _gap_left(item, item.provincial_min, item.provincial_max),
        "thay_doi": wording.UNKNOWN if moved.change is None or values == VERDICT else _signed(moved.change, values),
        "bien_dong": moved.text(values),
        "co_so_sanh": bool(moved.change),
        "danh_gia": terms.ASSESSMENT[item.assessment],
        "xep_loai": OFFICIAL_HEADINGS[official_class(item)],
        "mau_nen": CELL_COLORS.get(item.assessment, ""),
        "do_dieu_chinh": _judged_otherwise_by(item, view),
        "thoi_han": wording.deadline_alone(indicator.due),
        "qua_han": item.overdue,
        "han_da_qua": _missed_goals(item),
        "ghi_chu": indicator.note or "",
    }


def _baseline_alone(item: Progress) -> str:
    """What is known of an indicator without a result: `29,2% (hiện trạng)`."""
    value = item.indicator.baseline.value
    return wording.UNKNOWN if value is None else f"{_value(value, item.indicator.unit)} (hiện trạng)"


def _milestone(item: Progress, view: PeriodView) -> str:
    """The milestone that the report judges: `năm 2026: 60%`; "" where that is the last target.

    Where each part has it, with the share that reaches it: `năm 2026: 60%, 50% cơ quan đạt`.
    """
    judged = view.judged_goal(item)
    if judged is None:
        return ""
    given = wording.inline(record_words.goal(judged.goal, item.indicator.unit))
    if item.indicator.parts != "each" or judged.left is None:
        return given
    return f"{given}, {wording.quantity(ALL_OF_THEM.min - judged.left, '%')} cơ quan đạt"


def _milestone_result(item: Progress, view: PeriodView) -> str:
    judged = view.judged_goal(item)
    if judged is None:
        return ""
    if view.period.ends_year:  # then the assessment is about the milestone
        return wording.inline(OFFICIAL_HEADINGS[official_class(item)])
    return wording.inline(terms.GOAL_RESULT[judged.result])


def _missed_goals(item: Progress) -> str:
    """What its day has passed of without being reached: `mốc năm 2026: 60%; thời hạn: Năm 2030`."""
    unit = item.indicator.unit
    return "; ".join(
        f"mốc {wording.inline(record_words.goal(state.goal, unit))}"
        if state in item.milestones
        else f"thời hạn: {wording.deadline_alone(item.indicator.due)}"
        for state in item.overdue_goals
    )


def _amended_from(item: Progress, view: PeriodView) -> str:
    """The decision's own target, where a later document set another: `điều chỉnh từ 50%`."""
    changed, unit = departures(item.indicator).get("targets.provincial"), item.indicator.unit
    return record_words.departure("targets.provincial", changed, unit, view.agencies) if changed else ""


def calculation_row(item: Progress) -> dict[str, Any]:
    """The inputs and results of an assessment, under the symbols of the method (b, c, g, t, f, r, p)."""
    indicator, unit, pace = item.indicator, scale(item.indicator), item.pace
    return {
        "ma": indicator.id,
        "b": _value(item.start and item.start.value, unit),
        "ngay_b": wording.day(item.start.date) if item.start else "",
        "c": latest(item) or wording.UNKNOWN,
        "ngay_c": wording.day(item.current.date) if item.current and item.measured else "",
        "g": _value(item.commitment and item.commitment.goal, unit),
        "t": wording.day(indicator.due.end) if indicator.due.end else wording.UNKNOWN,
        "f": wording.percent(pace.elapsed) if pace else wording.UNKNOWN,
        "da_thu_hep": wording.UNKNOWN if item.share_closed is None else wording.percent(item.share_closed),
        "r": wording.pace(pace.ratio) if pace else wording.UNKNOWN,
        "p": _value(pace and pace.projection, unit, 0 if measure_of(indicator) in WHOLE_NUMBERS else 1),
        "danh_gia": terms.ASSESSMENT[item.assessment],
    }


class Movement(NamedTuple):
    """The new figure that the period brought, None without one, and the figure before that it is compared with.

    `aside` says why there is nothing to compare with.
    """

    new: Reading | None = None
    former: Reading | None = None
    aside: str = ""

    @property
    def change(self) -> Decimal | None:
        return self.new.value - self.former.value if self.new and self.former else None

    def text(self, unit: str) -> str:
        """`tăng 9,5 điểm phần trăm`, `giảm 1,2 điểm phần trăm (kỳ trước ước 45%)`."""
        if self.aside:
            return self.aside
        if self.new is None:
            return "chưa có số liệu mới"
        change = self.change
        match change:
            case None:
                words = "có số liệu lần đầu"
            case _ if change == 0:
                words = "không đổi"
            case _ if unit == VERDICT:
                words = "đánh giá khác trước"
            case _:
                up = change < 0 if is_rank(unit) else change > 0  # rank 1 is the highest
                words = f"{'tăng' if up else 'giảm'} {wording.gap(abs(change), unit).replace('%', 'phần trăm')}"
        marks = ["ước"] if self.new.estimate else []
        if self.former and self.former.estimate:
            marks.append(f"kỳ trước ước {wording.quantity(self.former.value, unit)}")
        return f"{words} ({'; '.join(marks)})" if marks else words


def movement(item: Progress, view: PeriodView) -> Movement:
    """Compare the latest figure with that at the start of the period; in a first report, with the baseline.

    What some bodies have answered is not compared with what others had.
    """
    if not item.measured or item.current is None:
        answered = answer_words.answered(item.whole)
        return Movement(aside=f"chưa có số liệu chung, {answered}" if answered else "")
    if view.before is not None and item.current.date <= view.before.as_of:
        return Movement()
    if item.provisional:
        return Movement(item.current, aside=f"số {answer_words.PROVISIONAL}, chưa so sánh")
    if view.before is None:
        share = measure_of(item.indicator) == "verdict" or item.indicator.parts == "each"
        return Movement(item.current, None if share else item.indicator.baseline.reading)
    previous, unit = (
        view.indicators_before.get(item.indicator.id),
        scale(record_in_force(item.indicator, view.before.as_of)),
    )
    if previous and previous.provisional and previous.reading:
        return Movement(item.current, aside=f"kỳ trước {move_words.value(previous, unit)}")
    former = previous and (previous.reading or _counted_from(item))
    return Movement(item.current, former if former and unit == scale(item.indicator) else None)


def _counted_from(item: Progress) -> Reading | None:
    """The baseline, where figures are compared with it."""
    each = item.indicator.parts == "each" or measure_of(item.indicator) == "verdict"
    return None if each or item.indicator.accumulates else item.indicator.baseline.reading


def _judged_otherwise_by(item: Progress, view: PeriodView) -> str:
    """The changes by which the assessment is not that of the last report: `điều chỉnh mức tỉnh: 50% → 60% (QĐ 1)`."""
    previous = view.indicators_before.get(item.indicator.id)
    if previous is None or view.before is None:
        return ""
    known = tuple(change for change in item.indicator.changes if change.date <= view.before.as_of)
    changes = judged_otherwise_by(previous.assessment, known, item, view.estimated)
    unit, names = item.indicator.unit, view.plan.target_names
    return "; ".join(f"{entry_words.applied(each, unit, view.agencies, names)} ({each.change.by})" for each in changes)


def latest(item: Progress) -> str:
    """`45%`, `45% (ước)`, `27,5% (tạm tính)`; "" without a value."""
    return answer_words.current(item, *(["ước"] if item.current and item.current.estimate else []))


def _signed(change: Decimal, unit: str) -> str:
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return sign + _amount(abs(change), unit)


def _value(value: Decimal | None, unit: str, places: int | None = None) -> str:
    return wording.UNKNOWN if value is None else wording.quantity(value, unit, places)


def _target(target: Target | None, unit: str) -> str:
    """`50%`; a range as `30–50%`; the plan's own words as they are."""
    if target is None:
        return wording.UNKNOWN
    if target.text:
        return wording.target(target, unit)
    most = wording.quantity(target.max, unit)
    return most if target.min == target.max else f"{wording.number(target.min)}–{most}"


def assessed_target(item: Progress, view: PeriodView) -> str:
    """The target that the assessment uses and who set it, to follow "mức phấn đấu"."""
    (national, provincial), names = item.indicator.targets, view.plan.target_names
    if provincial is not None:
        return f"của {names.provincial} {wording.inline(_target(provincial, item.indicator.unit))}"
    if national is None:
        return "không giao"
    return f"do {names.national} giao {wording.inline(_target(national, item.indicator.unit))}"


def _amount(value: Decimal, unit: str) -> str:
    """A difference; the column's heading says that % means percentage points."""
    return wording.number(value) if unit == "%" else wording.gap(value, unit)


def _gap_left(item: Progress, low: Distance | None, high: Distance | None) -> str:
    """The gap that is left: `9,5`, `đạt (tạm tính)`."""
    text = _gap_text(item, low, high)
    return text if text == wording.UNKNOWN else f"{text}{answer_words.provisional(item)}"


def _gap_text(item: Progress, low: Distance | None, high: Distance | None, *, from_baseline: bool = False) -> str:
    """The gap to a target, or to both ends of a range: `9,5`, `9–29`, `đạt`, `mới bằng mức`, `vượt 3`, `đạt; còn 5`.

    A strict bound, and a level that is to be kept, are never exceeded.
    """
    unit = scale(item.indicator)
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
    if far == 0:
        return "mới bằng mức" if low.strict else "đạt"
    if item.indicator.maintained or low.strict:
        return "đạt"
    return f"vượt {_amount(-far, unit)}"


def _source(item: Progress, view: PeriodView) -> str:
    """The document of the latest figure that counts; empty if it names none. Of what answers give, how many gave it."""
    if item.combined and item.whole:
        return f"báo cáo của {answer_words.coverage(item.whole.coverage)}"
    counted = measurements_by(item.indicator, item.as_of, view.estimated)
    return (counted[-1].source or "") if counted else ""
