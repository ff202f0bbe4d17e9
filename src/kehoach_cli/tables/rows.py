"""Many entries at once, from a table in a file or on standard input."""

import sys
from collections.abc import Sequence
from pathlib import Path

from kehoach_cli.diagnostics import Location, UsageProblem
from kehoach_cli.entering.typed import Typed
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.tables.csv_rows import csv_rows
from kehoach_cli.tables.json_rows import json_rows
from kehoach_cli.yaml.faults import FileFault
from kehoach_cli.yaml.text import MAX_BYTES, SourceText, check_bytes, read_source

STANDARD_INPUT = "-"


def read_rows(path: str, keys: Sequence[str]) -> list[Typed]:
    """The rows of a table whose columns are `id` and these keys, or their Vietnamese names.

    Raises:
        UsageProblem: the file cannot be read, or is no such table.
    """
    source = _source(path)
    text = source.text.lstrip()
    rows = list(json_rows(source, keys) if text[:1] in ("[", "{") else csv_rows(source, keys))
    if not rows:
        raise UsageProblem(f"{source.name}: không có dòng nào; cần dòng tiêu đề và ít nhất một dòng số liệu")
    return rows


def _source(path: str) -> SourceText:
    try:
        if path == STANDARD_INPUT:
            return check_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "đầu vào")
        return read_source(Path(path), shown_path(Path(path)))
    except FileFault as fault:
        place = fault.finding.at
        at = f":{place.start.line}" if isinstance(place, Location) and fault.text else ""
        raise UsageProblem(f"{fault.file}{at}: {fault.finding.message}. {fault.finding.remedy}") from None
