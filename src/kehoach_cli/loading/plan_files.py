"""Load a plan from its folder, with a finding for everything that could not be read.

Each record is checked by itself: a bad record is left out of the plan, and the rules still check the others.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from kehoach_cli.diagnostics import COLLECTIONS, Collection, Finding, Route
from kehoach_cli.loading.answer_files import (
    ANSWERS,
    LoadedAnswers,
    answer_routes,
    load_answers,
    misplaced,
    with_answers,
)
from kehoach_cli.loading.period_files import PERIODS, LoadedPeriod, load_period
from kehoach_cli.loading.schema.header import AgencyRecord, PlanRecord
from kehoach_cli.loading.schema.records import IndicatorRecord, TaskRecord
from kehoach_cli.loading.side_folder import Reader, side_readers
from kehoach_cli.loading.validation import CheckedHeader, CheckedList, check_header, check_list
from kehoach_cli.plan.hierarchy import pillars_of
from kehoach_cli.plan.model import Plan
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.yaml.events import load_data
from kehoach_cli.yaml.faults import FileFault
from kehoach_cli.yaml.locate import Document
from kehoach_cli.yaml.text import SourceText, read_source

_R = TypeVar("_R", bound=BaseModel)


class Draft(NamedTuple):
    """The plan with its faulty records too, each without the faulty keys. Only rules may use it.

    So one run reports both schema faults and rule violations. `occurrences` gives for each record of the plan how many
    records before it in the file have the same id; a file without repeated ids has no entry.
    """

    plan: Plan
    occurrences: Mapping[Collection, tuple[int, ...]]


class LoadedPlan(NamedTuple):
    """What the files of a plan hold.

    `plan` is None if `plan.yaml` has faults outside `checks:`; `draft` is None if it is invalid without those keys too.
    `texts` holds each file's text by its name in messages, including files too faulty to be in `documents`.
    `ids` are all ids in each file, in order, including those of records left out of the plan, so that a reference to
    a faulty record is not called unknown. `occurrences`: as in `Draft`, for the records of `plan`.
    """

    folder: PlanFolder
    plan: Plan | None
    documents: Mapping[Collection, Document]
    texts: Mapping[str, str]
    ids: Mapping[Collection, tuple[str, ...]]
    occurrences: Mapping[Collection, tuple[int, ...]]
    findings: tuple[Finding, ...]
    draft: Draft | None = None
    answers: tuple[LoadedAnswers, ...] = ()
    periods: tuple[LoadedPeriod, ...] = ()

    @property
    def side_files(self) -> tuple[LoadedAnswers | LoadedPeriod, ...]:
        """The files of answers and of closed periods."""
        return *self.answers, *self.periods

    @property
    def files(self) -> tuple[str, ...]:
        """The plan's files as the user would write them."""
        own = (shown_path(self.folder.file(collection)) for collection in COLLECTIONS)
        return *own, *(file.name for file in self.side_files)

    @property
    def complete(self) -> bool:
        """Whether all files could be read, with whatever faults."""
        return len(self.documents) == len(COLLECTIONS) and all(file.document for file in self.side_files)

    @property
    def answer_routes(self) -> dict[str, list[Route]]:
        """By the id of a record where each of its answers is written, in their order."""
        return answer_routes(self.draft.plan, self.answers) if self.draft else {}

    @property
    def all_documents(self) -> dict[str, Document]:
        """The files that could be read, by their names in places."""
        beside = {file.collection: file.document for file in self.side_files if file.document}
        return {**{str(name): document for name, document in self.documents.items()}, **beside}


def load_plan(folder: PlanFolder, shown: Callable[[Path], str] = str) -> LoadedPlan:
    """Read a plan's files. `shown` gives a path's name in messages."""

    def read(collection: Collection) -> SourceText:
        path = folder.file(collection)
        return read_source(path, shown(path))

    beside = {**side_readers(ANSWERS, folder, shown), **side_readers(PERIODS, folder, shown)}
    return assemble(folder, read, beside)


def load_header(folder: PlanFolder) -> Plan | None:
    """The plan as plan.yaml alone says it, without agencies and records; None if it has faults in what a plan needs."""
    try:
        source = read_source(folder.file("plan"))
        checked = check_header(Document(source, load_data(source)))
    except FileFault:
        return None
    record = checked.record or checked.draft
    plan: Plan | None = record.to_domain() if record else None
    return plan


