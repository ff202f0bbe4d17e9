"""Compute an indicator's gaps, pace and assessment on a given day.

The cuts between "on track", "behind" and "far behind" (0.95 and 0.60 of the pace needed) and the class
"going backwards" come from Statistics Canada's method in Open SDG (its `docs/progress-methodology.md`).
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from kehoach_cli.plan.classes import REACHED, Assessment
from kehoach_cli.plan.goals import (
    ALL_OF_THEM,
    Goal,
    GoalState,
    attained,
    attained_by,
    commitment,
    gap,
    goal_state,
    goals_of,
    goals_of_past_years,
    held_against,
)
from kehoach_cli.plan.in_force import record_in_force
from kehoach_cli.plan.measures import has_pace, measure_of
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.pace import Pace, pace
from kehoach_cli.plan.readings import Readings, readings
from kehoach_cli.plan.values import Direction, Reading, Target
from kehoach_cli.plan.wholes import Whole

ON_TRACK_FROM = Decimal("0.95")
BEHIND_FROM = Decimal("0.60")


class Distance(NamedTuple):
    """The gaps to one goal, in the indicator's unit (percentage points for %).

    Positive always means "still to go". `from_baseline` and `left` are None if the baseline or the latest value is
    unknown. Nothing left does not reach a `strict` goal, which has to be passed.
    """

    goal: Decimal
    from_baseline: Decimal | None
    left: Decimal | None
    strict: bool = False


class Progress(NamedTuple):
    """Where one indicator stands on one day.

    `start` is the baseline or, without one, the first measurement; pace counts from it. What accumulates starts from 0
    on the last day of the year before; a count of bodies has none. `commitment` is the distance that the assessment is
    about; there is none to a target in words. `share_closed` is the share of the way from `start` to it that is done;
    None if nothing was measured after `start`, or `start` already meets it. `goals` are the milestones and the last
    target; of what accumulates, those up to the counted year. `breaches` are the days of figures that did not keep a
    level that is to be maintained. `whole` are the parts of a record that several must answer; while these do not give
    the whole yet, `current` is `provisional`.
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
    goals: tuple[GoalState, ...] = ()
    breaches: tuple[date, ...] = ()
    whole: Whole | None = None
    provisional: bool = False

    @property
    def record(self) -> Indicator:
        return self.indicator

    @property
    def reached(self) -> bool:
        return self.assessment in REACHED

    @property
    def has_data(self) -> bool:
        """Whether a figure came since the baseline, or an answer of a body, though it may not give the whole."""
        return self.measured or bool(self.whole and self.whole.entries)

    def reaches(self, value: Decimal) -> bool:
        """Whether a value of one part reaches the last target."""
        return bool(self.goals) and attained(self.indicator, self.goals[-1].goal.target, value) is not None

    @property
    def attaining(self) -> int | None:
        """How many parts reach the target that each of them has; None where it is the whole's."""
        return self.whole.attaining(self.reaches) if self.whole and self.indicator.parts == "each" else None

    @property
    def combined(self) -> bool:
        """Whether the latest value is what the answers give, not what a document says."""
        if not (self.whole and self.current and self.indicator.parts):
            return False
        return self.whole.value(self.indicator.parts, self.reaches) == self.current.value

    @property
    def in_hand(self) -> GoalState | None:
        """The next milestone or the last target, by the first day that has not passed."""
        return next((state for state in self.goals if state.goal.end and self.as_of <= state.goal.end), None)

    @property
    def next_milestone(self) -> GoalState | None:
        """The milestone in hand, None where the last target comes next."""
        return self.in_hand if self.in_hand in self.milestones else None

    @property
    def milestones(self) -> tuple[GoalState, ...]:
        """The goals before the last target."""
        return tuple(state for state in self.goals if state.goal.due != self.indicator.due)

    @property
    def overdue_goals(self) -> list[GoalState]:
        """The goals whose day has passed and that are not reached; the last target by the latest value."""
        late = [state for state in self.milestones if state.missed]
        last = next((state for state in self.goals if state not in self.milestones), None)
        lapsed = last and last.goal.end is not None and self.as_of > last.goal.end and not self.reached
        return [*late, last] if last and lapsed else late

    @property
    def overdue(self) -> bool:
        return bool(self.overdue_goals)


