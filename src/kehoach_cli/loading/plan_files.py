"""A plan's folder -> the plan, and every finding that reading it gave.

Each record is checked by itself, so that one bad record leaves the others to the rules; what could not be
read is left out of the plan and said in a finding.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from kehoach_cli.diagnostics import COLLECTIONS, Collection, Finding
from kehoach_cli.loading.schema.header import AgencyRecord, PlanRecord
from kehoach_cli.loading.schema.records import IndicatorRecord, TaskRecord
from kehoach_cli.loading.validation import CheckedHeader, CheckedList, check_header, check_list
from kehoach_cli.plan.model import Plan
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.yaml.events import load_data
from kehoach_cli.yaml.faults import FileFault
from kehoach_cli.yaml.locate import Document
from kehoach_cli.yaml.text import SourceText, read_source

_R = TypeVar("_R", bound=BaseModel)


class Draft(NamedTuple):
    """A plan with its faulty records too, each without the keys that are wrong: for rules, and nothing else.

    With them a rule says in the same run what is wrong beside the faults of form. `occurrences` says of each record
    in the plan how many before it in the file have its id; a file without repeated ids has no entry.
    """

    plan: Plan
    occurrences: Mapping[Collection, tuple[int, ...]]


class LoadedPlan(NamedTuple):
    """What the files of a plan hold.

    `plan` is None when `plan.yaml` itself could not be read, and `draft` when not even a part of it will do. `texts`
    are the files as far as they are text, by their names in messages, those included that are not in `documents`
    because they could not be read further. `ids` are all the ids that a file shows, in its order, those of records
    left out of the plan included, so that nothing is called unknown because it is faulty. `occurrences` are those of
    `plan`, as `Draft` has them.
    """

    folder: PlanFolder
    plan: Plan | None
    documents: Mapping[Collection, Document]
    texts: Mapping[str, str]
    ids: Mapping[Collection, tuple[str, ...]]
    occurrences: Mapping[Collection, tuple[int, ...]]
    findings: tuple[Finding, ...]
    draft: Draft | None = None


def load_plan(folder: PlanFolder, shown: Callable[[Path], str] = str) -> LoadedPlan:
    """Read a plan's four files; `shown` says how a path is named in messages."""

    def read(collection: Collection) -> SourceText:
        path = folder.file(collection)
        return read_source(path, shown(path))

    return assemble(folder, read)


def assemble(folder: PlanFolder, read: Callable[[Collection], SourceText]) -> LoadedPlan:
    """Put a plan together from its files' texts, wherever `read` takes them from. `read` may raise FileFault."""
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
    lists = _Lists(
        _checked(documents, "agencies", AgencyRecord),
        _checked(documents, "indicators", IndicatorRecord),
        _checked(documents, "tasks", TaskRecord),
    )
    for checked in (header, *lists):
        findings.extend(checked.findings)
    whole = draft = None if header.record is None else _put_together(header.record, lists, documents, ids)
    if header.draft is not None and (whole is None or any(checked.drafts for checked in lists)):
        draft = _put_together(header.draft, lists.with_drafts(), documents, ids)
    plan, occurrences = whole or (None, {})
    return LoadedPlan(folder, plan, documents, texts, ids, occurrences, tuple(findings), draft)


class _Lists(NamedTuple):
    """The three files of records, checked."""

    agencies: CheckedList[AgencyRecord]
    indicators: CheckedList[IndicatorRecord]
    tasks: CheckedList[TaskRecord]

    def with_drafts(self) -> "_Lists":
        return _Lists(self.agencies.with_drafts(), self.indicators.with_drafts(), self.tasks.with_drafts())


def _checked(documents: Mapping[Collection, Document], collection: Collection, model: type[_R]) -> CheckedList[_R]:
    document = documents.get(collection)
    return CheckedList({}, {}, []) if document is None else check_list(document, collection, model)


def _put_together(
    header: PlanRecord,
    lists: _Lists,
    documents: Mapping[Collection, Document],
    ids: Mapping[Collection, tuple[str, ...]],
) -> Draft:
    plan: Plan = header.built()._replace(
        agencies=tuple(record.built() for record in lists.agencies.good.values()),
        indicators=tuple(record.built() for record in lists.indicators.good.values()),
        tasks=tuple(record.built() for record in lists.tasks.good.values()),
    )
    places: dict[Collection, Iterable[int]] = {
        name: getattr(lists, name).good for name in ("agencies", "indicators", "tasks")
    }
    repeated = [name for name in places if len(set(ids.get(name, ()))) < len(ids.get(name, ()))]
    return Draft(plan, {name: _occurrences(documents[name], places[name]) for name in repeated})


def _ids(document: Document) -> tuple[str, ...]:
    data = document.content.data
    if not isinstance(data, list):
        return ()
    return tuple(item["id"] for item in data if isinstance(item, dict) and isinstance(item.get("id"), str))


def _occurrences(document: Document, places: Iterable[int]) -> tuple[int, ...]:
    """For the records at these places of the file, how many before each have the same id."""
    seen: Counter[str] = Counter()
    before: list[int] = []
    for item in document.content.data:
        identifier = item.get("id") if isinstance(item, dict) else None
        before.append(seen[identifier] if isinstance(identifier, str) else 0)
        if isinstance(identifier, str):
            seen[identifier] += 1
    return tuple(before[place] for place in places)
