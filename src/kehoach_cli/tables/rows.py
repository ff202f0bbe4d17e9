"""Read rows from the text of a table in any supported format: CSV, or a JSON list of objects."""

from collections.abc import Iterator, Sequence

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.tables.csv_rows import csv_rows
from kehoach_cli.tables.json_rows import json_rows
from kehoach_cli.tables.row import Row
from kehoach_cli.yaml.text import SourceText


def rows_in(source: SourceText, keys: Sequence[str]) -> Iterator[Row]:
    """The rows of the table. `keys` are the headings that messages name.

    Raises:
        UsageProblem: the text is not such a table, or has no row.
    """
    rows = json_rows(source, keys) if source.text.lstrip()[:1] in ("[", "{") else csv_rows(source)
    first = next(rows, None)
    if first is None:
        raise UsageProblem(f"{source.name}: không có dòng nào; ghi dòng tiêu đề và ít nhất một dòng số liệu")
    yield first
    yield from rows
