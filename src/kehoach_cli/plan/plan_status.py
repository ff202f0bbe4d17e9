"""Compute the whole plan as it was in force on one day: the progress of every indicator, the standing of every task."""

from datetime import date, timedelta
from typing import NamedTuple

from kehoach_cli.plan.gaps import Progress, progress
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.standing import TaskStatus, task_status

SOON_DAYS = 30


class PlanStatus(NamedTuple):
    """Where every indicator and task of a plan stands on `as_of`; headings are none."""

    plan: Plan
    as_of: date
    indicators: tuple[Progress, ...]
    tasks: tuple[TaskStatus, ...]

    @property
    def recorded(self) -> bool:
        """Whether any figure, report or answer is dated on or before `as_of`."""
        reported = (item.last_update or (item.whole and item.whole.entries) for item in self.tasks)
        return any(item.has_data for item in self.indicators) or any(reported)

    @property
    def overdue_indicators(self) -> list[Progress]:
        return [item for item in self.indicators if item.overdue]

    @property
    def overdue_tasks(self) -> list[TaskStatus]:
        return [item for item in self.tasks if item.standing == "open_overdue"]

    def due_soon_tasks(self) -> list[TaskStatus]:
        """Open tasks due on `as_of` or at most SOON_DAYS days later."""
        return [item for item in self.tasks if item.standing == "open_in_time" and self._due_soon(item.due.end)]

    def due_soon_indicators(self) -> list[Progress]:
        """Indicators with a milestone or a last target, not reached, due on `as_of` or at most SOON_DAYS days later."""
        states = ((item, item.in_hand) for item in self.indicators)
        return [item for item, state in states if state and not state.reached and self._due_soon(state.goal.end)]

    def _due_soon(self, end: date | None) -> bool:
        return end is not None and self.as_of <= end <= self.as_of + timedelta(days=SOON_DAYS)

    @property
    def without_data(self) -> list[Progress]:
        """Indicators without data since the baseline, except those whose baseline already meets the target."""
        return [item for item in self.indicators if not item.has_data and not item.reached]

    @property
    def missed(self) -> list[TaskStatus]:
        """Recurring duties with a past period that has no update."""
        return [item for item in self.tasks if item.missed_periods]

    @property
    def stale(self) -> list[TaskStatus]:
        """Ongoing work without a recent report."""
        return [item for item in self.tasks if item.stale_since is not None]


def plan_status(plan: Plan, as_of: date, estimated: date | None = None) -> PlanStatus:
    """Compute the plan as it was in force on `as_of`. In a report on a period that ends on `estimated`, its estimates
    count.
    """
    plan = in_force(plan, as_of, estimated)
    return PlanStatus(
        plan,
        as_of,
        tuple(progress(indicator, as_of, estimated) for indicator in plan.indicators if not indicator.heading),
        tuple(task_status(task, plan, as_of) for task in plan.tasks if not task.heading),
    )
