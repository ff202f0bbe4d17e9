"""Add entries to records' histories in a file's text."""

from collections.abc import Iterable
from decimal import Decimal

from kehoach_cli.diagnostics import Collection
from kehoach_cli.editing.operations import append_all
from kehoach_cli.editing.writing import item_lines
from kehoach_cli.plan.additions import Addition, NewEntry, history_of
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.model import Measurement
from kehoach_cli.yaml.events import Data
from kehoach_cli.yaml.locate import Document
from kehoach_cli.yaml.scalars import resolve_plain
from kehoach_cli.yaml.text import SourceText


def collection_of_entry(entry: NewEntry) -> Collection:
    """The file that holds entries of this type."""
    return "indicators" if isinstance(entry, Measurement) else "tasks"


def with_entries(document: Document, additions: Iterable[Addition]) -> SourceText:
    """The file's text with each entry at the end of its record's history.

    Raises:
        EditRefused: the way the file is written allows no entry to be added without other changes.
    """
    records = [item.get("id") if isinstance(item, dict) else None for item in document.content.data]
    return append_all(
        document.source,
        [
            ((records.index(addition.record), history_of(addition.entry)), entry_data(addition.entry))
            for addition in additions
        ],
    )


def entry_data(entry: NewEntry) -> dict[str, Data]:
    """The entry as data for its file: keys in order, without those that are None."""
    return {key: _data(value) for key, value in entry._asdict().items() if value is not None}


def entry_lines(entry: NewEntry) -> list[str]:
    """The entry as lines of a YAML list, for a person to add by hand."""
    return [f"- {line}" if number == 0 else f"  {line}" for number, line in enumerate(item_lines(entry_data(entry)))]


def _data(value: object) -> Data:
    match value:
        case Due():
            return value.text
        case Decimal():
            return resolve_plain(f"{value:f}")
        case _:
            return str(value)
