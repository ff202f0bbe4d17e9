"""How a plan moved between two states of it."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.due import parse_due
from kehoach_cli.plan.entries import Measurement
from kehoach_cli.plan.model import Indicator, Task
from kehoach_cli.plan.movements import Movements, movements
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.plan.values import VERDICTS, Target, Verdict
from tests.support.known_plans import EXAMPLES, load
from tests.support.records import indicator, plan, target, task

JULY, SEPTEMBER, OCTOBER = date(2023, 7, 31), date(2023, 9, 15), date(2023, 10, 1)


def between(before: Indicator | Task, after: Indicator | Task, day: date = SEPTEMBER) -> Movements:
    return movements(plan_status(plan(before), day), plan_status(plan(after), day))


def test_a_new_value_closes_the_gap_and_betters_the_assessment() -> None:
    (move,) = between(indicator(("25", "2023-07-31")), indicator(("25", "2023-07-31"), ("39", "2023-09-10"))).indicators
    assert (move.closed, move.improved) == (Decimal(14), True)
    (back,) = between(indicator(("39", "2023-09-10")), indicator(("25", "2023-09-10"))).indicators
    assert (back.closed, back.improved) == (Decimal(-14), False)


def judged(verdict: Verdict) -> Indicator:
    words = Target(Decimal(1), Decimal(1), bound="words", text="Đạt mức khá")
    entry = Measurement(Decimal(VERDICTS.index(verdict)), JULY, verdict=verdict)
    return indicator(baseline=None, provincial=words)._replace(measurements=(entry,))


def test_a_verdict_has_no_distance_to_close_and_a_moved_deadline_shows() -> None:
    (move,) = between(judged("not_met"), judged("met")._replace(due=parse_due("Quý I/2024"))).indicators
    assert (move.closed, move.improved, move.days_moved) == (None, True, 91)


def test_a_figure_and_a_verdict_have_no_distance() -> None:
    figure = indicator(("45", "2023-07-31"), baseline=None)
    for before, after in ((judged("met"), figure), (figure, judged("met"))):
        (move,) = between(before, after).indicators
        assert move.closed is None


def test_the_same_value_of_a_later_day_is_news_too() -> None:
    (move,) = between(indicator(("60", "2023-07-31")), indicator(("60", "2023-07-31"), ("60", "2023-09-10"))).indicators
    assert (move.closed, move.improved) == (Decimal(0), None)


def test_a_first_value_closes_no_known_gap_and_is_neither_better_nor_worse() -> None:
    (move,) = between(indicator(baseline=None), indicator(("30", "2023-09-10"), baseline=None)).indicators
    assert (move.closed, move.improved) == (None, None)


def test_a_new_target_moves_the_gap_and_closes_nothing_of_it() -> None:
    (move,) = between(
        indicator(("30", "2023-09-10")), indicator(("30", "2023-09-10"), provincial=target(50))
    ).indicators
    assert move.closed == 0
    (both,) = between(
        indicator(("30", "2023-09-10")), indicator(("31", "2023-09-12"), provincial=target(50))
    ).indicators
    assert both.closed == 1
    (none,) = between(indicator(("30", "2023-09-10")), indicator(("30", "2023-09-10"), provincial=None)).indicators
    assert none.closed is None


def test_deadlines_and_standings_move() -> None:
    (granted,) = between(task(), task(extended=(("Quý IV/2023", "2023-09-01"),)), OCTOBER).tasks
    assert (granted.before.standing, granted.after.standing) == ("open_overdue", "open_in_time")
    assert granted.days_moved == 92
    (undated,) = between(task(), task(due=None)).tasks
    assert undated.days_moved is None


def test_time_alone_moves_standings_between_two_days() -> None:
    whole = plan(task(), task(due="Hàng tháng", id="NV-02"), indicator(("59", "2023-07-31"), due="Quý III/2023"))
    moved = movements(plan_status(whole, JULY), plan_status(whole, OCTOBER))
    assert [move.after.task.id for move in moved.tasks] == ["NV-CQS-01", "NV-02"]
    assert [move.improved for move in moved.indicators] == [False]


def test_records_that_only_one_picture_shows_do_not_move() -> None:
    empty, whole = plan_status(plan(), SEPTEMBER), plan_status(plan(indicator(), task()), SEPTEMBER)
    came, went = movements(empty, whole), movements(whole, empty)
    assert [move.kinds for found in (came, went) for move in found.moves] == [("added",)] * 2 + [("removed",)] * 2
    assert came[1:] == went[1:] == ((), ())


@given(st.dates(date(2023, 6, 1), date(2024, 1, 31)), st.integers(0, 200))
def test_what_moved_one_way_moved_back_the_other(day: date, later: int) -> None:
    year = load(EXAMPLES)
    one, other = plan_status(year, day), plan_status(year, day + timedelta(days=later))
    forth, back = movements(one, other), movements(other, one)
    assert [move.closed for move in forth.indicators] == [
        None if move.closed is None else -move.closed for move in back.indicators
    ]
    assert [move.days_moved for move in forth.tasks] == [
        None if move.days_moved is None else -move.days_moved for move in back.tasks
    ]
    assert movements(one, one) == Movements((), (), ())


def test_gaps_closed_add_up_over_the_year() -> None:
    """CQS-02 of the made-up year: 29.2 at the start, 51.6 at the end."""
    year = load(EXAMPLES)
    days = [
        date(2023, 6, 1),
        date(2023, 7, 1),
        date(2023, 9, 14),
        date(2023, 10, 1),
        date(2023, 12, 14),
        date(2024, 1, 1),
    ]
    statuses = [plan_status(year, day) for day in days]
    steps = [
        move.closed
        for before, after in pairwise(statuses)
        for move in movements(before, after).indicators
        if move.after.indicator.id == "CQS-02" and move.closed is not None
    ]
    assert sum(steps) == Decimal("51.6") - Decimal("29.2")
