"""Figures around the closing of a period: late, corrected, estimated, of several bodies; worked by hand.

The plan's way from 20% on 31/5/2023 leads to the target on 31/12/2023: 214 days, 106 of them gone on 14/9/2023.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kehoach_cli.plan.closed_period import ClosedPeriod, Closing, Reported, sent_report
from kehoach_cli.plan.entries import LegalAct
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.periods import Period, parse_period
from kehoach_cli.plan.reported import reported_in
from kehoach_cli.plan.restatements import last_sent, next_open, restatement, restatements
from kehoach_cli.reports.periodic.period_view import period_view
from tests.support.loaded import load_answered, plan_of

Q3, Q4, NEXT = (parse_period(text) for text in ("2023-Q3", "2023-Q4", "2024-Q1"))
CUTOFF = date(2023, 9, 14)
TASK = """\
- id: NV-CQS-05
  name: Việc
  lead: [STTTT]
  due: Quý III/2023
"""


def figures(*lines: str, target: int = 80, more: str = "") -> str:
    """An indicator with these measurements, each `value, date, more`."""
    entries = "".join(f"    - {{value: {line}}}\n" for line in lines)
    return (
        "- id: CQS-02\n  name: Tỷ lệ\n  pillar: CQS\n  unit: '%'\n  direction: increase\n  lead: [STTTT]\n"
        f"  baseline: {{value: 20, as_of: 2023-05-31}}\n  targets: {{provincial: {target}}}\n  due: Năm 2023\n{more}"
        + (f"  measurements:\n{entries}" if entries else "")
    )


def plan_with(*lines: str, target: int = 80, tasks: str = TASK, more: str = "") -> Plan:
    return plan_of(indicators=figures(*lines, target=target, more=more), tasks=tasks)


def closing(said: Reported, number: str = "245/BC-STTTT", day: str = "2023-09-18", **more: Any) -> Closing:
    return Closing(
        number, date.fromisoformat(day), said.as_of, said.counts, indicators=said.indicators, tasks=said.tasks, **more
    )


def sent(plan: Plan, period: Period = Q3, **more: Any) -> Closing:
    """The report on the period as the plan's files give it."""
    return closing(reported_in(plan, period), **more)


def closed(plan: Plan, **closings: Closing) -> Plan:
    """The plan with the third and the fourth quarter closed: `q3=…`, `q4=…`."""
    periods = {"q3": Q3, "q4": Q4}
    return plan._replace(closed=tuple(ClosedPeriod(periods[name], (each,)) for name, each in closings.items()))


def changed(plan: Plan, period: Period) -> list[tuple[Any, ...]]:
    """What the report on the period tells of earlier ones: id, what was said, what is now, by which documents."""
    view = period_view(plan, period)
    return [
        (move.id, getattr(move.before, "value", None), getattr(move.after, "value", None), *move.new_documents)
        for each in view.restatements
        for move in each.moves
    ]


FIRST, CORRECTED = (
    "64.7, date: 2023-08-31, source: BC 1",
    "46.7, date: 2023-08-31, source: CV 1398, corrects: 2023-08-31",
)


def test_a_figure_that_was_corrected_after_the_report_was_sent() -> None:
    plan = closed(plan_with(FIRST, CORRECTED), q3=sent(plan_with(FIRST)))
    [record] = sent_report(plan.closed, Q3).indicators  # type: ignore[union-attr]
    assert (record.value, record.assessment) == (Decimal("64.7"), "on_track")
    [move] = restatement(plan, Q3, sent_report(plan.closed, Q3)).moves  # type: ignore[arg-type]
    assert (getattr(move.after, "value", None), getattr(move.after, "assessment", None)) == (Decimal("46.7"), "behind")
    assert changed(plan, Q4) == [("CQS-02", Decimal("64.7"), Decimal("46.7"), "CV 1398")]


def test_it_is_told_once() -> None:
    plan = closed(plan_with(FIRST, CORRECTED), q3=sent(plan_with(FIRST)))
    told = tuple(each.restated for each in restatements(plan, date(2023, 12, 14)))
    plan = closed(
        plan, q3=plan.closed[0].closings[0], q4=sent(plan, Q4, number="300/BC", day="2023-12-18", restated=told)
    )
    assert changed(plan, NEXT) == []
    again = plan_with(FIRST, CORRECTED, "50, date: 2023-09-01, source: BC 9")._replace(closed=plan.closed)
    assert changed(again, NEXT) == [
        ("CQS-02", Decimal("46.7"), Decimal(50), "BC 9"),  # of the third quarter, as the fourth's report told it
        ("CQS-02", Decimal("46.7"), Decimal(50), "BC 9"),  # of the fourth, whose latest figure it is
    ]


def test_the_figure_of_an_estimates_day_is_the_next_reports_news_and_no_difference() -> None:
    estimate = ("38, date: 2023-08-31, source: BC 1", "45, date: 2023-09-30, source: BC 245, estimate: true")
    plan = closed(
        plan_with(*estimate, "43.8, date: 2023-09-30, source: BC 260", target=50),
        q3=sent(plan_with(*estimate, target=50)),
    )
    [record] = sent_report(plan.closed, Q3).indicators  # type: ignore[union-attr]
    assert (record.value, record.estimate) == (Decimal(45), True)
    assert restatements(plan) == []
    [move] = [move for move in period_view(plan, Q4).moves if move.id == "CQS-02"]
    assert (getattr(move.before, "value", None), getattr(move.after, "value", None)) == (Decimal(45), Decimal("43.8"))
    assert move.new_documents == ("BC 260",)


