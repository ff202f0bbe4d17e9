"""How a standing was worked out, step by step, with the figures put in: what lets a reader trust the verdict."""

from kehoach_cli.plan.gaps import BEHIND_FROM, ON_TRACK_FROM, Progress
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.vocabulary import terms, wording


def indicator_working(item: Progress) -> list[tuple[str, str]]:
    """Pairs of what a figure is and how it came about, up to the reason for the assessment."""
    unit, bound = item.indicator.unit, item.commitment
    steps = []
    if item.start:
        kind = "hiện trạng" if item.indicator.baseline.value is not None else "số liệu đầu tiên, vì không có hiện trạng"
        steps.append(
            ("Xuất phát b", f"{wording.quantity(item.start.value, unit)}, {kind} ngày {wording.day(item.start.date)}")
        )
    if item.current and item.measured:
        steps.append(
            ("Hiện tại c", f"{wording.quantity(item.current.value, unit)} ngày {wording.day(item.current.date)}")
        )
    if bound:
        steps.append(("Phải đạt G", wording.quantity(bound.goal, unit)))
        if bound.left is not None:
            steps.append(("Khoảng cách G − c", wording.gap(bound.left, unit)))
    if item.share_closed is not None:
        steps.append(("Đã thu hẹp", f"(c − b)/(G − b) = {wording.percent(item.share_closed)}"))
    if item.pace:
        steps.append(("Thời gian đã qua", f"f = {wording.percent(item.pace.elapsed)}"))
        steps.append(("Nhịp độ R", f"đã thu hẹp / f = {wording.number(item.pace.ratio, 2)}"))
        steps.append(("Dự báo cuối hạn", f"b + (c − b)/f = {wording.quantity(item.pace.projection, unit, 1)}"))
        if item.pace.needed_per_month is not None:
            steps.append(("Cần mỗi tháng", wording.gap(item.pace.needed_per_month, unit, 2)))
    steps.append(("Vì", _reason(item)))
    return steps


def _reason(item: Progress) -> str:
    high, low = wording.number(ON_TRACK_FROM, 2), wording.number(BEHIND_FROM, 2)
    match item.assessment:
        case "exceeded":
            return "giá trị mới nhất vượt mức phấn đấu cao nhất"
        case "met":
            return "giá trị mới nhất đã đạt mức phải đạt" if item.measured else "hiện trạng đã đạt mức phải đạt"
        case "not_met":
            return "đã qua thời hạn mà chưa đạt mức phải đạt"
        case "on_track":
            return f"R từ {high} trở lên"
        case "behind":
            return f"R từ {low} đến dưới {high}"
        case "far_behind":
            return f"R từ 0 đến dưới {low}"
        case "going_backwards":
            return "giá trị mới nhất kém hơn lúc xuất phát"
        case "not_assessable":
            return _why_not_assessable(item)


def _why_not_assessable(item: Progress) -> str:
    if item.commitment is None:
        return "Kế hoạch không giao mức phấn đấu"
    if item.current is None:
        return "chưa có số liệu nào"
    if not item.measured:
        return "chưa có số liệu mới kể từ hiện trạng"
    if item.indicator.due.end is None:
        return "Kế hoạch không ấn định thời hạn"
    return "mới có một số liệu, chưa tính được nhịp độ"


def task_working(item: TaskStatus) -> list[tuple[str, str]]:
    """Pairs of what a fact is and what it says, up to the reason for the standing."""
    due, task = item.due, item.task
    steps = []
    if due.end is not None:
        extended = " (đã gia hạn)" if due != task.due else ""
        steps.append(("Hạn áp dụng", f"{due.text}{extended}, ngày cuối cùng {wording.day(due.end)}"))
    if item.last_update:
        steps.append(
            ("Báo cáo gần nhất", f"{terms.STATE[item.last_update.state]}, ngày {wording.day(item.last_update.date)}")
        )
    else:
        steps.append(("Báo cáo gần nhất", "chưa có"))
    if item.done_on and due.kind not in ("monthly", "quarterly", "ongoing"):
        steps.append(("Ngày hoàn thành", wording.day(item.done_on)))
    if item.days_late:
        steps.append(("Trễ", f"{item.days_late} ngày"))
    if item.missed_periods:
        steps.append(("Kỳ chưa báo cáo", ", ".join(wording.period(period) for period in item.missed_periods)))
    if item.stale_since:
        steps.append(("Lâu không báo cáo", f"từ ngày {wording.day(item.stale_since)}"))
    return steps
