"""What was in force on a day: the decision's own keys, and what later documents made of them by then."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.agency import Agency, Member, Succession
from kehoach_cli.plan.due import parse_due
from kehoach_cli.plan.entries import STATES, Change, LegalAct
from kehoach_cli.plan.gaps import progress
from kehoach_cli.plan.in_force import applied_changes, as_decided, header_in_force, in_force, record_in_force
from kehoach_cli.plan.model import Indicator, Plan, Record, Task
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.plan.standing import task_status
from tests.support.records import changed, indicator, members, plan, target, task

FIRST_OF_OCTOBER = date(2023, 10, 1)
DAY_BEFORE = FIRST_OF_OCTOBER - timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "goal", "assessment", "ratio"),
    [
        ("2023-09-30", 40, "on_track", "1.052459"),
        ("2023-10-01", 60, "far_behind", "0.521951"),
        ("2023-11-30", 60, "far_behind", "0.350820"),
        ("2023-12-01", 30, "exceeded", "1.395652"),
    ],
)
def test_an_amended_target_counts_from_its_day(day: str, goal: int, assessment: str, ratio: str) -> None:
    """20 on 31/5, 32 on 30/9; the target of 40 is amended to 60, then to 30."""
    record = indicator(("32", "2023-09-30"), provincial=target(40))._replace(
        changes=(
            changed("2023-12-01", targets__provincial=target(30)),
            changed("2023-10-01", targets__provincial=target(60)),
        )
    )
    found = progress(record, date.fromisoformat(day))
    assert found.commitment is not None
    assert found.pace is not None
    shown = str(found.pace.ratio.quantize(Decimal("0.000001")))
    assert (str(found.commitment.goal), found.assessment, shown) == (str(goal), assessment, ratio)


@pytest.mark.parametrize(
    ("day", "assessment", "overdue"),
    [("2023-10-09", "not_met", True), ("2023-10-10", "behind", False), ("2023-12-31", "far_behind", False)],
)
def test_an_extended_indicator_is_judged_by_the_deadline_in_force(day: str, assessment: str, overdue: bool) -> None:  # noqa: FBT001
    record = indicator(("35", "2023-09-30"), provincial=target(50), due="Quý III/2023")._replace(
        changes=(changed("2023-10-10", due=parse_due("Năm 2023")),)
    )
    found = progress(record, date.fromisoformat(day))
    assert (found.assessment, found.overdue) == (assessment, overdue)


@pytest.mark.parametrize(
    ("day", "standing"),
    [("2023-10-06", "done_late"), ("2023-10-09", "done_late"), ("2023-10-10", "done_on_time")],
)
def test_a_task_done_late_and_extended_later_is_judged_by_the_deadline_in_force(day: str, standing: str) -> None:
    record = task(("done", "2023-10-05"), extended=(("Tháng 10/2023", "2023-10-10"),))
    assert task_status(record, plan(), date.fromisoformat(day)).standing == standing


def test_a_record_is_in_the_plan_from_its_addition_to_the_day_before_its_removal() -> None:
    whole = plan(
        indicator(id="CQS-01"),
        indicator(id="CQS-41")._replace(added=LegalAct(date(2023, 8, 15), "QĐ 2")),
        indicator(id="CQS-02")._replace(removed=LegalAct(date(2023, 10, 10), "QĐ 3")),
    )
    ids = {
        day: [each.indicator.id for each in plan_status(whole, date.fromisoformat(day)).indicators]
        for day in ("2023-08-14", "2023-08-15", "2023-10-09", "2023-10-10")
    }
    assert ids == {
        "2023-08-14": ["CQS-01", "CQS-02"],
        "2023-08-15": ["CQS-01", "CQS-41", "CQS-02"],
        "2023-10-09": ["CQS-01", "CQS-41", "CQS-02"],
        "2023-10-10": ["CQS-01", "CQS-41"],
    }


@pytest.mark.parametrize(
    ("due", "added", "missed"),
    [
        ("Hàng tháng", "2023-08-15", ["2023-09", "2023-10", "2023-11"]),
        ("Hàng tháng", "2023-08-01", ["2023-08", "2023-09", "2023-10", "2023-11"]),
        ("Hàng quý", "2023-08-15", []),
        ("Hàng quý", None, ["2023-Q3"]),
    ],
)
def test_a_recurring_duty_that_was_added_is_owed_from_the_next_whole_period(
    due: str, added: str | None, missed: list[str]
) -> None:
    record = task(due=due)._replace(added=LegalAct(date.fromisoformat(added), "QĐ 2") if added else None)
    found = task_status(record, plan(), date(2023, 12, 14))
    assert [str(period) for period in found.missed_periods] == missed


def test_ongoing_work_that_was_added_owes_its_first_report_a_quarter_later() -> None:
    record = task(due="Thường xuyên")._replace(added=LegalAct(date(2023, 8, 15), "QĐ 2"))
    assert task_status(record, plan(), date(2023, 11, 15)).stale_since is None
    assert task_status(record, plan(), date(2023, 11, 16)).stale_since == date(2023, 11, 15)


def test_a_typing_error_never_was() -> None:
    """A corrigendum has the day of the decision; what an amendment of that day set stands before it."""
    record = indicator(provincial=target(6))._replace(
        changes=(changed("2023-06-26", corrigendum=True, targets__provincial=target(60), baseline__value=Decimal(25)),)
    )
    for day in (date(2023, 6, 26), FIRST_OF_OCTOBER):
        then = record_in_force(record, day)
        assert (then.targets.provincial, then.baseline.value) == (target(60), Decimal(25))
    assert as_decided(record_in_force(record, FIRST_OF_OCTOBER)).targets.provincial == target(6)


def test_what_each_change_made_of_the_record() -> None:
    record = task(due="Quý II/2023")._replace(
        changes=(
            changed("2023-10-01", lead=("SYT",), due=parse_due("Năm 2023")),
            changed("2023-07-01", due=parse_due("Quý III/2023")),
            changed("2023-11-01", due=parse_due("Tháng 11/2023")),
            changed("2023-06-26", corrigendum=True, lead=("SNV",)),
        )
    )
    found = [
        (applied.kind, [(field, *map(_text, ends)) for field, *ends in applied.fields])
        for applied in applied_changes(record)
    ]
    assert found == [
        ("corrigendum", [("lead", ("STTTT",), ("SNV",))]),
        ("extension", [("due", "Quý II/2023", "Quý III/2023")]),
        ("amendment", [("lead", ("SNV",), ("SYT",)), ("due", "Quý III/2023", "Năm 2023")]),
        ("amendment", [("due", "Năm 2023", "Tháng 11/2023")]),
    ]


def _text(value: Any) -> Any:
    return getattr(value, "text", value)


def test_new_values_are_written_as_the_keys_lie() -> None:
    change = changed("2023-10-01", targets__provincial=target(60), lead=("SYT",), targets__national=None)
    assert change.nested() == {"targets": {"provincial": target(60), "national": None}, "lead": ("SYT",)}


def test_changes_of_plan_yaml_count_from_their_day() -> None:
    whole = plan()._replace(changes=(changed("2023-10-01", reporting__cutoff=None),))
    assert header_in_force(whole, DAY_BEFORE).reporting.cutoff == 14
    assert header_in_force(whole, FIRST_OF_OCTOBER).reporting.cutoff is None


# Agencies in time

MERGED = Succession("merged", date(2025, 3, 1), "NQ 45/NQ-HĐND", ("SKHCN",))
STTTT = Agency("STTTT", "Sở Thông tin và Truyền thông", "Sở TT&TT", until=date(2025, 2, 28), successors=MERGED)
SKHCN = Agency("SKHCN", "Sở Khoa học và Công nghệ", "Sở KH&CN")
SNV = Agency("SNV", "Sở Nội vụ", "Sở Nội vụ")
SPLIT = MERGED._replace(kind="split", to=("SKHCN", "SNV"))
TAKEN = SPLIT._replace(takes=(("NV-CQS-01", "SNV"),))
LAST_DAY, FIRST_DAY = date(2025, 2, 28), date(2025, 3, 1)


def names_on(agencies: tuple[Agency, ...], day: date, *lead: str) -> tuple[str, tuple[str, ...]]:
    """The lead agencies of NV-CQS-01 on a day, as documents name them and by id."""
    then = in_force(plan(task(lead=lead), agencies=agencies), day)
    [record] = then.tasks
    return register(then).names(record.lead, record.id), record.lead_now


@pytest.mark.parametrize(
    ("agencies", "lead", "before", "after"),
    [
        (
            (STTTT, SKHCN),
            ("STTTT",),
            ("Sở TT&TT", ("STTTT",)),
            ("Sở KH&CN (trước là Sở TT&TT)", ("SKHCN",)),
        ),
        (
            (STTTT, SKHCN),
            ("STTTT", "SKHCN"),
            ("Sở TT&TT, Sở KH&CN", ("STTTT", "SKHCN")),
            ("Sở KH&CN (gồm cả Sở TT&TT trước đây)", ("SKHCN",)),
        ),
        (
            (STTTT._replace(successors=Succession("dissolved", FIRST_DAY, "NQ 45")), SKHCN),
            ("STTTT",),
            ("Sở TT&TT", ("STTTT",)),
            ("Sở TT&TT (đã giải thể)", ()),
        ),
        (
            (STTTT._replace(successors=SPLIT), SKHCN, SNV),
            ("STTTT",),
            ("Sở TT&TT", ("STTTT",)),
            ("Sở KH&CN, Sở Nội vụ (trước là Sở TT&TT)", ("SKHCN", "SNV")),
        ),
        (
            (STTTT._replace(successors=TAKEN), SKHCN, SNV),
            ("STTTT",),
            ("Sở TT&TT", ("STTTT",)),
            ("Sở Nội vụ (trước là Sở TT&TT)", ("SNV",)),
        ),
    ],
)
def test_from_the_day_its_successors_act_for_an_agency(
    agencies: tuple[Agency, ...], lead: tuple[str, ...], before: Any, after: Any
) -> None:
    assert names_on(agencies, LAST_DAY, *lead) == before
    assert names_on(agencies, FIRST_DAY, *lead) == after


def test_a_chain_of_successors_leads_to_the_last_one_of_the_day() -> None:
    third = SKHCN._replace(until=date(2025, 6, 30), successors=MERGED._replace(date=date(2025, 7, 1), to=("SDMST",)))
    agencies = (STTTT, third, Agency("SDMST", "Sở Đổi mới", "Sở Đổi mới", from_=date(2025, 7, 1)))
    assert names_on(agencies, date(2025, 6, 30), "STTTT") == ("Sở KH&CN (trước là Sở TT&TT)", ("SKHCN",))
    assert names_on(agencies, date(2025, 7, 1), "STTTT") == ("Sở Đổi mới (trước là Sở TT&TT)", ("SDMST",))


def test_successors_in_a_circle_end_somewhere() -> None:
    back = SKHCN._replace(until=LAST_DAY, successors=MERGED._replace(to=("STTTT",)))
    assert names_on((STTTT, back), FIRST_DAY, "STTTT")[1] == ()


def test_a_group_has_the_members_of_the_day_and_the_heirs_of_those_that_ended() -> None:
    group = Agency(
        "SBN",
        "Các sở, ban, ngành",
        "Các sở",
        group=True,
        members=(*members("STTTT", "SYT"), Member("SCT", until=LAST_DAY, by="QĐ 9"), Member("STC", from_=FIRST_DAY)),
    )
    others = (Agency(name, name, name) for name in ("SYT", "SCT", "STC"))
    whole = plan(task(lead=("SBN",)), agencies=(STTTT, SKHCN, *others, group))
    [before], [after] = (in_force(whole, day).tasks[0].asked[-1:] for day in (LAST_DAY, FIRST_DAY))
    assert [body.agency for body in before.bodies] == ["STTTT", "SYT", "SCT"]
    assert [body.agency for body in after.bodies] == ["SKHCN", "SYT", "STC"]
    assert register(in_force(whole, FIRST_DAY)).groups_of("SKHCN") == {"SBN"}
    assert register(in_force(whole, LAST_DAY)).groups_of("SKHCN") == frozenset()


def test_a_body_that_is_not_there_yet_has_no_name_yet() -> None:
    new = SKHCN._replace(from_=FIRST_DAY)
    assert register(in_force(plan(agencies=(STTTT, new)), LAST_DAY)).find("Sở KH&CN") is None
    assert register(in_force(plan(agencies=(STTTT, new)), FIRST_DAY)).find("Sở KH&CN") == new


# Properties

days = st.dates(date(2023, 6, 26), date(2024, 3, 31))
targets = st.integers(30, 90).map(target)
dues = st.sampled_from([parse_due(text) for text in ("Quý II/2023", "Quý III/2023", "Năm 2023", "Hàng tháng")])
leads = st.sampled_from([("STTTT",), ("SYT",), ("STTTT", "SYT"), ("SBN",)])


@st.composite
def changes(draw: st.DrawFn, first: date = date(2023, 6, 27)) -> Change:
    day = (first + draw(st.integers(0, 300)) * timedelta(days=1)).isoformat()
    change: Change = draw(
        st.one_of(
            targets.map(lambda value: changed(day, targets__provincial=value)),
            dues.map(lambda value: changed(day, due=value)),
            leads.map(lambda value: changed(day, lead=value)),
        )
    )
    return change


def of_task(found: list[Change]) -> tuple[Change, ...]:
    return tuple(change for change in found if change.set[0].field != "targets.provincial")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    own, others = draw(st.lists(changes(), max_size=3)), draw(st.lists(changes(), max_size=3))
    measured = draw(st.lists(st.tuples(st.integers(0, 99), days.map(date.isoformat)), max_size=4))
    done = draw(st.lists(st.tuples(st.sampled_from(STATES), days.map(date.isoformat)), max_size=3))
    agencies = (SKHCN, Agency("STTTT", "Sở TT&TT", "Sở TT&TT"), Agency("SYT", "Sở Y tế", "Sở Y tế"), GROUP)
    return plan(
        indicator(*measured)._replace(changes=tuple(own)),
        task(*done, due="Quý II/2023")._replace(changes=of_task(others)),
        agencies=agencies,
    )


GROUP = Agency("SBN", "Các sở", "Các sở", group=True, members=members("STTTT", "SYT"))


def later(whole: Plan, drawn: st.DataObject, day: date) -> Plan:
    """The plan after something that a document of a later day did."""
    after = drawn.draw(st.integers(1, 60)) * timedelta(days=1) + day
    act = LegalAct(after, "QĐ 9")
    change = drawn.draw(changes(after))
    first, second = whole.indicators[0], whole.tasks[0]
    ended = Succession("merged", after, "NQ 45", ("SKHCN",))
    gone = whole.agencies[1]._replace(until=after - timedelta(days=1), successors=ended)
    came_and_left = (Member("STTTT", until=after - timedelta(days=1)), Member("SYT"), Member("SKHCN", after))
    left = GROUP._replace(members=came_and_left)
    then: Plan = drawn.draw(
        st.sampled_from(
            [
                whole._replace(indicators=(first._replace(changes=(change, *first.changes)),)),
                whole._replace(tasks=(second._replace(changes=(*second.changes, *of_task([change]))),)),
                whole._replace(indicators=(first._replace(removed=act),)),
                whole._replace(tasks=(second._replace(removed=act),)),
                whole._replace(tasks=(task(id="NV-NEW")._replace(added=act), second)),
                whole._replace(agencies=(whole.agencies[0], gone, *whole.agencies[2:])),
                whole._replace(agencies=(*whole.agencies[:3], left)),
                whole._replace(agencies=(Agency("NEW", "Sở mới", "Sở mới", from_=after), *whole.agencies)),
                whole._replace(changes=(changed(after.isoformat(), reporting__cutoff=None),)),
            ]
        )
    )
    return then


@given(plans(), days, st.data())
def test_a_question_about_a_day_is_answered_alike_after_any_later_document(
    whole: Plan, day: date, drawn: st.DataObject
) -> None:
    assert plan_status(later(whole, drawn, day), day) == plan_status(whole, day)


@given(plans(), days)
def test_the_order_in_the_file_never_matters(whole: Plan, day: date) -> None:
    first = whole.indicators[0]
    expected = plan_status(whole, day)
    for order in permutations(first.changes):
        turned = plan_status(whole._replace(indicators=(first._replace(changes=order),)), day)
        assert turned.indicators[0]._replace(indicator=first) == expected.indicators[0]._replace(indicator=first)
        assert _content(turned.indicators[0].indicator) == _content(expected.indicators[0].indicator)


def _content(record: Indicator | Task) -> Any:
    return record._replace(changes=(), decided=None)


@given(plans(), days, st.integers(0, 200))
def test_a_record_in_force_may_be_asked_again_for_an_earlier_day(whole: Plan, day: date, later: int) -> None:
    then = in_force(whole, day + later * timedelta(days=1))
    assert in_force(then, day + later * timedelta(days=1)) == then
    for record, raw in zip(then.records, whole.records, strict=True):
        again = record_in_force(record, day)
        assert _as_filed(again) == record_in_force(raw, day)


def _as_filed(record: Record) -> Any:
    """The record without what only a plan in force knows of it."""
    decided = record.decided and _as_filed(record.decided)
    return record._replace(decided=decided, lead_now=(), asked=())
