"""A plan's folder -> the plan, and every finding that reading it gave.

Each record is checked by itself, so that one bad record leaves the others to the rules; what could not be
read is left out of the plan and said in a finding.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from kehoach_cli.diagnostics import COLLECTIONS, Collection, Finding
from kehoach_cli.files.faults import FileFault, file_finding
from kehoach_cli.files.folder import PlanFolder
from kehoach_cli.files.locate import Document
from kehoach_cli.files.schema.header import AgencyRecord, PlanRecord
from kehoach_cli.files.schema.records import IndicatorRecord, TaskRecord
from kehoach_cli.files.schema_messages import schema_finding
from kehoach_cli.files.text import SourceText, read_source
from kehoach_cli.files.yaml_data import load_data
from kehoach_cli.plan.model import Plan


class LoadedPlan(NamedTuple):
    """What the files of a plan hold.

    `plan` is None when `plan.yaml` itself could not be read. `ids` are all the ids that the files show, those of
    records left out of the plan included, so that nothing is called unknown because it is faulty.
    """

    folder: PlanFolder
    plan: Plan | None
    documents: Mapping[Collection, Document]
    ids: Mapping[Collection, frozenset[str]]
    findings: tuple[Finding, ...]


def load_plan(folder: PlanFolder, shown: Callable[[Path], str] = str) -> LoadedPlan:
    """Read a plan's four files; `shown` says how a path is named in messages."""

    def read(collection: Collection) -> SourceText:
        path = folder.file(collection)
        return read_source(path, shown(path))

    return assemble(folder, read)


def assemble(folder: PlanFolder, read: Callable[[Collection], SourceText]) -> LoadedPlan:
    """Put a plan together from its files' texts, wherever `read` takes them from. `read` may raise FileFault."""
    documents: dict[Collection, Document] = {}
    findings: list[Finding] = []
    for collection in COLLECTIONS:
        try:
            source = read(collection)
            documents[collection] = Document(source, load_data(source))
        except FileFault as fault:
            findings.append(fault.finding)
        else:
            findings.extend(documents[collection].content.findings)

    def records(collection: Collection, model: type[_R]) -> list[_R]:
        document = documents.get(collection)
        if document is None:
            return []
        good, bad = _check_list(document, collection, model)
        findings.extend(bad)
        return good

    header = _check_header(documents, findings)
    agencies = records("agencies", AgencyRecord)
    indicators = records("indicators", IndicatorRecord)
    tasks = records("tasks", TaskRecord)
    plan = None
    if header is not None:
        plan = header.plan()._replace(
            agencies=tuple(record.agency() for record in agencies),
            indicators=tuple(record.indicator() for record in indicators),
            tasks=tuple(record.task() for record in tasks),
        )
    ids = {collection: _ids(document) for collection, document in documents.items()}
    return LoadedPlan(folder, plan, documents, ids, tuple(findings))


_R = TypeVar("_R", bound=BaseModel)


def _check_header(documents: Mapping[Collection, Document], findings: list[Finding]) -> PlanRecord | None:
    document = documents.get("plan")
    if document is None:
        return None
    try:
        return PlanRecord.model_validate(document.content.data)
    except ValidationError as error:
        findings.extend(explain(error, PlanRecord, "plan", ()))
        return None


def _check_list(document: Document, collection: Collection, model: type[_R]) -> tuple[list[_R], list[Finding]]:
    """The records of a file that pass, and the findings for those that do not."""
    data = document.content.data
    if not isinstance(data, list):
        finding = file_finding(
            "KH203",
            "Tệp phải là một danh sách bản ghi",
            "Bắt đầu mỗi bản ghi bằng dòng «- id: …» ở sát lề trái; viết [] nếu chưa có bản ghi nào",
            document.source.name,
        )
        return [], [finding]
    try:
        return TypeAdapter(list[model]).validate_python(data), []  # type: ignore[valid-type]
    except ValidationError:
        pass
    good: list[_R] = []
    findings: list[Finding] = []
    for index, item in enumerate(data):
        try:
            good.append(model.model_validate(item))
        except ValidationError as error:
            findings.extend(explain(error, model, collection, (index,)))
    return good, findings


def explain(
    error: ValidationError, model: type[BaseModel], collection: Collection, prefix: tuple[int, ...]
) -> list[Finding]:
    """The findings for what Pydantic refused; `prefix` leads from the top of the file to the value it checked."""
    details = error.errors(include_url=False, include_input=False)
    return [schema_finding(detail, collection, prefix, _keys_at(model, detail["loc"][:-1])) for detail in details]


def _keys_at(model: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    """The keys that may stand in the mapping at this path of a record."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = next(_models_in(model.model_fields[step].annotation), model)
    return list(model.model_fields)


def _models_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)


def _ids(document: Document) -> frozenset[str]:
    data = document.content.data
    if not isinstance(data, list):
        return frozenset()
    return frozenset(item["id"] for item in data if isinstance(item, dict) and isinstance(item.get("id"), str))
