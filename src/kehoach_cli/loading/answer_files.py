"""Read what agencies answer, from `answers/STTTT.yaml`, and give each record its answers."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from kehoach_cli.diagnostics import Collection, Finding, Route
from kehoach_cli.loading.schema.answer_record import AnswerRecord, AnswersRecord
from kehoach_cli.loading.schema.value_types import ID_PATTERN
from kehoach_cli.loading.side_folder import Reader, SideFolder
from kehoach_cli.loading.validation import schema_findings
from kehoach_cli.plan.entries import Measurement, Remark, Report, Update
from kehoach_cli.plan.model import Indicator, Plan, Record, Task
from kehoach_cli.storage.folder import ANSWERS_FOLDER
from kehoach_cli.yaml.events import load_data
from kehoach_cli.yaml.faults import FileFault, file_finding, limit_findings
from kehoach_cli.yaml.locate import Document
from kehoach_cli.yaml.other_files import PLAN_FILE

_RecordT = TypeVar("_RecordT", Indicator, Task)
_KEEP = "Dời tệp này đi; «kehoach record MÃ --agency CƠ QUAN GIÁ-TRỊ» tự lập tệp YAML"
_ADVICE = PLAN_FILE._replace(sheet=_KEEP, document=_KEEP)


class FiledAnswer(NamedTuple):
    """An answer, the id of its record and its place in the list of its file, from 0."""

    record: str
    place: int
    entry: Report


class LoadedAnswers(NamedTuple):
    """The answers of one agency, from the file of this name in messages.

    `document` is None if the file could not be read; `text` is what could be. `collection` is its name in places.
    """

    agency: str
    name: str
    document: Document | None
    text: str
    answers: tuple[FiledAnswer, ...]
    findings: tuple[Finding, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def collection(self) -> str:
        return collection_of_answers(self.agency)


def collection_of_answers(agency: str) -> str:
    """The name of an agency's file of answers in places: "answers/STTTT"."""
    return f"{ANSWERS_FOLDER}/{agency}"


def misnamed(name: str, shown: str) -> Finding:
    """The finding for a file that is not named after an agency."""
    message = f"Không báo cáo nào đọc tệp này, vì tên «{name}» không phải mã của một cơ quan"
    return file_finding("KH211", message, "Đặt tên theo mã trong agencies.yaml: STTTT.yaml, SYT.yaml", shown)


ANSWERS = SideFolder(
    ANSWERS_FOLDER,
    what="báo cáo của các cơ quan",
    makes="kehoach record … --agency",
    takes=lambda stem: re.fullmatch(ID_PATTERN, stem) is not None,
    misnamed=misnamed,
    advice=_ADVICE,
)


def load_answers(collection: str, read: Reader) -> LoadedAnswers:
    """Read and check one file, by its name in places. A faulty answer is left out; the others are kept."""
    agency = collection.partition("/")[2]
    try:
        source = read()
        document = Document(source, load_data(source))
    except FileFault as fault:
        return LoadedAnswers(agency, fault.file, None, fault.text, (), (fault.finding,))
    data = document.content.data
    remarks: tuple[Remark, ...] = ()
    try:
        checked = AnswersRecord.model_validate(data)
        valid, found = dict(enumerate(checked.answers)), list[Finding]()
        remarks = tuple(item.to_remark(agency) for item in checked.remarks)
    except ValidationError as error:
        found = schema_findings(error, AnswersRecord, collection, ())
        valid = dict(valid_answers(data.get("answers") if isinstance(data, dict) else None))
    answers = tuple(FiledAnswer(item.record, place, item.to_report(agency)) for place, item in valid.items())
    found = limit_findings([*document.content.findings, *found], source.name)
    return LoadedAnswers(agency, source.name, document, source.text, answers, tuple(found), remarks)


