"""The cells of one sheet while it is read, and the grid that they make."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from kehoach_cli.tables.grid import Cell, Grid, GridRow
from kehoach_cli.tables.table_limits import MANY_ROWS, MAX_CELLS, MAX_ROWS, Counter, TooLarge, trimmed

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_BLANK = Cell("", "")


class Merge(NamedTuple):
    """The first column of merged cells, from the row of their text to their last row; all numbered from 0."""

    column: int
    top: int
    bottom: int


def sheet_title(file: str, name: str) -> str:
    """`phieu.xlsx, trang «Chỉ tiêu»`, in one line."""
    return f"{file}, trang «{' '.join(name.split())[:60]}»"


def place_of(row: int, column: int) -> str:
    """`ô F7` for row 6, column 5."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"ô {letters}{row + 1}"


def parse_reference(text: str) -> tuple[int, int] | None:
    """Row and column of `F7`, from 0; None for anything else."""
    found = _REFERENCE.fullmatch(text)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def sheet_grid(name: str, rows: Mapping[int, dict[int, Cell]], merges: list[Merge], counter: Counter) -> Grid:
    """The grid of a sheet whose cells with text are `rows`, by row and column from 0.

    Merged text is repeated downward in its own column.

    Raises:
        TooLarge: there are more rows or cells than the limits allow.
    """
    if len(rows) > MAX_ROWS:
        raise TooLarge(MANY_ROWS)
    numbers = sorted(rows)
    _spread(rows, numbers, merges)
    found = []
    for number in numbers:
        row = rows[number]
        dense = (row.get(column) or Cell("", place_of(number, column)) for column in range(max(row, default=-1) + 1))
        if cells := trimmed(list(dense)):
            found.append(GridRow(f"{name}, dòng {number + 1}", cells))
            counter.add(found[-1])
    return Grid(name, tuple(found))


def _spread(rows: Mapping[int, dict[int, Cell]], numbers: list[int], merges: list[Merge]) -> None:
    spread = 0
    for column, top, bottom in merges:
        text = rows.get(top, {}).get(column, _BLANK).text
        below = numbers[bisect_right(numbers, top) : bisect_right(numbers, bottom)] if text else ()
        spread += len(below)
        if spread > MAX_CELLS:
            raise TooLarge("Tệp có hơn 200.000 ô gộp")
        for number in below:
            rows[number][column] = Cell(text, place_of(number, column), "merged")
