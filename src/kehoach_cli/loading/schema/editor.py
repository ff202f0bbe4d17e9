"""Make the JSON Schema of a plan's files for editors, from the models that check the files and the ids of one plan.

It uses three keywords beyond the standard that editors' YAML servers know: `errorMessage` and `patternErrorMessage`
replace their English messages, `enumDescriptions` explains values.
"""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from kehoach_cli.diagnostics import COLLECTIONS, Collection
from kehoach_cli.loading.schema.answer_record import AnswersRecord
from kehoach_cli.loading.schema.due_pattern import due_pattern
from kehoach_cli.loading.schema.header import AgencyRecord, PlanRecord
from kehoach_cli.loading.schema.narrative_record import NarrativeRecord
from kehoach_cli.loading.schema.records import IndicatorRecord, TaskRecord
from kehoach_cli.loading.schema.value_types import ID_PATTERN, IDS_OF, TEXT_PATTERN
from kehoach_cli.plan.due import ACCEPTED_FORMS
from kehoach_cli.vocabulary import terms

KINDS: tuple[Collection, ...] = (*COLLECTIONS, "answers", "narrative")
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID_REMEDY = "Viết mã bằng chữ in hoa không dấu và số, nối bằng dấu gạch ngang hoặc dấu chấm: CQS-01, CT-11.2, STTTT"
_DATE_REMEDY = "Viết ngày theo dạng năm-tháng-ngày: 2023-09-30"
_DUE_REMEDY = "Không hiểu thời hạn; viết như Quý II/2023, Tháng 9/2023, 15/10/2023, Hằng quý, Thường xuyên"
_DUE = "due"  # the name of the definition that every deadline refers to
_NUMBER_OR_RANGE = 'Viết một số: 50; một khoảng: {min: 30, max: 50}; đúng lời của Kế hoạch: ">= 50"; hoặc null'
_TYPE_REMEDIES = {
    "number": "Viết số với dấu chấm thập phân: 29.2",
    "integer": "Viết số nguyên",
    "boolean": "Viết true hoặc false",
    "string": "Viết chữ; nếu trông như số hoặc true/false thì đặt trong dấu nháy kép",
    "object": "Viết nhóm khóa: mỗi khóa một dòng thụt vào, hoặc trong ngoặc nhọn",
    "array": "Viết danh sách: các mục trong ngoặc vuông, hoặc mỗi mục một dòng bắt đầu bằng dấu gạch",
}
_REFERENCES = {
    "agencies": ("Mã cơ quan", "Không có mã cơ quan này; nếu vừa thêm vào agencies.yaml thì chạy «kehoach schema»"),
    "records": ("Mã chỉ tiêu, nhiệm vụ", "Không có mã này; nếu vừa bổ sung vào kế hoạch thì chạy «kehoach schema»"),
    "pillars": ("Mã nhóm", "Không có mã nhóm này; nếu vừa thêm vào plan.yaml thì chạy «kehoach schema»"),
}


class KnownIds(NamedTuple):
    """The ids that a plan's files may refer to: id -> name. `indicators` and `tasks` are headings, to be proposed;
    `records` are what may be answered. Also whether the plan's deadlines need not name the year.
    """

    agencies: Mapping[str, str]
    pillars: Mapping[str, str]
    indicators: Mapping[str, str] = {}
    tasks: Mapping[str, str] = {}
    records: Mapping[str, str] = {}
    one_year: bool = True


def file_schema(collection: Collection, ids: KnownIds | None = None) -> dict[str, Any]:
    """The schema of one file. References must be among `ids`; for a kind without ids, any well-formed id is allowed."""
    models: dict[Collection, Any] = {
        "plan": PlanRecord,
        "agencies": list[AgencyRecord],
        "indicators": list[IndicatorRecord],
        "tasks": list[TaskRecord],
        "answers": AnswersRecord,
        "narrative": NarrativeRecord,
    }
    schema = TypeAdapter(models[collection]).json_schema(schema_generator=_Generator)
    refined = _refined(schema, schema.get("$defs", {}))
    for name in sorted(_references(schema)):
        refined["$defs"][name] = _id_schema(name, getattr(ids, name) if ids else {})
    if collection in ("indicators", "tasks"):
        pattern = due_pattern(one_year=ids is None or ids.one_year)
        refined["$defs"][_DUE] = {"pattern": pattern, "patternErrorMessage": _DUE_REMEDY}
    if refined["type"] == "array":
        refined["errorMessage"] = "Tệp phải là danh sách bản ghi; bắt đầu mỗi bản ghi bằng «- id: …» ở sát lề trái"
    return {"$schema": DIALECT, **refined, "title": f"{collection}.yaml"}


