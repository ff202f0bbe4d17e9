"""The days whose data a report on a period counts, by the cut-off day in force."""

from datetime import date, timedelta
from typing import NamedTuple

from kehoach_cli.plan.closed_period import sent_report
from kehoach_cli.plan.in_force import header_in_force
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.periods import Period, period_of

_ONE_DAY = timedelta(days=1)


class DataWindow(NamedTuple):
    """The first and last day whose data a report counts, both included."""

    first_day: date
    last_day: date


def data_window(period: Period, plan: Plan) -> DataWindow:
    """The days whose data a report on the period counts: from the day after the last one of the period before.

    The last one is the cut-off in the period's last month (Decree 09/2019/NĐ-CP, Article 12, closes periodic reports
    on the 14th), by what was in force then; with no cut-off, the period's own last day. Of a report that was sent it is
    that of its data. `plan` is as its files have it.
    """
    return DataWindow(_closing_day(period.shifted(-1), plan) + _ONE_DAY, _closing_day(period, plan))


def report_of(day: date, plan: Plan) -> Period:
    """The first regular report that counts the data of a day."""
    period = regular_period(day, plan)
    while _closing_day(period, plan) < day:
        period = regular_period(period.last_day + _ONE_DAY, plan)
    return period


def last_closed(day: date, plan: Plan) -> Period:
    """The latest regular period of the plan whose data are closed before the day; until one is, the first."""
    period = regular_period(day, plan)
    while _closing_day(period, plan) >= day or period.year > plan.years[-1]:
        period = regular_period(period.first_day - _ONE_DAY, plan)
    while _closing_day(period, plan) < plan.date:
        period = regular_period(period.last_day + _ONE_DAY, plan)
    return period


def regular_period(day: date, plan: Plan) -> Period:
    """The period with this day that a regular report is on, by the rhythm in force when the period ends."""
    month = period_of(day, "month")
    monthly = header_in_force(plan, month.last_day).reporting.cadence == "month"
    return month if monthly else period_of(day, "quarter")


def _closing_day(period: Period, plan: Plan) -> date:
    """The day of the data of the report that was sent; else the first day of the period's last month on which its data
    are closed by the cut-off that is in force.

    A document of a later day does not open them again.
    """
    last_day = period.last_day
    if sent := sent_report(plan.closed, period):
        return sent.as_of
    for number in range(1, last_day.day):
        day = last_day.replace(day=number)
        cutoff = header_in_force(plan, day).reporting.cutoff
        if cutoff is not None and cutoff <= number:
            return day
    return last_day
