"""The JSON Schema for editors: the standard's own, current with the models, of one mind with the validator."""

import json
import re
import unicodedata
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import TypeAdapter, ValidationError

from kehoach_cli.diagnostics import COLLECTIONS, Collection
from kehoach_cli.loading.narrative_files import blank_narrative
from kehoach_cli.loading.plan_files import load_plan
from kehoach_cli.loading.schema.editor import KINDS, KnownIds, file_schema, schema_text
from kehoach_cli.loading.schema.value_types import MAX_DUE, YEARS, DueText
from kehoach_cli.plan.due import DueError, parse_due
from kehoach_cli.storage.folder import plan_folder
from kehoach_cli.vocabulary.refused_due import only_year
from kehoach_cli.yaml.events import load_data
from kehoach_cli.yaml.text import check_bytes
from tests.support.due_wordings import KNOWN, wordings
from tests.support.loaded import load_texts
from tests.support.plan_in_progress import DOCUMENT, INDICATORS, TASKS
from tests.support.plans import AGENCIES, PLAN

IDS = KnownIds(
    {"STTTT": "Sở TT&TT", "SYT": "Sở Y tế"},
    {"CQS": "Chính quyền số", "KTS": "Kinh tế số"},
    {"CT-11": "Hạ tầng số"},
)
TEXTS: dict[Collection, str] = {"plan": PLAN, "agencies": AGENCIES, "indicators": INDICATORS, "tasks": TASKS}
NARRATIVE = blank_narrative("Phần lời của báo cáo quý III/2023", {}).replace(
    "proposals:", "proposals: [Bố trí kinh phí]"
)

ANSWERS = """
answers:
  - {record: CQS-01, date: 2023-09-10, numerator: 45, denominator: 120, source: BC 1/SYT}
  - {record: NV-CQS-01, date: 2023-09-10, state: done, percent: 100, evidence: [ket-qua.pdf]}
"""


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
    assert faults(collection, {**TEXTS, "answers": ANSWERS, "narrative": NARRATIVE}[collection], ids) == []


@pytest.mark.parametrize("collection", KINDS)
def test_every_key_is_described_and_nothing_is_named_in_english(collection: Collection) -> None:
    def walk(node: Any) -> None:
        for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            walk(child)
        if isinstance(node, dict) and "properties" in node:
            assert node["additionalProperties"] is False
            assert not re.fullmatch(r"\w+(Record|Values)", node["title"])
            for key, field in node["properties"].items():
                assert field.get("description"), key
                assert field.get("title") in (
                    None,
                    "Hiện trạng",
                    "Mức",
                    "Bổ sung",
                    "Đưa ra khỏi Kế hoạch",
                    "Sắp xếp lại",
                    "Chuyển từ",
                    "Người ký",
                )

    schema = file_schema(collection)
    walk(schema)
    assert all("description" not in each for each in schema.get("$defs", {}).values()), "a docstring of a model"