def progress(indicator: Indicator, as_of: date, estimated: date | None = None) -> Progress:
    """Compute where the indicator stands on `as_of`; later entries and changes are ignored.

    The assessment is about the provincial target or, without one, the national target. In a report on the period that
    ends on `estimated`, an estimate of that day counts.
    """
    indicator = record_in_force(indicator, as_of, estimated)
    direction, (national, provincial) = indicator.direction, indicator.targets
    goals = goals_of(indicator, as_of)
    found = readings(indicator, as_of, estimated, goals[-1].target if goals else None)
    start, current, each = found.start, found.current, indicator.parts == "each"
    judged = measure_of(indicator) == "verdict"
    from_baseline = None if each else indicator.baseline.reading or (start if indicator.accumulates else None)
    if goals and goals[-1].due != indicator.due:  # what accumulates has a goal of its own this year
        national, provincial = None, goals[-1].target
    if each:  # a value is the share of those who reach the target that is judged
        national, provincial = (None, ALL_OF_THEM) if provincial else (national and ALL_OF_THEM, None)
        direction, judged = "increase", False

    def distance(target: Target | None, end: Callable[[Target], Decimal]) -> Distance | None:
        """The gaps to an end of a target; there are none between words and figures, nor between verdicts."""
        if target is None or judged or target.bound == "words":
            return None
        goal = end(target)
        return Distance(
            goal,
            from_baseline and gap(direction, goal, from_baseline.value),
            current and gap(direction, goal, current.value),
            target.strict,
        )

    near = partial(commitment, direction)
    committed = distance(held_against(indicator, goals[-1].target)[1], near) if goals else None
    share = pacing = None
    if committed and start and current and current is not start and has_pace(indicator) and not found.provisional:
        share = _share_closed(direction, committed.goal, start, current)
        pacing = None if indicator.maintained else pace(direction, goals, start, current, as_of)
    return Progress(
        indicator=indicator,
        as_of=as_of,
        start=None if each else start,
        current=current,
        measured=found.measured,
        national=distance(national, near),
        provincial_min=distance(provincial, attrgetter("min")),
        provincial_max=distance(provincial, attrgetter("max")),
        commitment=committed,
        share_closed=share,
        pace=pacing,
        assessment=_assess(indicator, goals, found, pacing, as_of),
        goals=(
            *_of_past_years(indicator, as_of, estimated),
            *(_goal_state(indicator, goal, found, as_of, estimated) for goal in goals),
        ),
        breaches=_breaches(indicator, goals, found.known),
        whole=found.whole,
        provisional=found.provisional,
    )


def _of_past_years(indicator: Indicator, as_of: date, estimated: date | None) -> Iterator[GoalState]:
    """What became of the milestones of earlier years, each by the figures of its own year."""
    for goal in goals_of_past_years(indicator, as_of):
        found = readings(indicator, goal.end or as_of, estimated, goal.target)
        yield goal_state(indicator, goal, found.known, as_of, measured=found.measured)


def _goal_state(indicator: Indicator, goal: Goal, found: Readings, as_of: date, estimated: date | None) -> GoalState:
    if indicator.parts == "each":
        found = readings(indicator, as_of, estimated, goal.target)
    judged = found.measured and not found.provisional
    return goal_state(indicator, goal, found.known, as_of, measured=judged, current=found.so_far)


def _share_closed(direction: Direction, goal: Decimal, start: Reading, current: Reading) -> Decimal | None:
    whole_gap = gap(direction, goal, start.value)
    return gap(direction, current.value, start.value) / whole_gap if whole_gap > 0 else None


def _breaches(indicator: Indicator, goals: Sequence[Goal], known: Sequence[Reading]) -> tuple[date, ...]:
    if not goals or not indicator.maintained:
        return ()
    return tuple(reading.date for reading in known if not attained_by(indicator, goals[-1].target, reading.value))


def _assess(
    indicator: Indicator, goals: Sequence[Goal], found: Readings, pacing: Pace | None, as_of: date
) -> Assessment:
    """The first class that applies, in the order of the method."""
    start, current = found.start, found.current
    if not goals or start is None or current is None or found.provisional:
        return "not_assessable"
    target, _, end = goals[-1]
    if reached := attained_by(indicator, target, current.value):
        return reached
    if not found.measured:
        return "not_assessable"
    if end is not None and as_of > end:
        return "not_met"
    if indicator.maintained:
        return "not_maintained"
    if not has_pace(indicator):
        return "not_yet_met"
    if gap(indicator.direction, current.value, start.value) < 0:
        return "going_backwards"
    if current is start or as_of <= start.date or end is None:
        return "not_assessable"
    if pacing is None or pacing.ratio >= ON_TRACK_FROM:
        return "on_track"
    return "behind" if pacing.ratio >= BEHIND_FROM else "far_behind"
