"""What each of several bodies is asked about the work that they share, and what it is not asked."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.agency import Agency, Member, Succession
from kehoach_cli.plan.coverage import who_must_answer
from kehoach_cli.plan.data_window import last_closed
from kehoach_cli.plan.model import Indicator, Plan, Task
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.plan.values import Milestone, Target
from kehoach_cli.reports.letters.letter_context import letter_context
from kehoach_cli.reports.letters.letter_items import LettersView, letters_view
from tests.support.answers import answers
from tests.support.made_up_plans import indicator, plan_of, task

DAY = date(2023, 9, 20)  # the data of the third quarter run from 15/6 to 14/9
GROUP = Agency(
    "NHOM", "Các cơ quan", "Các cơ quan", group=True, members=(Member("CQ1"), Member("CQ2")), members_complete=True
)


def view_of(
    *records: Indicator | Task,
    day: date = DAY,
    period: str | None = None,
    only: str | None = None,
    agencies: tuple[Agency, ...] = (),
    **of_plan: Any,
) -> LettersView:
    indicators = tuple(record for record in records if isinstance(record, Indicator))
    tasks = tuple(record for record in records if isinstance(record, Task))
    plan = plan_of(indicators, tasks, agencies=4)
    replaced = {agency.id for agency in agencies}
    known = (*(each for each in (*plan.agencies, GROUP) if each.id not in replaced), *agencies)
    return view_on(plan._replace(agencies=known, standing_agency=None, **of_plan), day, period, only)


def view_on(plan: Plan, day: date, period: str | None = None, only: str | None = None) -> LettersView:
    status = plan_status(plan, day)
    wanted = parse_period(period) if period else last_closed(day, plan)
    return letters_view(status, who_must_answer(plan, wanted, day, late=True), register(status.plan), only)


def lines(view: LettersView) -> list[str]:
    """`CQ1 silent N1-01: 45/120 (37,5%) (30/8/2023)`: each item with its body and the latest that the body said."""
    agencies, found = register(view.status.plan), []
    for letter in view.letters:
        context = letter_context(letter, view, agencies, DAY)
        rows = [row for head in context["nhom_viec"] for row in head["viec"]]
        for item, row in zip(letter.items, rows, strict=True):
            missed = f"; thiếu {row['ky_thieu']}" if row["ky_thieu"] else ""
            found.append(f"{letter.agency} {item.concern} {row['ma']}: {row['bao_cao_gan_nhat']}{missed}")
    return found


def shared(given: str = "", **of_it: Any) -> Indicator:
    return indicator(1, lead="NHOM")._replace(**{"parts": "ratio", "answers": answers(given), **of_it})


def shared_task(given: str = "", due: str = "Quý II/2023", **of_it: Any) -> Task:
    return task(1, due, lead="NHOM")._replace(parts="each", answers=answers(given), **of_it)


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("", ["CQ1 silent N1-01: Chưa báo cáo", "CQ2 silent N1-01: Chưa báo cáo"]),
        ("CQ1 45/120 15/6; CQ2 10/80 14/6", ["CQ2 silent N1-01: 10/80 (12,5%) (14/6/2023)"]),  # the day before
        ("CQ1 45/120 14/9; CQ2 10/80 20/9", []),  # a late answer is one
        ("CQ1 45/120 21/9; CQ2 10/80 14/9", ["CQ1 silent N1-01: Chưa báo cáo"]),  # not known yet
    ],
)
def test_who_has_not_answered_since_the_periods_first_day_is_asked(given: str, asked: list[str]) -> None:
    assert lines(view_of(shared(given))) == asked


def test_a_document_on_the_whole_within_the_period_or_after_it_ends_the_asking() -> None:
    for day, asked in ((date(2023, 6, 14), 2), (date(2023, 6, 15), 0), (date(2023, 9, 20), 0)):
        whole = indicator(1, measured=(("41", day),)).measurements
        assert len(lines(view_of(shared(measurements=whole)))) == asked


def test_a_lead_alone_is_asked_where_its_latest_figure_is_older() -> None:
    figures = [indicator(number, measured=(("41", date(2023, 6, day)),)) for number, day in ((1, 14), (2, 15))]
    assert lines(view_of(*figures)) == ["CQ1 silent N1-01: 41% (14/6/2023)"]


def test_another_period_may_be_asked_for() -> None:
    record = shared("CQ1 45/120 14/6; CQ2 10/80 15/6")
    assert lines(view_of(record, period="2023-Q2")) == []
    assert lines(view_of(record, period="2023-Q4"))[0] == "CQ1 silent N1-01: 45/120 (37,5%) (14/6/2023)"


@pytest.mark.parametrize(
    ("of_plan", "day", "period"),
    [
        ({"date": date(2023, 9, 14)}, DAY, "quý III/2023"),
        ({"date": date(2023, 9, 15)}, DAY, "quý IV/2023"),  # issued when the data of the third were closed
        ({}, date(2024, 3, 15), "quý IV/2023"),  # the last one of the plan's year
    ],
)
def test_the_period_asked_for_is_one_of_the_plan(of_plan: dict[str, Any], day: date, period: str) -> None:
    view = view_of(shared("CQ1 45/120 1/3"), day=day, **of_plan)
    assert letter_context(view.letters[0], view, register(view.status.plan), DAY)["ky"]["ten"] == period
    assert {line.partition(" ")[0] for line in lines(view)} == {"CQ1", "CQ2"}


def test_who_has_done_its_share_of_a_task_is_not_asked_for_it() -> None:
    for state in ("done", "cancelled"):
        assert lines(view_of(shared_task(f"CQ1 {state} 1/7"))) == ["CQ2 overdue NV-01: Chưa báo cáo"]
        assert lines(view_of(shared_task(f"CQ1 {state} 1/7", due="Quý III/2023"))) == ["CQ2 soon NV-01: Chưa báo cáo"]
    both = view_of(shared_task("CQ1 done 1/7; CQ2 in_progress 1/7"))
    assert lines(both) == ["CQ2 overdue NV-01: Đang thực hiện (1/7/2023)"]
    joint = view_of(shared_task("CQ1 done 1/7")._replace(parts=None))  # the whole is not done, and they do it together
    assert lines(joint)[0] == "CQ1 overdue NV-01: Đã hoàn thành (1/7/2023)"


def test_who_reaches_its_target_is_not_asked_for_it() -> None:
    late = shared("CQ1 60 1/7; CQ2 59 1/7", parts="each", due=task(1).due)
    assert lines(view_of(late)) == ["CQ2 overdue N1-01: 59% (1/7/2023)"]
    soon = late._replace(due=task(1, "Quý III/2023").due)
    assert lines(view_of(soon)) == ["CQ2 soon N1-01: 59% (1/7/2023)"]
    nothing = shared("CQ1 0/0 1/7; CQ2 1/3 1/7", parts="each", due=task(1).due)  # of 0/0 there is nothing to reach
    assert lines(view_of(nothing)) == ["CQ2 overdue N1-01: 1/3 (33,33%) (1/7/2023)"]


def test_who_reaches_the_target_of_the_whole_does_not_keep_it_back() -> None:
    late = shared("CQ1 60/100 1/7; CQ2 59/100 1/7", due=task(1).due)
    assert lines(view_of(late)) == ["CQ2 overdue N1-01: 59/100 (59%) (1/7/2023)"]
    added = shared(
        "CQ1 60 1/7; CQ2 59 1/7", parts="sum", unit="hồ sơ", due=task(1).due
    )  # no one has a target of its own
    added = added._replace(targets=added.targets._replace(provincial=Target(Decimal(120), Decimal(120))))
    assert [line[:11] for line in lines(view_of(added))] == ["CQ1 overdue", "CQ2 overdue"]


def test_each_is_asked_about_the_goal_that_it_lacks() -> None:
    forty = Milestone(task(1, "Quý I/2023").due, provincial=Target(Decimal(40), Decimal(40)))
    late = shared("CQ1 40 1/7; CQ2 39 1/7", parts="each", milestones=(forty,), due=task(1).due)
    dues = {
        letter.agency: [row["thoi_han"] for head in context["nhom_viec"] for row in head["viec"]]
        for view in [view_of(late)]
        for letter in view.letters
        for context in [letter_context(letter, view, register(view.status.plan), DAY)]
    }
    assert dues == {"CQ1": ["Quý II/2023"], "CQ2": ["Mốc quý I/2023: 40%"]}


def test_a_whole_that_only_lacks_answers_is_overdue_for_who_owes_them() -> None:
    late = shared("CQ1 70/100 1/7", due=task(1).due)
    assert lines(view_of(late)) == ["CQ2 overdue N1-01: Chưa báo cáo"]
    low = shared("CQ1 50/100 1/7", due=task(1).due)
    assert lines(view_of(low)) == ["CQ1 overdue N1-01: 50/100 (50%) (1/7/2023)", "CQ2 overdue N1-01: Chưa báo cáo"]


def test_of_a_recurring_duty_each_is_told_its_own_missed_periods() -> None:
    duty = shared_task("CQ1 done 1/5; CQ1 done 1/7; CQ2 done 2/7", due="Hằng quý")
    assert lines(view_of(duty)) == ["CQ2 silent NV-01: Đã hoàn thành (2/7/2023); thiếu quý II/2023"]
    alone = task(1, "Hằng quý")
    assert lines(view_of(alone)) == ["CQ1 silent NV-01: Chưa báo cáo; thiếu quý II/2023"]


def test_ongoing_work_that_went_quiet_is_asked_about_though_it_was_heard_of_in_the_period() -> None:
    alone = task(1, "Thường xuyên", done=date(2023, 6, 19))
    assert lines(view_of(alone)) == ["CQ1 silent NV-01: Đã hoàn thành (19/6/2023)"]
    assert lines(view_of(alone, day=date(2023, 9, 19))) == []


def test_a_merged_body_sees_what_its_predecessors_answered() -> None:
    merged = Succession("merged", date(2023, 9, 1), "NQ 1", ("CQ3",))
    agencies = (Agency("CQ1", "Cơ quan thứ 1", "CQ 1", successors=merged),)
    record = shared("CQ1 45/120 14/6; CQ2 10/80 1/7")
    assert lines(view_of(record, agencies=agencies)) == ["CQ3 silent N1-01: CQ 1: 45/120 (37,5%) (14/6/2023)"]
    assert lines(view_of(shared("CQ1 45/120 15/6; CQ2 10/80 1/7"), agencies=agencies)) == []


def test_one_that_is_left_of_several_sees_what_each_answered() -> None:
    merged = Succession("merged", date(2023, 9, 1), "NQ 1", ("CQ2",))
    agencies = (Agency("CQ1", "Cơ quan thứ 1", "CQ 1", successors=merged),)
    record = shared("CQ1 45/120 13/6; CQ2 10/80 14/6", lead=("CQ1", "CQ2"))
    both = "CQ2 silent N1-01: 10/80 (12,5%) (14/6/2023); CQ 1: 45/120 (37,5%) (13/6/2023)"
    assert lines(view_of(record, agencies=agencies)) == [both]
    added = record._replace(answers=(*record.answers, *answers("CQ2 60/200 1/9")))
    assert lines(view_of(added, agencies=agencies)) == []
    without = shared("CQ2 10/80 14/6", lead=("CQ1", "CQ2"), parts=None)  # then its figure is the whole
    assert lines(view_of(without, agencies=agencies)) == ["CQ2 silent N1-01: Chưa có số liệu"]


def test_those_who_came_after_a_period_are_not_asked_for_it() -> None:
    split = Succession("split", date(2023, 10, 1), "NQ 1", ("CQ3", "CQ4"))
    agencies = (Agency("CQ1", "Cơ quan thứ 1", "CQ 1", successors=split),)
    later, record = date(2023, 10, 20), shared("CQ1 45/120 14/9; CQ2 10/80 1/7")
    assert lines(view_of(record, day=later, period="2023-Q3", agencies=agencies)) == []
    late = shared("CQ1 45/120 30/9; CQ2 10/80 1/7")  # the day before the split
    assert lines(view_of(late, day=later, period="2023-Q3", agencies=agencies)) == []
    assert len(lines(view_of(late, day=later, period="2023-Q4", agencies=agencies))) == 3
    silent = shared("CQ1 45/120 14/6; CQ2 10/80 1/7")
    assert [line[:10] for line in lines(view_of(silent, day=later, period="2023-Q3", agencies=agencies))] == [
        "CQ3 silent",
        "CQ4 silent",
    ]
    duty = shared_task("CQ1 done 1/5; CQ2 done 2/7", due="Hằng quý", lead=("CQ1", "CQ2"))
    asked = lines(view_of(duty, day=later, agencies=agencies))
    assert {line[:3]: line.partition("; ")[2] for line in asked} == {
        "CQ2": "thiếu quý II/2023",
        "CQ3": "thiếu quý III/2023",
        "CQ4": "thiếu quý III/2023",
    }


def test_letters_to_a_group_are_those_to_its_members() -> None:
    record = shared("CQ1 45/120 1/7")
    assert (lines(view_of(record, only="NHOM")), view_of(record, only="NHOM").nothing_due) == (
        ["CQ2 silent N1-01: Chưa báo cáo"],
        ("CQ1",),
    )
    assert view_of(record, only="CQ4").nothing_due == ("CQ4",)  # leads nothing
    assert view_of(record, indicator(2, lead="CQ3"), only="CQ2").letters[0].agency == "CQ2"


def test_a_group_whose_members_are_not_all_known_is_named_though_the_known_ones_are_done() -> None:
    view = view_of(shared_task("CQ1 done 1/7; CQ2 done 1/7"), agencies=(GROUP._replace(members_complete=False),))
    assert (lines(view), view.open_groups) == ([], ("NHOM",))
