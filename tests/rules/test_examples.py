"""Every example file of every rule: what is right passes, what is wrong is found at its place and nowhere else."""

from pathlib import Path

import pytest

from kehoach_cli.loading.checking import check_plan
from kehoach_cli.loading.locating import locate_findings
from kehoach_cli.loading.plan_files import LoadedPlan, load_plan
from kehoach_cli.rules.against_base.comparison import compare
from kehoach_cli.rules.registry import MODULES, check_against
from kehoach_cli.rules.rule import Subject, subject_of
from kehoach_cli.storage.folder import PlanFolder
from tests.support.rule_examples import Example, Expected, examples

# Faults of so much data that the files are made where they are tested, among the hostile inputs.
TOO_LARGE_TO_KEEP = {"KH102", "KH114", "KH115"}

EXAMPLES = examples()


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_example(example: Example, tmp_path: Path) -> None:
    plan = example.write(tmp_path)
    before = example.write_before(tmp_path)
    found = _found_against(plan, before) if before else _found(plan)
    assert found == example.expected()
    if not example.good:
        assert example.code in {item.code for item in found}


def test_every_code_has_examples() -> None:
    good = {example.code for example in EXAMPLES if example.good}
    bad = {example.code for example in EXAMPLES if not example.good}
    assert good == bad == set(MODULES) - TOO_LARGE_TO_KEEP


def _found(plan: Path) -> list[Expected]:
    return sorted(
        Expected(item.finding.code, Path(item.location.file).name, *item.location.start)
        for item in check_plan(_folder(plan)).findings
    )


def _found_against(plan: Path, before: Path) -> list[Expected]:
    present, earlier = load_plan(_folder(plan)), load_plan(_folder(before))
    findings = check_against(compare(_subject(earlier), _subject(present)))
    return sorted(
        Expected(item.finding.code, Path(item.location.file).name, *item.location.start)
        for item in locate_findings(present, findings)
    )


def _folder(plan: Path) -> PlanFolder:
    return PlanFolder(plan, plan / "data")


def _subject(loaded: LoadedPlan) -> Subject:
    assert loaded.plan is not None
    return subject_of(loaded.plan, loaded.ids, loaded.occurrences)
