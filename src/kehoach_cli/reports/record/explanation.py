"""Explain an assessment or standing step by step, with formulas and figures, so that readers can check it."""

from collections.abc import Mapping

from kehoach_cli.plan.classes import Assessment
from kehoach_cli.plan.gaps import BEHIND_FROM, ON_TRACK_FROM, Progress
from kehoach_cli.plan.in_force import departures
from kehoach_cli.plan.measures import WHOLE_NUMBERS, is_judged, measure_of, scale
from kehoach_cli.plan.model import Record, TargetNames
from kehoach_cli.plan.periods import add_months
from kehoach_cli.plan.standing import STALE_AFTER_MONTHS, TaskStatus
from kehoach_cli.plan.wholes import figures_of
from kehoach_cli.vocabulary import answer_words, record_words, terms, wording


def indicator_explanation(item: Progress, names: TargetNames) -> list[tuple[str, str]]:
    """Pairs of a figure's name and its derivation; the last is the reason for the assessment."""
    indicator, unit = item.indicator, scale(item.indicator)
    steps = []
    judged = is_judged(indicator)
    if item.start and not judged:
        at = f"ngày {wording.day(item.start.date)}"
        known = indicator.baseline.value is not None or indicator.accumulates
        changed = _changed(indicator, "baseline.value", ", đã ")
        origin = "tính từ" if indicator.accumulates else "hiện trạng"
        kind = f"{origin} {at}{changed}" if known else f"số liệu đầu tiên, {at}; Kế hoạch không có hiện trạng"
        steps.append(("Xuất phát b", f"{wording.quantity(item.start.value, unit)} ({kind})"))
    if item.current and item.measured:
        if formula := _combination(item):
            steps.append(("Kết quả chung", f"{formula} = {wording.quantity(item.current.value, unit)}"))
        steps.append(("Hiện tại c", answer_words.current(item, f"ngày {wording.day(item.current.date)}")))
    if item.goals:
        key = "targets.provincial" if indicator.targets.provincial else "targets.national"
        judged_on = f"{_judged_on(item, names)}{_changed(indicator, key, ', đã ')}"
        steps.append(("Phải đạt G", f"{_to_reach(item)} ({judged_on})"))
    steps += [] if judged else _figures(item)
    if item.breaches:
        steps.append(("Không giữ được mức", f"số liệu ngày {wording.enumerated([*map(wording.day, item.breaches)])}"))
    steps.append(("Lý do", _reason(item)))
    return steps


def _combination(item: Progress) -> str:
    """How the answers give the latest value: `Σ tử số/Σ mẫu số = 55/200`, `2/3 cơ quan đạt`; "" where they do not."""
    if not item.combined or item.whole is None:
        return ""
    match item.indicator.parts:
        case "ratio":
            return "Σ tử số/Σ mẫu số = {}/{}".format(*map(wording.number, item.whole.fraction))
        case "sum":
            return " + ".join(wording.number(entry.value) for entry in figures_of(item.whole.entries))
        case "each":
            return answer_words.attaining(item)
        case _:
            return answer_words.rule(item.indicator)


def _to_reach(item: Progress) -> str:
    """The near end of the last target: `50%`, `trên 50%`; a target in words as it is."""
    target, unit = item.goals[-1].goal.target, scale(item.indicator)
    if item.commitment is None:
        return wording.target(target, unit)
    beyond = ("trên " if target.bound == "at_least" else "dưới ") if target.strict else ""
    return f"{beyond}{wording.quantity(item.commitment.goal, unit)}"


def _judged_on(item: Progress, names: TargetNames) -> str:
    target, named = item.goals[-1].goal.target, record_words.judged(item, names)
    if item.indicator.parts == "each":
        return f"{named}: {wording.target(target, item.indicator.unit)}"
    if target.min == target.max:
        return named
    return f"đầu {'dưới' if item.indicator.direction == 'increase' else 'trên'} của {named}"


def _changed(record: Record, key: str, before: str, after: str = "") -> str:
    """That a later document changed what the key says, and how; "" where it is as decided."""
    changed = departures(record).get(key)
    return f"{before}{terms.CHANGE[changed.kind]}{after}" if changed else ""


