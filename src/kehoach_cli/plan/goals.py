"""What an indicator has to reach by which day: its milestones and its last target, and what became of each."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from kehoach_cli.plan.due import Due
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.values import Direction, Reading, Target

GoalResult = Literal["exceeded", "met", "met_late", "open", "no_data", "not_met"]
ALL_OF_THEM = Target(Decimal(100), Decimal(100))  # where each part has its own target: the share that reaches it, in %


class Goal(NamedTuple):
    """A target that an assessment is about, with its deadline. `end` is the last day in time, None without one."""

    target: Target
    due: Due
    end: date | None


class GoalState(NamedTuple):
    """A goal on a day: the value to reach, the gap left (positive: still to go) and what became of it.

    There is no gap to a target in words. Where each part has the target, the value is the share of those who reach it,
    and ALL_OF_THEM what has to be reached. `met` and `exceeded` are judged on the goal's last day or, until then, now.
    A goal that was missed is `met_late` once a figure reached it, `no_data` where nothing is known since the baseline.
    """

    goal: Goal
    commitment: Decimal
    left: Decimal | None
    result: GoalResult

    @property
    def reached(self) -> bool:
        return self.result in ("exceeded", "met", "met_late")

    @property
    def missed(self) -> bool:
        """Whether its day has passed and it is not reached yet."""
        return self.result in ("no_data", "not_met")


def gap(direction: Direction, goal: Decimal, value: Decimal) -> Decimal:
    """The distance from the value to the goal; positive while the goal is not reached."""
    return goal - value if direction == "increase" else value - goal


def commitment(direction: Direction, target: Target) -> Decimal:
    """The near end of a target, which has to be reached: `min`, or `max` if the value should fall."""
    return target.min if direction == "increase" else target.max


def stretch(direction: Direction, target: Target) -> Decimal:
    """The far end of a target: `max`, or `min` if the value should fall."""
    return target.max if direction == "increase" else target.min


def attained(indicator: Indicator, target: Target, value: Decimal) -> Literal["exceeded", "met"] | None:
    """Whether the value reaches the target. A strict bound, and a level to be kept, are never exceeded.

    A better verdict is a higher one, whichever way the indicator's figures go.
    """
    direction: Direction = "increase" if target.bound == "words" else indicator.direction
    left = gap(direction, commitment(direction, target), value)
    if left > 0 or (left == 0 and target.strict):
        return None
    beyond = gap(direction, stretch(direction, target), value) < 0
    return "exceeded" if beyond and not target.strict and not indicator.maintained else "met"


def goals_of(indicator: Indicator, as_of: date) -> list[Goal]:
    """The milestones before the last target, by day, then that target. None without a target.

    What accumulates is counted anew each year: the goals due in the year of `as_of`, or the last target by its end.
    """
    goals = _by_day(indicator)
    if not goals or not indicator.accumulates or indicator.due.end is None:
        return goals
    year = counted_year(indicator, as_of)
    of_the_year = [goal for goal in goals if goal.end and goal.end.year == year]
    return of_the_year or [goals[-1]._replace(end=date(year, 12, 31))]


def _by_day(indicator: Indicator) -> list[Goal]:
    judged, due = indicator.targets.judged, indicator.due
    if judged is None:
        return []
    milestones = [
        Goal(milestone.judged, milestone.due, milestone.due.end)
        for milestone in indicator.milestones
        if milestone.judged
        and milestone.due.end
        and not (due.end and milestone.due.end >= due.end)
        and (milestone.judged.bound == "words") == (judged.bound == "words")
    ]
    return [*sorted(milestones, key=lambda goal: goal.end or date.max), Goal(judged, due, due.end)]


def goals_of_past_years(indicator: Indicator, as_of: date) -> list[Goal]:
    """The milestones that what accumulates had in the years before the counted one."""
    if not indicator.accumulates:
        return []
    year = counted_year(indicator, as_of)
    return [goal for goal in _by_day(indicator) if goal.end and goal.end.year < year]


def counted_year(indicator: Indicator, as_of: date) -> int:
    """The year whose figures are added up: that of the day, but none after the deadline."""
    end = indicator.due.end
    return as_of.year if end is None else min(as_of.year, end.year)


def held_against(indicator: Indicator, target: Target) -> tuple[Direction, Target]:
    """What the values of the whole are held against: the target or, where each part has it, ALL_OF_THEM."""
    return ("increase", ALL_OF_THEM) if indicator.parts == "each" else (indicator.direction, target)


def attained_by(indicator: Indicator, target: Target, whole: Decimal) -> Literal["exceeded", "met"] | None:
    """As `attained`, of a value of the whole."""
    direction, wanted = held_against(indicator, target)
    return attained(indicator._replace(direction=direction), wanted, whole)


def goal_state(
    indicator: Indicator,
    goal: Goal,
    readings: Sequence[Reading],
    as_of: date,
    *,
    measured: bool,
    current: Reading | None = None,
) -> GoalState:
    """What became of a goal by `as_of`. `readings` are in the order of their days, with the baseline if it is known.

    `current` is the latest value where it is not among them: a provisional one.
    """
    end, (direction, wanted) = goal.end, held_against(indicator, goal.target)
    near = commitment(direction, wanted)
    latest = current or (readings[-1] if readings else None)
    left = gap(direction, near, latest.value) if latest and wanted.bound != "words" else None
    in_time = [reading for reading in readings if end is None or reading.date <= end]
    result: GoalResult | None = attained_by(indicator, goal.target, in_time[-1].value) if in_time else None
    if result is None:
        if end is None or as_of <= end:
            result = "open"
        elif any(attained_by(indicator, goal.target, each.value) for each in readings if each.date > end):
            result = "met_late"
        else:
            result = "not_met" if measured else "no_data"
    return GoalState(goal, near, left, result)
