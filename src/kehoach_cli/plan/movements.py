"""Compare two states of a plan: what moved in values, gaps, assessments, standings and deadlines."""

from collections.abc import Container, Iterable, Iterator
from decimal import Decimal
from itertools import starmap
from typing import NamedTuple, TypeVar

from kehoach_cli.plan.classes import ASSESSMENTS, Assessment
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.entries import Change
from kehoach_cli.plan.gaps import Progress, progress
from kehoach_cli.plan.goals import gap, held_against
from kehoach_cli.plan.in_force import AppliedChange, applied_changes, as_decided
from kehoach_cli.plan.measures import scale
from kehoach_cli.plan.moves import Move, moves
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.plan_status import PlanStatus
from kehoach_cli.plan.reported import reported
from kehoach_cli.plan.standing import TaskStatus

_StatusT = TypeVar("_StatusT", Progress, TaskStatus)
_JUDGED_ON = (
    *("baseline", "targets", "milestones", "due", "direction", "unit", "measure", "maintain", "accumulates", "parts"),
)


class IndicatorMovement(NamedTuple):
    """One indicator that is in both states and stands differently."""

    before: Progress
    after: Progress

    @property
    def closed(self) -> Decimal | None:
        """By how much its figures came nearer to the commitment, in the indicator's unit; negative if farther.

        What a later document made of the commitment does not count. None if a figure or the commitment is unknown, or
        the figures are of different kinds, or one is provisional.
        """
        earlier, now = self.before.current, self.after.current
        alike = scale(self.before.indicator) == scale(self.after.indicator)
        alike = alike and not (self.before.provisional or self.after.provisional)
        if earlier is None or now is None or self.after.commitment is None or not alike:
            return None
        direction, _ = held_against(self.after.indicator, self.after.goals[-1].goal.target)
        return gap(direction, now.value, earlier.value)

    @property
    def reassessed_by(self) -> list[AppliedChange]:
        """The new changes by which it is assessed otherwise."""
        return judged_otherwise_by(self.before.assessment, self.before.indicator.changes, self.after)

    @property
    def days_moved(self) -> int | None:
        return _days_between(self.before.indicator.due, self.after.indicator.due)

    @property
    def improved(self) -> bool | None:
        """Whether the assessment is better; None if it is the same or not assessable in one of the states."""
        earlier, now = self.before.assessment, self.after.assessment
        if earlier == now or "not_assessable" in (earlier, now):
            return None
        return ASSESSMENTS.index(now) < ASSESSMENTS.index(earlier)


def _days_between(before: Due, after: Due) -> int | None:
    """By how many days the deadline in force moved; None if one of the two has no last day."""
    return None if before.end is None or after.end is None else (after.end - before.end).days


def judged_otherwise_by(
    before: Assessment, known: tuple[Change, ...], after: Progress, estimated: Day | None = None
) -> list[AppliedChange]:
    """The changes that were not `known`, without which the indicator would be assessed as before; none where it is.

    Each has the keys alone that an assessment depends on. `estimated` as in `progress`.
    """
    new = []
    for change, fields in applied_changes(after.indicator):
        judged_on = tuple(field for field in fields if field.path[0] in _JUDGED_ON)
        if judged_on and change not in known:
            new.append(AppliedChange(change, judged_on))
    if not new or before == after.assessment:
        return []
    without = as_decided(after.indicator)._replace(changes=known)
    return [] if progress(without, after.as_of, estimated).assessment == after.assessment else new


class TaskMovement(NamedTuple):
    """One task that is in both states and stands differently."""

    before: TaskStatus
    after: TaskStatus

    @property
    def days_moved(self) -> int | None:
        return _days_between(self.before.due, self.after.due)


class Movements(NamedTuple):
    """What moved: what a report would say otherwise, and the records that are in both states in full."""

    moves: tuple[Move, ...]
    indicators: tuple[IndicatorMovement, ...]
    tasks: tuple[TaskMovement, ...]


def movements(before: PlanStatus, after: PlanStatus) -> Movements:
    """What moved, in the order of the later plan."""
    found = moves(reported(before), reported(after))
    moved = {move.id for move in found if move.kinds != ("reorganised",)}
    return Movements(
        tuple(found),
        tuple(starmap(IndicatorMovement, _in_both(before.indicators, after.indicators, moved))),
        tuple(starmap(TaskMovement, _in_both(before.tasks, after.tasks, moved))),
    )


def _in_both(
    before: Iterable[_StatusT], after: Iterable[_StatusT], moved: Container[str]
) -> Iterator[tuple[_StatusT, _StatusT]]:
    earlier = {item.record.id: item for item in before}
    return ((earlier[item.record.id], item) for item in after if item.record.id in moved and item.record.id in earlier)
