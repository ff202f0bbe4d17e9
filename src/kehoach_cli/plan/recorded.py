"""Telling the lines of a plan's histories apart, so that it can be said of each who recorded it and when."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from kehoach_cli.plan.changes import HISTORIES, Entry, HistoryKey, meaning
from kehoach_cli.plan.model import Record


class EntryKey(NamedTuple):
    """One dated entry of one record, by what it says, wherever and however it is written.

    `copy` tells entries apart that say the same: 0 for the first in the file.
    """

    record: str
    history: HistoryKey
    content: Any
    copy: int


class Recorded(NamedTuple):
    """Who brought an entry into the plan, by the commit that did: its hash, its author and the author's clock."""

    commit: str
    author: str
    at: datetime


class Ledger(NamedTuple):
    """Who recorded what. An entry in none of the two came before `known_since`, where the history was cut off."""

    recorded: Mapping[EntryKey, Recorded]
    uncommitted: frozenset[EntryKey]
    known_since: datetime | None = None


def entry_keys(record: str, history: HistoryKey, entries: Iterable[Entry]) -> Iterator[EntryKey]:
    """The keys of a record's entries, in the order of the entries."""
    seen: Counter[Any] = Counter()
    for entry in entries:
        content = meaning(entry)
        yield EntryKey(record, history, content, seen[content])
        seen[content] += 1


def keyed_entries(record: Record) -> Iterator[tuple[EntryKey, Entry]]:
    """Every dated entry of a record with its key."""
    for history in HISTORIES:
        entries: tuple[Entry, ...] = getattr(record, history, ())
        yield from zip(entry_keys(record.id, history, entries), entries, strict=True)
