"""Levels to keep, sums of a year, ranks, verdicts and strict bounds: each on both sides of what it wants."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from kehoach_cli.plan.due import parse_due
from kehoach_cli.plan.entries import Change, FieldValue, Measurement
from kehoach_cli.plan.gaps import Distance, progress
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.values import VERDICTS, Baseline, Direction, Milestone, Reading, Target, Verdict
from tests.support.records import LAST_DAY, indicator, target

SEPTEMBER = date(2023, 9, 14)
AFTER = LAST_DAY + timedelta(days=1)


def strict(value: int) -> Target:
    return Target(Decimal(value), Decimal(value), strict=True)


@pytest.mark.parametrize(
    ("value", "as_of", "assessment"),
    [("60", LAST_DAY, "on_track"), ("60.1", LAST_DAY, "met"), ("99", LAST_DAY, "met"), ("60", AFTER, "not_met")],
)
def test_a_strict_bound_is_met_beyond_it_and_never_exceeded(value: str, as_of: date, assessment: str) -> None:
    item = progress(indicator((value, "2023-09-14"), provincial=strict(60)), as_of)
    assert item.assessment == assessment


def test_at_a_strict_bound_from_the_start_there_is_no_pace() -> None:
    item = progress(indicator(("60", "2023-09-14"), baseline=60, provincial=strict(60)), SEPTEMBER)
    assert (item.pace, item.assessment) == (None, "on_track")


def kept(*measured: tuple[str, str]) -> Indicator:
    return indicator(*measured, baseline=100, provincial=target(100))._replace(maintain=True)


@pytest.mark.parametrize(
    ("value", "as_of", "assessment"),
    [
        ("99.9", "2023-06-30", "not_maintained"),
        ("100", "2023-06-30", "met"),
        ("100.1", "2023-06-30", "met"),  # never exceeded
        ("99.9", "2023-12-31", "not_maintained"),
        ("99.9", "2024-01-01", "not_met"),
    ],
)
def test_a_level_to_keep(value: str, as_of: str, assessment: str) -> None:
    item = progress(kept((value, "2023-06-30")), date.fromisoformat(as_of))
    assert (item.assessment, item.pace) == (assessment, None)
    assert item.breaches == ((date(2023, 6, 30),) if value == "99.9" else ())


def test_the_latest_value_decides_and_earlier_breaches_are_told() -> None:
    item = progress(kept(("99.2", "2023-06-30"), ("100", "2023-09-30")), date(2023, 9, 30))
    assert (item.assessment, item.breaches) == ("met", (date(2023, 6, 30),))


def test_the_words_of_the_target_make_it_one_to_keep() -> None:
    level = Target(Decimal(100), Decimal(100), maintain=True)
    record = indicator(("99", "2023-06-30"), baseline=100, provincial=level)
    assert progress(record, SEPTEMBER).assessment == "not_maintained"


def rank(*measured: tuple[str, str], baseline: int | None = 22) -> Indicator:
    record = indicator(*measured, baseline=baseline, provincial=target(15))
    return record._replace(measure="rank", unit="Thứ bậc", direction="decrease")


@pytest.mark.parametrize(
    ("value", "as_of", "assessment"),
    [
        ("14", SEPTEMBER, "exceeded"),
        ("15", SEPTEMBER, "met"),
        ("16", SEPTEMBER, "not_yet_met"),
        ("30", SEPTEMBER, "not_yet_met"),  # a worse rank is no pace either
        ("16", AFTER, "not_met"),
    ],
)
def test_a_rank_has_no_pace(value: str, as_of: date, assessment: str) -> None:
    item = progress(rank((value, "2023-08-31")), as_of)
    assert (item.assessment, item.pace, item.share_closed) == (assessment, None, None)


def test_one_rank_without_a_baseline_is_enough() -> None:
    item = progress(rank(("18", "2023-08-31"), baseline=None), SEPTEMBER)
    assert item.commitment
    assert (item.assessment, item.commitment.left, item.commitment.from_baseline) == ("not_yet_met", Decimal(3), None)
    assert progress(rank(), SEPTEMBER).assessment == "not_assessable"


WORDS = Target(Decimal(1), Decimal(1), bound="words", text="Đạt mức tiên tiến")


def judged(verdict: Verdict, day: str = "2023-08-31") -> Measurement:
    return Measurement(Decimal(VERDICTS.index(verdict)), date.fromisoformat(day), verdict=verdict, judged_by="Bộ TT&TT")


def in_words(*measurements: Measurement) -> Indicator:
    return indicator(baseline=None, provincial=WORDS)._replace(measurements=measurements)


@pytest.mark.parametrize("direction", ["increase", "decrease"])
@pytest.mark.parametrize(
    ("verdict", "as_of", "assessment"),
    [
        ("exceeded", SEPTEMBER, "exceeded"),
        ("met", SEPTEMBER, "met"),
        ("not_met", SEPTEMBER, "not_yet_met"),
        ("not_met", AFTER, "not_met"),
    ],
)
def test_a_verdict(verdict: Verdict, as_of: date, assessment: str, direction: Direction) -> None:
    item = progress(in_words(judged(verdict))._replace(direction=direction), as_of)
    assert (item.assessment, item.pace) == (assessment, None)


def test_a_verdict_has_no_distance() -> None:
    milestone = Milestone(parse_due("Quý III/2023"), None, WORDS)
    item = progress(in_words(judged("met"))._replace(milestones=(milestone,)), SEPTEMBER)
    assert (item.commitment, item.national, item.provincial_min, item.provincial_max) == (None, None, None, None)
    assert [(state.result, state.left) for state in item.goals] == [("met", None)] * 2


def test_what_was_reported_in_figures_is_no_verdict() -> None:
    """A later document put words in place of the figure, or a figure in place of words."""
    figure = Measurement(Decimal(45), date(2023, 6, 30))
    item = progress(in_words(figure)._replace(baseline=Baseline(Decimal(40), date(2023, 5, 31))), SEPTEMBER)
    assert (item.current, item.start, item.assessment) == (None, None, "not_assessable")
    item = progress(in_words(figure, judged("not_met")), SEPTEMBER)
    assert item.current == Reading(Decimal(0), date(2023, 8, 31))
    item = progress(indicator(("45", "2023-06-30"))._replace(measurements=(figure, judged("met"))), SEPTEMBER)
    assert item.current == Reading(Decimal(45), date(2023, 6, 30))


def test_words_beside_a_figure_have_no_distance() -> None:
    record = indicator(("45", "2023-06-30"), national=WORDS)
    item = progress(record._replace(milestones=(Milestone(parse_due("Quý III/2023"), None, WORDS),)), SEPTEMBER)
    assert (item.national, item.milestones) == (None, ())
    assert item.commitment
    assert item.commitment.left == 15


@pytest.mark.parametrize(
    ("day", "corrigendum", "assessment"),
    [
        ("2023-08-31", False, "not_assessable"),
        ("2023-09-01", False, "met"),
        ("2023-08-31", True, "met"),
    ],
)
def test_a_verdict_is_about_the_words_of_its_day(day: str, *, corrigendum: bool, assessment: str) -> None:
    harder = Target(Decimal(1), Decimal(1), bound="words", text="Đạt mức dẫn đầu")
    change = Change(date(2023, 9, 1), "QĐ 9", (FieldValue("targets.provincial", harder),), corrigendum=corrigendum)
    record = in_words(judged("met", day))._replace(changes=(change,))
    assert progress(record, SEPTEMBER).assessment == assessment


def sums(*measured: tuple[str, str], due: str = "Năm 2023", milestones: tuple[Milestone, ...] = ()) -> Indicator:
    """10 classes in a year, the baseline of another year shown only."""
    record = indicator(*measured, baseline=7, provincial=target(10), due=due)
    known = Baseline(Decimal(7), date(2022, 12, 31))
    return record._replace(measure="count", unit="lớp", accumulates=True, baseline=known, milestones=milestones)


def test_what_accumulates_starts_from_nothing_on_the_last_day_of_the_year_before() -> None:
    item = progress(sums(("5", "2023-07-02")), date(2023, 7, 2))  # day 183 of 365
    assert item.start == Reading(Decimal(0), date(2022, 12, 31))
    assert item.pace
    assert (item.pace.ratio, item.assessment) == (Decimal(5) * 365 / (10 * 183), "on_track")
    assert progress(sums(), date(2023, 7, 2)).assessment == "not_assessable"


def test_a_baseline_within_the_year_is_the_first_figure() -> None:
    record = sums()._replace(baseline=Baseline(Decimal(4), date(2023, 5, 31)))
    item = progress(record, date(2023, 5, 31))
    assert (item.measured, item.current) == (True, Reading(Decimal(4), date(2023, 5, 31)))
    assert item.assessment == "on_track"  # 4 of 10 after 151 of 365 days


def test_over_several_years_the_count_starts_anew() -> None:
    record = sums(("12", "2023-12-31"), ("2", "2024-03-31"), due="Năm 2025")
    first, second = progress(record, date(2023, 12, 31)), progress(record, date(2024, 3, 31))
    assert (first.assessment, second.assessment) == ("exceeded", "behind")  # 2 of 10 after 91 of 366 days
    assert second.goals[-1].goal.end == date(2024, 12, 31)
    last = progress(record, date(2026, 2, 1))
    assert (last.current, last.assessment) == (None, "not_assessable")  # nothing was reported of 2025
    assert [state.goal.end for state in last.overdue_goals] == [LAST_DAY.replace(year=2025)]


def test_the_milestone_of_a_year_is_the_goal_of_its_count() -> None:
    first_year = Milestone(parse_due("Năm 2023"), None, target(4))
    record = sums(("4", "2023-12-31"), ("2", "2024-03-31"), due="Năm 2024", milestones=(first_year,))
    assert progress(record, date(2023, 12, 31)).assessment == "met"
    later = progress(record, date(2024, 3, 31))
    assert (later.assessment, [state.result for state in later.goals]) == ("behind", ["met", "open"])


def test_a_year_with_a_milestone_is_measured_by_it_and_the_year_before_is_not_forgotten() -> None:
    years = (Milestone(parse_due("Năm 2023"), None, target(4)), Milestone(parse_due("Năm 2024"), None, target(6)))
    record = sums(("3", "2023-12-31"), ("2", "2024-03-31"), due="Năm 2025", milestones=years)
    item = progress(record, date(2024, 3, 31))
    assert [(state.result, state.left) for state in item.milestones] == [("not_met", Decimal(1)), ("open", Decimal(4))]
    assert item.provincial_min == item.commitment == Distance(Decimal(6), Decimal(-1), Decimal(4))
    assert (item.next_milestone, item.overdue_goals) == (item.milestones[1], [item.milestones[0]])


def test_without_a_deadline_it_is_counted_in_the_year_of_the_day() -> None:
    record = sums(("10", "2023-07-02"))._replace(due=parse_due("Thường xuyên"))
    assert progress(record, date(2023, 7, 2)).assessment == "met"
    assert progress(record, date(2024, 7, 2)).current is None
