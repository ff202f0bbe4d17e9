"""What moved between two reports: one example of each kind, and what is none of it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.classes import ASSESSMENTS, STANDINGS
from kehoach_cli.plan.closed_period import Reported, ReportedIndicator, ReportedRecord, ReportedTask
from kehoach_cli.plan.entries import STATES
from kehoach_cli.plan.moves import MOVE_KINDS, by_kind, moves
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.plan.reported import reported
from tests.support.known_plans import DISTRICT, EXAMPLES, load

JUNE, SEPTEMBER, OCTOBER, DECEMBER = (date(2023, month, 30) for month in (6, 9, 10, 12))
FIGURE = ReportedIndicator("CT", "behind", Decimal(40), date=JUNE, goal=Decimal(60), due=DECEMBER, lead=("A",))
WORK = ReportedTask("NV", "open_in_time", "in_progress", date=JUNE, due=SEPTEMBER, lead=("A",))


def said(*records: ReportedRecord) -> Reported:
    return Reported(
        JUNE,
        tuple(each for each in records if isinstance(each, ReportedIndicator)),
        tuple(each for each in records if isinstance(each, ReportedTask)),
    )


def kinds(before: ReportedRecord | None, after: ReportedRecord | None) -> list[str]:
    found = moves(*(said(*([each] if each else [])) for each in (before, after)))
    return [kind for move in found for kind in move.kinds]


@pytest.mark.parametrize(
    ("new", "wanted"),
    [
        ({}, []),
        ({"sources": ("BC 2",)}, []),  # another document says the same
        ({"value": Decimal(41), "date": SEPTEMBER}, ["updated"]),
        ({"date": SEPTEMBER}, ["updated"]),
        ({"provisional": True}, ["updated"]),
        ({"must_answer": 3}, []),  # a body ended, and nothing was said
        ({"assessment": "far_behind"}, ["reassessed"]),
        ({"value": Decimal(60), "assessment": "met"}, ["met"]),
        ({"value": Decimal(70), "assessment": "exceeded"}, ["met"]),
        ({"overdue": True, "assessment": "not_met"}, ["reassessed", "fallen_overdue"]),
        ({"goal": Decimal(50)}, ["amended"]),
        ({"stretch": Decimal(80)}, ["amended"]),
        ({"due": date(2024, 1, 1)}, ["extended"]),
        ({"due": date(2023, 12, 29)}, ["amended"]),
        ({"due": None}, ["amended"]),
        ({"due": date(2024, 1, 1), "goal": Decimal(70)}, ["extended", "amended"]),
        ({"lead": ("B",)}, ["reorganised"]),
    ],
)
def test_an_indicator(new: dict[str, Any], wanted: list[str]) -> None:
    assert kinds(FIGURE, FIGURE._replace(**new)) == wanted


@pytest.mark.parametrize(
    ("new", "wanted"),
    [
        ({}, []),
        ({"state": "submitted", "date": SEPTEMBER}, ["updated"]),
        ({"standing": "done_on_time", "state": "done", "done_on": SEPTEMBER}, ["completed"]),
        ({"standing": "done_late", "state": "done", "done_on": OCTOBER}, ["completed"]),
        ({"standing": "open_overdue"}, ["fallen_overdue"]),
        ({"standing": "cancelled", "state": "cancelled"}, ["cancelled"]),
        ({"standing": "ongoing"}, ["reassessed"]),
        ({"stale_since": OCTOBER}, ["missed_report"]),
        ({"standing": "recurring", "missed": (Period("month", 2023, 8),)}, ["reassessed", "missed_report"]),
        ({"due": OCTOBER}, ["extended"]),
    ],
)
def test_a_task(new: dict[str, Any], wanted: list[str]) -> None:
    assert kinds(WORK, WORK._replace(**new)) == wanted


def test_what_was_met_or_done_and_is_so_no_longer() -> None:
    assert kinds(FIGURE._replace(assessment="met"), FIGURE) == ["no_longer"]
    assert kinds(FIGURE._replace(assessment="met"), FIGURE._replace(assessment="exceeded")) == ["reassessed"]
    assert kinds(WORK._replace(standing="done_late"), WORK) == ["no_longer"]
    assert kinds(WORK._replace(standing="done_late"), WORK._replace(standing="done_on_time")) == ["reassessed"]


def test_what_was_overdue_and_still_is_has_not_fallen_so() -> None:
    late = WORK._replace(standing="open_overdue")
    assert kinds(late, late._replace(date=SEPTEMBER)) == ["updated"]


def test_the_first_answer() -> None:
    silent = FIGURE._replace(value=None, date=None, assessment="not_assessable", answered=0, must_answer=2)
    assert kinds(silent, FIGURE._replace(answered=0, must_answer=2)) == ["reassessed", "first_answered"]
    assert kinds(silent, silent._replace(answered=1)) == ["first_answered"]
    assert kinds(silent._replace(answered=1), silent._replace(answered=2)) == ["updated"]
    assert kinds(WORK._replace(date=None), WORK) == ["first_answered"]


def test_records_that_came_and_went() -> None:
    assert (kinds(None, FIGURE), kinds(WORK, None)) == (["added"], ["removed"])
    came, went = moves(said(WORK), said(FIGURE))
    assert (came.id, came.present, went.id, went.present) == ("CT", FIGURE, "NV", WORK)


def test_documents_are_those_that_are_new() -> None:
    [move] = moves(
        said(FIGURE._replace(sources=("BC 1", "QĐ 1"))),
        said(FIGURE._replace(value=Decimal(41), sources=("BC 2", "QĐ 1"))),
    )
    assert move.new_documents == ("BC 2",)


@pytest.mark.parametrize(("after", "days"), [(OCTOBER, 30), (SEPTEMBER, 0), (JUNE, -92), (None, 0)])
def test_by_how_many_days_a_deadline_moved(after: date | None, days: int) -> None:
    found = moves(said(WORK), said(WORK._replace(due=after, state="paused")))
    assert [move.days_moved for move in found] == [days]


@pytest.mark.parametrize("plan", [EXAMPLES, DISTRICT])
def test_a_state_has_not_moved_from_itself(plan: Any) -> None:
    now = reported(plan_status(load(plan), date(2024, 3, 1)))
    assert moves(now, now) == []


DAYS = st.none() | st.dates(date(2023, 1, 1), date(2024, 12, 31))
FIGURES = st.none() | st.decimals("0", "100", places=1)
INDICATORS = st.builds(
    ReportedIndicator,
    st.just("CT"),
    st.sampled_from(ASSESSMENTS),
    value=FIGURES,
    date=DAYS,
    verdict=st.none(),
    estimate=st.booleans(),
    provisional=st.booleans(),
    goal=FIGURES,
    stretch=FIGURES,
    due=DAYS,
    overdue=st.booleans(),
    answered=st.none() | st.integers(0, 2),
    must_answer=st.none() | st.integers(2, 3),
    lead=st.sampled_from([(), ("A",), ("B",)]),
    sources=st.sampled_from([(), ("BC 1",)]),
)
TASKS = st.builds(
    ReportedTask,
    st.just("NV"),
    st.sampled_from(STANDINGS),
    st.sampled_from(STATES),
    date=DAYS,
    due=DAYS,
    done_on=DAYS,
    percent=FIGURES,
    missed=st.sampled_from([(), (Period("month", 2023, 8),)]),
    answered=st.none() | st.integers(0, 2),
    must_answer=st.none() | st.integers(2, 3),
    lead=st.sampled_from([(), ("A",), ("B",)]),
    sources=st.sampled_from([(), ("BC 1",)]),
)


@given(before=st.one_of(INDICATORS, TASKS), after=st.one_of(INDICATORS, TASKS))
def test_whatever_is_said_otherwise_is_of_a_kind(before: ReportedRecord, after: ReportedRecord) -> None:
    """But that other documents say the same."""
    found = moves(said(before), said(after))
    silent = {"sources", "must_answer"}
    differs = before.id != after.id or any(
        getattr(before, key) != getattr(after, key) for key in after._fields if key not in silent
    )
    assert not differs or found
    groups = by_kind(found)
    assert [*groups] == [kind for kind in MOVE_KINDS if any(kind in move.kinds for move in found)]
    assert all(len(set(move.kinds)) == len(move.kinds) for move in found)
