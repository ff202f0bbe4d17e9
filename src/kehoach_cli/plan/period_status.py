"""Compute the plan as the report on a period shows it, on the period's cut-off day."""

from collections.abc import Mapping
from datetime import date

from kehoach_cli.plan.classes import Assessment
from kehoach_cli.plan.data_window import data_window
from kehoach_cli.plan.gaps import Progress, progress
from kehoach_cli.plan.goals import GoalResult, GoalState
from kehoach_cli.plan.in_force import as_decided
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.plan_status import PlanStatus, plan_status

_AT_THE_YEARS_END: Mapping[GoalResult, Assessment] = {
    "exceeded": "exceeded",
    "met": "met",
    "met_late": "met",
    "open": "not_yet_met",
    "not_met": "not_met",
    "no_data": "not_assessable",
}


def period_status(plan: Plan, period: Period, as_of: date | None = None) -> PlanStatus:
    """The status on the period's cut-off day, or on `as_of` if given. `plan` is as its files have it.

    What accumulates is that of the period's year. In a report on a period that ends with the year, each indicator is
    judged by the last milestone or target due in the year.
    """
    day = data_window(period, plan).last_day if as_of is None else as_of
    status = plan_status(plan, day, period.last_day)
    return status._replace(indicators=tuple(_judged(item, period) for item in status.indicators))


def _judged(item: Progress, period: Period) -> Progress:
    """A figure of the year's last day decides, an estimate too; without one, what is not reached is not met yet.

    What was reached after the year is over was not met in it.
    """
    at_its_end = item
    if item.as_of > period.last_day:
        at_its_end = progress(as_decided(item.indicator), period.last_day, period.last_day)
    if item.indicator.accumulates and item.as_of.year > period.year:
        item = at_its_end
    if not period.ends_year:
        return item
    due = goal_of_year(item, period.year)
    if due is None or not item.measured or item.provisional:
        return item
    decided = due.result == "open" and item.current is not None and item.current.date == due.goal.end
    in_the_year = goal_of_year(at_its_end, period.year)
    too_late = due.result == "met_late" and in_the_year is not None and not in_the_year.reached
    return item._replace(assessment="not_met" if decided or too_late else _AT_THE_YEARS_END[due.result])


def goal_of_year(item: Progress, year: int) -> GoalState | None:
    """The last milestone or target that is due in the year."""
    due = [state for state in item.goals if state.goal.end and state.goal.end.year == year]
    return due[-1] if due else None
