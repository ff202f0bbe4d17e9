"""Compute an indicator's gaps, pace and assessment on a given day.

The cuts between "on track", "behind" and "far behind" (0.95 and 0.60 of the pace needed) and the class
"going backwards" come from Statistics Canada's method in Open SDG (its `docs/progress-methodology.md`).
The path here is linear; that method compounds growth, which misjudges percentages that start near zero.
"""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, get_args

from kehoach_cli.plan.history import measurements_by
from kehoach_cli.plan.in_force import record_in_force
from kehoach_cli.plan.model import Direction, Indicator, Reading, Target

Assessment = Literal[
    "exceeded", "met", "on_track", "behind", "far_behind", "going_backwards", "not_met", "not_assessable"
]
ASSESSMENTS: tuple[Assessment, ...] = get_args(Assessment)  # best first; "not_assessable" is outside the order
ON_TRACK_FROM = Decimal("0.95")
BEHIND_FROM = Decimal("0.60")
_DAYS_PER_MONTH = Decimal("365.25") / 12


class Distance(NamedTuple):
    """The gaps to one goal, in the indicator's unit (percentage points for %).

    Positive always means "still to go". `from_baseline` and `left` are None if the baseline or the latest value is
    unknown.
    """

    goal: Decimal
    from_baseline: Decimal | None
    left: Decimal | None


class Pace(NamedTuple):
    """Progress compared with the straight line from the start to the commitment.

    `elapsed` is the share of the time that has passed (0–1). `ratio` (R) is the share of the gap closed divided by
    `elapsed`. `projection` is the value on the last day at the pace so far. `needed_per_month` is the change that
    each remaining month needs, positive; None if none is needed or no day is left.
    """

    elapsed: Decimal
    ratio: Decimal
    projection: Decimal
    needed_per_month: Decimal | None


class Progress(NamedTuple):
    """Where one indicator stands on one day.

    `start` is the baseline or, without one, the first measurement; pace counts from it. `commitment` is the distance
    that the assessment is about. `share_closed` is the share of the way from `start` to it that is done; None if
    nothing was measured after `start`, or `start` already meets it.
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
        """Whether the deadline has passed and the commitment is not met."""
        return self.indicator.due.missed_on(self.as_of) and not self.reached


def gap(direction: Direction, goal: Decimal, value: Decimal) -> Decimal:
    """The distance from the value to the goal; positive while the goal is not reached."""
    return goal - value if direction == "increase" else value - goal


def commitment(direction: Direction, target: Target) -> Decimal:
    """The near end of a target, which has to be reached: `min`, or `max` if the value should fall."""
    return target.min if direction == "increase" else target.max


def stretch(direction: Direction, target: Target) -> Decimal:
    """The far end of a target: `max`, or `min` if the value should fall."""
    return target.max if direction == "increase" else target.min


def progress(indicator: Indicator, as_of: date, estimated: date | None = None) -> Progress:
    """Compute where the indicator stands on `as_of`; later entries and changes are ignored.

    The assessment is about the provincial target or, without one, the national target. In a report on the period that
    ends on `estimated`, an estimate of that day counts.
    """
    indicator = record_in_force(indicator, as_of, estimated)
    direction, baseline = indicator.direction, indicator.baseline.reading
    since = baseline.date if baseline else date.min
    measured = [
        Reading(entry.value, entry.date, entry.estimate)
        for entry in measurements_by(indicator, as_of, estimated)
        if entry.date >= since
    ]
    readings = [baseline, *measured] if baseline else measured
    start, current = (readings[0], readings[-1]) if readings else (None, None)
    judged = indicator.targets.provincial or indicator.targets.national

    def distance(goal: Decimal) -> Distance:
        return Distance(
            goal,
            None if baseline is None else gap(direction, goal, baseline.value),
            None if current is None else gap(direction, goal, current.value),
        )

    national, provincial = indicator.targets
    committed = None if judged is None else distance(commitment(direction, judged))
    share = pace = None
    if committed and start and current and len(readings) > 1:
        share = _share_closed(direction, committed.goal, start, current)
        pace = _pace(indicator, committed.goal, start, current, as_of)
    return Progress(
        indicator=indicator,
        as_of=as_of,
        start=start,
        current=current,
        measured=bool(measured),
        national=None if national is None else distance(commitment(direction, national)),
        provincial_min=None if provincial is None else distance(provincial.min),
        provincial_max=None if provincial is None else distance(provincial.max),
        commitment=committed,
        share_closed=share,
        pace=pace,
        assessment=_assess(indicator, judged, readings, pace, as_of),
    )


def _share_closed(direction: Direction, goal: Decimal, start: Reading, current: Reading) -> Decimal | None:
    whole_gap = gap(direction, goal, start.value)
    return gap(direction, current.value, start.value) / whole_gap if whole_gap > 0 else None


def _pace(indicator: Indicator, goal: Decimal, start: Reading, current: Reading, as_of: date) -> Pace | None:
    """Each figure takes one division, so that a ratio exactly on a cut is not rounded off it.

    An estimate of a later day is compared with the path on its own day.
    """
    end, direction = indicator.due.end, indicator.direction
    if end is not None and as_of < current.date:
        as_of = min(current.date, end)
    whole_gap = gap(direction, goal, start.value)
    if whole_gap <= 0 or end is None or not start.date < as_of <= end:
        return None
    days, days_gone, days_left = (end - start.date).days, (as_of - start.date).days, (end - as_of).days
    still_to_go = gap(direction, goal, current.value)
    return Pace(
        elapsed=Decimal(days_gone) / days,
        ratio=gap(direction, current.value, start.value) * days / (whole_gap * days_gone),
        projection=start.value + (current.value - start.value) * days / days_gone,
        needed_per_month=still_to_go * _DAYS_PER_MONTH / days_left if still_to_go > 0 and days_left > 0 else None,
    )


def _assess(
    indicator: Indicator, judged: Target | None, readings: list[Reading], pace: Pace | None, as_of: date
) -> Assessment:
    """The first class that applies, in the order of the method."""
    direction, end = indicator.direction, indicator.due.end
    if judged is None or not readings:
        return "not_assessable"
    current, goal = readings[-1], commitment(direction, judged)
    if gap(direction, stretch(direction, judged), current.value) < 0:
        return "exceeded"
    if gap(direction, goal, current.value) <= 0:
        return "met"
    start = readings[0]
    if len(readings) == 1 and indicator.baseline.value is not None:
        return "not_assessable"
    if end is not None and as_of > end:
        return "not_met"
    if as_of <= start.date:
        return "not_assessable"
    if gap(direction, current.value, start.value) < 0:  # also from a start beyond the target, and without a deadline
        return "going_backwards"
    if pace is None:
        return "not_assessable"
    if pace.ratio >= ON_TRACK_FROM:
        return "on_track"
    return "behind" if pace.ratio >= BEHIND_FROM else "far_behind"
