"""Compute the plan on the cut-off day of a period and on that of the period before, for a report."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.coverage import PeriodDuties, who_must_answer
from kehoach_cli.plan.data_window import DataWindow, data_window
from kehoach_cli.plan.gaps import Assessment, Progress, progress
from kehoach_cli.plan.goals import GoalResult, GoalState
from kehoach_cli.plan.in_force import as_decided
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.plan_status import PlanStatus, plan_status
from kehoach_cli.plan.standing import TaskStatus


class PillarView(NamedTuple):
    """A pillar with at least one indicator."""

    id: str
    name: str
    indicators: tuple[Progress, ...]


class PeriodView(NamedTuple):
    """A period with the plan's status at its end and at its start.

    `window` holds the days whose data count; `now` is the status on its last day. `before` is the status on the day
    before the window, None for the first report on a plan. `progress_before` gives that of each indicator by id.
    `pillars` are in the plan's order. `duties` say who had to answer in the period and who has; None where no record is
    answered by several bodies, or none has answered yet.
    """

    agencies: AgencyRegister
    period: Period
    window: DataWindow
    now: PlanStatus
    before: PlanStatus | None
    progress_before: Mapping[str, Progress]
    pillars: tuple[PillarView, ...]
    duties: PeriodDuties | None = None

    @property
    def plan(self) -> Plan:
        return self.now.plan

    @property
    def estimated(self) -> date:
        """The day whose estimates count in the report."""
        return self.period.last_day

    @property
    def as_of(self) -> date:
        return self.window.last_day

    @property
    def finished_tasks(self) -> list[TaskStatus]:
        """Tasks completed within the window; in a first report, all completed tasks."""
        first = self.window.first_day if self.before else date.min
        done = [item for item in self.now.tasks if item.standing in ("done_on_time", "done_late")]
        return [item for item in done if item.done_on and item.done_on >= first]

    @property
    def next_tasks(self) -> list[TaskStatus]:
        """Open tasks due after the data's last day and by the end of the next period, soonest first."""
        due = [(item.due.end, item) for item in self.now.tasks if item.standing == "open_in_time"]
        return [item for end, item in sorted(due, key=lambda entry: entry[0] or date.max) if self._comes_next(end)]

    @property
    def next_indicators(self) -> list[Progress]:
        """Indicators with a milestone or a last target, not reached, that is due in the same days."""
        return [
            item
            for item in self.now.indicators
            if any(not state.reached and self._comes_next(state.goal.end) for state in item.goals)
        ]

    def judged_goal(self, item: Progress) -> GoalState | None:
        """The milestone that the report judges: in a year's report the last one due in the year, else the one in hand.

        None where that is the last target.
        """
        if self.period.kind != "year":
            return item.next_milestone
        due = goal_of_year(item, self.period.year)
        return due if due in item.milestones else None

    def _comes_next(self, end: date | None) -> bool:
        return end is not None and self.as_of < end <= self.period.shifted(1).last_day


def period_view(plan: Plan, period: Period, as_of: date | None = None) -> PeriodView:
    """The view of a period on its cut-off day, or on `as_of` if given."""
    window = data_window(period, plan)
    if as_of is not None:
        window = window._replace(last_day=as_of)
    day_before = window.first_day - timedelta(days=1)
    first_report = not plan.date <= day_before < window.last_day
    earlier = period.shifted(-1)
    before = None if first_report else _judged_in(earlier, plan_status(plan, day_before, earlier.last_day))
    progress_before = {item.indicator.id: item for item in before.indicators} if before else {}
    now = _judged_in(period, plan_status(plan, window.last_day, period.last_day))
    wholes = (*(item.whole for item in now.indicators), *(item.whole for item in now.tasks))
    return PeriodView(
        register(now.plan),
        period,
        window,
        now,
        before,
        progress_before=progress_before,
        pillars=_pillars(now),
        duties=who_must_answer(plan, period, window.last_day, late=True)
        if any(each and each.entries for each in wholes)
        else None,
    )


_AT_THE_YEARS_END: Mapping[GoalResult, Assessment] = {
    "exceeded": "exceeded",
    "met": "met",
    "met_late": "met",
    "open": "not_yet_met",
    "not_met": "not_met",
    "no_data": "not_assessable",
}


def _judged_in(period: Period, status: PlanStatus) -> PlanStatus:
    """What accumulates is that of the period's year. In a year's report each indicator is judged by the last milestone
    or target due in the year.

    A figure of its last day decides, an estimate too; without one, what is not reached is not met yet. What was
    reached after the year is over was not met in it.
    """

    def judged(item: Progress) -> Progress:
        at_its_end = item
        if item.as_of > period.last_day:
            at_its_end = progress(as_decided(item.indicator), period.last_day, period.last_day)
        if item.indicator.accumulates and item.as_of.year > period.year:
            item = at_its_end
        if period.kind != "year":
            return item
        due = goal_of_year(item, period.year)
        if due is None or not item.measured or item.provisional:
            return item
        decided = due.result == "open" and item.current is not None and item.current.date == due.goal.end
        in_the_year = goal_of_year(at_its_end, period.year)
        too_late = due.result == "met_late" and in_the_year is not None and not in_the_year.reached
        return item._replace(assessment="not_met" if decided or too_late else _AT_THE_YEARS_END[due.result])

    return status._replace(indicators=tuple(map(judged, status.indicators)))


def goal_of_year(item: Progress, year: int) -> GoalState | None:
    """The last milestone or target that is due in the year."""
    due = [state for state in item.goals if state.goal.end and state.goal.end.year == year]
    return due[-1] if due else None


def _pillars(now: PlanStatus) -> tuple[PillarView, ...]:
    names = {pillar.id: pillar.name for pillar in now.plan.pillars}
    by_pillar: dict[str, list[Progress]] = {key: [] for key in names}
    for item in now.indicators:
        by_pillar.setdefault(item.indicator.pillar, []).append(item)
    return tuple(PillarView(key, names.get(key, key), tuple(items)) for key, items in by_pillar.items() if items)