@pytest.mark.parametrize("collection", KINDS)
def test_the_shipped_schemas_are_current(shipped: Path, collection: Collection) -> None:
    folder = plan_folder(shipped)
    assert folder is not None
    plan = load_plan(folder).plan
    assert plan is not None
    ids = KnownIds(
        {agency.id: agency.name for agency in plan.agencies},
        {pillar.id: pillar.name for pillar in plan.pillars},
        records={record.id: record.name for record in plan.records},
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
        ("indicators", "national: 40", "national: [40]", "$[0].targets.national", "KH208"),
        ("indicators", "lead: [STTTT]", "lead: STTTT", "$[0].lead", "KH203"),
        ("indicators", "  measurements:", "  ghi_chu: x\n  measurements:", "$[0]", "KH202"),
        ("tasks", "due: Quý II/2023", "due: giữa năm", "$[0].due", "KH205"),
        ("tasks", "state: in_progress", "state: doing", "$[0].updates[0].state", "KH206"),
        (
            "tasks",
            "  changes:",
            f"  changes:\n    - {{{DOCUMENT}, set: {{targets: 5}}}}",
            "$[0].changes[0].set",
            "KH202",
        ),
        ("tasks", "  changes:", f"  changes:\n    - {{{DOCUMENT}}}", "$[0].changes[0]", "KH201"),
        ("tasks", "  changes:", "  removed: {date: 2023-10-10}\n  changes:", "$[0].removed", "KH201"),
        ("plan", "format: 2", "format: 1", "$.format", "KH206"),
        ("plan", "format: 2\n", "", "$", "KH201"),
        (
            "plan",
            "signatory:",
            f"changes: [{{{DOCUMENT}, set: {{reporting: {{cutoff: 31}}}}}}]\nsignatory:",
            "$.changes[0].set.reporting.cutoff",
            "KH206",
        ),
        ("agencies", "  short_name: Sở Y tế", "  short_name: Sở Y tế\n  from_: 2025-03-01", "$[1]", "KH202"),
        ("agencies", "  short_name: Sở Y tế", "  short_name: Sở Y tế\n  members: [5]", "$[1].members[0]", "KH207"),
        (
            "agencies",
            "  short_name: Sở Y tế",
            "  short_name: Sở Y tế\n  members: [{from: 2025-03-01}]",
            "$[1].members[0]",
            "KH201",
        ),
        (
            "agencies",
            "  short_name: Sở Y tế",
            "  short_name: Sở Y tế\n  successors: {kind: split, date: 2025-03-01, by: NQ 45, takes: {cqs: SYT}}",
            "$[1].successors.takes",
            "KH207",
        ),
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
    document = "date: 2025-03-01, by: NQ 45"
    later = f"  changes: [{{{document}, set: {{lead: [SYT, SNV]}}}}]\n"
    assert faults("indicators", INDICATORS + later) == ["$[1].changes[0].set.lead[1]"]
    ended = f"  until: 2025-02-28\n  successors: {{kind: split, to: [SYT, SNV], {document}, takes: {{CQS-01: SNV}}}}\n"
    agencies = AGENCIES + "  members: [STTTT, SNV, {id: SNV}, {id: SYT, from: 2024-01-01}]\n" + ended
    assert faults("agencies", agencies) == [
        "$[1].members[1]",
        "$[1].members[2]",
        "$[1].successors.to[1]",
        "$[1].successors.takes['CQS-01']",
    ]
    assert faults("agencies", agencies, None) == []


def test_new_values_have_no_defaults_and_nothing_that_has_to_be_there() -> None:
    values_in: dict[Collection, list[str]] = {
        "plan": ["PlanValues", "ReportingValues"],
        "indicators": ["IndicatorValues", "BaselineValues", "TargetsValues"],
        "tasks": ["TaskValues"],
    }
    for collection, names in values_in.items():
        for name in names:
            values = file_schema(collection, IDS)["$defs"][name]
            assert "required" not in values
            assert all("default" not in field for field in values["properties"].values()), name


def due_validator(*, one_year: bool) -> Draft202012Validator:
    schema = file_schema("tasks", IDS._replace(one_year=one_year))
    return Draft202012Validator({**schema["$defs"]["TaskRecord"]["properties"]["due"], "$defs": schema["$defs"]})


HEADING = "- {id: CT-11, name: Hạ tầng số, heading: true}\n"


@pytest.mark.parametrize("collection", ["indicators", "tasks"])
def test_a_heading_needs_an_id_and_a_name(collection: Collection) -> None:
    whole = TEXTS[collection]
    assert faults(collection, whole + HEADING) == []
    assert load_texts(**{**TEXTS, collection: whole + HEADING}).findings == ()
    nameless = whole + HEADING.replace("name: Hạ tầng số, ", "")
    assert faults(collection, nameless) == [f"$[{whole.count('- id:')}]"]
    [finding] = load_texts(**{**TEXTS, collection: nameless}).findings
    assert (finding.code, finding.message) == ("KH201", "Thiếu khóa name")
    assert "heading" not in finding.remedy


@pytest.mark.parametrize("collection", ["indicators", "tasks"])
def test_another_record_that_lacks_a_key_may_say_that_it_is_a_heading(collection: Collection) -> None:
    ordinary = TEXTS[collection] + HEADING.replace(", heading: true", "")
    required = {"indicators": ["unit", "direction", "lead", "targets"], "tasks": ["lead"]}[collection]
    assert faults(collection, ordinary) == [f"$[{TEXTS[collection].count('- id:')}]"] * len(required)
    findings = load_texts(**{**TEXTS, collection: ordinary}).findings
    assert [finding.message for finding in findings] == [f"Thiếu khóa {key}" for key in required]
    assert all(finding.remedy.endswith("; dòng đề mục thì ghi heading: true") for finding in findings)


def test_headings_are_proposed_as_parents_and_others_allowed() -> None:
    schema = file_schema("indicators", IDS)
    assert schema["$defs"]["indicators"]["examples"] == ["CT-11"]
    assert faults("indicators", INDICATORS.replace("  lead: [", "  parent: CT-12.1\n  lead: [", 1)) == []
    assert faults("indicators", INDICATORS.replace("  lead: [", "  parent: ct 12\n  lead: [", 1)) == ["$[0].parent"]
    assert "examples" not in file_schema("tasks", IDS)["$defs"]["tasks"]


DUE, DUE_OF_YEARS = due_validator(one_year=True), due_validator(one_year=False)
ONE_YEAR, TWO_YEARS = range(2025, 2026), range(2025, 2027)


def fault_of(wording: str | int, years: range) -> str | None:
    """What the validator refuses the deadline for in a plan of these years; None where it takes it."""
    try:
        TypeAdapter(DueText).validate_python(wording, context={YEARS: years})
    except ValidationError:
        try:
            parse_due(str(wording), only_year(years))
        except DueError as error:
            return error.fault
        return "form"  # it is no text, or too long
    return None


@given(wordings())
@settings(max_examples=500)
@example("external: Theo chương trình của Bộ KH&CN")
@example("external: Khi có hướng dẫn\ncủa Trung ương")
@example(unicodedata.normalize("NFD", "Trước ngày 15/10/2023"))
@example("Quý\u00a0II/2023")
@example("6 tháng ĐẦU năm 2023")
@example("Quý III-II/2023")
@example("theo Thông tư 11/2024/\u00a0TT")
@example("\u212ahi có hướng dẫn")
@example("năm 1899")
@example("2201")
def test_validator_and_schema_agree_on_every_deadline(wording: str) -> None:
    """The schema takes more only where a day does not exist, or days do not follow each other."""
    for validator, years in ((DUE, ONE_YEAR), (DUE_OF_YEARS, TWO_YEARS)):
        fault = fault_of(wording, years)
        if fault is None:
            assert validator.is_valid(wording)
        elif fault in ("form", "no year"):
            assert not validator.is_valid(wording)


@pytest.mark.parametrize("wording", KNOWN)
def test_an_editor_takes_the_wordings_of_real_plans(wording: str) -> None:
    assert DUE.is_valid(wording)
    assert DUE.is_valid(unicodedata.normalize("NFD", wording.upper()))
    assert DUE_OF_YEARS.is_valid(wording) == (fault_of(wording, TWO_YEARS) is None)


@pytest.mark.parametrize(
    ("year", "last_year", "codes"),
    [("2023", "null", []), ("2023", "2024", ["KH205"]), ("hai nghìn", "null", ["KH203"])],
)
def test_a_deadline_without_a_year_is_of_the_plans_year(year: str, last_year: str, codes: list[str]) -> None:
    """What is wrong with plan.yaml is said of plan.yaml alone."""
    plan = PLAN.replace("year: 2023", f"year: {year}\nlast_year: {last_year}")
    loaded = load_texts(plan=plan, tasks=TASKS.replace("due: Quý II/2023", "due: Quý II"))
    assert [finding.code for finding in loaded.findings] == codes


@given(st.integers())
@example(1899)
@example(1900)
@example(2200)
@example(2201)
def test_a_year_written_as_a_number_agrees_too(year: int) -> None:
    assert DUE.is_valid(year) == (fault_of(year, ONE_YEAR) is None)


@pytest.mark.parametrize("length", [MAX_DUE, MAX_DUE + 1])
def test_validator_and_schema_agree_on_the_longest_deadline(length: int) -> None:
    wording = "external: ".ljust(length, "x")
    assert DUE.is_valid(wording) == (fault_of(wording, ONE_YEAR) is None) == (length <= MAX_DUE)


def test_a_narrative_knows_its_schema_and_errs_with_the_validator() -> None:
    assert NARRATIVE.startswith("# yaml-language-server: $schema=../schema/narrative.json\n")
    assert faults("narrative", NARRATIVE.replace("proposals:", "proposal:")) == ["$"]
    assert faults("narrative", NARRATIVE.replace("[Bố trí kinh phí]", "Bố trí kinh phí")) == ["$.proposals"]
