"""Milestones: the path through them, what became of each, and what is overdue for it."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.due import parse_due
from kehoach_cli.plan.gaps import Progress, progress
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.values import Milestone, Target
from tests.support.records import BASELINE_DAY, LAST_DAY, changed, indicator, target

AUGUST = date(2023, 8, 1)
QUARTER_END = date(2023, 9, 30)


def milestone(due: str, level: Target | None, national: Target | None = None) -> Milestone:
    return Milestone(parse_due(due), national, level)


def with_milestones(record: Indicator, *milestones: Milestone) -> Indicator:
    return record._replace(milestones=milestones)


def to_forty(*measured: tuple[str, str], baseline: int | None = 20) -> Indicator:
    """From 20 through 40 by the end of September to 60 by the end of the year."""
    return with_milestones(indicator(*measured, baseline=baseline), milestone("Quý III/2023", target(40)))


def results(item: Progress) -> list[str]:
    return [state.result for state in item.milestones]


def test_the_path_runs_through_the_milestone() -> None:
    """20 + 20 · 61/122 = 30 on 31/7; 28 is 8 of these 10 points."""
    item = progress(to_forty(("28", "2023-07-31")), date(2023, 7, 31))
    assert item.pace
    assert (item.pace.planned, item.pace.ratio, item.pace.projection) == (Decimal(30), Decimal("0.8"), Decimal(52))
    assert (item.assessment, item.share_closed) == ("behind", Decimal("0.2"))
    assert item.in_hand
    assert (item.in_hand.goal.end, item.in_hand.commitment, item.in_hand.left) == (
        QUARTER_END,
        Decimal(40),
        Decimal(12),
    )
    assert item.next_milestone == item.in_hand


def test_met_on_its_day_and_on_track_the_day_after() -> None:
    item = progress(to_forty(("40", "2023-09-30")), date(2023, 10, 1))
    assert item.pace
    assert round(item.pace.ratio, 6) == Decimal("0.989247")
    assert (item.assessment, results(item), item.next_milestone) == ("on_track", ["met"], None)


@pytest.mark.parametrize(
    ("measured", "as_of", "result", "overdue"),
    [
        ([], "2023-09-30", "open", False),
        ([], "2023-10-01", "no_data", True),
        ([("39.9", "2023-09-30")], "2023-09-30", "open", False),
        ([("39.9", "2023-09-30")], "2023-10-01", "not_met", True),
        ([("40", "2023-09-30")], "2023-10-01", "met", False),
        ([("40", "2023-08-30")], "2023-09-14", "met", False),  # before its day
        ([("40.1", "2023-09-30")], "2023-10-01", "exceeded", False),
        ([("38", "2023-09-30"), ("40", "2023-10-20")], "2023-10-19", "not_met", True),
        ([("38", "2023-09-30"), ("40", "2023-10-20")], "2023-10-20", "met_late", False),
        ([("41", "2023-08-30"), ("39", "2023-09-30")], "2023-10-01", "not_met", True),  # its own day decides
        ([("40", "2023-09-30"), ("30", "2023-10-20")], "2023-10-31", "met", False),  # also after a fall
    ],
)
def test_what_became_of_it(measured: list[tuple[str, str]], as_of: str, result: str, overdue: bool) -> None:  # noqa: FBT001
    item = progress(to_forty(*measured), date.fromisoformat(as_of))
    assert (results(item), item.overdue) == ([result], overdue)
    assert [state.goal.end for state in item.overdue_goals] == ([QUARTER_END] if overdue else [])


def test_the_last_target_is_overdue_beside_its_milestone() -> None:
    item = progress(to_forty(("38", "2023-09-30")), LAST_DAY + timedelta(days=1))
    assert [state.goal.end for state in item.overdue_goals] == [QUARTER_END, LAST_DAY]


def test_without_a_baseline_the_path_starts_at_the_first_figure() -> None:
    item = progress(to_forty(("30", "2023-06-30"), ("36", "2023-08-31"), baseline=None), date(2023, 8, 31))
    assert item.pace
    assert round(item.pace.ratio, 6) == Decimal("0.890323")
    assert round(item.pace.projection, 6) == Decimal("56.709677")


def test_of_a_range_the_near_ends_are_the_path_and_the_far_end_is_to_be_passed() -> None:
    record = with_milestones(
        indicator(("50", "2023-09-30"), provincial=target(60, 80)), milestone("Quý III/2023", target(30, 50))
    )
    item = progress(record, date(2023, 10, 1))
    assert item.pace
    assert (round(item.pace.ratio, 6), results(item)) == (Decimal("2.905263"), ["met"])


def test_where_the_value_should_fall_the_path_falls() -> None:
    record = indicator(("46", "2023-07-31"), baseline=50, provincial=target(20))._replace(direction="decrease")
    item = progress(with_milestones(record, milestone("Quý III/2023", target(40))), date(2023, 7, 31))
    assert item.pace
    assert (item.pace.planned, item.pace.ratio, item.pace.projection) == (Decimal(45), Decimal("0.8"), Decimal(26))


def test_a_milestone_behind_the_start_is_held_flat() -> None:
    record = with_milestones(indicator(("20", "2023-09-14")), milestone("Quý III/2023", target(10)))
    flat, later = progress(record, QUARTER_END), progress(record, QUARTER_END + timedelta(days=46))
    assert (flat.pace, flat.assessment) == (None, "on_track")
    assert later.pace
    assert (later.pace.planned, later.assessment) == (Decimal(40), "far_behind")  # half way from 20 to 60


def test_the_milestone_of_another_level_counts_where_the_plan_has_none() -> None:
    record = with_milestones(indicator(("28", "2023-07-31")), milestone("Quý III/2023", None, target(40)))
    assert progress(record, date(2023, 7, 31)).pace == progress(to_forty(("28", "2023-07-31")), date(2023, 7, 31)).pace


def test_one_before_the_baseline_is_no_part_of_the_path() -> None:
    past = with_milestones(indicator(("28", "2023-07-31")), milestone("Quý I/2023", target(90)))
    assert progress(past, AUGUST).pace == progress(indicator(("28", "2023-07-31")), AUGUST).pace


def test_one_without_a_level_or_a_last_day_or_after_the_last_target_is_none() -> None:
    wrong = (milestone("Quý III/2023", None), milestone("Hàng quý", target(40)), milestone("Năm 2023", target(40)))
    item = progress(with_milestones(indicator(("28", "2023-07-31")), *wrong), AUGUST)
    assert item._replace(indicator=indicator()) == progress(indicator(("28", "2023-07-31")), AUGUST)._replace(
        indicator=indicator()
    )


def test_a_document_may_bring_milestones_later() -> None:
    by_october = changed("2023-08-01", milestones=(milestone("Quý III/2023", target(50)),))
    record = indicator(("30", "2023-07-31"))._replace(changes=(by_october,))
    before, after = progress(record, AUGUST - timedelta(days=1)), progress(record, AUGUST)
    assert (before.milestones, results(after)) == ((), ["open"])
    assert after.pace
    assert round(after.pace.ratio, 6) == Decimal("0.655914")


def test_without_a_last_day_milestones_are_judged_and_there_is_no_pace() -> None:
    record = to_forty(("30", "2023-07-31"))._replace(due=parse_due("Thường xuyên"))
    item = progress(record, QUARTER_END + timedelta(days=1))
    assert (item.pace, item.assessment, results(item)) == (None, "not_assessable", ["not_met"])


levels = st.integers(0, 100).map(Decimal)


@given(st.lists(levels, max_size=4), levels, st.integers(1, 213))
def test_who_is_on_the_path_has_kept_pace(goals: list[Decimal], last: Decimal, days: int) -> None:
    """R is 1 on the path, wherever it runs; in the file milestones may stand in any order."""
    dues = ("30/6/2023", "Tháng 8/2023", "Quý III/2023", "Tháng 11/2023")
    milestones = [milestone(due, Target(goal, goal)) for due, goal in zip(dues, goals, strict=False)]
    as_of = BASELINE_DAY + timedelta(days=days)
    record = with_milestones(indicator(("0.5", as_of.isoformat()), provincial=Target(last, last)), *milestones)
    item = progress(record, as_of)
    assert progress(with_milestones(record, *reversed(milestones)), as_of).pace == item.pace
    if item.pace is None:
        return
    exact = (Fraction("0.5") - 20) / item.pace.ratio.as_integer_ratio()[0] * item.pace.ratio.as_integer_ratio()[1]
    assert abs(exact + 20 - Fraction(item.pace.planned)) < Fraction(1, 10**20)


@given(levels, st.integers(1, 213))
def test_a_milestone_on_the_straight_line_changes_nothing(last: Decimal, days: int) -> None:
    """A half-way milestone: 107 of 214 days."""
    half = milestone("15/9/2023", Target((last + 20) / 2, (last + 20) / 2))
    as_of = BASELINE_DAY + timedelta(days=days)
    record = indicator(("37", as_of.isoformat()), provincial=Target(last, last))
    straight, through = progress(record, as_of), progress(with_milestones(record, half), as_of)
    assert straight.assessment == through.assessment
    assert (straight.pace is None) == (through.pace is None)
    if straight.pace and through.pace:
        assert abs(straight.pace.ratio - through.pace.ratio) < Decimal("1e-20")
        assert abs(straight.pace.projection - through.pace.projection) < Decimal("1e-20")
