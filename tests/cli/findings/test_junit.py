"""JUnit reports, read by a parser that others wrote for them."""

from pathlib import Path

import pytest
from junitparser import JUnitXml, TestCase, TestSuite
from junitparser.junitparser import FinalResult

from tests.cli.findings.conftest import Checked
from tests.conftest import Kehoach
from tests.hostile import encodings
from tests.hostile.case import Case
from tests.support.faulty_plan import FOLDER, SAID_OF_THE_DUE


def suites_of(report: str) -> dict[str, TestSuite]:
    return {suite.name: suite for suite in JUnitXml.fromstring(report.encode())}


def failures_of(suite: TestSuite) -> dict[str, FinalResult]:
    """The failed cases' results by the cases' names."""
    cases: list[TestCase] = list(suite)
    return {case.name: case.result[0] for case in cases if case.is_failure}


def test_every_file_is_a_suite_and_every_finding_a_case(checked: Checked) -> None:
    report = JUnitXml.fromstring(checked("junit").encode())
    assert (report.tests, report.failures, report.errors) == (8, 2, 0)
    suites = suites_of(checked("junit"))
    assert [(name.removeprefix(f"{FOLDER}/data/"), suite.tests) for name, suite in suites.items()] == [
        ("plan.yaml", 1),
        ("agencies.yaml", 1),
        ("indicators.yaml", 1),
        ("tasks.yaml", 5),
    ]
    failures = failures_of(suites[f"{FOLDER}/data/tasks.yaml"])
    assert list(failures) == ["9:8 KH205", "12:10 KH302"]
    assert failures["9:8 KH205"].message == SAID_OF_THE_DUE
    assert failures["9:8 KH205"].type == "KH205"
    assert "Xem thêm: kehoach explain KH205" in (failures["9:8 KH205"].text or "")


def test_what_does_not_fail_the_run_passes_and_is_said_all_the_same(checked: Checked) -> None:
    passed = {case.name: case for case in suites_of(checked("junit"))[f"{FOLDER}/data/tasks.yaml"] if case.is_passed}
    assert list(passed) == ["2:18 KH603", "4:13 KH306", "5:8 KH502"]
    assert f"{FOLDER}/data/plan.yaml:3:7: ngày ban hành" in passed["5:8 KH502"].system_out


def test_warnings_fail_where_the_run_is_to_fail_by_them(checked: Checked) -> None:
    strict = suites_of(checked("junit", "--fail-on", "warning"))[f"{FOLDER}/data/tasks.yaml"]
    assert [name.split()[1] for name in failures_of(strict)] == ["KH306", "KH502", "KH205", "KH302"]


@pytest.mark.parametrize("case", encodings.CASES, ids=lambda case: case.name)
def test_it_is_well_formed_whatever_the_file_holds(kehoach: Kehoach, tmp_path: Path, case: Case) -> None:
    suites = suites_of(kehoach("validate", str(case.write(tmp_path)), "--format", "junit").out)
    errors = sum(len(failures_of(suite)) for suite in suites.values())
    assert bool(errors) == (case.exit_code != 0)
