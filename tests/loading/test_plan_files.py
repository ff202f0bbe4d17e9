"""What is said of a record in one run, when several things are wrong with it, and what is taken from it."""

import pytest

from kehoach_cli.rules.registry import check_all
from kehoach_cli.rules.rule import subject_of
from tests.support.loaded import load_texts
from tests.support.plan_in_progress import INDICATORS
from tests.support.plans import AGENCIES, PLAN, TASKS


def codes(**texts: str) -> list[str]:
    """The codes of all findings about a plan, sorted."""
    loaded = load_texts(**texts)
    found = list(loaded.findings)
    if loaded.draft is not None:
        found += check_all(subject_of(loaded.draft.plan, loaded.ids, loaded.draft.occurrences))
    return sorted(finding.code for finding in found)


UNKNOWN_LEAD = TASKS.replace("STTTT", "SXD")


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("  due: giữa năm\n", "KH205"),
        ("  suport: [SYT]\n", "KH202"),
        ("  updates: [{state: done, date: 1/7/2023}]\n", "KH204"),
        ("  support: SYT\n", "KH203"),
    ],
)
def test_a_fault_of_form_leaves_the_rest_of_its_record_to_the_rules(fault: str, code: str) -> None:
    tasks = UNKNOWN_LEAD.replace("  due: Quý III/2023\n", fault)
    assert codes(tasks=tasks) == sorted([code, "KH302"])


@pytest.mark.parametrize("fault", ["sai: 1\n", "legal_bases: Luật\n", "checks: {KH502: {severity: nhẹ}}\n"])
def test_so_does_one_of_the_header(fault: str) -> None:
    assert "KH302" in codes(plan=PLAN + fault, tasks=UNKNOWN_LEAD)


def test_without_the_year_or_the_day_of_the_decision_nothing_can_be_said_of_deadlines() -> None:
    assert codes(plan=PLAN.replace("year: 2023", "year: x"), tasks=UNKNOWN_LEAD) == ["KH203"]


def test_a_record_of_unreadable_lead_or_targets_is_said_to_be_no_more_than_that() -> None:
    assert codes(tasks=TASKS.replace("[STTTT]", "STTTT")) == ["KH203"]
    assert codes(indicators=INDICATORS.replace("{national: 40, provincial: 60}", "x")) == ["KH203"]


def test_no_figure_is_taken_from_a_record_with_a_fault() -> None:
    loaded = load_texts(tasks=TASKS.replace("Quý III/2023", "giữa năm"))
    assert loaded.plan is not None
    assert loaded.draft is not None
    assert loaded.plan.tasks == ()
    assert [task.id for task in loaded.draft.plan.tasks] == ["NV-CQS-01"]


def test_records_that_share_an_id_are_told_apart_whichever_has_a_fault() -> None:
    again = UNKNOWN_LEAD.replace("Quý III/2023", "giữa năm")
    loaded = load_texts(tasks=TASKS + again + UNKNOWN_LEAD)
    assert loaded.draft is not None
    assert (loaded.occurrences["tasks"], loaded.draft.occurrences["tasks"]) == ((0, 2), (0, 1, 2))


def test_an_agency_with_a_fault_is_not_unknown_to_others() -> None:
    assert codes(agencies=AGENCIES.replace("short_name: Sở TT&TT", "short_name: 5")) == ["KH203"]
