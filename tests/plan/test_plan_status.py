"""The whole plan on one day, and the lists that are asked of it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.plan_status import plan_status
from tests.support.known_plans import DISTRICT, EXAMPLES, SHIPPED, load
from tests.support.records import indicator, plan, task

PLAN = plan(
    indicator(id="MET", baseline=60),
    indicator(id="OPEN"),
    indicator(("30", "2023-08-31"), id="MEASURED"),
    indicator(id="EARLY", due="Quý II/2023"),
    task(id="Q3"),
    task(("done", "2023-08-01"), id="DONE"),
    task(id="MONTHLY", due="Hàng tháng"),
    task(id="ONGOING", due="Thường xuyên"),
    task(id="UNDATED", due=None),
)
KNOWN = [load(folder) for folder in (SHIPPED, EXAMPLES, DISTRICT)]


def test_nothing_recorded_until_the_first_entry() -> None:
    assert not plan_status(PLAN, date(2023, 7, 31)).recorded
    assert plan_status(PLAN, date(2023, 8, 1)).recorded
    assert plan_status(plan(indicator(("30", "2023-07-01"))), date(2023, 7, 1)).recorded
    assert not plan_status(plan(), date(2023, 7, 1)).recorded


def test_lists_of_what_is_late() -> None:
    then = plan_status(PLAN, date(2023, 10, 1))
    assert [item.task.id for item in then.overdue_tasks] == ["Q3"]
    assert [item.indicator.id for item in then.overdue_indicators] == ["EARLY"]
    assert [item.task.id for item in then.missed] == ["MONTHLY"]
    assert [item.task.id for item in then.stale] == ["ONGOING"]


def test_what_has_no_data_is_what_was_never_measured_and_is_not_known_to_be_met() -> None:
    assert [item.indicator.id for item in plan_status(PLAN, date(2023, 10, 1)).without_data] == ["OPEN", "EARLY"]


def test_soon_is_today_and_the_thirty_days_after() -> None:
    end = date(2023, 9, 30)
    for days, soon in ((0, ["Q3"]), (30, ["Q3"]), (31, []), (-1, [])):
        assert [item.task.id for item in plan_status(PLAN, end - timedelta(days=days)).due_soon_tasks()] == soon
    december = plan_status(PLAN, date(2023, 12, 31))
    assert [item.indicator.id for item in december.due_soon_indicators()] == ["OPEN", "MEASURED"]
    assert plan_status(PLAN, date(2023, 11, 30)).due_soon_indicators() == []


@given(st.sampled_from(KNOWN), st.dates(date(2023, 1, 1), date(2025, 6, 30)))
def test_every_record_is_in_the_picture_of_every_day(whole: Plan, day: date) -> None:
    found = plan_status(whole, day)
    assert [item.indicator.id for item in found.indicators] == [record.id for record in whole.indicators]
    assert [item.task.id for item in found.tasks] == [record.id for record in whole.tasks]
    late = {item.task.id for item in found.overdue_tasks}
    assert late.isdisjoint(item.task.id for item in found.due_soon_tasks())
