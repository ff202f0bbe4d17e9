"""What a body's form asks: its rows, what is printed in them and which cells are to be filled in."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.agency import Agency, Member
from kehoach_cli.plan.coverage import PeriodDuties, who_must_answer
from kehoach_cli.plan.due import parse_due
from kehoach_cli.plan.entries import Change, FieldValue, Measurement
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.plan.targets import parse_target
from kehoach_cli.plan.values import Milestone, Target, Targets
from kehoach_cli.reports.letters.form_identity import FormIdentity, fingerprint, read_identity
from kehoach_cli.reports.letters.form_view import FormRow, FormView, cell_text, form_rows, form_views
from tests.support.answering_plan import write_answering_plan
from tests.support.known_plans import load
from tests.support.made_up_plans import indicator, plan_of, task

DAY = date(2023, 9, 20)
FIGURE = ("value", "date", "estimate", "source", "note")
FRACTION = ("numerator", "denominator", "date", "estimate", "source", "note")
WORK = ("state", "percent", "date", "source", "difficulties", "proposals")


def asked(plan: Plan, period: str = "2023-Q3") -> PeriodDuties:
    return who_must_answer(plan, parse_period(period), DAY, late=True)


def rows(plan: Plan, agency: str = "CQ1", period: str = "2023-Q3") -> dict[str, FormRow]:
    found = form_rows(plan, asked(plan, period), agency, register(in_force(plan, DAY)))
    return {row.record.id: row for row in found}


def views(plan: Plan, only: str | None = None) -> list[FormView]:
    return form_views(plan, asked(plan), register(in_force(plan, DAY)), date(2023, 9, 30), only)


@pytest.fixture(scope="module")
def answering(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    folder: Path = tmp_path_factory.mktemp("answering")
    return load(write_answering_plan(folder / "plan"))


def test_a_body_that_leads_alone_gives_the_figure() -> None:
    row = rows(plan_of((indicator(1, measured=(("41", date(2023, 8, 30)),)),)))["N1-01"]
    assert dict(row.locked) == {"id": "N1-01", "name": "Tỷ lệ hồ sơ trực tuyến", "unit": "%", "target": "60%"}
    assert (row.previous, row.fill) == ("41% (30/8/2023)", FIGURE)


def test_one_of_several_gives_its_fraction_or_its_own_figure(answering: Plan) -> None:
    own = rows(answering, "SYT")
    assert (own["CQS-03"].previous, own["CQS-03"].fill) == ("10/30 (33,33%) (10/9/2023)", FRACTION)
    assert own["CQS-03"].locked["target"] == "60% (mốc quý III/2023: 40%)"
    assert (own["CQS-05"].previous, own["CQS-05"].fill) == ("60% (10/9/2023)", FIGURE)
    assert (own["KTS-01"].previous, own["KTS-01"].fill) == ("3 lớp (10/6/2023)", FIGURE)


def test_a_ratio_that_one_body_leads_is_one_figure() -> None:
    assert rows(plan_of((indicator(1)._replace(parts="ratio"),)))["N1-01"].fill == FIGURE


def test_what_a_predecessor_answered_is_told_as_its_own(answering: Plan) -> None:
    assert rows(answering, "SKHCN")["CQS-03"].previous == "Sở TT&TT: 45/120 (37,5%) (20/8/2023)"


def test_a_target_in_words_wants_a_verdict_and_no_estimate() -> None:
    words = parse_target("Duy trì xếp loại tốt")
    row = rows(plan_of((indicator(1, unit="", baseline=None)._replace(targets=Targets(None, words)),)))["N1-01"]
    assert (row.locked["unit"], row.locked["target"]) == ("–", "Duy trì xếp loại tốt")
    assert (row.judged, row.fill) == (True, ("value", "date", "judged_by", "source", "note"))


def test_where_lower_is_better_the_target_is_a_bound() -> None:
    falling = indicator(1)._replace(targets=Targets(None, Target(Decimal(3), Decimal(3))), direction="decrease")
    assert rows(plan_of((falling,)))["N1-01"].locked["target"] == "không quá 3%"
    milestone = Milestone(parse_due("Quý III/2023"), provincial=Target(Decimal(5), Decimal(5)))
    ahead = rows(plan_of((falling._replace(milestones=(milestone,)),)))["N1-01"].locked["target"]
    assert ahead == "không quá 3% (mốc quý III/2023: không quá 5%)"
    worded = falling._replace(targets=Targets(None, parse_target("≤ 3")))
    assert rows(plan_of((worded,)))["N1-01"].locked["target"] == "≤ 3%"


def test_without_a_target_there_is_a_dash() -> None:
    assert rows(plan_of((indicator(1, target=None),)))["N1-01"].locked["target"] == "–"


def test_a_national_target_counts_where_there_is_no_other() -> None:
    national = indicator(1)._replace(targets=Targets(parse_target("40"), None))
    assert rows(plan_of((national,)))["N1-01"].locked["target"] == "40%"


def test_a_task_wants_its_state() -> None:
    row = rows(plan_of(tasks=(task(1, "2023-Q3"),)))["NV-01"]
    assert dict(row.locked) == {"id": "NV-01", "name": task(1).name, "due": "Quý III/2023"}
    assert (row.previous, row.fill) == ("Chưa báo cáo", WORK)


def test_an_estimate_before_is_told_as_one() -> None:
    estimate = Measurement(parse_target("45").min, date(2023, 9, 30), "BC 1", estimate=True)
    assert rows(plan_of((indicator(1)._replace(measurements=(estimate,)),)))["N1-01"].previous == "ước 45% (30/9/2023)"


def test_what_was_answered_already_stays_in_the_form(answering: Plan) -> None:
    """NV-01 was done on 12/7, within the period; NV-02 too."""
    assert {"NV-01", "NV-02", "NV-03"} <= set(rows(answering, "SYT"))


def test_a_body_has_one_form_in_the_plans_order_and_others_have_theirs() -> None:
    group = Agency("NHOM", "Nhóm", "Nhóm", group=True, members=(Member("CQ1"), Member("CQ2")), members_complete=True)
    plan = plan_of((indicator(1, lead="NHOM"),), (task(1), task(2, lead="CQ3")), agencies=3)
    plan = plan._replace(agencies=(*plan.agencies, group))
    found = {view.agency: [row.record.id for row in (*view.indicators, *view.tasks)] for view in views(plan)}
    assert found == {"CQ1": ["N1-01", "NV-01"], "CQ2": ["N1-01"], "CQ3": ["NV-02"]}
    assert [view.agency for view in views(plan, "CQ2")] == ["CQ2"]
    assert [view.agency for view in views(plan, "NHOM")] == ["CQ1", "CQ2"]


def test_the_identity_says_whose_row_it_is_and_what_it_said() -> None:
    plan = plan_of((indicator(1),))
    [view] = views(plan)
    [row] = view.indicators
    name = "01-QD-UBND@2023-01-10"
    assert row.identity == FormIdentity(name, "CQ1", "2023-Q3", "N1-01", fingerprint(row.locked.values()))
    assert view.cover == FormIdentity(name, "CQ1", "2023-Q3", "", fingerprint(()))
    assert read_identity(row.identity.text()) == row.identity
    assert read_identity(view.cover.text()) == view.cover


def test_a_later_target_changes_the_fingerprint() -> None:
    plan = plan_of((indicator(1),))
    raised = Change(date(2023, 9, 18), "QĐ 9", (FieldValue("targets.provincial", parse_target("70")),))
    before, after = (rows(plan_of((indicator(1)._replace(changes=changes),)))["N1-01"] for changes in ((), (raised,)))
    assert (before.locked["target"], after.locked["target"]) == ("60%", "70%")
    assert before.identity.fingerprint != after.identity.fingerprint
    assert rows(plan)["N1-01"].identity == before.identity


def test_a_milestone_that_has_passed_is_left_out(answering: Plan) -> None:
    targets = [rows(answering, "SYT", period)["CQS-03"].locked["target"] for period in ("2023-Q3", "2023-Q4")]
    assert targets == ["60% (mốc quý III/2023: 40%)", "60%"]


def test_a_cell_that_a_row_does_not_fill_has_a_dash(answering: Plan) -> None:
    row = rows(answering, "SYT")["CQS-03"]
    assert [cell_text(row, key) for key in ("name", "numerator", "value")] == ["Mới báo cáo một phần", "", "–"]
