"""The reports that `diff --period` and `diff --periods` compare, as they were sent or as the files give them now."""

from datetime import date

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.plan.closed_period import sent_report
from kehoach_cli.plan.data_window import data_window
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.reported import reported_in
from kehoach_cli.reports.history.period_diff import ReportSide
from kehoach_cli.vocabulary import move_words, wording


def report_side(plan: Plan, period: Period, today: date, by: date = date.max) -> ReportSide:
    """What the report that stood on the day `by` says; of an open period what one made `today` would say."""
    name = wording.period(period)
    if closing := sent_report(plan.closed, period, by):
        return ReportSide(f"báo cáo {name} đã gửi (số {closing.number})", closing.reported, closing)
    day = min(data_window(period, plan).last_day, today)
    return ReportSide(f"{name} chưa chốt (số liệu đến ngày {wording.day(day)})", reported_in(plan, period, day))


def sent_side(plan: Plan, period: Period) -> ReportSide:
    """What the report that was sent says. Raises UsageProblem while the period is open."""
    closing = sent_report(plan.closed, period)
    if closing is None:
        closed = move_words.closed_periods(plan.closed)
        raise UsageProblem(
            f"--periods so báo cáo đã gửi mà {wording.period(period)} chưa chốt; {closed}. "
            f"So với kỳ chưa chốt thì dùng --period {period}"
        )
    return report_side(plan, period, closing.as_of)
