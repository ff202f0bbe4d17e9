"""What a period's report counts: its days, what it compares with, what comes next."""

from datetime import date

from kehoach_cli.plan.periods import parse_period
from kehoach_cli.reports.periodic.period_view import period_view
from tests.support.known_plans import EXAMPLES, load
from tests.support.made_up_plans import indicator, plan_of, task


def test_a_quarter_closes_on_the_plans_cut_off_day() -> None:
    view = period_view(plan_of(), parse_period("2023-Q3"))
    assert view.window == (date(2023, 6, 15), date(2023, 9, 14))
    assert view.before is not None
    assert view.before.as_of == date(2023, 6, 14)


def test_another_day_may_be_asked_for() -> None:
    assert period_view(plan_of(), parse_period("2023-Q3"), date(2023, 9, 30)).as_of == date(2023, 9, 30)


def test_the_first_report_on_a_plan_has_nothing_to_compare_with() -> None:
    plan = plan_of()  # dated 10/1/2023: the first quarter's data begin on 15/12/2022
    assert period_view(plan, parse_period("2023-Q1")).before is None
    assert period_view(plan, parse_period("2023-Q2")).before is not None


def test_the_day_before_the_period_is_compared_with_once_there_is_a_plan() -> None:
    third = parse_period("2023-Q3")  # its data begin on 15/6/2023
    assert period_view(plan_of()._replace(date=date(2023, 6, 14)), third).before is not None
    assert period_view(plan_of()._replace(date=date(2023, 6, 15)), third).before is None
    assert period_view(plan_of(), third, date(2023, 6, 15)).before is not None
    assert period_view(plan_of(), third, date(2023, 6, 14)).before is None


def test_a_day_before_the_period_leaves_nothing_to_compare_with() -> None:
    assert period_view(plan_of(), parse_period("2023-Q4"), date(2023, 8, 1)).before is None


def test_tasks_finished_in_the_period() -> None:
    plan = plan_of(
        tasks=(
            task(1, done=date(2023, 6, 14)),
            task(2, done=date(2023, 6, 15)),
            task(3, done=date(2023, 9, 14)),
            task(4),
        )
    )
    view = period_view(plan, parse_period("2023-Q3"))
    assert [item.task.id for item in view.finished_tasks] == ["NV-02", "NV-03"]


def test_what_comes_next_is_due_after_the_cut_off_and_by_the_end_of_the_next_period() -> None:
    plan = plan_of(
        (indicator(1), indicator(2, baseline="60")),
        (
            task(1, "31/12/2023"),
            task(2, "14/9/2023"),
            task(3, "15/9/2023"),
            task(4, "1/1/2024"),
            task(5, "Quý IV/2023", done=date(2023, 8, 1)),
            task(6, "Thường xuyên"),
        ),
    )
    view = period_view(plan, parse_period("2023-Q3"))
    assert [item.task.id for item in view.next_tasks] == ["NV-03", "NV-01"]
    assert [item.indicator.id for item in view.next_indicators] == ["N1-01"]


def test_pillars_without_indicators_are_left_out() -> None:
    view = period_view(load(EXAMPLES), parse_period("2023-Q4"))
    assert [(pillar.id, len(pillar.indicators)) for pillar in view.pillars] == [("CQS", 17), ("KTS", 8), ("XHS", 15)]
