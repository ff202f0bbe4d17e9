"""Gaps, pace and assessment, by the method that the design states: examples by hand, then what always holds."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kehoach_cli.plan.classes import ASSESSMENTS
from kehoach_cli.plan.due import UNDATED, Due
from kehoach_cli.plan.gaps import BEHIND_FROM, ON_TRACK_FROM, Distance, progress
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.values import Baseline, Reading, Target, Targets
from tests.support.records import BASELINE_DAY, LAST_DAY, changed, indicator, target

MIDDLE = date(2023, 9, 15)  # 107 of 214 days: half the time is gone
EXACT_HALF = Decimal("0.5")


def on(day: str) -> date:
    return date.fromisoformat(day)


def test_a_worked_example() -> None:
    """CQS-02 of the made-up year on 1/10/2023: 29.2 to 50, now 41.2, 123 of 214 days gone."""
    item = progress(
        indicator(("41.2", "2023-09-30"), baseline="29.2", national=target(40), provincial=target(50)), on("2023-10-01")
    )
    assert item.provincial_min == Distance(Decimal(50), Decimal("20.8"), Decimal("8.8"))
    assert item.national == Distance(Decimal(40), Decimal("10.8"), Decimal("-1.2"))
    assert item.share_closed == Decimal("12.0") / Decimal("20.8")
    assert item.pace
    assert item.pace.elapsed == Decimal(123) / 214
    assert round(item.pace.ratio, 4) == Decimal("1.0038")
    assert round(item.pace.projection, 2) == Decimal("50.08")
    assert item.pace.needed_per_month
    assert round(item.pace.needed_per_month, 6) == Decimal("2.943407")  # 8.8 points in 91 days
    assert (item.assessment, item.reached, item.overdue) == ("on_track", False, False)


@pytest.mark.parametrize(
    ("value", "assessment"),
    [
        ("61", "exceeded"),
        ("60", "met"),
        ("59.99", "on_track"),
        ("39", "on_track"),  # R = (19/40)/(1/2) = 0.95
        ("38.99", "behind"),
        ("32", "behind"),  # R = 0.60
        ("31.99", "far_behind"),
        ("20", "far_behind"),  # R = 0
        ("19.99", "going_backwards"),
    ],
)
def test_the_classes_and_their_cuts_at_half_time(value: str, assessment: str) -> None:
    item = progress(indicator((value, "2023-09-10")), MIDDLE)
    assert item.pace
    assert item.pace.elapsed == EXACT_HALF
    assert item.assessment == assessment


@pytest.mark.parametrize(
    ("value", "assessment"),
    [("71", "exceeded"), ("70", "met"), ("60", "met"), ("59.9", "on_track")],
)
def test_a_range_is_met_at_its_lower_end_and_exceeded_beyond_its_upper(value: str, assessment: str) -> None:
    item = progress(indicator((value, "2023-09-10"), provincial=target(60, 70)), MIDDLE)
    assert item.assessment == assessment
    assert item.commitment
    assert item.commitment.goal == 60
    assert item.provincial_max
    assert item.provincial_max.left == 70 - Decimal(value)


@pytest.mark.parametrize(
    ("value", "assessment"),
    [("99", "exceeded"), ("100", "met"), ("150", "met"), ("150.1", "on_track"), ("321", "going_backwards")],
)
def test_a_falling_range_is_met_at_its_upper_end_and_exceeded_below_its_lower(value: str, assessment: str) -> None:
    item = progress(
        indicator((value, "2023-09-10"), baseline=320, provincial=target(100, 150), direction="decrease"), MIDDLE
    )
    assert item.assessment == assessment
    assert item.commitment
    assert item.commitment.left == Decimal(value) - 150


def test_past_the_last_day_what_is_not_met_is_not_met() -> None:
    short = indicator(("59", "2023-12-20"))
    assert progress(short, LAST_DAY).assessment == "on_track"
    assert not progress(short, LAST_DAY).overdue
    late = progress(short, LAST_DAY + timedelta(days=1))
    assert (late.assessment, late.overdue, late.pace) == ("not_met", True, None)


@pytest.mark.parametrize(
    ("value", "day", "needed"),
    [
        ("59", "2023-12-30", "30.4375"),  # one point in one day
        ("59", "2023-12-31", None),
        ("59.9", "2023-12-30", "3.04375"),
        ("60", "2023-12-30", None),
        ("60.5", "2023-12-30", None),
    ],
)
def test_a_month_needs_something_until_the_target_is_reached_or_the_last_day_comes(
    value: str, day: str, needed: str | None
) -> None:
    item = progress(indicator((value, "2023-12-20")), on(day))
    assert item.pace
    assert item.pace.needed_per_month == (needed and Decimal(needed))


def test_without_a_measurement_since_the_baseline_nothing_is_judged_but_what_is_met() -> None:
    for day in (MIDDLE, LAST_DAY + timedelta(days=1)):
        open_, met = progress(indicator(), day), progress(indicator(baseline=60), day)
        assert (open_.assessment, open_.measured, open_.share_closed) == ("not_assessable", False, None)
        assert (met.assessment, met.measured) == ("met", False)
    assert progress(indicator(), LAST_DAY + timedelta(days=1)).overdue
    assert progress(indicator(baseline=61), MIDDLE).assessment == "exceeded"


def test_without_a_baseline_there_is_a_target_but_no_distance() -> None:
    item = progress(indicator(baseline=None), MIDDLE)
    assert item.provincial_min == Distance(Decimal(60), None, None)
    assert (item.start, item.current, item.assessment) == (None, None, "not_assessable")


def test_without_a_baseline_the_first_measurement_is_where_pace_starts() -> None:
    one = indicator(("30", "2023-07-01"), baseline=None)
    two = indicator(("30", "2023-07-01"), ("45", "2023-09-10"), baseline=None)
    first, second = progress(one, MIDDLE), progress(two, MIDDLE)
    assert (first.assessment, first.pace, first.share_closed) == ("not_assessable", None, None)
    assert first.commitment == Distance(Decimal(60), None, Decimal(30))
    assert second.start == Reading(Decimal(30), on("2023-07-01"))
    assert second.share_closed == EXACT_HALF
    assert second.pace
    assert second.pace.elapsed == Decimal(76) / 183
    assert second.assessment == "on_track"
    assert progress(one, LAST_DAY + timedelta(days=1)).assessment == "not_met"


def test_falling_under_a_target_that_the_baseline_had_met_is_going_backwards() -> None:
    item = progress(indicator(("59", "2023-09-10"), baseline=60), MIDDLE)
    assert (item.assessment, item.share_closed, item.pace) == ("going_backwards", None, None)


def test_without_a_deadline_only_direction_is_judged() -> None:
    for due in (UNDATED, "Thường xuyên", "external: Theo chương trình của Bộ"):
        assert progress(indicator(("30", "2023-09-10"), due=due), MIDDLE).assessment == "not_assessable"
        assert progress(indicator(("19", "2023-09-10"), due=due), MIDDLE).assessment == "going_backwards"
        assert progress(indicator(("60", "2023-09-10"), due=due), MIDDLE).assessment == "met"


def test_the_national_target_is_judged_where_the_province_has_none() -> None:
    item = progress(indicator(("40", "2023-09-10"), national=target(40), provincial=None), MIDDLE)
    assert item.assessment == "met"
    assert item.provincial_min is None


def test_without_any_target_there_is_nothing_to_judge() -> None:
    item = progress(indicator(("99", "2023-09-10"), provincial=None), MIDDLE)
    assert (item.assessment, item.commitment, item.share_closed) == ("not_assessable", None, None)


def test_before_the_baselines_day_nothing_is_judged() -> None:
    early = indicator(("30", "2023-05-01"))
    assert progress(early, BASELINE_DAY - timedelta(days=3)).assessment == "not_assessable"


def test_a_figure_from_before_the_baseline_in_force_is_no_figure_since_it() -> None:
    record = indicator(("33", "2023-06-30"))._replace(
        changes=(changed("2023-07-26", baseline__value=Decimal(40), baseline__as_of=on("2023-07-15")),)
    )
    assert progress(record, on("2023-07-25")).current == Reading(Decimal(33), on("2023-06-30"))
    later = progress(record, on("2023-08-01"))
    assert (later.current, later.assessment) == (Reading(Decimal(40), on("2023-07-15")), "not_assessable")


def test_pace_starts_on_the_day_after_the_baselines() -> None:
    early = indicator(("19", "2023-05-31"))
    first, second = progress(early, BASELINE_DAY), progress(early, BASELINE_DAY + timedelta(days=1))
    assert (first.assessment, first.pace) == ("going_backwards", None)  # a fall needs no pace
    assert second.pace
    assert (second.assessment, second.pace.elapsed) == ("going_backwards", Decimal(1) / 214)


@pytest.mark.parametrize(
    ("estimated_on", "due", "as_of", "days_gone", "days"),
    [
        ("2023-09-30", "Năm 2023", "2023-09-14", 122, 214),  # on its own day
        ("2023-09-30", "Năm 2023", "2023-10-05", 127, 214),  # on the day asked for, once that is later
        ("2023-12-31", "Tháng 11/2023", "2023-11-14", 183, 183),  # never beyond the deadline
    ],
)
def test_an_estimate_is_compared_with_the_path_on_its_own_day(
    estimated_on: str, due: str, as_of: str, days_gone: int, days: int
) -> None:
    record = indicator(("40", estimated_on), due=due)
    record = record._replace(measurements=(record.measurements[0]._replace(estimate=True),))
    assert progress(record, on(as_of)).current == Reading(Decimal(20), BASELINE_DAY)
    item = progress(record, on(as_of), on(estimated_on))
    assert item.current == Reading(Decimal(40), on(estimated_on), estimate=True)
    assert item.pace
    assert item.pace.ratio == EXACT_HALF * days / days_gone


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    item = indicator(("64.7", "2023-08-31"), ("46.7", "2023-08-31", "2023-08-31"))
    assert progress(item, MIDDLE).current == Reading(Decimal("46.7"), on("2023-08-31"))


def test_a_ratio_that_lies_on_a_cut_is_not_rounded_off_it() -> None:
    """19/30 of the way after 2/3 of the time: R is 0.95, though neither share can be written as a decimal."""
    start = LAST_DAY - timedelta(days=30)
    exact = indicator(("39", "2023-12-15"), provincial=target(50))._replace(baseline=Baseline(Decimal(20), start))
    item = progress(exact, LAST_DAY - timedelta(days=10))
    assert item.pace
    assert item.pace.ratio == ON_TRACK_FROM
    assert item.assessment == "on_track"


values = st.decimals(min_value=-1000, max_value=1000, places=2)
days = st.dates(BASELINE_DAY - timedelta(days=30), LAST_DAY + timedelta(days=60))
dues = st.sampled_from([UNDATED, Due("", "dated", LAST_DAY, LAST_DAY), Due("", "dated", MIDDLE, MIDDLE)])


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    entries = draw(st.lists(st.tuples(values, st.dates(BASELINE_DAY + timedelta(days=1), LAST_DAY)), max_size=4))
    low, high = sorted((draw(values), draw(values)))
    return indicator(
        *((value, day.isoformat()) for value, day in entries),
        baseline=draw(st.none() | values),
        national=draw(st.none() | values.map(target)),
        provincial=draw(st.sampled_from([None, Target(low, high), Target(low, low)])),
        direction=draw(st.sampled_from(["increase", "decrease"])),
        due=draw(dues),
    )


def mirrored(item: Indicator) -> Indicator:
    """The indicator with every value on the other side of zero, so that what should rise should fall."""

    def flipped(goal: Target | None) -> Target | None:
        return goal and Target(-goal.max, -goal.min)

    return item._replace(
        direction="decrease" if item.direction == "increase" else "increase",
        baseline=item.baseline._replace(value=None if item.baseline.value is None else -item.baseline.value),
        targets=Targets(flipped(item.targets.national), flipped(item.targets.provincial)),
        measurements=tuple(entry._replace(value=-entry.value) for entry in item.measurements),
    )


@given(indicators(), days)
def test_falling_indicators_mirror_rising_ones(item: Indicator, day: date) -> None:
    one, other = progress(item, day), progress(mirrored(item), day)
    assert one.assessment == other.assessment
    assert one.share_closed == other.share_closed
    assert (one.commitment and one.commitment[1:]) == (other.commitment and other.commitment[1:])
    assert (one.provincial_min and one.provincial_min[1:]) == (other.provincial_max and other.provincial_max[1:])
    if one.pace and other.pace:
        assert one.pace.ratio == other.pace.ratio
        assert one.pace.projection == -other.pace.projection
        assert one.pace.needed_per_month == other.pace.needed_per_month
    assert (one.pace is None) == (other.pace is None)


@given(indicators(), days, values, st.integers(1, 90))
def test_what_is_dated_later_does_not_exist(item: Indicator, day: date, value: Decimal, later: int) -> None:
    (entry,) = indicator((value, (day + timedelta(days=later)).isoformat())).measurements
    assert progress(item._replace(measurements=(*item.measurements, entry)), day)[1:] == progress(item, day)[1:]


@given(indicators(), days)
def test_every_indicator_has_one_assessment_and_its_parts_agree(item: Indicator, day: date) -> None:
    found = progress(item, day)
    assert found.assessment in ASSESSMENTS
    assert found.reached == bool(found.commitment and found.commitment.left is not None and found.commitment.left <= 0)
    if found.assessment in ("on_track", "behind", "far_behind"):
        assert found.pace
        assert found.share_closed is not None
        low, high = {"on_track": (ON_TRACK_FROM, None), "behind": (BEHIND_FROM, ON_TRACK_FROM)}.get(
            found.assessment, (Decimal(0), BEHIND_FROM)
        )
        assert low <= found.pace.ratio
        assert high is None or found.pace.ratio < high


@given(values, values, values, st.integers(0, 213))
def test_between_start_and_goal_the_share_closed_is_between_none_and_all(
    start: Decimal, now: Decimal, goal: Decimal, gone: int
) -> None:
    assume(min(start, goal) <= now <= max(start, goal) and start != goal)
    day = BASELINE_DAY + timedelta(days=gone + 1)
    item = progress(
        indicator(
            (now, day.isoformat()),
            baseline=start,
            provincial=target(goal),
            direction="increase" if goal > start else "decrease",
        ),
        day,
    )
    assert item.share_closed is not None
    assert 0 <= item.share_closed <= 1
    assert item.commitment
    assert item.commitment.left is not None
    assert item.commitment.left >= 0


@given(values, values, values, st.integers(1, 214))
def test_pace_is_the_exact_quotient_of_the_two_shares(start: Decimal, now: Decimal, goal: Decimal, gone: int) -> None:
    assume(goal > start)
    day = BASELINE_DAY + timedelta(days=gone)
    item = progress(indicator((now, day.isoformat()), baseline=start, provincial=target(goal)), day)
    assert item.pace
    exact = (Fraction(now) - Fraction(start)) / (Fraction(goal) - Fraction(start)) / Fraction(gone, 214)
    assert abs(Fraction(item.pace.ratio) - exact) <= abs(exact) * Fraction(1, 10**27)
    for cut in (ON_TRACK_FROM, BEHIND_FROM, Decimal(0)):
        assert (item.pace.ratio >= cut) == (exact >= Fraction(cut))
    on_time = Fraction(start) + (Fraction(now) - Fraction(start)) / Fraction(gone, 214)
    assert abs(Fraction(item.pace.projection) - on_time) <= (abs(on_time) + 1) * Fraction(1, 10**24)


@given(indicators(), days)
def test_the_gap_from_the_baseline_is_shown_whatever_was_measured_since(item: Indicator, day: date) -> None:
    found, bare = progress(item, day), progress(item._replace(measurements=()), day)
    for now, then in zip(found[5:8], bare[5:8], strict=True):
        assert (now and now.from_baseline) == (then and then.from_baseline)
