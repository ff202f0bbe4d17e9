"""Identify the dated entries of a plan by their content, to say who recorded each and when."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.differences import HISTORIES, Entry, HistoryKey, entries_of, meaning
from kehoach_cli.plan.model import Plan, Record


class EntryKey(NamedTuple):
    """Identifies one dated entry of a record by its content, independent of position and formatting.

    `copy` numbers entries with equal content, from 0 in the order of the file.
    """

    record: str
    history: HistoryKey
    content: Any
    copy: int


class Recorded(NamedTuple):
    """Who added an entry to the plan: hash, author and author time of the commit that did."""

    commit: str
    author: str
    at: datetime


class Ledger(NamedTuple):
    """Who recorded each entry. An entry in neither field is older than `known_since`, the limit of the search."""

    recorded: Mapping[EntryKey, Recorded]
    uncommitted: frozenset[EntryKey]
    known_since: datetime | None = None


def entry_keys(record: str, history: HistoryKey, entries: Iterable[Entry]) -> Iterator[EntryKey]:
    """The keys of a record's entries, in order."""
    seen: Counter[Any] = Counter()
    for entry in entries:
        content = meaning(entry)
        yield EntryKey(record, history, content, seen[content])
        seen[content] += 1


def keyed_entries(record: Agency | Record | Plan) -> Iterator[tuple[EntryKey, Entry]]:
    """Every dated entry of a record, or of plan.yaml, with its key."""
    identifier = "" if isinstance(record, Plan) else record.id
    for history in HISTORIES:
        entries = entries_of(record, history)
        yield from zip(entry_keys(identifier, history, entries), entries, strict=True)
