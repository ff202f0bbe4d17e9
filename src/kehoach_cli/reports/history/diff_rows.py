"""Give a comparison as flat rows for a spreadsheet."""

from collections.abc import Iterator, Mapping
from typing import Any

from kehoach_cli.reports.history.diff_view import DiffView, diff_data

DIFF_COLUMNS = ("change", "id", "before", "after")


def diff_rows(view: DiffView) -> list[dict[str, Any]]:
    """The view as flat rows for a spreadsheet, one per change: the value before and after."""
    data = diff_data(view)
    rows: list[dict[str, Any]] = []

    def row(change: str, entry: Mapping[str, Any], before: Any, after: Any) -> None:
        rows.append({"change": change, "id": entry["id"], "before": before, "after": after})

    for entry in (*data["indicators"], *data["tasks"]):
        for key, before in entry["before"].items():
            if before != entry["after"][key]:
                row(key, entry, before, entry["after"][key])
    for entry in data["added"]:
        row("added", entry, None, entry["name"])
    for entry in data["removed"]:
        row("removed", entry, entry["name"], None)
    for entry in data["renumbered"]:
        row("renumbered", entry, entry["before"], entry["id"])
    for entry in data["fields"]:
        row(f"field {entry['field']}", entry, _flat(entry["before"]), _flat(entry["after"]))
    for entry in data["entries"]:
        row(f"entry {entry['history']}", entry, _flat(entry["before"]), _flat(entry["after"]))
    return rows


def _flat(value: Any) -> Any:
    """A mapping as `value=29.2 date=2023-06-30 set.due=Năm 2023`; a single value as it is."""
    if isinstance(value, Mapping):
        return " ".join(f"{key}={text}" for key, text in _pairs(value, ""))
    return [_flat(part) for part in value] if isinstance(value, list) else value


def _pairs(value: Any, key: str) -> Iterator[tuple[str, Any]]:
    """What a mapping says, by dotted key; without what is empty or not so."""
    if isinstance(value, Mapping):
        for inner, part in value.items():
            yield from _pairs(part, f"{key}.{inner}".lstrip("."))
    elif (value is not None and value is not False and value != []) or key.startswith("set."):
        yield key, ",".join(value) if isinstance(value, list) else value
