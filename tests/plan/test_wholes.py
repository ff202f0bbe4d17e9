"""The whole of a record from the answers of those who must answer it: worked examples by hand."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.entries import Measurement, Update
from kehoach_cli.plan.gaps import Progress, progress
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.plan.model import Parts, Plan
from kehoach_cli.plan.standing import TaskStatus, task_status
from kehoach_cli.plan.values import Milestone, Target, Targets
from kehoach_cli.plan.wholes import whole_on
from tests.support.answers import answers, merged_into, split_into
from tests.support.records import changed, indicator, measured, members, plan, target, task

THREE = (Agency("SBN", "Các sở", "Các sở", group=True, members=members("SYT", "SCT", "STC"), members_complete=True),)
BODIES = tuple(Agency(name, name, name) for name in ("SYT", "SCT", "STC", "SNV", "SXD"))


def asked(given: str, parts: Parts | None = "ratio", day: str = "2023-09-14", **of_it: Any) -> Progress:
    """The progress of an indicator that three must answer, from 20% to 50% unless it is said otherwise."""
    record = indicator(lead=("SBN",), provincial=target(50))._replace(parts=parts, answers=answers(given))
    return progress_of(plan(record._replace(**of_it), agencies=(*THREE, *BODIES)), day)


def progress_of(whole: Plan, day: str) -> Progress:
    as_of = date.fromisoformat(day)
    [found] = in_force(whole, as_of).indicators
    return progress(found, as_of)


def shown(item: Progress) -> str:
    """`34.00 of 3/3`, provisional `~27.50 of 2/3`, at least `~27.50 of 2/3+`, without a value `– of 0/3`."""
    assert item.whole
    value = f"{item.current.value:.2f}" if item.measured and item.current else "–"
    least = "" if item.whole.complete else "+"
    return f"{'~' if item.provisional else ''}{value} of {item.whole.answered}/{len(item.whole.parts)}{least}"


ALL = "SYT 45/120 31/8; SCT 10/80 31/8; STC 30/50 10/9"


@pytest.mark.parametrize(
    ("parts", "given", "whole"),
    [
        ("ratio", "", "– of 0/3, not_assessable"),
        ("ratio", "SYT 45/120 31/8; SCT 10/80 31/8", "~27.50 of 2/3, not_assessable"),
        ("ratio", ALL, "34.00 of 3/3, behind"),
        ("ratio", f"{ALL}; SYT 60/120 11/9", "40.00 of 3/3, on_track"),  # its later figure replaces its own
        ("ratio", "SYT 45/120 31/8; SCT 10/80 31/8; STC 0/0 10/9", "27.50 of 3/3, far_behind"),
        ("ratio", "SYT 0/0 31/8; SCT 0/0 31/8; STC 0/0 10/9", "– of 3/3, not_assessable"),
        ("ratio", "SYT 45/120 31/8; SCT 10/80 31/8; STC 60 10/9", "~27.50 of 2/3, not_assessable"),
        ("ratio", f"{ALL}; SYT 54/120 31/8 sửa 31/8", "37.60 of 3/3, on_track"),
        ("sum", "SYT 3 31/8; SCT 9 31/8", "~12.00 of 2/3, not_assessable"),
        ("sum", "SYT 3 31/8; SCT 9 31/8; STC 8 1/9", "20.00 of 3/3, far_behind"),
        ("mean", "SYT 60 31/8; SCT 70 31/8; STC 95 31/8", "75.00 of 3/3, exceeded"),
        ("mean", "SCT 70 31/8", "~70.00 of 1/3, not_assessable"),  # the whole of one part is that part
        ("mean", "SYT 1 31/8; SCT 0 31/8; STC 0 31/8", "0.33 of 3/3, going_backwards"),
        ("each", "SYT 50 31/8; SCT 49.9 31/8; STC 95 31/8", "66.67 of 3/3, not_yet_met"),
        ("each", "SYT 50 31/8; SCT 50 31/8; STC 95 31/8", "100.00 of 3/3, met"),  # never "vượt"
        ("each", "SYT 50 31/8; SCT 50 31/8", "~66.67 of 2/3, not_assessable"),
        ("each", "SYT 50 31/8; SCT 0/0 31/8; STC 95 31/8", "100.00 of 3/3, met"),
        (None, ALL, "– of 3/3, not_assessable"),
    ],
)
def test_the_ways_of_combining(parts: Parts | None, given: str, whole: str) -> None:
    assert f"{shown(item := asked(given, parts))}, {item.assessment}" == whole


def test_the_whole_is_that_of_the_day() -> None:
    assert shown(asked(ALL, day="2023-09-09")) == "~27.50 of 2/3"
    assert shown(asked(ALL, day="2023-09-10")) == "34.00 of 3/3"


def test_a_provisional_whole_has_a_gap_and_no_pace() -> None:
    item = asked("SYT 45/120 31/8; SCT 10/80 31/8")
    assert item.commitment
    assert item.commitment.left == Decimal("22.5")
    assert (item.share_closed, item.pace) == (None, None)


def test_a_measurement_of_the_whole_stands_until_a_complete_set_is_later() -> None:
    document = measured((40, "2023-08-31"))
    later = "SYT 45/120 1/9; SCT 10/80 1/9"
    assert shown(asked(later, measurements=document)).startswith("40.00 ")
    assert shown(asked(f"{later}; STC 30/50 31/8", measurements=document)).startswith("40.00 ")  # one is not later
    assert shown(asked(f"{later}; STC 30/50 1/9", measurements=document)).startswith("34.00 ")
    again = measured((40, "2023-08-31"), (41, "2023-09-02"))
    assert shown(asked(f"{later}; STC 30/50 1/9", measurements=again)).startswith("41.00 ")


def test_where_members_are_not_known_in_full_the_whole_is_at_least() -> None:
    [group] = THREE
    record = indicator(lead=("SBN",))._replace(parts="ratio", answers=answers(ALL))
    item = progress_of(plan(record, agencies=(group._replace(members_complete=False), *BODIES)), "2023-09-14")
    assert f"{shown(item)}, {item.assessment}" == "~34.00 of 3/3+, not_assessable"


def test_each_has_its_own_milestones() -> None:
    steps = tuple(
        Milestone(parsed.due, provincial=target(level))
        for parsed, level in ((task(due="Quý II/2023"), 30), (task(due="Quý III/2023"), 40))
    )
    given = "SYT 30 30/6; SCT 30 30/6; STC 29 30/6; SYT 45 1/9; SCT 40 1/9; STC 40 1/9"
    item = asked(given, "each", "2023-10-01", milestones=steps)
    assert [state.result for state in item.goals] == ["met_late", "met", "open"]
    assert [state.commitment for state in item.goals] == [100, 100, 100]
    assert item.goals[-1].left == 100


@pytest.mark.parametrize(("measured_at", "assessment"), [("100", "met"), ("99.9", "not_yet_met")])
def test_the_whole_of_what_each_has_to_reach_is_a_share_also_of_a_target_in_words(
    measured_at: str, assessment: str
) -> None:
    words = Target(Decimal(1), Decimal(1), "words", text="Đạt mức trung bình của cả nước")
    whole = measured((measured_at, "2023-09-01"))
    item = asked("", "each", targets=Targets(None, words), measurements=whole)
    assert item.assessment == assessment


def test_a_milestone_that_passes_while_the_whole_is_provisional_is_not_judged() -> None:
    steps = (Milestone(task(due="Quý II/2023").due, provincial=target(30)),)
    some = "SYT 45/100 1/6; SCT 20/50 1/6"
    results = [asked(given, "ratio", "2023-08-01", milestones=steps) for given in (some, f"{some}; STC 1/50 1/7")]
    assert [item.goals[0].result for item in results] == ["no_data", "met_late"]
    assert [item.overdue for item in results] == [True, False]


def test_a_body_that_leads_twice_counts_once() -> None:
    record = indicator(lead=("SYT", "SBN", "SYT"))._replace(parts="ratio", answers=answers(ALL))
    assert shown(progress_of(plan(record, agencies=(*THREE, *BODIES)), "2023-09-14")).endswith(" of 3/3")


def test_groups_in_groups_and_members_by_date() -> None:
    inner = THREE[0]._replace(id="TRONG", members=members("SYT", "SCT"))
    outer = THREE[0]._replace(members=(*members("TRONG", "STC"), members("SNV")[0]._replace(from_=date(2023, 9, 10))))
    record = indicator(lead=("SBN",))._replace(parts="ratio", answers=answers(ALL.replace("10/9", "1/9")))
    whole = plan(record, agencies=(inner, outer, *BODIES))
    assert shown(progress_of(whole, "2023-09-09")) == "34.00 of 3/3"
    assert shown(progress_of(whole, "2023-09-10")) == "~34.00 of 3/4"


def test_an_amended_lead_changes_who_must_answer_from_its_day() -> None:
    record = indicator(lead=("SBN",))._replace(changes=(changed("2023-10-01", lead=("SYT", "SCT")),))
    record = record._replace(parts="ratio", answers=answers("SYT 45/120 31/8; SCT 10/80 31/8"))
    whole = plan(record, agencies=(*THREE, *BODIES))
    assert shown(progress_of(whole, "2023-09-30")) == "~27.50 of 2/3"
    assert shown(progress_of(whole, "2023-10-01")) == "27.50 of 2/2"


MERGED = (*merged_into("SNNMT", "SCT", "STC", on="2023-09-01", new=True), Agency("SYT", "SYT", "SYT"))


@pytest.mark.parametrize(
    ("parts", "given", "day", "whole"),
    [
        ("ratio", "SCT 30/60 31/7; STC 20/40 31/7", "2023-08-31", "~50.00 of 2/3"),
        ("ratio", "SCT 30/60 31/7; STC 20/40 31/7", "2023-09-01", "~50.00 of 1/2"),  # it has what both answered
        ("ratio", "SCT 30/60 31/7; SYT 10/50 5/9", "2023-09-14", "~36.36 of 1/2"),  # one of the two is missing
        ("ratio", "SCT 30/60 31/7; STC 20/40 31/7; SYT 10/50 5/9", "2023-09-14", "40.00 of 2/2"),
        ("ratio", "SCT 30/60 31/7; STC 20/40 31/7; SNNMT 70/100 6/9; SYT 10/50 5/9", "2023-09-14", "53.33 of 2/2"),
        ("ratio", "SCT 30/60 31/7; STC 20/40 31/7; STC 40/40 2/9", "2023-09-14", "~50.00 of 1/2"),  # after its end
        ("mean", "SCT 60 31/7; STC 80 31/7; SYT 100 31/7", "2023-09-01", "85.00 of 2/2"),
        ("each", "SCT 50 31/7; STC 49 31/7; SYT 50 31/7", "2023-09-01", "50.00 of 2/2"),
    ],
)
def test_a_merger_in_between(parts: Parts, given: str, day: str, whole: str) -> None:
    record = indicator(lead=("SBN",), provincial=target(50))._replace(parts=parts, answers=answers(given))
    assert shown(progress_of(plan(record, agencies=(*THREE, *MERGED)), day)) == whole


def test_a_body_that_absorbs_another_is_itself_one_of_the_predecessors() -> None:
    agencies = (*merged_into("SCT", "STC", on="2023-09-01"), Agency("SYT", "SYT", "SYT"))

    def whole(given: str) -> Plan:
        return plan(
            indicator(lead=("SBN",))._replace(parts="ratio", answers=answers(given)), agencies=(*THREE, *agencies)
        )

    both = "SCT 10/20 31/7; STC 30/80 31/7; SYT 10/50 31/7"
    assert shown(progress_of(whole(both), "2023-09-01")) == "33.33 of 2/2"
    assert shown(progress_of(whole("STC 30/80 31/7; SYT 10/50 31/7"), "2023-09-01")) == "~30.77 of 1/2"
    assert shown(progress_of(whole(f"{both}; SCT 50/100 1/9"), "2023-09-01")) == "40.00 of 2/2"


def test_what_an_heir_answered_unasked_before_it_succeeded_does_not_count() -> None:
    agencies = (*merged_into("SCT", "STC", on="2023-09-01"), Agency("SYT", "SYT", "SYT"))
    record = indicator(lead=("STC", "SYT"))._replace(parts="ratio")

    def whole(given: str) -> str:
        found = plan(record._replace(answers=answers(f"STC 10/80 31/7; SYT 45/120 31/7; {given}")), agencies=agencies)
        return shown(progress_of(found, "2023-09-14"))

    assert whole("SCT 99/100 20/8") == "27.50 of 2/2"
    assert whole("SCT 99/100 20/8; SCT 20/80 2/9") == "32.50 of 2/2"


def test_a_plan_as_its_files_have_it_has_no_whole() -> None:
    """Who must answer is known of a record in force."""
    assert whole_on(indicator(), date(2023, 9, 14), {}) is None


SPLIT = (*split_into("SNV", "SNV1", "SNV2", on="2023-09-01", takes={"CQS-02": "SNV2"}),)


@pytest.mark.parametrize(
    ("record", "given", "day", "whole"),
    [
        ("CQS-01", "SNV 80/200 31/7", "2023-08-31", "40.00 of 1/1"),
        ("CQS-01", "SNV 80/200 31/7", "2023-09-01", "~40.00 of 0/2"),  # cannot be divided, stands meanwhile
        ("CQS-01", "SNV 80/200 31/7; SNV1 30/60 5/9", "2023-09-14", "~50.00 of 1/2"),
        ("CQS-01", "SNV 80/200 31/7; SNV1 30/60 5/9; SNV2 0/40 6/9", "2023-09-14", "30.00 of 2/2"),
        ("CQS-02", "SNV 80/200 31/7", "2023-09-01", "40.00 of 1/1"),  # one successor takes the record
        ("CQS-02", "SNV 80/200 31/7; SNV2 30/60 5/9", "2023-09-14", "50.00 of 1/1"),
    ],
)
def test_a_split(record: str, given: str, day: str, whole: str) -> None:
    group = THREE[0]._replace(members=members("SNV"))
    asked_of = indicator(lead=("SBN",), id=record)._replace(parts="ratio", answers=answers(given))
    assert shown(progress_of(plan(asked_of, agencies=(group, *SPLIT)), day)) == whole


def test_a_dissolved_body_and_its_part_leave_the_whole() -> None:
    gone = Agency("SCT", "SCT", "SCT", until=date(2023, 8, 31))
    group = THREE[0]._replace(members=members("SYT", "SCT"))
    record = indicator(lead=("SBN",))._replace(parts="ratio", answers=answers("SYT 25/50 31/7; SCT 5/50 31/7"))
    whole = plan(record, agencies=(group, gone, Agency("SYT", "SYT", "SYT")))
    assert shown(progress_of(whole, "2023-08-31")) == "30.00 of 2/2"
    assert shown(progress_of(whole, "2023-09-01")) == "50.00 of 1/1"


ONE_LEFT = {
    "merged": merged_into("SYT", "SCT", on="2023-09-01"),
    "dissolved": (Agency("SCT", "SCT", "SCT", until=date(2023, 8, 31)), Agency("SYT", "SYT", "SYT")),
    "amended": (Agency("SCT", "SCT", "SCT"), Agency("SYT", "SYT", "SYT")),
}


@pytest.mark.parametrize(
    ("how", "parts", "value"),
    [
        ("merged", "mean", "50.00 of 1/1"),
        ("dissolved", "mean", "60.00 of 1/1"),
        ("amended", "mean", "60.00 of 1/1"),
        ("merged", "each", "0.00 of 1/1"),
        ("dissolved", "each", "100.00 of 1/1"),
        ("amended", "each", "100.00 of 1/1"),
    ],
)
def test_one_that_is_left_of_several_still_answers_for_itself(how: str, parts: Parts, value: str) -> None:
    amended = (changed("2023-09-01", lead=("SYT",)),) if how == "amended" else ()
    record = indicator(lead=("SYT", "SCT"), provincial=target(50))._replace(
        parts=parts, answers=answers("SYT 60 31/7; SCT 40 31/7"), changes=amended
    )
    whole = plan(record, agencies=ONE_LEFT[how])
    assert shown(progress_of(whole, "2023-08-31")) == ("50.00 of 2/2")
    assert shown(progress_of(whole, "2023-09-01")) == value
    alone = plan(record._replace(parts=None), agencies=ONE_LEFT[how])
    assert progress_of(alone, "2023-09-01").whole is None  # its figures are the whole
    work = task(lead=("SYT", "SCT"), due="Quý III/2023")._replace(
        parts="each", answers=answers("SYT done 31/7; SCT done 20/8"), changes=amended
    )
    now = in_force(plan(work, agencies=ONE_LEFT[how]), date(2023, 9, 1))
    assert task_status(now.tasks[0], now, date(2023, 9, 1)).standing == "done_on_time"


def test_what_accumulates_counts_the_answers_of_its_year() -> None:
    given = "SYT 3 31/12/2023; SCT 2 31/12/2023; STC 1 31/12/2023; SYT 4 31/3/2024"
    record = indicator(lead=("SBN",), baseline=None, due="Năm 2024", provincial=target(10))
    record = record._replace(parts="sum", accumulates=True, answers=answers(given))
    item = progress_of(plan(record, agencies=(*THREE, *BODIES)), "2024-04-01")
    assert shown(item) == "~4.00 of 1/3"


def test_an_estimate_counts_in_its_own_report_until_the_figure_is_there() -> None:
    given = "SYT 45/120 31/8; SCT 10/80 31/8; STC 30/50 30/9 ước; SCT 20/80 30/9 ước"
    record = indicator(lead=("SBN",), provincial=target(50))._replace(parts="ratio", answers=answers(given))
    whole = plan(record, agencies=(*THREE, *BODIES))
    as_of, ends = date(2023, 9, 14), date(2023, 9, 30)
    [then] = in_force(whole, as_of, ends).indicators
    estimated = progress(then, as_of, ends)
    assert estimated.current
    assert (shown(estimated), estimated.current.estimate) == (("38.00 of 3/3"), True)
    assert shown(progress_of(whole, "2023-09-30")) == "~27.50 of 2/3"


def done(given: str, day: str = "2023-09-14", parts: Parts | None = "each", **of_it: Any) -> TaskStatus:
    """Where a task that three must do by the end of the third quarter stands."""
    record = task(lead=("SBN",), due="Quý III/2023")._replace(parts=parts, answers=answers(given))
    as_of = date.fromisoformat(day)
    whole = in_force(plan(record._replace(**of_it), agencies=(*THREE, *BODIES)), as_of)
    return task_status(whole.tasks[0], whole, as_of)


@pytest.mark.parametrize(
    ("given", "day", "state", "standing", "done_on"),
    [
        ("", "2023-09-14", "not_started", "open_in_time", None),
        ("SYT not_started 1/8", "2023-09-14", "not_started", "open_in_time", None),
        ("SYT done 1/8; SCT done 20/8", "2023-09-14", "in_progress", "open_in_time", None),
        ("SYT done 1/8; SCT done 20/8", "2023-10-01", "in_progress", "open_overdue", None),
        ("SYT done 1/8; SCT done 20/8; STC done 1/9", "2023-09-14", "done", "done_on_time", "2023-09-01"),
        ("SYT done 1/8; SCT done 2/10; STC done 1/9", "2023-10-05", "done", "done_late", "2023-10-02"),
        ("SYT done 1/8; SCT done 20/8; STC cancelled 1/9", "2023-09-14", "done", "done_on_time", "2023-08-20"),
        ("SYT cancelled 1/8; SCT cancelled 20/8; STC cancelled 1/9", "2023-09-14", "cancelled", "cancelled", None),
        (
            "SYT done 1/8; SYT in_progress 2/8; SCT done 20/8; STC done 1/9",
            "2023-09-14",
            "in_progress",
            "open_in_time",
            None,
        ),
    ],
)
def test_a_task_that_each_must_do(given: str, day: str, state: str, standing: str, done_on: str | None) -> None:
    status = done(given, day)
    assert (status.state, status.standing, status.done_on and str(status.done_on)) == (state, standing, done_on)


def test_what_a_split_body_reported_of_its_work_is_not_taken_for_nothing() -> None:
    work = task(lead=("SNV", "SYT"), due="Quý III/2023")._replace(parts="each", answers=answers("SNV done 31/7"))
    as_of = date(2023, 9, 14)
    now = in_force(plan(work, agencies=(*SPLIT, *BODIES[:3])), as_of)
    assert task_status(now.tasks[0], now, as_of).state == "in_progress"


def test_an_update_of_the_whole_stands_until_one_has_answered_of_what_each_must_do() -> None:
    ended = (Update("done", date(2023, 8, 31), "CV 1"),)
    assert done("", updates=ended).state == "done"
    assert done("SYT done 1/8", updates=ended).state == "in_progress"
    assert done("SYT done 1/8; SCT done 1/9; STC done 1/9", updates=ended).state == "done"
    assert done("SYT done 1/9; SCT done 1/9; STC done 1/9", parts=None, updates=ended[:0]).state == "not_started"


def test_a_recurring_duty_of_each_is_reported_when_all_have_answered_in_the_period() -> None:
    given = "SYT done 5/7; SCT done 6/7; STC done 7/7; SYT done 5/8; SCT done 6/8"
    record = task(lead=("SBN",), due="Hằng tháng")._replace(parts="each", answers=answers(given))
    as_of = date(2023, 9, 1)
    whole = in_force(plan(record, agencies=(*THREE, *BODIES)), as_of)
    assert [str(period) for period in task_status(whole.tasks[0], whole, as_of).missed_periods] == ["2023-08"]


NAMES = ("SYT", "SCT", "STC")


@st.composite
def sets_of_answers(draw: st.DrawFn, least: int = 0) -> list[Measurement]:
    """Answers of three bodies, at most one each day."""
    keys = draw(
        st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 90)), min_size=least, max_size=9, unique=True)
    )
    found = []
    for agency, day in keys:
        whole = draw(st.integers(0, 50))
        part = draw(st.integers(0, whole))
        value = Decimal(100 * part) / whole if whole else Decimal(0)
        on = date(2023, 6, 1) + timedelta(day)
        found.append(Measurement(value, on, agency=agency, numerator=Decimal(part), denominator=Decimal(whole)))
    return found


def of(entries: Sequence[Measurement], parts: Parts) -> Progress:
    record = indicator(lead=("SBN",))._replace(parts=parts, answers=tuple(entries))
    return progress_of(plan(record, agencies=(*THREE, *BODIES)), "2023-09-30")


WAYS = st.sampled_from(["ratio", "sum", "mean", "each"])


@given(sets_of_answers(), WAYS, st.randoms())
def test_the_order_never_matters(entries: list[Measurement], parts: Parts, chance: Any) -> None:
    turned = [*entries]
    chance.shuffle(turned)
    assert shown(of(entries, parts)) == shown(of(turned, parts))


@given(sets_of_answers(1), WAYS)
def test_an_answer_never_lowers_coverage(entries: list[Measurement], parts: Parts) -> None:
    counts = []
    for known in range(len(entries) + 1):
        whole = of(entries[:known], parts).whole
        assert whole
        counts.append(whole.answered)
    assert counts == sorted(counts)


@given(sets_of_answers(1), st.sampled_from(["ratio", "sum", "mean"]))
def test_the_whole_of_one_part_is_that_part(entries: list[Measurement], parts: Parts) -> None:
    own = [entry for entry in entries if entry.agency == "SYT" and entry.denominator]
    group = THREE[0]._replace(members=members("SYT"))
    record = indicator(lead=("SBN",))._replace(parts=parts, answers=tuple(own))
    item = progress_of(plan(record, agencies=(group, *BODIES)), "2023-09-30")
    if own:
        latest = max(own, key=lambda entry: entry.date)
        assert item.current
        assert (item.current.value, item.current.date, item.provisional) == (latest.value, latest.date, False)


@given(sets_of_answers(1))
def test_a_ratio_is_the_exact_quotient_of_the_latest_of_each(entries: list[Measurement]) -> None:
    latest: dict[str | None, Measurement] = {}
    for entry in sorted(entries, key=lambda entry: entry.date):
        latest[entry.agency] = entry
    whole = sum(int(entry.denominator or 0) for entry in latest.values())
    item = of(entries, "ratio")
    if whole:
        exact = Fraction(100 * sum(int(entry.numerator or 0) for entry in latest.values()), whole)
        assert item.current
        assert abs(Fraction(item.current.value) - exact) < Fraction(1, 10**20)
    assert item.provisional == (0 < len(latest) < 3)