def assemble(
    folder: PlanFolder, read: Callable[[Collection], SourceText], beside: Mapping[str, Reader] | None = None
) -> LoadedPlan:
    """Build a plan from the texts that `read` and, by their names in places, the readers of the files `beside` return.

    Any of them may raise FileFault.
    """
    documents: dict[Collection, Document] = {}
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    for collection in COLLECTIONS:
        try:
            source = read(collection)
            documents[collection] = Document(source, load_data(source))
        except FileFault as fault:
            findings.append(fault.finding)
            texts[fault.file] = fault.text
        else:
            texts[source.name] = source.text
            findings.extend(documents[collection].content.findings)

    ids = {collection: _ids(document) for collection, document in documents.items()}
    header = check_header(documents["plan"]) if "plan" in documents else CheckedHeader(None, None, [])
    plan_record = header.record or header.draft
    years = plan_record.to_domain().years if plan_record else None
    lists = _Lists(
        _check_records(documents, "agencies", AgencyRecord, years),
        _check_records(documents, "indicators", IndicatorRecord, years),
        _check_records(documents, "tasks", TaskRecord, years),
    )
    for checked in (header, *lists):
        findings.extend(checked.findings)
    readers = sorted((beside or {}).items())
    files = [load_answers(name, reader) for name, reader in readers if name.startswith(f"{ANSWERS.name}/")]
    periods = [load_period(name, reader) for name, reader in readers if name.startswith(f"{PERIODS.name}/")]
    read_beside: list[LoadedAnswers | LoadedPeriod] = [*files, *periods]
    texts |= {file.name: file.text for file in read_beside}
    whole = draft = None if header.record is None else _build_plan(header.record, lists, documents, ids, files, periods)
    if header.draft is not None and (whole is None or any(checked.drafts for checked in lists)):
        draft = _build_plan(header.draft, lists.with_drafts(), documents, ids, files, periods)
    findings += [finding for file in read_beside for finding in file.findings]
    findings += misplaced(files, draft.plan.records, ids) if draft else []
    plan, occurrences = whole or (None, {})
    return LoadedPlan(
        folder,
        plan,
        documents,
        texts,
        ids=ids,
        occurrences=occurrences,
        findings=tuple(findings),
        draft=draft,
        answers=tuple(files),
        periods=tuple(periods),
    )


class _Lists(NamedTuple):
    """The checked records of the three record files."""

    agencies: CheckedList[AgencyRecord]
    indicators: CheckedList[IndicatorRecord]
    tasks: CheckedList[TaskRecord]

    def with_drafts(self) -> "_Lists":
        return _Lists(self.agencies.with_drafts(), self.indicators.with_drafts(), self.tasks.with_drafts())


def _check_records(
    documents: Mapping[Collection, Document], collection: Collection, model: type[_R], years: range | None
) -> CheckedList[_R]:
    document = documents.get(collection)
    return CheckedList({}, {}, []) if document is None else check_list(document, collection, model, years)


def _build_plan(
    header: PlanRecord,
    lists: _Lists,
    documents: Mapping[Collection, Document],
    ids: Mapping[Collection, tuple[str, ...]],
    files: Sequence[LoadedAnswers],
    periods: Sequence[LoadedPeriod],
) -> Draft:
    plan: Plan = header.to_domain()._replace(
        agencies=tuple(record.to_domain() for record in lists.agencies.valid.values()),
        indicators=_built(lists.indicators.valid.values()),
        tasks=_built(lists.tasks.valid.values()),
        closed=tuple(file.closed for file in periods if file.closed),
    )
    places: dict[Collection, Iterable[int]] = {
        name: getattr(lists, name).valid for name in ("agencies", "indicators", "tasks")
    }
    repeated = [name for name in places if len(set(ids.get(name, ()))) < len(ids.get(name, ()))]
    return Draft(with_answers(plan, files), {name: _occurrences(documents[name], places[name]) for name in repeated})


def _built(records: Iterable[IndicatorRecord | TaskRecord]) -> tuple[Any, ...]:
    """The domain's records, a part of another in its pillar unless it says one."""
    stated = {record.id for record in records if record.pillar is not None}
    built = [record.to_domain() for record in records]
    pillars = pillars_of(built, stated)
    return tuple(record._replace(pillar=pillar) for record, pillar in zip(built, pillars, strict=True))


def _ids(document: Document) -> tuple[str, ...]:
    data = document.content.data
    if not isinstance(data, list):
        return ()
    return tuple(item["id"] for item in data if isinstance(item, dict) and isinstance(item.get("id"), str))


def _occurrences(document: Document, places: Iterable[int]) -> tuple[int, ...]:
    """For the records at these indexes of the file: how many before each have the same id."""
    seen: Counter[str] = Counter()
    before: list[int] = []
    for item in document.content.data:
        identifier = item.get("id") if isinstance(item, dict) else None
        before.append(seen[identifier] if isinstance(identifier, str) else 0)
        if isinstance(identifier, str):
            seen[identifier] += 1
    return tuple(before[place] for place in places)
