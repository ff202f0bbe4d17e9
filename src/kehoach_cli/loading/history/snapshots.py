"""Read the entries of a plan in one commit, fast enough for ten thousand commits.

Most commits change one record or none. A file is split into the texts of its records, and a text that was seen before
is not parsed again.
"""

import hashlib
import re
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from pydantic import ValidationError

from kehoach_cli.git.objects import Commit, ObjectReader
from kehoach_cli.loading.answer_files import valid_answers
from kehoach_cli.loading.schema.entry_records import AddedRecord, MeasurementRecord, RemovedRecord, UpdateRecord
from kehoach_cli.loading.schema.header import PlanChangeRecord, SuccessionRecord
from kehoach_cli.loading.schema.record import Record
from kehoach_cli.loading.schema.records import IndicatorChangeRecord, TaskChangeRecord
from kehoach_cli.plan.differences import Entry, HistoryKey
from kehoach_cli.plan.recorded import EntryKey, entry_keys
from kehoach_cli.storage.folder import ANSWERS_FOLDER
from kehoach_cli.yaml.events import load_data
from kehoach_cli.yaml.faults import FileFault
from kehoach_cli.yaml.text import check_bytes

CACHE_SIZE = 256
_LIFE: dict[HistoryKey, type[Record]] = {"added": AddedRecord, "removed": RemovedRecord}
_HISTORIES: dict[str, dict[HistoryKey, type[Record]]] = {
    "plan": {"changes": PlanChangeRecord},
    "agencies": {"successors": SuccessionRecord},
    "indicators": {"measurements": MeasurementRecord, "changes": IndicatorChangeRecord, **_LIFE},
    "tasks": {"updates": UpdateRecord, "changes": TaskChangeRecord, **_LIFE},
}
_FIRST_ITEM = re.compile(rb"^ *- ", re.MULTILINE)

_Keys = frozenset[EntryKey]


class Snapshot(NamedTuple):
    """The plan in a commit. `records` are the entry keys of each record; `readable` is false if a file was broken."""

    exists: bool
    records: frozenset[_Keys] = frozenset()
    readable: bool = True

    def keys(self) -> _Keys:
        return frozenset().union(*self.records)

    def kept_from(self, earlier: "Snapshot", keys: _Keys) -> _Keys:
        """Those of `keys` that the earlier commit had too. An unreadable earlier commit counts as having them all."""
        if not earlier.readable or (self.readable and self.records == earlier.records):
            return keys
        if not self.readable:
            return keys & earlier.keys()
        at_risk = keys & frozenset().union(*(self.records - earlier.records))
        return keys - (at_risk - frozenset().union(*(earlier.records - self.records)))


class Snapshots:
    """Makes snapshots of one repository's commits. Caches recent files and all records."""

    def __init__(self, reader: ObjectReader) -> None:
        self._reader = reader
        self._records: dict[tuple[str, bytes], _Keys | None] = {}
        self._file_records = lru_cache(CACHE_SIZE)(self._read_file)

    def of(self, commit: Commit, path: str) -> Snapshot:
        """The plan's entries in that folder of the commit."""
        files = self._reader.files(commit, path)
        if "plan.yaml" not in files:
            return Snapshot(exists=False)
        answers = self._reader.files(commit, str(PurePosixPath(path) / ANSWERS_FOLDER))
        files |= {f"{ANSWERS_FOLDER}/{name}": blob for name, blob in answers.items() if name.endswith(".yaml")}
        found = [
            self._file_records(name.removesuffix(".yaml"), blob)
            for name, blob in files.items()
            if name.startswith(f"{ANSWERS_FOLDER}/") or name.removesuffix(".yaml") in _HISTORIES
        ]
        readable = [records for records in found if records is not None]
        return Snapshot(exists=True, records=frozenset().union(*readable), readable=len(readable) == len(found))

    def _read_file(self, collection: str, name: str) -> frozenset[_Keys] | None:
        """The keys of each record in the file of that hash; None if it cannot be read."""
        content = self._reader.content(name)
        if content is None:
            return None
        texts = [content] if collection == "plan" else _split_records(content)
        records = [self._read_record(collection, text) for text in texts]
        if None in records:  # split in the wrong place, or broken
            whole = _keys(collection, content)
            return None if whole is None else frozenset({whole})
        return frozenset(keys for keys in records if keys)

    def _read_record(self, collection: str, text: bytes) -> _Keys | None:
        key = (collection, hashlib.blake2b(text, digest_size=16).digest())
        if key not in self._records:
            self._records[key] = _keys(collection, text)
        return self._records[key]


def _split_records(content: bytes) -> list[bytes]:
    """Split a top-level list into the texts of its items, by the dashes in the column of the first one."""
    first = _FIRST_ITEM.search(content)
    if first is None:
        return [content]
    dash = first[0]
    return [dash + text + b"\n" for text in (b"\n" + content[first.start() :]).split(b"\n" + dash)[1:]]


def _keys(collection: str, text: bytes) -> _Keys | None:
    """The keys of all entries in the text; None if it is neither plan.yaml, answers nor a list of records with ids."""
    try:
        data = load_data(check_bytes(text, "")).data
    except FileFault:
        return None
    folder, _, agency = collection.partition("/")
    if folder == ANSWERS_FOLDER:
        return _answer_keys(agency, data.get("answers") if isinstance(data, dict) else data)
    if collection == "plan" and isinstance(data, dict):
        data = [{**data, "id": ""}]
    if not isinstance(data, list) or not all(
        isinstance(item, dict) and isinstance(item.get("id"), str) for item in data
    ):
        return None
    keys: list[EntryKey] = []
    for item in data:
        for history, model in _HISTORIES[collection].items():
            keys += entry_keys(item["id"], history, _entries(model, item.get(history)))
    return frozenset(keys)


def _answer_keys(agency: str, items: Any) -> _Keys | None:
    if not isinstance(items, list):
        return None
    found: dict[str, list[Entry]] = {}
    for _, answer in valid_answers(items):
        found.setdefault(answer.record, []).append(answer.to_report(agency))
    return frozenset(key for record, entries in found.items() for key in entry_keys(record, "answers", entries))


def _entries(model: type[Record], items: Any) -> list[Entry]:
    """The valid entries. An entry that was invalid in its commit counts as absent."""
    entries: list[Entry] = []
    for item in items if isinstance(items, list) else [] if items is None else [items]:
        try:
            entries.append(model.model_validate(item).to_domain())
        except ValidationError:
            continue
    return entries