def _figures(item: Progress) -> list[tuple[str, str]]:
    """Gap, share closed, elapsed time, R and projection, each with its formula and numbers."""
    start, current, bound, pace = item.start, item.current, item.commitment, item.pace
    unit, rising = scale(item.indicator), item.indicator.parts == "each" or item.indicator.direction == "increase"
    if not (current and bound and bound.left is not None):
        return []
    c, goal = wording.number(current.value), wording.number(bound.goal)
    formula, numbers = ("G − c", f"{goal} − {c}") if rising else ("c − G", f"{c} − {goal}")
    steps = [("Khoảng cách", f"{formula} = {numbers} = {wording.gap(bound.left, unit)}")]
    if start is None:
        return steps
    b = wording.number(start.value)
    if item.share_closed is not None:
        formula, numbers = _share("c", "b", "G", rising=rising), _share(c, b, goal, rising=rising)
        steps.append(("Đã thu hẹp", f"{formula} = {numbers} = {wording.percent(item.share_closed)}"))
    end, places = item.goals[-1].goal.end, 0 if measure_of(item.indicator) in WHOLE_NUMBERS else 1
    if pace and item.milestones:
        planned = wording.number(pace.planned, 2)
        formula, numbers = _share("c", "b", "m", rising=rising), _share(c, b, planned, rising=rising)
        steps += [
            ("Đến nay phải được m", f"{wording.quantity(pace.planned, unit, 2)} (đường thẳng từ b qua các mốc đến G)"),
            ("Nhịp độ R", f"{formula} = {numbers} = {wording.pace(pace.ratio)}"),
            ("Dự báo cuối hạn", f"b + R × (G − b) = {wording.quantity(pace.projection, unit, places)}"),
        ]
    elif pace and end and item.share_closed is not None:
        days_gone, days_total = (item.as_of - start.date).days, (end - start.date).days
        changed = _changed(item.indicator, "due", "; thời hạn đã ")
        share, elapsed = wording.percent(item.share_closed), wording.percent(pace.elapsed)
        steps += [
            ("Thời gian đã qua", f"f = {days_gone}/{days_total} ngày = {elapsed}{changed}"),
            ("Nhịp độ R", f"đã thu hẹp/f = {share}/{elapsed} = {wording.pace(pace.ratio)}"),
            ("Dự báo cuối hạn", f"b + (c − b)/f = {wording.quantity(pace.projection, unit, places)}"),
        ]
    if pace and pace.needed_per_month is not None:
        steps.append(("Cần mỗi tháng", wording.gap(pace.needed_per_month, unit, 2)))
    return steps


def _share(now: str, start: str, end: str, *, rising: bool) -> str:
    """The share of the way from `start` to `end` that is done."""
    return f"({now} − {start})/({end} − {start})" if rising else f"({start} − {now})/({start} − {end})"


def _reason(item: Progress) -> str:
    high, low = wording.pace(ON_TRACK_FROM), wording.pace(BEHIND_FROM)
    match item.assessment:
        case "met" if not item.measured:
            return "hiện trạng đã đạt mức phải đạt"
        case "on_track" if item.pace is None:
            return "đến nay chưa phải hơn lúc xuất phát, và giá trị mới nhất không kém hơn"
        case "going_backwards" if item.share_closed is None:
            return "lúc xuất phát đã đạt mức phải đạt, giá trị mới nhất không còn đạt"
        case "not_assessable":
            return _why_not_assessable(item)
    reasons: Mapping[Assessment, str] = {
        "exceeded": "giá trị mới nhất vượt mức phấn đấu cao nhất",
        "met": "giá trị mới nhất đã đạt mức phải đạt",
        "not_met": "đã qua thời hạn mà chưa đạt mức phải đạt",
        "not_yet_met": "chưa đạt mức phải đạt, còn thời hạn",
        "not_maintained": "giá trị mới nhất không giữ được mức phải duy trì",
        "on_track": f"R từ {high} trở lên",
        "behind": f"R từ {low} đến dưới {high}",
        "far_behind": f"R từ 0 đến dưới {low}",
        "going_backwards": "giá trị mới nhất kém hơn lúc xuất phát",
    }
    return reasons[item.assessment]


def _why_not_assessable(item: Progress) -> str:
    if not item.goals:
        return "Kế hoạch không giao mức phấn đấu"
    if item.provisional and item.whole:
        return f"mới có {answer_words.coverage(item.whole.coverage)} báo cáo"
    if not item.measured and item.whole and item.whole.entries and item.indicator.parts:
        return "các cơ quan chưa có gì để tính"
    if item.current is None:
        judged_before = bool(item.indicator.measurements) and measure_of(item.indicator) == "verdict"
        return "chưa có đánh giá theo mức đã điều chỉnh" if judged_before else "chưa có số liệu nào"
    if not item.measured:
        return "chưa có số liệu mới kể từ hiện trạng"
    if item.indicator.due.end is None:
        return "Kế hoạch không ấn định thời hạn"
    return "mới có một số liệu, chưa tính được nhịp độ"


def task_explanation(item: TaskStatus) -> list[tuple[str, str]]:
    """Pairs of a fact's name and its value, up to the reason for the standing."""
    due, task = item.due, item.task
    steps = []
    if due.end is not None:
        changed = _changed(task, "due", " (đã ", ")")
        steps.append(("Hạn áp dụng", f"{wording.deadline(due)}{changed}, ngày cuối cùng {wording.day(due.end)}"))
    if item.last_update:
        kind = "Tình hình chung" if item.parts_done and item.whole and item.whole.entries else "Báo cáo gần nhất"
        steps.append((kind, f"{terms.STATE[item.last_update.state]}, ngày {wording.day(item.last_update.date)}"))
    else:
        steps.append(("Báo cáo gần nhất", "chưa có"))
    if item.done_on and item.standing not in ("recurring", "ongoing"):
        steps.append(("Ngày hoàn thành", wording.day(item.done_on)))
    if item.days_late:
        steps.append(("Trễ", f"{item.days_late} ngày"))
    if item.missed_periods:
        steps.append(("Kỳ chưa báo cáo", wording.periods(item.missed_periods)))
    if item.stale_since:
        ended = due.end is not None and add_months(due.end, STALE_AFTER_MONTHS) == item.stale_since
        since = "báo cáo gần nhất" if item.last_update else "ngày ban hành Kế hoạch"
        since = "thời hạn" if ended else since
        steps.append(("Phải báo cáo lại", f"chậm nhất ngày {wording.day(item.stale_since)}, một quý sau {since}"))
    return steps
