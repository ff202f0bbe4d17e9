"""Data -> records, by the Pydantic models; whatever does not fit is left out and said in findings."""

from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from kehoach_cli.diagnostics import Collection, Finding
from kehoach_cli.files.faults import MOST_FINDINGS, bounded, file_finding
from kehoach_cli.files.locate import Document
from kehoach_cli.files.schema.header import PlanRecord
from kehoach_cli.files.schema_messages import schema_finding

_CHUNK = 500

R = TypeVar("R", bound=BaseModel)


def check_header(document: Document) -> tuple[PlanRecord | None, list[Finding]]:
    """What plan.yaml says, None where it cannot be told. Faults below `checks:` leave the rest to be used."""
    data = document.content.data
    try:
        return PlanRecord.model_validate(data), []
    except ValidationError as error:
        findings = bounded(schema_findings(error, PlanRecord, "plan", ()), document.source.name)
    if isinstance(data, dict) and "checks" in data:
        try:
            return PlanRecord.model_validate({key: value for key, value in data.items() if key != "checks"}), findings
        except ValidationError:
            pass
    return None, findings


def check_list(document: Document, collection: Collection, model: type[R]) -> tuple[list[R], list[int], list[Finding]]:
    """The records of a file that fit, their places in it from 0, and the findings for those that do not fit."""
    data = document.content.data
    if not isinstance(data, list):
        finding = file_finding(
            "KH203",
            "Tệp phải là một danh sách bản ghi",
            "Bắt đầu mỗi bản ghi bằng dòng «- id: …» ở sát lề trái; viết [] nếu chưa có bản ghi nào",
            document.source.name,
        )
        return [], [], [finding]
    adapter: TypeAdapter[list[R]] = TypeAdapter(list[model])  # type: ignore[valid-type]  # a list of this very model
    good: list[R] = []
    places: list[int] = []
    findings: list[Finding] = []
    for start in range(0, len(data), _CHUNK):
        chunk = data[start : start + _CHUNK]
        try:
            good += adapter.validate_python(chunk)
            places += range(start, start + len(chunk))
        except ValidationError:  # not asked what is wrong: of many bad records that would fill the memory
            for place, item in enumerate(chunk, start):
                record, faults = _check_one(item, collection, model, place, explain=len(findings) <= MOST_FINDINGS)
                findings += faults
                if record is not None:
                    good.append(record)
                    places.append(place)
    return good, places, bounded(findings, document.source.name)


def _check_one(
    item: Any, collection: Collection, model: type[R], place: int, *, explain: bool
) -> tuple[R | None, list[Finding]]:
    try:
        return model.model_validate(item), []
    except ValidationError as error:
        return None, schema_findings(error, model, collection, (place,)) if explain else []


def schema_findings(
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
