"""Read a CSV table as spreadsheets save it: separated by commas, semicolons or tabs."""

import csv
import re
from collections import Counter as Counts
from io import StringIO

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.tables.grid import Cell, Grid, GridRow
from kehoach_cli.tables.table_limits import Counter, plain
from kehoach_cli.yaml.text import SourceText

_DELIMITERS = "\t;,"  # commas last: where two agree on as many lines, decimals have commas too
_SAID = re.compile(r'"?sep=([,;|\t])"?[ \t;,]*(?:\r\n?|\n|\Z)', re.IGNORECASE)  # Excel's line that names the delimiter
_LOOKED_AT = 65_536  # letters


def csv_grid(source: SourceText) -> Grid:
    """The rows of the table, the headings among them. A row may be longer or shorter than the headings.

    The delimiter is the one that a first line `sep=;` names, else the one that parts most cells in lines that have
    equally many.

    Raises:
        UsageProblem: a quote is never closed.
        TooLarge: there is more than the limits allow.
    """
    said = _SAID.match(source.text)
    text = source.text[said.end() :] if said else source.text
    reader = csv.reader(StringIO(text, newline=""), delimiter=said[1] if said else _delimiter(text), strict=True)
    counter = Counter()
    rows = []
    try:
        for texts in reader:
            cells = [Cell(plain(cell), f"cột {number}") for number, cell in enumerate(texts, 1)]
            while cells and not cells[-1].text:
                cells.pop()
            if cells:
                rows.append(GridRow(f"{source.name}:{reader.line_num + bool(said)}", tuple(cells)))
                counter.add(rows[-1])
    except csv.Error:
        raise UsageProblem(
            f"{source.name}:{reader.line_num + bool(said)}: dấu nháy kép trong dòng không khép; "
            "sửa dòng đó, hoặc lưu lại dạng CSV"
        ) from None
    return Grid(source.name, tuple(rows))


def _delimiter(text: str) -> str:
    return max(_DELIMITERS, key=lambda delimiter: _agreeing(text[:_LOOKED_AT], delimiter))


def _agreeing(text: str, delimiter: str) -> int:
    """The number of cells in the lines that have as many, two or more, as most others."""
    lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    widths = Counts(len(cells) for cells in lines if len(cells) > 1)
    return max((width * number for width, number in widths.items()), default=0)
