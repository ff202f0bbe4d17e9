"""Where tasks stand: the four official classes, and the kinds of work that have none of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.classes import STANDINGS
from kehoach_cli.plan.entries import STATES, LegalAct, State, Update
from kehoach_cli.plan.model import Plan, Task
from kehoach_cli.plan.standing import TaskStatus, quarters_late, task_status
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
        (task(("done", "2023-08-01"), due=None), "2023-12-31", "done_undated", 0),
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


def years(first: int, last: int, issued: str) -> Plan:
    return PLAN._replace(year=first, last_year=last, date=date.fromisoformat(issued))


FIVE_YEARS = years(2026, 2030, "2026-01-09")


def missed(record: Task, day: str, over: Plan = FIVE_YEARS) -> list[str]:
    return [str(period) for period in task_status(record, over, date.fromisoformat(day)).missed_periods]


IN_MAY: tuple[State, str] = ("in_progress", "2026-05-05")


@pytest.mark.parametrize(
    ("due", "updates", "day", "periods"),
    [
        ("hằng quý", [IN_MAY], "2027-04-01", ["2026-Q3", "2026-Q4", "2027-Q1"]),
        ("hằng quý", [IN_MAY], "2027-03-31", ["2026-Q3", "2026-Q4"]),
        ("Hằng tháng", [("in_progress", "2026-02-20")], "2026-03-31", []),
        ("Hằng tháng", [("in_progress", "2026-02-20")], "2026-04-01", ["2026-03"]),
        ("trước ngày 25 hằng tháng", [("in_progress", "2026-02-20")], "2026-03-25", []),
        ("trước ngày 25 hằng tháng", [("in_progress", "2026-02-20")], "2026-03-26", ["2026-03"]),
        ("trước ngày 25 hằng tháng", [("in_progress", "2026-02-20"), ("in_progress", "2026-03-27")], "2026-03-27", []),
        ("ngày 31 hằng tháng", [], "2026-02-28", []),
        ("ngày 31 hằng tháng", [], "2026-03-01", ["2026-02"]),
        ("ngày 15 tháng cuối quý", [], "2026-06-15", []),
        ("ngày 15 tháng cuối quý", [], "2026-06-16", ["2026-Q2"]),
        ("6 tháng/lần", [], "2026-06-30", []),
        ("6 tháng/lần", [], "2026-07-01", ["2026-H1"]),
        ("trước ngày 15/6 và 15/12", [], "2026-06-15", []),
        ("trước ngày 15/6 và 15/12", [], "2026-06-16", ["2026-H1"]),
        ("Hằng năm", [], "2027-01-01", ["2026"]),
        ("trước ngày 15/12 hằng năm", [], "2026-12-15", []),
        ("trước ngày 15/12 hằng năm", [], "2026-12-16", ["2026"]),
        ("trước ngày 9/1 hằng năm", [], "2026-01-10", ["2026"]),
        ("trước ngày 8/1 hằng năm", [], "2027-01-08", []),
        ("trước ngày 8/1 hằng năm", [], "2027-01-09", ["2027"]),
        ("quý III hằng năm", [], "2026-10-01", ["2026"]),
        ("29/2 hằng năm", [("done", "2026-02-20")], "2027-03-01", ["2027"]),
        ("Hằng năm", [], "2032-01-01", ["2026", "2027", "2028", "2029", "2030"]),
        ("Hằng tuần", [], "2026-01-18", []),
        ("Hằng tuần", [], "2026-01-19", ["2026-W03"]),
        ("thứ Sáu hằng tuần", [], "2026-01-16", []),
        ("thứ Sáu hằng tuần", [], "2026-01-17", ["2026-W03"]),
    ],
)
def test_a_period_is_missed_from_the_day_after_its_last_or_own_day(
    due: str, updates: list[tuple[State, str]], day: str, periods: list[str]
) -> None:
    assert missed(task(*updates, due=due), day) == periods


def test_half_years_and_years_owe_their_first_part_and_end_with_the_plan() -> None:
    """Issued before its years, a plan owes from its first year on; a duty that came later, from its own day on."""
    assert missed(task(due="Hằng năm"), "2026-01-01", years(2025, 2030, "2025-01-09")) == ["2025"]
    assert missed(task(due="Hằng năm"), "2027-01-01", years(2026, 2030, "2025-12-20")) == ["2026"]
    assert missed(task(due="Hằng quý"), "2026-04-01", years(2026, 2030, "2025-06-20")) == ["2026-Q1"]
    added = LegalAct(date(2026, 3, 15), "QĐ 2")
    assert missed(task(IN_MAY, due="Hằng tháng")._replace(added=added), "2026-06-01") == ["2026-04"]
    assert missed(task(due="6 tháng/lần")._replace(added=added), "2026-07-01") == ["2026-H1"]


@pytest.mark.parametrize(
    ("updates", "day", "standing", "late", "stale"),
    [
        ([], "2023-12-31", "open_in_time", 0, None),
        ([("done", "2023-12-20")], "2023-12-31", "done_on_time", 0, None),
        ([("done", "2023-12-20")], "2024-01-01", "ongoing", 0, None),
        ([("done", "2023-12-20")], "2024-03-31", "ongoing", 0, None),
        ([("done", "2023-12-20")], "2024-04-01", "ongoing", 0, "2024-03-31"),
        ([], "2024-03-31", "ongoing", 0, None),
        ([], "2024-04-01", "ongoing", 0, "2024-03-31"),
        ([("in_progress", "2024-01-20")], "2024-04-20", "ongoing", 0, None),
        ([("in_progress", "2024-01-20")], "2024-04-21", "ongoing", 0, "2024-04-20"),
    ],
)
def test_what_goes_on_after_its_day_is_ongoing_from_then(
    updates: list[tuple[State, str]], day: str, standing: str, late: int, stale: str | None
) -> None:
    found = status(task(*updates, due="2023 và những năm tiếp theo"), day)
    assert (found.standing, found.days_late) == (standing, late)
    assert found.stale_since == (stale and date.fromisoformat(stale))
    assert found.missed_periods == ()
