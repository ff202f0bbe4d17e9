"""How far an indicator has come: gaps, pace and assessment on a given day.

The cuts between "on track", "behind" and "far behind" (0.95 and 0.60 of the pace needed) and the class
"going backwards" are those of Statistics Canada's method in Open SDG (`docs/progress-methodology.md` there).
The path is linear where that method compounds growth, which misjudges percentages that start near zero.
"""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from kehoach_cli.plan.history import measurements_by
from kehoach_cli.plan.model import Direction, Indicator, Target

Assessment = Literal[
    "exceeded", "met", "on_track", "behind", "far_behind", "going_backwards", "not_met", "not_assessable"
]
ASSESSMENTS: tuple[Assessment, ...] = (
    "exceeded",
    "met",
    "on_track",
    "behind",
    "far_behind",
    "going_backwards",
    "not_met",
    "not_assessable",
)
ON_TRACK_FROM = Decimal("0.95")
BEHIND_FROM = Decimal("0.60")
_DAYS_PER_MONTH = Decimal("365.25") / 12


class Reading(NamedTuple):
    """A value of an indicator, in its unit, and the day it stood at."""

    value: Decimal
    date: date


class Distance(NamedTuple):
    """How far one value to reach is, in the indicator's unit (percentage points where the unit is %).

    Signed so that positive always means "still to go"; None where the value it starts from is unknown.
    """

    goal: Decimal
    from_baseline: Decimal | None
    left: Decimal | None


class Pace(NamedTuple):
    """Progress against the straight line from the starting point to the commitment.

    `elapsed` is the share of the time gone by (0–1), `ratio` (R) the share closed over it, `projection` the
    value that the line so far would reach on the last day, `needed_per_month` what each month left has to bring.
    """

    elapsed: Decimal
    ratio: Decimal
    projection: Decimal
    needed_per_month: Decimal | None


class Progress(NamedTuple):
    """Where one indicator stands on one day, and what that was worked out from.

    `start` is what pace is measured from: the baseline or, where the plan has none, the first measurement.
    `commitment` is the distance that status is judged on; `share_closed` how much of the way from `start` to
    it is behind, unknown while nothing was measured after `start`.
    """

    indicator: Indicator
    as_of: date
    start: Reading | None
    current: Reading | None
    measured: bool
    national: Distance | None
    provincial_min: Distance | None
    provincial_max: Distance | None
    commitment: Distance | None
    share_closed: Decimal | None
    pace: Pace | None
    assessment: Assessment

    @property
    def reached(self) -> bool:
        return self.assessment in ("exceeded", "met")

    @property
    def overdue(self) -> bool:
        """Past its deadline while no value shows the commitment met."""
        return self.indicator.due.missed_on(self.as_of) and not self.reached


def gap(direction: Direction, goal: Decimal, value: Decimal) -> Decimal:
    """The distance from the value to the goal, positive while the goal is not reached."""
    return goal - value if direction == "increase" else value - goal


def commitment(direction: Direction, target: Target) -> Decimal:
    """The end of a target that binds: `min`, or `max` where the value should fall."""
    return target.min if direction == "increase" else target.max


def stretch(direction: Direction, target: Target) -> Decimal:
    """The far end of a target: `max`, or `min` where the value should fall."""
    return target.max if direction == "increase" else target.min


def progress(indicator: Indicator, as_of: date) -> Progress:
    """Work out where the indicator stands on the day `as_of`; what is dated later does not exist for it.

    Status is judged on the provincial target and, where there is none, on the national one.
    """
    direction, baseline = indicator.direction, indicator.baseline
    readings = [Reading(entry.value, entry.date) for entry in measurements_by(indicator, as_of)]
    known = readings if baseline.value is None else [Reading(baseline.value, baseline.as_of), *readings]
    start, current = (known[0], known[-1]) if known else (None, None)
    judged = indicator.targets.provincial or indicator.targets.national

    def distance(goal: Decimal) -> Distance:
        return Distance(
            goal,
            None if baseline.value is None else gap(direction, goal, baseline.value),
            None if current is None else gap(direction, goal, current.value),
        )

    national, provincial = indicator.targets
    bound = None if judged is None else distance(commitment(direction, judged))
    share = pace = None
    if bound and start and current and len(known) > 1:
        share = _share_closed(direction, bound, start, current)
        pace = _pace(indicator, bound, share, start, current, as_of)
    return Progress(
        indicator,
        as_of,
        start,
        current,
        bool(readings),
        None if national is None else distance(commitment(direction, national)),
        None if provincial is None else distance(provincial.min),
        None if provincial is None else distance(provincial.max),
        bound,
        share,
        pace,
        _assess(indicator, judged, known, pace, as_of),
    )


def _share_closed(direction: Direction, bound: Distance, start: Reading, current: Reading) -> Decimal | None:
    whole = gap(direction, bound.goal, start.value)
    return gap(direction, current.value, start.value) / whole if whole > 0 else None


def _pace(
    indicator: Indicator, bound: Distance, share: Decimal | None, start: Reading, current: Reading, as_of: date
) -> Pace | None:
    """Each figure comes of one division, so that one which lies exactly on a cut is not rounded off it."""
    end, direction = indicator.due.end, indicator.direction
    if share is None or end is None or not start.date < as_of <= end:
        return None
    whole_time, gone, left = (end - start.date).days, (as_of - start.date).days, (end - as_of).days
    still_to_go = gap(direction, bound.goal, current.value)
    return Pace(
        Decimal(gone) / whole_time,
        gap(direction, current.value, start.value) * whole_time / (gap(direction, bound.goal, start.value) * gone),
        start.value + (current.value - start.value) * whole_time / gone,
        still_to_go * _DAYS_PER_MONTH / left if still_to_go > 0 and left > 0 else None,
    )


def _assess(
    indicator: Indicator, judged: Target | None, known: list[Reading], pace: Pace | None, as_of: date
) -> Assessment:
    """The first class that applies, in the order of the method."""
    direction, end = indicator.direction, indicator.due.end
    if judged is None or not known:
        return "not_assessable"
    current, goal = known[-1], commitment(direction, judged)
    if gap(direction, stretch(direction, judged), current.value) < 0:
        return "exceeded"
    if gap(direction, goal, current.value) <= 0:
        return "met"
    start = known[0]
    if len(known) == 1 and indicator.baseline.value is not None:
        return "not_assessable"
    if end is not None and as_of > end:
        return "not_met"
    if as_of <= start.date:
        return "not_assessable"
    if gap(direction, current.value, start.value) < 0:  # a start that had met the target included; no deadline needed
        return "going_backwards"
    if pace is None:
        return "not_assessable"
    if pace.ratio >= ON_TRACK_FROM:
        return "on_track"
    return "behind" if pace.ratio >= BEHIND_FROM else "far_behind"
