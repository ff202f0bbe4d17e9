"""Compute the plan on the cut-off day of a period and on that of the period before, for a report."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.classes import DONE
from kehoach_cli.plan.closed_period import Closing, Reported, ReportedIndicator, sent_report
from kehoach_cli.plan.coverage import PeriodDuties, who_must_answer
from kehoach_cli.plan.data_window import DataWindow, data_window, regular_period
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.goals import GoalState
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.moves import Move, moves
from kehoach_cli.plan.period_status import goal_of_year, period_status
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.plan_status import PlanStatus
from kehoach_cli.plan.reported import reported, reported_in
from kehoach_cli.plan.restatements import Restatement, restatements
from kehoach_cli.plan.standing import TaskStatus


class PillarView(NamedTuple):
    """A pillar with at least one indicator."""

    id: str
    name: str
    indicators: tuple[Progress, ...]


class PeriodView(NamedTuple):
    """A period with the plan's status at its end and at its start. `files` is the plan as its files have it.

    `window` holds the days whose data count; `now` is the status on its last day, `said` what the report says of it.
    `before` is what the report on the period before says, None for the first report on a plan, `indicators_before` the
    same of each indicator by id; `sent` is that report where it was closed. `moves` are what moved since,
    `restatements` what earlier reports would now say otherwise. `pillars` are in the plan's order. `duties` say who had
    to answer in the period and who has; None where the plan wants no report on such a period, no record is answered by
    several bodies, or none has answered yet.
    """

    files: Plan
    agencies: AgencyRegister
    period: Period
    window: DataWindow
    now: PlanStatus
    said: Reported
    before: Reported | None
    indicators_before: Mapping[str, ReportedIndicator]
    sent: Closing | None
    moves: Sequence[Move]
    restatements: Sequence[Restatement]
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
        """Tasks that are completed and were not by the last report; in a first report, all completed tasks."""
        known = {each.id for each in self.before.tasks if each.standing in DONE} if self.before else ()
        return [item for item in self.now.tasks if item.standing in DONE and item.task.id not in known]

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

    @property
    def ends_plan(self) -> bool:
        """Whether nothing of the plan comes after the period but what is carried over."""
        return self.period.last_day == date(self.plan.years[-1], 12, 31)

    @property
    def unfinished_tasks(self) -> list[TaskStatus]:
        """What would be carried over: tasks that have an end and have not come to it."""
        return [item for item in self.now.tasks if item.standing in ("open_overdue", "open_in_time", "undated")]

    def judged_goal(self, item: Progress) -> GoalState | None:
        """The milestone that the report judges: at the year's end the last one due in the year, else the one in hand.

        None where that is the last target.
        """
        if not self.period.ends_year:
            return item.next_milestone
        due = goal_of_year(item, self.period.year)
        return due if due in item.milestones else None

    def _comes_next(self, end: date | None) -> bool:
        return end is not None and self.as_of < end <= self.period.shifted(1).last_day


def period_view(plan: Plan, period: Period, as_of: date | None = None) -> PeriodView:
    """The view of a period on its cut-off day, or on `as_of` if given. `plan` is as its files have it.

    A period that was closed is compared with, and told of, as its report was sent; made again, the report on a closed
    period speaks of those that stood on its own day.
    """
    window = data_window(period, plan)
    if as_of is not None:
        window = window._replace(last_day=as_of)
    day_before, earlier = window.first_day - timedelta(days=1), period.shifted(-1)
    own = sent_report(plan.closed, period)
    by = own.date if own else date.max
    sent = sent_report(plan.closed, earlier, by)
    first_report = sent is None and not plan.date <= day_before < window.last_day
    before = sent.reported if sent else None if first_report else reported_in(plan, earlier, day_before)
    now = period_status(plan, period, window.last_day)
    said = reported(now, period.last_day)
    wholes = (*(item.whole for item in now.indicators), *(item.whole for item in now.tasks))
    return PeriodView(
        plan,
        register(now.plan),
        period,
        window,
        now,
        said,
        before,
        indicators_before={each.id: each for each in before.indicators} if before else {},
        sent=sent,
        moves=moves(before, said) if before else [],
        restatements=restatements(plan, window.last_day, by),
        pillars=_pillars(now),
        duties=who_must_answer(plan, period, window.last_day, late=True)
        if period == regular_period(period.last_day, plan) and any(each and each.entries for each in wholes)
        else None,
    )


def _pillars(now: PlanStatus) -> tuple[PillarView, ...]:
    names = {pillar.id: pillar.name for pillar in now.plan.pillars}
    by_pillar: dict[str, list[Progress]] = {key: [] for key in names}
    for item in now.indicators:
        by_pillar.setdefault(item.indicator.pillar, []).append(item)
    return tuple(PillarView(key, names.get(key, key), tuple(items)) for key, items in by_pillar.items() if items)