def test_a_task_that_was_done_and_reported_too_late() -> None:
    done = TASK + "  updates:\n    - {state: done, date: 2023-09-10, source: QĐ 1987}\n"
    plan = closed(plan_with(tasks=done), q3=sent(plan_with()))
    [move] = restatement(plan, Q3, sent_report(plan.closed, Q3)).moves  # type: ignore[arg-type]
    assert [getattr(each, "standing", None) for each in (move.before, move.after)] == ["open_in_time", "done_on_time"]
    assert [item.task.id for item in period_view(plan, Q4).finished_tasks] == ["NV-CQS-05"]


def test_the_answer_of_a_body_that_came_too_late() -> None:
    agencies = "".join(f"- id: {each}\n  name: {each}\n  short_name: {each}\n" for each in ("SYT", "SCT", "STC"))
    shared = figures(target=50, more="  parts: ratio\n").replace("[STTTT]", "[SYT, SCT, STC]")

    def plan_by(**answers: str) -> Plan:
        lines = {
            agency: f"record: CQS-02, {pair}, date: 2023-08-31, source: BC/{agency}" for agency, pair in answers.items()
        }
        loaded = load_answered(lines, agencies=agencies, indicators=shared, tasks="[]")
        assert loaded.findings == ()
        assert loaded.plan is not None
        return loaded.plan

    two = {"SYT": "numerator: 45, denominator: 120", "SCT": "numerator: 10, denominator: 80"}
    plan = closed(plan_by(**two, STC="numerator: 30, denominator: 50"), q3=sent(plan_by(**two)))
    [move] = restatement(plan, Q3, sent_report(plan.closed, Q3)).moves  # type: ignore[arg-type]
    said, now = ((each.value, each.provisional, each.answered, each.must_answer) for each in (move.before, move.after))  # type: ignore[union-attr]
    assert said == (Decimal("27.5"), True, 2, 3)
    assert now == (Decimal(34), False, 3, 3)
    assert move.new_documents == ("BC/STC",)


def test_after_reopening_the_last_that_was_sent_counts_and_the_first_is_kept() -> None:
    first = sent(plan_with(FIRST))._replace(reopened=LegalAct(date(2023, 9, 29), "CV 250/UBND"))
    plan = plan_with(FIRST, CORRECTED)
    again = sent(plan, number="251/BC-STTTT", day="2023-10-02")
    plan = plan._replace(closed=(ClosedPeriod(Q3, (first, again)),))
    assert [each.indicators[0].value for each in plan.closed[0].closings] == [Decimal("64.7"), Decimal("46.7")]
    assert restatements(plan) == []
    before = period_view(plan, Q4).before
    assert before is not None
    assert before.indicators[0].value == Decimal("46.7")


def test_while_it_is_open_again_the_files_are_compared_with() -> None:
    opened = sent(plan_with(FIRST))._replace(reopened=LegalAct(date(2023, 9, 29), "CV 250/UBND"))
    plan = plan_with(FIRST, CORRECTED)._replace(closed=(ClosedPeriod(Q3, (opened,)),))
    view = period_view(plan, Q4)
    assert view.sent is None
    assert view.before is not None
    assert view.before.indicators[0].value == Decimal("46.7")
    assert (sent_report(plan.closed, Q3), restatements(plan), next_open(plan, Q3)) == (None, [], Q4)


def test_what_an_extension_entered_late_makes_of_a_closed_period() -> None:
    extended = TASK + "  changes:\n    - {date: 2023-09-14, by: CV 9, set: {due: Năm 2023}}\n"
    plan = closed(plan_with(tasks=extended), q3=sent(plan_with()))
    [move] = restatement(plan, Q3, sent_report(plan.closed, Q3)).moves  # type: ignore[arg-type]
    assert (move.kinds, move.new_documents) == (("extended",), ("CV 9",))
    later = TASK + "  changes:\n    - {date: 2023-09-15, by: CV 9, set: {due: Năm 2023}}\n"  # the day after
    assert restatements(closed(plan_with(tasks=later), q3=sent(plan_with()))) == []


@pytest.mark.parametrize(("day", "told"), [("2023-09-14", 1), ("2023-09-15", 0)])
def test_the_cut_off_day_is_the_last_that_belongs_to_it(day: str, told: int) -> None:
    plan = closed(plan_with(FIRST, f"70, date: {day}, source: BC 2"), q3=sent(plan_with(FIRST)))
    assert len(changed(plan, Q4)) == told


def test_which_report_was_sent_last() -> None:
    plan = plan_with()
    plan = closed(plan, q3=sent(plan), q4=sent(plan, Q4, day="2023-12-18"))
    found = [last_sent(plan, date.fromisoformat(day)) for day in ("2023-09-17", "2023-09-18", "2023-12-18")]
    assert [each and each.period for each in found] == [None, Q3, Q4]
    assert next_open(plan, Q3) == NEXT
