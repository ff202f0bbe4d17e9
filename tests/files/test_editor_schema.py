"""The JSON Schema for editors: the standard's own, current with the models, of one mind with the validator."""

import json
import re
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from kehoach_cli.diagnostics import COLLECTIONS, Collection
from kehoach_cli.files.folder import plan_folder
from kehoach_cli.files.loading import load_plan
from kehoach_cli.files.narrative import blank_narrative
from kehoach_cli.files.schema.editor import DUE_PATTERN, KINDS, KnownIds, file_schema, schema_text
from kehoach_cli.files.text import check_bytes
from kehoach_cli.files.yaml_data import load_data
from kehoach_cli.plan.due import ACCEPTED_FORMS, DueError, parse_due
from tests.support.loaded import load_texts
from tests.support.plan_in_progress import DOCUMENT, INDICATORS, TASKS
from tests.support.plans import AGENCIES, PLAN

IDS = KnownIds({"STTTT": "Sở TT&TT", "SYT": "Sở Y tế"}, {"CQS": "Chính quyền số", "KTS": "Kinh tế số"})
TEXTS: dict[Collection, str] = {"plan": PLAN, "agencies": AGENCIES, "indicators": INDICATORS, "tasks": TASKS}
NARRATIVE = blank_narrative("Phần lời của báo cáo quý III/2023", []).replace(
    "proposals:", "proposals: [Bố trí kinh phí]"
)


def faults(collection: Collection, text: str, ids: KnownIds | None = IDS) -> list[str]:
    """Where the schema finds the text wrong: the path of each fault."""
    data = load_data(check_bytes(dedent(text).encode(), collection)).data
    plain = json.loads(json.dumps(data, default=float))
    validator = Draft202012Validator(file_schema(collection, ids), format_checker=FormatChecker())
    return [error.json_path for error in validator.iter_errors(plain)]


@pytest.mark.parametrize("collection", KINDS)
@pytest.mark.parametrize("ids", [None, IDS, KnownIds({}, {})])
def test_every_schema_is_one_by_the_standard(collection: Collection, ids: KnownIds | None) -> None:
    schema = file_schema(collection, ids)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    assert faults(collection, {**TEXTS, "narrative": NARRATIVE}[collection], ids) == []


@pytest.mark.parametrize("collection", KINDS)
def test_every_key_is_described_and_nothing_is_named_in_english(collection: Collection) -> None:
    def walk(node: Any) -> None:
        for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            walk(child)
        if isinstance(node, dict) and "properties" in node:
            assert node["additionalProperties"] is False
            assert not re.fullmatch(r"\w+Record", node["title"])
            for key, field in node["properties"].items():
                assert field.get("description"), key
                assert field.get("title") in (None, "Khoảng phấn đấu"), key

    walk(file_schema(collection))


@pytest.mark.parametrize("collection", KINDS)
def test_the_shipped_schemas_are_current(shipped: Path, collection: Collection) -> None:
    folder = plan_folder(shipped)
    assert folder is not None
    plan = load_plan(folder).plan
    assert plan is not None
    ids = KnownIds(
        {agency.id: agency.name for agency in plan.agencies}, {pillar.id: pillar.name for pillar in plan.pillars}
    )
    kept = (shipped / "data" / "schema" / f"{collection}.json").read_text(encoding="utf-8")
    assert kept == schema_text(collection, ids), "run: kehoach schema"
    if collection not in COLLECTIONS:
        return
    text = folder.file(collection).read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema=schema/{collection}.json\n")
    assert faults(collection, text, ids) == []


@pytest.mark.parametrize(
    ("collection", "old", "new", "path", "code"),
    [
        ("plan", "year: 2023", "year: hai nghìn", "$.year", "KH203"),
        ("plan", "date: 2023-06-26", "date: 26/6/2023", "$.date", "KH204"),
        ("plan", "date: 2023-06-26", "date: 2023-06-31", "$.date", "KH204"),
        ("plan", "number:", "so:", "$", "KH201"),
        ("plan", "signatory:", "reporting: {cadence: week}\nsignatory:", "$.reporting.cadence", "KH206"),
        ("plan", "signatory:", "checks: {KH502: nope}\nsignatory:", "$.checks.KH502", "KH206"),
        ("plan", "title: Kế hoạch mẫu năm 2023", 'title: " "', "$.title", "KH210"),
        ("agencies", "id: SYT", "id: Sở Y tế", "$[1].id", "KH207"),
        ("agencies", "short_name: Sở Y tế", "short_name: null", "$[1].short_name", "KH203"),
        ("indicators", "value: 20,", 'value: "20",', "$[0].baseline.value", "KH208"),
        ("indicators", "value: 20,", "gia_tri: 20,", "$[0].baseline", "KH201"),
        ("indicators", "direction: increase", "direction: up", "$[0].direction", "KH206"),
        ("indicators", "{min: 30, max: 50}", "{min: 30}", "$[1].targets.provincial", "KH201"),
        ("indicators", "national: 40", "national: bốn mươi", "$[0].targets.national", "KH208"),
        ("indicators", "lead: [STTTT]", "lead: STTTT", "$[0].lead", "KH203"),
        ("indicators", "  measurements:", "  ghi_chu: x\n  measurements:", "$[0]", "KH202"),
        ("tasks", "due: Quý II/2023", "due: quý hai", "$[0].due", "KH205"),
        ("tasks", "state: in_progress", "state: doing", "$[0].updates[0].state", "KH206"),
        (
            "tasks",
            "  updates:",
            f"  amendments: [{{fields: [targets], {DOCUMENT}}}]\n  updates:",
            "$[0].amendments[0].fields[0]",
            "KH206",
        ),
        ("tasks", "  updates:", f"  amendments: [{{fields: [], {DOCUMENT}}}]\n  updates:", "$[0].amendments", "KH210"),
    ],
)
def test_the_schema_errs_where_the_validator_errs(
    collection: Collection, old: str, new: str, path: str, code: str
) -> None:
    text = TEXTS[collection].replace(old, new, 1)
    assert text != TEXTS[collection]
    assert any(fault.startswith(path) for fault in faults(collection, text)), faults(collection, text)
    assert code in [finding.code for finding in load_texts(**{**TEXTS, collection: text}).findings]


def test_a_reference_has_to_be_among_the_plans_ids() -> None:
    unknown = TASKS.replace("lead: [STTTT, SYT]", "lead: [STTTT, SNV]").replace("pillar: CQS", "pillar: XHS")
    assert faults("tasks", unknown) == ["$[0].pillar", "$[0].lead[1]"]
    assert faults("tasks", unknown, None) == []


def test_deadlines_of_every_form_fit_the_pattern_whatever_their_case() -> None:
    for wording in ACCEPTED_FORMS:
        for text in (wording, wording.upper(), wording.lower()):
            assert re.search(DUE_PATTERN, text), text


@given(st.text(alphabet="QuýI/2023-tháng Nămngà5đầucuối6H", max_size=24))
def test_what_the_parser_accepts_the_pattern_accepts(text: str) -> None:
    tidy = " ".join(text.split())
    try:
        parse_due(tidy)
    except DueError:
        return
    assert re.search(DUE_PATTERN, tidy)


def test_a_narrative_knows_its_schema_and_errs_with_the_validator() -> None:
    assert NARRATIVE.startswith("# yaml-language-server: $schema=../schema/narrative.json\n")
    assert faults("narrative", NARRATIVE.replace("proposals:", "proposal:")) == ["$"]
    assert faults("narrative", NARRATIVE.replace("[Bố trí kinh phí]", "Bố trí kinh phí")) == ["$.proposals"]