def valid_answers(items: Any) -> Iterator[tuple[int, AnswerRecord]]:
    """The valid items of a list of answers, each with its place."""
    for place, item in enumerate(items if isinstance(items, list) else ()):
        try:
            yield place, AnswerRecord.model_validate(item)
        except ValidationError:
            continue


def with_answers(plan: Plan, files: Iterable[LoadedAnswers]) -> Plan:
    """The plan whose records have their answers, and the plan its remarks, in the order of the files."""
    found: dict[str, list[Any]] = {}
    for record, _, answer in _placed(files, plan.records):
        found.setdefault(record, []).append(answer.entry)

    def answered(record: _RecordT) -> _RecordT:
        return record._replace(answers=tuple(found[record.id])) if record.id in found else record

    return plan._replace(
        indicators=tuple(map(answered, plan.indicators)),
        tasks=tuple(map(answered, plan.tasks)),
        remarks=tuple(remark for file in files for remark in file.remarks),
    )


def answer_routes(plan: Plan, files: Iterable[LoadedAnswers]) -> dict[str, list[Route]]:
    """By the id of a record where each of its answers is written."""
    found: dict[str, list[Route]] = {}
    for record, file, answer in _placed(files, plan.records):
        found.setdefault(record, []).append(Route(file.collection, ("answers", answer.place)))
    return found


def _placed(
    files: Iterable[LoadedAnswers], records: Iterable[Record]
) -> Iterator[tuple[str, LoadedAnswers, FiledAnswer]]:
    """The answers that are about records of their kind, by the ids of these; the others are KH317's findings."""
    kinds = _kinds(records)
    for file in files:
        for answer in file.answers:
            if kinds.get(answer.record) is type(answer.entry):
                yield answer.record, file, answer


def misplaced(
    files: Iterable[LoadedAnswers], records: Iterable[Record], ids: Mapping[Collection, Sequence[str]]
) -> Iterator[Finding]:
    """The findings for files of unknown agencies, and for answers that are about no record of their kind.

    `ids` are those in the plan's files, as far as these could be read.
    """
    kinds, known = _kinds(records), {*ids.get("indicators", ()), *ids.get("tasks", ())}
    unknown = "Sửa lại mã theo indicators.yaml hoặc tasks.yaml"
    for file in files:
        for place, remark in enumerate(file.remarks):
            if remark.record not in known and {"indicators", "tasks"} <= ids.keys():
                at = Route(file.collection, ("remarks", place, "record"))
                yield Finding("KH317", "error", f"Không có chỉ tiêu, nhiệm vụ nào có mã {remark.record}", unknown, at)
        if file.document and "agencies" in ids and file.agency not in ids["agencies"]:
            yield misnamed(f"{file.agency}.yaml", file.document.source.name)
        for record, place, entry in file.answers:
            if kinds.get(record) is type(entry):
                continue
            at = Route(file.collection, ("answers", place, "record"))
            if record in kinds:
                yield Finding("KH317", "error", *_misplaced(record, kinds[record]), at)
            elif record not in known and {"indicators", "tasks"} <= ids.keys():
                message = f"Không có chỉ tiêu, nhiệm vụ nào có mã {record}"
                yield Finding("KH317", "error", message, unknown, at)


def _kinds(records: Iterable[Record]) -> dict[str, type[Report] | None]:
    """By the id of a record the kind of its answers; a heading has none."""
    return {
        record.id: None if record.heading else Measurement if isinstance(record, Indicator) else Update
        for record in records
    }


def _misplaced(record: str, kind: type[Report] | None) -> tuple[str, str]:
    if kind is None:
        return f"{record} là đề mục, không có báo cáo", "Ghi cho từng bản ghi của mục"
    if kind is Measurement:
        return f"{record} là chỉ tiêu mà dòng này ghi tình trạng", "Ghi value, hoặc numerator và denominator"
    return f"{record} là nhiệm vụ mà dòng này ghi số liệu", "Ghi state: done, in_progress…"