def schema_text(collection: Collection, ids: KnownIds | None = None) -> str:
    """The schema of one file as the text of a JSON file."""
    return json.dumps(file_schema(collection, ids), ensure_ascii=False, indent=2) + "\n"


class _Generator(GenerateJsonSchema):
    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - Pydantic's signature
        return False


def _refined(node: Any, defs: Mapping[str, Any]) -> Any:
    """The schema with Vietnamese messages, meanings of values and references by name; without empty defaults."""
    if isinstance(node, list):
        return [_refined(item, defs) for item in node]
    if not isinstance(node, dict):
        return node
    if IDS_OF in node:
        described = {"description": node["description"]} if "description" in node else {}
        return {"$ref": f"#/$defs/{node[IDS_OF]}", **described}
    node = _without_choice(node, defs)
    refined = {key: _refined(value, defs) for key, value in node.items() if key != "default" or value}
    return {**refined, **_messages(refined)}


def _without_choice(node: dict[str, Any], defs: Mapping[str, Any]) -> dict[str, Any]:
    """Replace `anyOf` of something or null by a list of types: for a failed `anyOf` an editor shows English."""
    match node.get("anyOf"):
        case [{"$ref": str(name)}, {"type": "null"}]:
            choice = defs[name.rpartition("/")[2]]
        case [{"type": _, **_rest} as choice, {"type": "null"}] if IDS_OF not in choice:
            pass
        case _:
            return node
    types = choice["type"] if isinstance(choice["type"], list) else [choice["type"]]
    outer = {key: value for key, value in node.items() if key != "anyOf"}
    return {**choice, **outer, "type": [*types, "null"]}


def _references(node: Any) -> set[str]:
    """The kinds of id that the schema refers to."""
    if isinstance(node, list):
        return {name for item in node for name in _references(item)}
    if not isinstance(node, dict):
        return set()
    return {node[IDS_OF]} if IDS_OF in node else _references(list(node.values()))


def _id_schema(name: str, known: Mapping[str, str]) -> dict[str, Any]:
    any_id = {"type": "string", "pattern": ID_PATTERN, "patternErrorMessage": _ID_REMEDY}
    if name not in _REFERENCES:
        return {"title": "Mã đề mục", **any_id, **({"examples": list(known)} if known else {})}
    title, message = _REFERENCES[name]
    if not known:
        return {"title": title, **any_id}
    return {"title": title, "enum": list(known), "enumDescriptions": list(known.values()), "errorMessage": message}


def _messages(node: dict[str, Any]) -> dict[str, Any]:
    """The message for a value that does not fit, and the meanings of enum values."""
    if "enum" in node:
        choices = node["enum"]
        meanings = terms.meanings(choices)
        described = {"enumDescriptions": [meanings[choice] for choice in choices]} if meanings else {}
        return {**described, "errorMessage": f"Chọn một trong: {terms.choices(choices)}"}
    if "const" in node:
        return {"errorMessage": f"Viết {node['const']}"}
    if "properties" in node:
        message = {"errorMessage": _NUMBER_OR_RANGE if "number" in node["type"] else _record_message(node)}
        return {**message, "else": {**node["else"], **message}} if "else" in node else message
    if node.get("pattern") == ID_PATTERN:
        return {"patternErrorMessage": _ID_REMEDY, "errorMessage": _ID_REMEDY}
    if node.get("format") == "date":
        return {"patternErrorMessage": _DATE_REMEDY, "errorMessage": _DATE_REMEDY}
    if node.get("examples") == list(ACCEPTED_FORMS):
        return {"$ref": f"#/$defs/{_DUE}", "errorMessage": _DUE_REMEDY}
    if node.get("pattern") == TEXT_PATTERN:
        return {"patternErrorMessage": "Ghi nội dung, hoặc xóa cả dòng", "errorMessage": _TYPE_REMEDIES["string"]}
    kind = node["type"][0] if isinstance(node.get("type"), list) else node.get("type")
    return {"errorMessage": _TYPE_REMEDIES[kind]} if kind in _TYPE_REMEDIES else {}


def _record_message(node: dict[str, Any]) -> str:
    """One message for all faults of a mapping: editors show only one."""
    of_others = node["else"]["required"] if "else" in node else []
    required = [*node.get("required", []), *of_others]
    optional = [key for key in node["properties"] if key not in required]
    parts = [f"phải có: {', '.join(required)}"] if required else []
    if optional:
        parts.append(f"có thể có: {', '.join(optional)}")
    if of_others:
        parts.append(f"dòng đề mục chỉ cần: {', '.join(node['required'])}, heading")
    return f"Thiếu khóa hoặc có khóa lạ; {'; '.join(parts)}"
