"""Where tasks stand: the four official classes, and the kinds of work that have none of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.model import STATES, Task, Update
from kehoach_cli.plan.standing import STANDINGS, TaskStatus, quarters_late, task_status
from tests.support.records import plan, task

PLAN = plan()
THIRD_QUARTER = date(2023, 9, 30)


def status(record: Task, day: str) -> TaskStatus:
    return task_status(record, PLAN, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("record", "day", "standing", "late"),
    [
        (task(), "2023-09-30", "open_in_time", 0),
        (task(), "2023-10-01", "open_overdue", 1),
        (task(("in_progress", "2023-09-01")), "2023-10-10", "open_overdue", 10),
        (task(("not_started", "2023-09-01")), "2023-09-10", "open_in_time", 0),
        (task(("done", "2023-09-30")), "2023-12-31", "done_on_time", 0),
        (task(("done", "2023-10-01")), "2023-12-31", "done_late", 1),
        (task(("done", "2023-10-01")), "2023-09-30", "open_in_time", 0),
        (task(("done", "2023-08-01"), ("done", "2023-11-01")), "2023-12-31", "done_on_time", 0),
        (task(("done", "2023-08-01"), ("in_progress", "2023-08-20")), "2023-10-02", "open_overdue", 2),
        (
            task(("done", "2023-08-01"), ("in_progress", "2023-08-20"), ("done", "2023-10-05")),
            "2023-12-31",
            "done_late",
            5,
        ),
        (task(("submitted", "2023-09-30")), "2023-09-30", "open_in_time", 0),
        (task(("submitted", "2023-09-30")), "2023-10-01", "open_overdue", 1),
        (task(("paused", "2023-08-01")), "2023-09-30", "open_in_time", 0),
        (task(("paused", "2023-08-01")), "2023-10-01", "open_overdue", 1),
        (task(("submitted", "2023-08-01"), due=None), "2023-12-31", "undated", 0),
        (task(("done", "2023-08-01"), ("submitted", "2023-09-01")), "2023-09-30", "open_in_time", 0),
        (task(("cancelled", "2023-08-01")), "2023-12-31", "cancelled", 0),
        (task(("cancelled", "2023-08-01"), ("in_progress", "2023-11-01")), "2023-12-31", "open_overdue", 92),
        (task(due=None), "2024-12-31", "undated", 0),
        (task(("done", "2023-08-01"), due=None), "2023-12-31", "done_on_time", 0),
        (task(due="external: Theo chương trình của Bộ"), "2024-12-31", "undated", 0),
        (task(("done", "2023-07-28"), due="Hàng tháng"), "2023-07-31", "recurring", 0),
        (task(("done", "2023-07-28"), due="Thường xuyên"), "2023-07-31", "ongoing", 0),
        (task(due="Quý I/2023"), "2023-06-26", "open_overdue", 87),
    ],
)
def test_examples(record: Task, day: str, standing: str, late: int) -> None:
    found = status(record, day)
    assert (found.standing, found.days_late) == (standing, late)


def test_the_last_report_is_the_one_of_the_latest_day() -> None:
    found = status(task(("in_progress", "2023-09-01"), ("not_started", "2023-08-01")), "2023-09-30")
    assert found.state == "in_progress"
    assert found.last_update is not None
    assert found.last_update.date == date(2023, 9, 1)


def test_an_extension_counts_from_the_day_it_was_granted() -> None:
    extended = task(extended=(("Quý IV/2023", "2023-10-05"),))
    assert status(extended, "2023-10-04").standing == "open_overdue"
    assert status(extended, "2023-10-05").standing == "open_in_time"
    assert status(extended, "2024-01-02").days_late == 2


def test_the_latest_extension_is_in_force_wherever_it_stands_in_the_file() -> None:
    extended = task(extended=(("Quý I/2024", "2023-12-20"), ("Quý IV/2023", "2023-09-20")))
    assert status(extended, "2023-10-01").due.text == "Quý IV/2023"
    assert status(extended, "2023-12-20").due.text == "Quý I/2024"


def test_a_correction_of_done_opens_the_task_again() -> None:
    corrected = task(("done", "2023-09-25"), ("in_progress", "2023-09-25", "2023-09-25"))
    found = status(corrected, "2023-10-01")
    assert (found.standing, found.done_on, found.state) == ("open_overdue", None, "in_progress")


def test_a_monthly_duty_owes_a_report_for_every_whole_month_since_the_plan() -> None:
    duty = task(("done", "2023-07-28"), ("in_progress", "2023-09-30"), due="Hàng tháng")
    assert [str(period) for period in status(duty, "2023-07-31").missed_periods] == []
    assert [str(period) for period in status(duty, "2023-08-31").missed_periods] == []
    assert [str(period) for period in status(duty, "2023-09-01").missed_periods] == ["2023-08"]
    late = ["2023-08", "2023-10", "2023-11", "2023-12"]
    assert [str(period) for period in status(duty, "2024-06-01").missed_periods] == late


def test_a_quarterly_duty_owes_a_report_for_every_whole_quarter() -> None:
    duty = task(("done", "2023-12-31"), due="Hàng quý")
    assert [str(period) for period in status(duty, "2023-10-01").missed_periods] == ["2023-Q3"]
    assert [str(period) for period in status(duty, "2024-01-01").missed_periods] == ["2023-Q3"]


def test_a_month_that_the_plan_was_issued_on_the_first_day_of_counts_whole() -> None:
    issued_on_the_first = PLAN._replace(date=date(2023, 7, 1))
    found = task_status(task(due="Hàng tháng"), issued_on_the_first, date(2023, 8, 1))
    assert [str(period) for period in found.missed_periods] == ["2023-07"]


def test_ongoing_work_goes_stale_when_no_report_came_for_a_quarter() -> None:
    silent, heard = task(due="Thường xuyên"), task(("in_progress", "2023-08-31"), due="Thường xuyên")
    assert status(silent, "2023-09-26").stale_since is None
    assert status(silent, "2023-09-27").stale_since == date(2023, 9, 26)
    assert status(heard, "2023-11-30").stale_since is None
    assert status(heard, "2023-12-01").stale_since == date(2023, 11, 30)
    again = task(("in_progress", "2023-08-31"), ("in_progress", "2023-09-15"), due="Thường xuyên")
    assert status(again, "2023-12-16").stale_since == date(2023, 12, 15)


def test_finished_and_cancelled_duties_owe_nothing() -> None:
    for due in ("Hàng tháng", "Thường xuyên"):
        found = status(task(("cancelled", "2023-07-01"), due=due), "2023-12-31")
        assert (found.standing, found.missed_periods, found.stale_since) == ("cancelled", (), None)


@pytest.mark.parametrize(
    ("end", "day", "quarters"),
    [
        ("2023-09-29", "2023-10-01", 1),
        ("2023-09-30", "2023-10-01", 0),
        ("2023-09-30", "2023-12-31", 0),
        ("2023-09-30", "2024-01-01", 1),
        ("2023-12-15", "2024-01-01", 1),
        ("2023-06-30", "2023-09-30", 0),
        ("2023-06-30", "2024-10-01", 5),
        ("2023-12-31", "2023-07-01", 0),
    ],
)
def test_quarters_that_ended_since_the_deadline(end: str, day: str, quarters: int) -> None:
    assert quarters_late(date.fromisoformat(end), date.fromisoformat(day)) == quarters


days = st.dates(date(2023, 1, 1), date(2024, 12, 31))
dues = st.sampled_from(["Quý III/2023", "2023", "Hàng tháng", "Hàng quý", "Thường xuyên", "external: x", None])


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    entries = draw(st.lists(st.builds(Update, st.sampled_from(STATES), days, corrects=st.none()), max_size=6))
    extended = draw(st.lists(st.tuples(st.sampled_from(["Quý IV/2023", "2024-Q1"]), days), max_size=2))
    bare = task(due=draw(dues), extended=tuple((text, day.isoformat()) for text, day in extended))
    return bare._replace(updates=tuple(entries))


@given(tasks(), days, st.sampled_from(STATES), st.integers(1, 100))
def test_what_is_dated_later_does_not_exist(record: Task, day: date, state: str, later: int) -> None:
    after = day + timedelta(days=later)
    known = task_status(record, PLAN, day)
    more = record._replace(
        updates=(*record.updates, Update(state, after)),  # type: ignore[arg-type]  # one of STATES
        changes=(*record.changes, *task(extended=(("2025", after.isoformat()),)).changes),
    )
    assert task_status(more, PLAN, day) == known


@given(tasks(), days)
def test_every_task_has_one_standing_and_its_parts_agree(record: Task, day: date) -> None:
    found = task_status(record, PLAN, day)
    assert found.standing in STANDINGS
    assert (found.days_late > 0) == (found.standing in ("open_overdue", "done_late"))
    assert not found.missed_periods or found.standing == "recurring"
    assert found.stale_since is None or found.standing == "ongoing"
    assert all(period.last_day < day and period.year == PLAN.year for period in found.missed_periods)


@given(tasks(), days)
def test_the_order_of_entries_of_different_days_does_not_matter(record: Task, day: date) -> None:
    by_day = {entry.date: entry for entry in record.updates}
    forward, backward = tuple(by_day.values()), tuple(reversed(by_day.values()))
    one, other = (task_status(record._replace(updates=entries), PLAN, day) for entries in (forward, backward))
    assert one[1:] == other[1:]
