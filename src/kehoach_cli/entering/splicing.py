"""Add entries to records' histories in a file's text."""

from collections.abc import Iterable
from decimal import Decimal

from kehoach_cli.diagnostics import Collection
from kehoach_cli.editing.expected import Insertion
from kehoach_cli.editing.operations import insert_all
from kehoach_cli.editing.writing import item_lines
from kehoach_cli.plan.additions import Addition, history_of
from kehoach_cli.plan.differences import Entry
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.model import Change, Measurement, Target
from kehoach_cli.yaml.events import Data
from kehoach_cli.yaml.locate import Document
from kehoach_cli.yaml.scalars import resolve_plain
from kehoach_cli.yaml.text import SourceText


def collection_of_entry(entry: Entry) -> Collection:
    """The file that holds entries of this type."""
    return "indicators" if isinstance(entry, Measurement) else "tasks"


def with_entries(document: Document, additions: Iterable[Addition]) -> SourceText:
    """The file's text with each entry at the end of its record's history.

    Raises:
        EditRefused: the way the file is written allows no entry to be added without other changes.
    """
    records = [item.get("id") if isinstance(item, dict) else None for item in document.content.data]
    return insert_all(
        document.source,
        [
            Insertion((records.index(addition.record), history_of(addition.entry)), entry_data(addition.entry))
            for addition in additions
        ],
    )


def entry_data(entry: Entry) -> dict[str, Data]:
    """The entry as data for its file: keys in order, without those that are None."""
    given = entry._asdict()
    if isinstance(entry, Change):
        given["set"] = entry.nested()
    return {key: _data(value) for key, value in given.items() if value not in (None, False)}


def entry_lines(entry: Entry) -> list[str]:
    """The entry as lines of a YAML list, for a person to add by hand."""
    return [f"- {line}" if number == 0 else f"  {line}" for number, line in enumerate(item_lines(entry_data(entry)))]


def _data(value: object) -> Data:
    match value:
        case None | bool():
            return value
        case dict():
            return {key: _data(part) for key, part in value.items()}
        case Due():
            return value.text or None
        case Target():
            return (
                _data(value.min)
                if value.min == value.max
                else {key: _data(end) for key, end in value._asdict().items()}
            )
        case tuple():
            return [_data(part) for part in value]
        case Decimal():
            return resolve_plain(f"{value:f}")
        case _:
            return str(value)
