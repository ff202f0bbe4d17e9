"""Compare progress with the path from the start through each milestone to the last target.

The path is straight between two points; a point behind the start is held flat. Statistics Canada's method compounds
growth instead, which misjudges percentages that start near zero.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.plan.goals import Goal, commitment, gap
from kehoach_cli.plan.values import Direction, Reading

_DAYS_PER_MONTH = Decimal("365.25") / 12


class Pace(NamedTuple):
    """Progress compared with the path.

    `elapsed` is the share of the time that has passed (0–1). `planned` is the path's value P on the day. `ratio` (R) is
    what was gained since the start divided by what the path gains. `projection` is the value on the last day at the
    pace so far, kept along the path. `needed_per_month` is the change that each remaining month needs, positive; None
    if none is needed or no day is left.
    """

    elapsed: Decimal
    planned: Decimal
    ratio: Decimal
    projection: Decimal
    needed_per_month: Decimal | None


class _Point(NamedTuple):
    day: date
    gain: Decimal  # what the path has gained since the start, at least 0


def pace(direction: Direction, goals: Sequence[Goal], start: Reading, current: Reading, as_of: date) -> Pace | None:
    """The pace on `as_of`; None without a last day, outside of the time from start to end, and where the path is flat.

    Each figure takes one division, so that a ratio exactly on a cut is not rounded off it. An estimate of a later day
    is compared with the path on its own day.
    """
    end = goals[-1].end
    if end is not None and as_of < current.date:
        as_of = min(current.date, end)
    if end is None or not start.date < as_of <= end:
        return None
    before, after = _segment(direction, goals, start, as_of)
    span = (after.day - before.day).days
    planned = before.gain * span + (after.gain - before.gain) * (as_of - before.day).days  # times `span`
    if planned <= 0:
        return None
    goal = commitment(direction, goals[-1].target)
    days, days_gone, days_left = (end - start.date).days, (as_of - start.date).days, (end - as_of).days
    gained, left = gap(direction, current.value, start.value), gap(direction, goal, current.value)
    return Pace(
        elapsed=Decimal(days_gone) / days,
        planned=start.value + (planned if direction == "increase" else -planned) / span,
        ratio=gained * span / planned,
        projection=start.value + (goal - start.value) * gained * span / planned,
        needed_per_month=left * _DAYS_PER_MONTH / days_left if left > 0 and days_left > 0 else None,
    )


def _segment(direction: Direction, goals: Sequence[Goal], start: Reading, day: date) -> tuple[_Point, _Point]:
    """The two points of the path with the day between them, the second one included."""
    points = [_Point(start.date, Decimal(0))]
    for goal in goals:
        if goal.end and goal.end > start.date:
            gain = gap(direction, commitment(direction, goal.target), start.value)
            points.append(_Point(goal.end, max(Decimal(0), gain)))
    place = next(place for place, point in enumerate(points) if day <= point.day)
    return points[place - 1], points[place]
