"""Give a comparison as flat rows for a spreadsheet."""

from collections.abc import Mapping
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
        row(f"field {entry['field']}", entry, entry["before"], entry["after"])
    for entry in data["entries"]:
        row(f"entry {entry['history']}", entry, entry["before"], entry["after"])
    return rows
