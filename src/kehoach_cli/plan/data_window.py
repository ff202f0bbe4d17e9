"""The days whose data a report on a period counts, by the cut-off day in force."""

from datetime import date, timedelta
from typing import NamedTuple

from kehoach_cli.plan.in_force import header_in_force
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.periods import Period, period_of


class DataWindow(NamedTuple):
    """The first and last day whose data a report counts, both included."""

    first_day: date
    last_day: date


def data_window(period: Period, plan: Plan) -> DataWindow:
    """The days whose data a report on the period counts: from the day after the last one of the period before.

    The last one is the cut-off in the period's last month (Decree 09/2019/NĐ-CP, Article 12, closes periodic reports
    on the 14th), as in force at the end of the period; with no cut-off, the period's own last day. `plan` is as its
    files have it.
    """
    return DataWindow(_closing_day(period.shifted(-1), plan) + timedelta(days=1), _closing_day(period, plan))


def report_of(day: date, plan: Plan) -> Period:
    """The first regular report that counts the data of a day."""
    period = period_of(day, header_in_force(plan, day).reporting.cadence)
    return period if day <= _closing_day(period, plan) else period.shifted(1)


def _closing_day(period: Period, plan: Plan) -> date:
    last_day = period.last_day
    cutoff = header_in_force(plan, last_day).reporting.cutoff
    return last_day if cutoff is None else last_day.replace(day=cutoff)
