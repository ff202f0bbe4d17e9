"""Cells of a table with their places, whatever kind of file it came from."""

from typing import Literal, NamedTuple

# "day": a day that the program knows as one, and nobody typed as text. "calculated": a formula's last result.
# "uncalculated": a formula without one, and no text. "error": #DIV/0! and its kind, given as text. "merged": the text
# of a cell above, merged with this one.
Remark = Literal["", "day", "calculated", "uncalculated", "error", "merged"]


class Cell(NamedTuple):
    """A cell as text and its place in messages: `ô F7` of a sheet, `ô 4` of a row in Word, `cột 6` of a line of CSV.

    The text is what a person would type: `45,5`, `45,5%` where the cell shows a percentage, `30/9/2023` for a day.
    A number without a date's format stays a number, also where a day is meant.
    """

    text: str
    place: str
    remark: Remark = ""


class GridRow(NamedTuple):
    """A row and its place: `so-lieu.csv:3`, `phieu.xlsx, trang «Chỉ tiêu», dòng 7`. Cells are by column, from 0."""

    label: str
    cells: tuple[Cell, ...]


class Grid(NamedTuple):
    """A table, or a whole sheet: `name` is its place in messages. Blank rows are left out, headings are rows too."""

    name: str
    rows: tuple[GridRow, ...]
