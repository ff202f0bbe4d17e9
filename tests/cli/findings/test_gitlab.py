"""GitLab's code quality report: the fields that GitLab reads, and nothing that it would drop a finding for."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.findings.conftest import Checked
from tests.conftest import Kehoach
from tests.support.faulty_plan import FOLDER, FOUND, SAID_OF_THE_DUE
from tests.support.plans import write_plan
from tests.support.programs import beside_python

# What GitLab's documentation of code quality reports knows; a finding without one of the fields is not shown.
FIELDS = {"description", "check_name", "fingerprint", "severity", "location"}
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def test_the_fields_are_those_that_gitlab_reads(checked: Checked) -> None:
    entries = json.loads(checked("gitlab"))
    for entry in entries:
        assert entry.keys() == FIELDS
        assert entry["severity"] in SEVERITIES
        assert re.fullmatch("[0-9a-f]{64}", entry["fingerprint"])
        assert entry["location"]["path"] == f"{FOLDER}/data/tasks.yaml", "from the top of the repository, without ./"
    levels = {"error": "major", "warning": "minor", "info": "info"}
    assert [(entry["check_name"], entry["severity"], entry["location"]["lines"]["begin"]) for entry in entries] == [
        (code, levels[severity], line) for code, severity, line in FOUND
    ]
    assert entries[3]["description"].startswith(f"{SAID_OF_THE_DUE}. Viết như Quý II/2023")
    assert len({entry["fingerprint"] for entry in entries}) == len(FOUND), "GitLab shows equal ones once"


@pytest.mark.slow
def test_sarif_tools_makes_the_same_report_of_the_sarif(checked: Checked, tmp_path: Path) -> None:
    """A second opinion of what such a report holds, from a program that writes them for GitLab."""
    log, report = tmp_path / "kiem-tra.sarif", tmp_path / "kiem-tra.json"
    log.write_text(checked("sarif"), encoding="utf-8")
    command = [beside_python("sarif"), "codeclimate", str(log), "--output", str(report)]
    subprocess.run(command, check=True, capture_output=True)
    theirs = json.loads(report.read_text(encoding="utf-8"))
    ours = json.loads(checked("gitlab"))
    assert [_shared(entry) for entry in ours] == [_shared(entry) for entry in theirs]


def test_faults_that_are_equal_in_everything_have_two_fingerprints(kehoach: Kehoach, tmp_path: Path) -> None:
    plan = write_plan(tmp_path / "plan", tasks="- {id: NV-CQS-01, name: Việc, lead: [STTTT, SXD, SXD]}\n" * 2)
    entries = json.loads(kehoach("validate", str(plan), "--format", "gitlab").out)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) > 4


def _shared(entry: dict[str, str | dict[str, dict[str, int]]]) -> tuple[object, ...]:
    location = entry["location"]
    assert isinstance(location, dict)
    return entry["check_name"], str(entry["description"]).rstrip("."), location["lines"]["begin"]
