"""How a plan moved between two pictures of it: values, gaps, assessments, standings and deadlines."""

from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.plan.gaps import ASSESSMENTS, Progress
from kehoach_cli.plan.plan_status import Picture
from kehoach_cli.plan.standing import TaskStatus


class IndicatorMovement(NamedTuple):
    """One indicator that both pictures show and that does not stand where it stood."""

    before: Progress
    after: Progress

    @property
    def newly_measured(self) -> bool:
        """Whether its latest value is another, or of another day."""
        return self.after.measured and self.after.current != self.before.current

    @property
    def closed(self) -> Decimal | None:
        """By how much the gap to the commitment became smaller, in the indicator's unit; negative where it grew.

        None where one of the two gaps is unknown.
        """
        earlier, now = _left(self.before), _left(self.after)
        return None if earlier is None or now is None else earlier - now

    @property
    def improved(self) -> bool | None:
        """Whether the assessment is a better one; None where it is the same or one of the two is missing."""
        earlier, now = self.before.assessment, self.after.assessment
        if earlier == now or "not_assessable" in (earlier, now):
            return None
        return ASSESSMENTS.index(now) < ASSESSMENTS.index(earlier)


class TaskMovement(NamedTuple):
    """One task that both pictures show and that does not stand where it stood."""

    before: TaskStatus
    after: TaskStatus

    @property
    def days_moved(self) -> int | None:
        """By how many days the deadline in force moved; None where one of the two has no last day."""
        earlier, now = self.before.due.end, self.after.due.end
        return None if earlier is None or now is None else (now - earlier).days


class Movements(NamedTuple):
    indicators: tuple[IndicatorMovement, ...]
    tasks: tuple[TaskMovement, ...]


def movements(before: Picture, after: Picture) -> Movements:
    """What moved, in the order of the later plan; records that only one picture shows are left out."""
    measured = {item.indicator.id: item for item in before.indicators}
    worked = {item.task.id: item for item in before.tasks}
    indicators = (
        IndicatorMovement(measured[item.indicator.id], item)
        for item in after.indicators
        if item.indicator.id in measured
    )
    tasks = (TaskMovement(worked[item.task.id], item) for item in after.tasks if item.task.id in worked)
    return Movements(
        tuple(move for move in indicators if _facts(move.before) != _facts(move.after)),
        tuple(move for move in tasks if _standing_facts(move.before) != _standing_facts(move.after)),
    )


def _left(item: Progress) -> Decimal | None:
    return item.commitment and item.commitment.left


def _facts(item: Progress) -> tuple[object, ...]:
    return item.current, _left(item), item.assessment


def _standing_facts(item: TaskStatus) -> tuple[object, ...]:
    return item.standing, item.state, item.due.end, item.missed_periods, item.stale_since
