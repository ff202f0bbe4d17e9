"""A plan's folder -> the plan, and every finding that reading it gave.

Each record is checked by itself, so that one bad record leaves the others to the rules; what could not be
read is left out of the plan and said in a finding.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from kehoach_cli.diagnostics import COLLECTIONS, Collection, Finding
from kehoach_cli.files.faults import FileFault
from kehoach_cli.files.folder import PlanFolder
from kehoach_cli.files.locate import Document
from kehoach_cli.files.schema.header import AgencyRecord
from kehoach_cli.files.schema.records import IndicatorRecord, TaskRecord
from kehoach_cli.files.text import SourceText, read_source
from kehoach_cli.files.validation import check_header, check_list
from kehoach_cli.files.yaml_data import load_data
from kehoach_cli.plan.model import Plan


class LoadedPlan(NamedTuple):
    """What the files of a plan hold.

    `plan` is None when `plan.yaml` itself could not be read. `texts` are the files as far as they are text, by their
    names in messages, those included that are not in `documents` because they could not be read further. `ids` are
    all the ids that a file shows, in its order, those of records left out of the plan included, so that nothing is
    called unknown because it is faulty. `occurrences` says of each record in the plan how many before it in the file
    have its id; a file without repeated ids has no entry.
    """

    folder: PlanFolder
    plan: Plan | None
    documents: Mapping[Collection, Document]
    texts: Mapping[str, str]
    ids: Mapping[Collection, tuple[str, ...]]
    occurrences: Mapping[Collection, tuple[int, ...]]
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
    occurrences: dict[Collection, tuple[int, ...]] = {}

    def records(collection: Collection, model: type[_R]) -> list[_R]:
        document = documents.get(collection)
        if document is None:
            return []
        good, places, bad = check_list(document, collection, model)
        findings.extend(bad)
        if len(set(ids[collection])) < len(ids[collection]):
            occurrences[collection] = _occurrences(document, places)
        return good

    header = None
    if "plan" in documents:
        header, bad = check_header(documents["plan"])
        findings.extend(bad)
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
    return LoadedPlan(folder, plan, documents, texts, ids, occurrences, tuple(findings))


_R = TypeVar("_R", bound=BaseModel)


def _ids(document: Document) -> tuple[str, ...]:
    data = document.content.data
    if not isinstance(data, list):
        return ()
    return tuple(item["id"] for item in data if isinstance(item, dict) and isinstance(item.get("id"), str))


def _occurrences(document: Document, places: list[int]) -> tuple[int, ...]:
    """For the records at these places of the file, how many before each have the same id."""
    seen: Counter[str] = Counter()
    before: list[int] = []
    for item in document.content.data:
        identifier = item.get("id") if isinstance(item, dict) else None
        before.append(seen[identifier] if isinstance(identifier, str) else 0)
        if isinstance(identifier, str):
            seen[identifier] += 1
    return tuple(before[place] for place in places)
