"""Who must answer what in a period, and who has."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.coverage import PeriodDuties, coverage_of, who_must_answer
from kehoach_cli.plan.entries import Change, FieldValue, LegalAct, Measurement
from kehoach_cli.plan.model import Indicator, Reporting, Task
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.plan.respondents import Coverage
from tests.support.answers import answers, merged_into, split_into
from tests.support.records import changed, indicator, measured, members, plan, task, updated

GROUP = Agency("SBN", "Các sở", "Các sở", group=True, members=members("SYT", "SCT"), members_complete=True)
AGENCIES = (GROUP, *(Agency(name, name, name) for name in ("SYT", "SCT", "STTTT")))


def duties(
    *records: Indicator | Task,
    agencies: tuple[Agency, ...] = AGENCIES,
    period: str = "2023-Q3",
    day: str = "2023-12-31",
    **of_plan: Any,
) -> PeriodDuties:
    whole = plan(*records, agencies=agencies)._replace(**of_plan)
    return who_must_answer(whole, parse_period(period), date.fromisoformat(day))


def said(found: PeriodDuties) -> str:
    """`CQS-01 SYT đã 31/8, SCT thiếu (30/5)`: each record, its bodies, and the day of their answer or of the last."""
    lines = []
    for record, owed in found.by(lambda duty: duty.record.id).items():
        bodies = []
        for duty in owed:
            entry, latest = duty.entry, duty.latest
            if duty.answered and entry:
                bodies.append(f"{duty.agency} đã {entry.date.day}/{entry.date.month}")
            else:
                last = f" ({latest.date.day}/{latest.date.month})" if latest else ""
                bodies.append(f"{duty.agency} {'chung' if duty.settled else 'thiếu'}{last}")
        lines.append(f"{record} {', '.join(bodies)}")
    return "; ".join(lines)


def shared(text: str = "", **of_it: Any) -> Indicator:
    return indicator(lead=("SBN",))._replace(answers=answers(text), **of_it)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (indicator(), "CQS-01 STTTT thiếu"),
        (indicator((30, "2023-06-14")), "CQS-01 STTTT thiếu (14/6)"),  # the day before the window
        (indicator((30, "2023-06-15")), "CQS-01 STTTT đã 15/6"),  # its first day
        (indicator((30, "2023-09-14")), "CQS-01 STTTT đã 14/9"),  # its last day
        (indicator((30, "2023-09-15")), "CQS-01 STTTT thiếu"),  # the next report's
        (shared("SYT 45/120 14/6; SCT 10/80 15/6"), "CQS-01 SYT thiếu (14/6), SCT đã 15/6"),
        (shared("SYT 45/120 14/9; SCT 10/80 15/9"), "CQS-01 SYT đã 14/9, SCT thiếu"),
        (shared("SYT 45 30/9 ước"), "CQS-01 SYT đã 30/9, SCT thiếu"),  # an estimate of the period's last day
        (shared("SYT 45 30/6 ước"), "CQS-01 SYT thiếu, SCT thiếu"),
        (shared("SYT 45/120 1/9", measurements=measured((30, "2023-09-01"))), "CQS-01 SYT đã 1/9, SCT chung"),
        (shared("SYT 45/120 1/9")._replace(lead=("SYT", "SBN")), "CQS-01 SYT đã 1/9, SCT thiếu"),  # twice is once
        (indicator(lead=()), ""),
        (task(due="Quý II/2023"), "NV-CQS-01 STTTT thiếu"),  # overdue is still asked about
        (task(("done", "2023-06-14")), ""),  # finished before the window
        (task(("done", "2023-06-15")), "NV-CQS-01 STTTT đã 15/6"),
        (task(("done", "2023-06-14"), ("in_progress", "2023-09-14")), "NV-CQS-01 STTTT đã 14/9"),  # taken up again
        (task(("done", "2023-06-14"), ("in_progress", "2023-09-15")), ""),  # not known yet
        (task(("done", "2023-06-01"), due="Hằng quý"), "NV-CQS-01 STTTT thiếu (1/6)"),  # "done" is about one period
        (
            task(lead=("SBN",))._replace(answers=answers("SYT done 1/6; SCT in_progress 1/6")),
            "NV-CQS-01 SCT thiếu (1/6)",
        ),
        (task(lead=("SBN",))._replace(answers=answers("SYT done 1/6"), parts="each"), "NV-CQS-01 SCT thiếu"),
    ],
)
def test_who_must_answer_in_the_third_quarter(record: Indicator | Task, expected: str) -> None:
    assert said(duties(record)) == expected


def test_a_heading_and_what_is_not_in_the_plan_ask_for_nothing() -> None:
    late, gone = LegalAct(date(2023, 9, 15), "QĐ 2"), LegalAct(date(2023, 9, 14), "QĐ 3")
    assert said(duties(indicator()._replace(heading=True))) == ""
    assert said(duties(indicator()._replace(added=late))) == ""
    assert said(duties(indicator()._replace(removed=gone))) == ""
    assert said(duties(indicator()._replace(removed=late))) == "CQS-01 STTTT thiếu"


def test_the_day_bounds_what_is_known() -> None:
    record = shared("SYT 45/120 1/9; SCT 10/80 2/9")
    assert said(duties(record, day="2023-09-01")) == "CQS-01 SYT đã 1/9, SCT thiếu"
    assert duties(record, day="2023-09-01").as_of == date(2023, 9, 1)
    assert duties(record).as_of == date(2023, 9, 14)


def test_the_cut_off_of_the_plan_is_that_of_the_window() -> None:
    cutoff = Change(date(2023, 8, 1), "QĐ 2", (FieldValue("reporting", Reporting(cutoff=20)),))
    assert said(duties(shared("SYT 45/120 20/9"), changes=(cutoff,))) == "CQS-01 SYT đã 20/9, SCT thiếu"


def test_an_amended_lead_and_a_member_that_came() -> None:
    record = shared("SYT 45/120 1/9")._replace(changes=(changed("2023-09-14", lead=("SYT", "STTTT")),))
    assert said(duties(record, day="2023-09-13")) == "CQS-01 SYT đã 1/9, SCT thiếu"
    assert said(duties(record)) == "CQS-01 SYT đã 1/9, STTTT thiếu"
    joined = GROUP._replace(members=(*GROUP.members, members("STTTT")[0]._replace(from_=date(2023, 9, 10))))
    agencies = (joined, *AGENCIES[1:])
    assert said(duties(shared(), agencies=agencies, day="2023-09-09")) == "CQS-01 SYT thiếu, SCT thiếu"
    assert said(duties(shared(), agencies=agencies)) == "CQS-01 SYT thiếu, SCT thiếu, STTTT thiếu"


def test_a_merged_body_has_answered_when_all_its_predecessors_had() -> None:
    agencies = (GROUP, *merged_into("SNV", "SYT", "SCT", on="2023-08-01", new=True))
    assert said(duties(shared("SYT 45/120 1/7"), agencies=agencies)) == "CQS-01 SNV thiếu (1/7)"
    assert said(duties(shared("SYT 45/120 1/7; SCT 10/80 2/7"), agencies=agencies)) == "CQS-01 SNV đã 2/7"
    assert said(duties(shared("SYT 45/120 1/7; SNV 10/80 1/8"), agencies=agencies)) == "CQS-01 SNV đã 1/8"
    [duty] = duties(shared(), agencies=agencies).duties
    assert (duty.respondent.acts_for, duty.respondent.group) == (("SYT", "SCT"), "SBN")


def test_the_successors_of_a_split_must_all_answer() -> None:
    agencies = (GROUP._replace(members=members("SYT")), *split_into("SYT", "A", "B", on="2023-08-01", takes={}))
    assert said(duties(shared("SYT 45/120 1/7; A 1/2 2/8"), agencies=agencies)) == "CQS-01 A đã 2/8, B thiếu"


def test_how_many_bodies_have_answered_all_and_how_many_a_part() -> None:
    both = (
        shared("SYT 45/120 1/9; SCT 10/80 1/9"),
        task(lead=("SBN",))._replace(answers=answers("SYT in_progress 1/9")),
    )
    found = duties(*both, indicator((30, "2023-09-01"))._replace(id="CQS-02"))
    assert (found.agencies, found.in_part) == (Coverage(2, 3), 1)
    assert coverage_of(found.by(lambda duty: duty.record.id)["NV-CQS-01"]) == Coverage(1, 2)


def test_members_that_are_not_known_in_full() -> None:
    found = duties(shared("SYT 45/120 1/9"), agencies=(GROUP._replace(members_complete=False), *AGENCIES[1:]))
    assert found.agencies == Coverage(1, 2, at_least=True)
    nobody = GROUP._replace(members=(), members_complete=False)
    record = shared()._replace(measurements=measured((30, "2023-09-01")))
    assert said(duties(record, agencies=(nobody, *AGENCIES[1:]))) == "CQS-01 SBN đã 1/9"  # the group is one body


NAMES = st.sampled_from(["SYT", "SCT", "STTTT"])


@given(
    st.lists(st.tuples(NAMES, st.dates(date(2023, 5, 1), date(2023, 10, 1))), unique=True), st.permutations([0, 1, 2])
)
def test_every_duty_is_one_body_of_one_record_and_answers_only_add(
    given_days: list[tuple[str, date]], turn: list[int]
) -> None:
    entries = tuple(Measurement(1, day, agency=name) for name, day in given_days)  # type: ignore[arg-type]
    leads = tuple(("SBN", "SYT", "STTTT")[place] for place in turn)
    counts = []
    for known in range(len(entries) + 1):
        found = duties(shared()._replace(lead=leads, answers=entries[:known]))
        owed = [duty.agency for duty in found.duties]
        assert sorted(owed) == ["SCT", "STTTT", "SYT"]
        counts.append(sum(duty.answered for duty in found.duties))
    assert counts == sorted(counts)
    in_window = {name for name, day in given_days if date(2023, 6, 15) <= day <= date(2023, 9, 14)}
    assert counts[-1] == len(in_window)


def test_updates_of_the_whole_answer_for_a_lead_alone() -> None:
    done = task(due="Quý III/2023")._replace(updates=updated(("in_progress", "2023-07-01")))
    assert said(duties(done)) == "NV-CQS-01 STTTT đã 1/7"


@pytest.mark.parametrize(
    ("record", "agencies"),
    [
        (indicator((30, "2023-07-31")), merged_into("SNV", "STTTT", on="2023-08-01", new=True)),
        (
            indicator(lead=("SYT", "SCT"))._replace(answers=answers("SYT 45/120 30/7; SCT 10/80 31/7"), parts="ratio"),
            merged_into("SNV", "SYT", "SCT", on="2023-08-01", new=True),
        ),
    ],
)
def test_a_body_that_leads_alone_has_what_was_reported_before_it_succeeded(
    record: Indicator, agencies: tuple[Agency, ...]
) -> None:
    assert said(duties(record, agencies=agencies)) == "CQS-01 SNV đã 31/7"


def test_an_answer_of_a_body_that_leads_alone_is_none() -> None:
    """Its figure is the whole (KH420)."""
    record = indicator()._replace(answers=answers("STTTT 45/120 1/9"))
    assert said(duties(record)) == "CQS-01 STTTT thiếu"
    joined = merged_into("SCT", "SYT", on="2023-08-01")
    left = indicator((30, "2023-09-01"), lead=("SYT", "SCT"))  # nobody answers for a part of it
    assert said(duties(left, agencies=joined)) == "CQS-01 SCT đã 1/9"
    kept = left._replace(answers=answers("SYT 45/120 30/7; SCT 10/80 2/8"))
    assert said(duties(kept, agencies=joined)) == "CQS-01 SCT đã 1/9"
    assert said(duties(left._replace(parts="ratio"), agencies=joined)) == "CQS-01 SCT chung"


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (indicator((30, "2023-06-14")), "CQS-01 STTTT thiếu (14/6)"),
        (indicator((30, "2023-09-15")), "CQS-01 STTTT đã 15/9"),
        (indicator((30, "2023-10-21")), "CQS-01 STTTT thiếu"),  # after the day of the question
        (shared("SYT 45/120 20/10"), "CQS-01 SYT đã 20/10, SCT thiếu"),
        (shared(measurements=measured((30, "2023-10-01"))), "CQS-01 SYT chung, SCT chung"),
        (task(("done", "2023-10-01")), "NV-CQS-01 STTTT đã 1/10"),
        (indicator()._replace(added=LegalAct(date(2023, 9, 14), "QĐ 2")), "CQS-01 STTTT thiếu"),
        (indicator()._replace(added=LegalAct(date(2023, 9, 15), "QĐ 2")), ""),  # nothing was owed for it
        (indicator()._replace(removed=LegalAct(date(2023, 10, 20), "QĐ 2")), ""),
    ],
)
def test_what_came_late_counts_where_it_is_asked_for(record: Indicator | Task, expected: str) -> None:
    whole = plan(record, agencies=AGENCIES)
    assert said(who_must_answer(whole, parse_period("2023-Q3"), date(2023, 10, 20), late=True)) == expected


def test_who_has_answered_nothing_of_what_is_wanted() -> None:
    found = duties(shared("SYT 45/120 1/9"), task(lead=("SBN", "STTTT"))._replace(answers=answers("STTTT done 1/9")))
    assert (found.silent, found.in_part) == (["SCT"], 1)
