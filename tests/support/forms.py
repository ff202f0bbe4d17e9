"""Fill in forms as an office would, by the headings of their columns."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from kehoach_cli.vocabulary.form_words import COVER, COVER_SHEET

Values = Mapping[str, Mapping[str, Any]]  # by the id of a record, by heading


def fill(path: Path, values: Values, *, source: str | None = "BC 88/BC-SYT", day: Any = "10/9/2023") -> Path:
    """Write the values into the form, and what its cover asks for; returns its path."""
    book = load_workbook(path)
    left = set(values)
    for sheet in book:
        headings: dict[str, int] = {}
        for row in sheet.iter_rows():
            said = {str(cell.value): cell.column for cell in row if cell.value is not None}
            headings = said if "Mã" in said else headings
            record = next((text for text in said if text in values and headings), None)
            for heading, value in values[record].items() if record else ():
                row[headings[heading] - 1].value = value
            left.discard(record or "")
    assert not left, f"the form has no row for {left}"
    for (key, label), value in zip(COVER.items(), (source, day), strict=True):
        assert key in ("source", "date")
        row = next(row for row in book[COVER_SHEET].iter_rows() if row[0].value == label)
        row[1].value = value
    book.save(path)
    return path
