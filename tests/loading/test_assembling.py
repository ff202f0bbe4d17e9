"""Four texts in, a plan and findings out: what is good is kept whatever stands beside it, and nothing is said twice."""

from pathlib import Path

import pytest

from kehoach_cli.diagnostics import Route
from kehoach_cli.loading.plan_files import LoadedPlan, load_plan
from kehoach_cli.storage.folder import plan_folder
from tests.support.loaded import load_texts
from tests.support.plans import INDICATORS, TASKS, write_plan

SECOND_TASK = TASKS.replace("NV-CQS-01", "NV-CQS-02")


def codes(loaded: LoadedPlan) -> list[str]:
    return [finding.code for finding in loaded.findings]


def task_ids(loaded: LoadedPlan) -> list[str]:
    assert loaded.plan
    return [task.id for task in loaded.plan.tasks]


def test_four_good_files_are_a_plan_and_no_findings() -> None:
    loaded = load_texts()
    assert loaded.findings == ()
    assert loaded.plan
    assert loaded.plan.number == "01/QĐ-UBND"
    assert [agency.id for agency in loaded.plan.agencies] == ["STTTT", "SYT"]
    assert [indicator.id for indicator in loaded.plan.indicators] == ["CQS-01"]
    assert task_ids(loaded) == ["NV-CQS-01"]


def test_a_bad_record_leaves_the_others_in_the_plan() -> None:
    loaded = load_texts(tasks=TASKS.replace("Quý III/2023", "Quý V/2023") + SECOND_TASK)
    assert codes(loaded) == ["KH205"]
    assert loaded.findings[0].at == Route("tasks", (0, "due"))
    assert task_ids(loaded) == ["NV-CQS-02"]


def test_every_fault_of_every_record_is_found_in_one_reading() -> None:
    loaded = load_texts(
        plan="number: 1/QĐ-UBND\ndate: 2023-02-30\n",
        indicators=INDICATORS.replace("unit:", "unnit:"),
        tasks=TASKS.replace("lead: [STTTT]", "lead: STTTT").replace("pillar: CQS", "pillar: 5"),
    )
    assert set(codes(loaded)) == {"KH201", "KH202", "KH203", "KH204"}
    assert {finding.at.collection for finding in loaded.findings if isinstance(finding.at, Route)} == {
        "plan",
        "indicators",
        "tasks",
    }


def test_without_a_good_plan_yaml_there_is_no_plan_but_all_findings() -> None:
    loaded = load_texts(plan="- không phải\n", tasks=TASKS.replace("name:", "tên:"))
    assert loaded.plan is None
    assert "KH201" in codes(loaded)
    assert loaded.ids["tasks"] == ("NV-CQS-01",)


def test_a_file_that_cannot_be_read_leaves_the_rest(tmp_path: Path) -> None:
    folder = plan_folder(write_plan(tmp_path, tasks="- id: NV-CQS-01\n\tname: x\n"))
    assert folder
    folder.file("indicators").unlink()
    loaded = load_plan(folder, lambda path: path.name)
    assert set(codes(loaded)) == {"KH101", "KH106"}
    assert loaded.plan
    assert (loaded.plan.indicators, loaded.plan.tasks) == ((), ())
    assert set(loaded.documents) == {"plan", "agencies"}
    assert set(loaded.texts) == {"plan.yaml", "agencies.yaml", "tasks.yaml", "indicators.yaml"}


def test_records_of_one_id_are_told_apart_by_how_many_came_before() -> None:
    loaded = load_texts(tasks=TASKS + SECOND_TASK + TASKS)
    assert loaded.ids["tasks"] == ("NV-CQS-01", "NV-CQS-02", "NV-CQS-01")
    assert loaded.occurrences == {"tasks": (0, 0, 1)}
    assert load_texts(tasks=TASKS + SECOND_TASK).occurrences == {}


def test_a_faulty_record_counts_among_those_of_its_id() -> None:
    loaded = load_texts(tasks=TASKS.replace("due:", "han:") + TASKS)
    assert task_ids(loaded) == ["NV-CQS-01"]
    assert loaded.occurrences == {"tasks": (1,)}


@pytest.mark.parametrize("tasks", ["[]\n", "", "# chưa có nhiệm vụ\n"])
def test_a_plan_may_have_no_tasks_yet_when_it_says_so(tasks: str) -> None:
    loaded = load_texts(tasks=tasks)
    assert loaded.plan
    assert loaded.plan.tasks == ()
    assert codes(loaded) == ([] if tasks == "[]\n" else ["KH108"])
