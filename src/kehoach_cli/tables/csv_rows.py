"""Read rows of a CSV table as spreadsheets save it: separated by commas, semicolons or tabs."""

import csv
from collections.abc import Iterator
from io import StringIO

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.tables.row import Row
from kehoach_cli.yaml.text import SourceText

_DELIMITERS = ",;\t"


def csv_rows(source: SourceText) -> Iterator[Row]:
    """The rows below the headings. The delimiter is the one of comma, semicolon and tab most frequent in the headings.

    A short row is padded with empty cells; blank rows are skipped.

    Raises:
        UsageProblem: a row has more cells than there are headings, or a quote is never closed.
    """
    first_line = source.text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    reader = csv.reader(StringIO(source.text, newline=""), delimiter=delimiter, strict=True)
    headings: list[str] | None = None
    headings_at = ""
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            label = f"{source.name}:{reader.line_num}"
            if headings is None:
                headings, headings_at = cells, label
            elif len(cells) > len(headings) and any(cell.strip() for cell in cells[len(headings) :]):
                raise UsageProblem(
                    f"{label}: dòng có nhiều ô hơn dòng tiêu đề; ô có dấu «{delimiter}» thì đặt trong dấu nháy kép"
                )
            else:
                whole = [*cells, *[""] * (len(headings) - len(cells))]
                yield Row(tuple(zip(headings, whole, strict=False)), label, headings_at)
    except csv.Error:
        raise UsageProblem(
            f"{source.name}:{reader.line_num}: dấu nháy kép trong dòng không khép; sửa dòng đó, hoặc lưu lại dạng CSV"
        ) from None
