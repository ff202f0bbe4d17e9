"""Validate data with the Pydantic models. What does not fit is left out and becomes findings."""

from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from kehoach_cli.diagnostics import Collection, Finding
from kehoach_cli.loading.schema.header import PlanRecord
from kehoach_cli.loading.schema.messages import schema_finding
from kehoach_cli.loading.schema.value_types import YEARS
from kehoach_cli.yaml.faults import MAX_FINDINGS, file_finding, limit_findings
from kehoach_cli.yaml.locate import Document

_CHUNK = 500
_STAND_INS = {"lead": [], "format": 2}  # for keys that a record cannot lack

R = TypeVar("R", bound=BaseModel)


class CheckedHeader(NamedTuple):
    """plan.yaml as a record; None if it has faults outside `checks:`. `draft` lacks the faulty optional keys."""

    record: PlanRecord | None
    draft: PlanRecord | None
    findings: list[Finding]


class CheckedList(NamedTuple, Generic[R]):
    """A file's valid records by index (from 0), and the findings for the others.

    `drafts` are the others that become valid without their faulty optional keys.
    """

    valid: dict[int, R]
    drafts: dict[int, R]
    findings: list[Finding]

    def with_drafts(self) -> "CheckedList[R]":
        """The same with the drafts counted as valid, in the order of the file."""
        return self._replace(valid=dict(sorted({**self.valid, **self.drafts}.items()))) if self.drafts else self


def check_header(document: Document) -> CheckedHeader:
    """Check plan.yaml. Faults below `checks:` do not make the rest unusable."""
    data = document.content.data
    try:
        record = PlanRecord.model_validate(data)
    except ValidationError as error:
        findings = limit_findings(schema_findings(error, PlanRecord, "plan", ()), document.source.name)
        draft = _without_faults(data, PlanRecord, error)
        return CheckedHeader(draft if _keys_of(error) == {"checks"} else None, draft, findings)
    return CheckedHeader(record, record, [])


def check_list(
    document: Document, collection: Collection, model: type[R], years: range | None = None
) -> CheckedList[R]:
    """Check each record of a file by itself. `years` are those of the plan, None if plan.yaml does not say."""
    data = document.content.data
    if not isinstance(data, list):
        finding = file_finding(
            "KH203",
            "Tệp phải là một danh sách bản ghi",
            "Bắt đầu mỗi bản ghi bằng dòng «- id: …» ở sát lề trái; viết [] nếu chưa có bản ghi nào",
            document.source.name,
        )
        return CheckedList({}, {}, [finding])
    adapter, context = _adapter(model), {YEARS: years}
    checked: CheckedList[R] = CheckedList({}, {}, [])
    for start in range(0, len(data), _CHUNK):
        chunk = data[start : start + _CHUNK]
        try:
            checked.valid.update(enumerate(adapter.validate_python(chunk, context=context), start))
        except ValidationError:  # its details are not used: for many bad records they would fill the memory
            for place, item in enumerate(chunk, start):
                _check_one(item, model, place, collection=collection, checked=checked, context=context)
    return checked._replace(findings=limit_findings(checked.findings, document.source.name))


@lru_cache
def _adapter(model: type[R]) -> TypeAdapter[list[R]]:
    """The validator for a list of records. Making one takes as long as validating some hundred records."""
    return TypeAdapter(list[model])  # type: ignore[valid-type]  # a list of this very model


def _check_one(
    item: Any, model: type[R], place: int, *, collection: Collection, checked: CheckedList[R], context: dict[str, Any]
) -> None:
    try:
        checked.valid[place] = model.model_validate(item, context=context)
    except ValidationError as error:
        if len(checked.findings) <= MAX_FINDINGS:
            checked.findings.extend(schema_findings(error, model, collection, (place,)))
            draft = _without_faults(item, model, error, context)
            if draft is not None:
                checked.drafts[place] = draft


def _without_faults(
    data: Any, model: type[R], error: ValidationError, context: dict[str, Any] | None = None
) -> R | None:
    """The record without its faulty keys; None if it is not valid without them."""
    wrong = _keys_of(error)
    if wrong & {"until", "successors"}:  # one without the other would be another fault
        wrong |= {"until", "successors"}
    if not isinstance(data, dict) or wrong & {"pillar", "last_year"}:  # without it another pillar, other years
        return None
    kept = {key: value for key, value in data.items() if key not in wrong}
    kept |= {key: value for key, value in _STAND_INS.items() if key in wrong and key in model.model_fields}
    try:
        return model.model_validate(kept, context=context)
    except ValidationError:
        return None


def _keys_of(error: ValidationError) -> set[str]:
    """The outermost keys with faults."""
    return {str(detail["loc"][0]) for detail in error.errors(include_url=False, include_input=False) if detail["loc"]}


def schema_findings(
    error: ValidationError, model: type[BaseModel], collection: str, prefix: tuple[int, ...]
) -> list[Finding]:
    """The findings for Pydantic's errors. `prefix` is the path from the top of the file to the validated value."""
    details = error.errors(include_url=False, include_input=False)
    return [schema_finding(detail, model, collection, prefix) for detail in details]
