"""Define the content of pages: tables and charts, without how they are drawn."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, TypeVar

Align = Literal["left", "right"]
Tone = Literal["plain", "good", "warning", "bad", "muted"]
T = TypeVar("T")


class Column(NamedTuple):
    """One column. `least` is its minimum width. When space is short, columns of the highest `rank` are dropped first.

    Columns of rank 0 always stay. A column with `wrap` takes the space left and breaks its text into at most `lines`
    lines (0: no limit); the others are as wide as their longest cell.
    """

    title: str
    least: int = 4
    rank: int = 0
    align: Align = "left"
    wrap: bool = False
    lines: int = 0


class Cell(NamedTuple):
    """One cell's text. The tone may be shown as a colour; it adds nothing to the text."""

    text: str
    tone: Tone = "plain"


class Table(NamedTuple):
    """A titled table. Each row has a cell for every column; `note` stands below the table."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell | str, ...], ...]
    note: str = ""


Columns = Sequence[tuple[Column, Callable[[T], Cell | str]]]


def table_of(title: str, columns: Columns[T], items: Iterable[T], note: str = "") -> Table:
    """Build a table with a row per item; `columns` pairs each column with the function for its cells."""
    rows = tuple(tuple(cell(item) for _, cell in columns) for item in items)
    return Table(title, tuple(column for column, _ in columns), rows, note)


class Point(NamedTuple):
    """A value on a day. `hollow` marks a baseline, which was not measured during the plan."""

    date: date
    value: Decimal
    hollow: bool = False


class Level(NamedTuple):
    """A horizontal line: a target."""

    label: str
    value: Decimal


class Chart(NamedTuple):
    """Values from `first` to `last`, against levels and milestones. A table beside it holds the same figures."""

    first: date
    last: date
    points: tuple[Point, ...]
    levels: tuple[Level, ...]
    milestones: tuple[Point, ...] = ()


class Page(NamedTuple):
    """What a command shows: lines of text, a chart if any, then tables."""

    lines: tuple[str, ...]
    tables: tuple[Table, ...]
    chart: Chart | None = None


def cell_text(cell: Cell | str) -> str:
    return cell if isinstance(cell, str) else cell.text


def cell_tone(cell: Cell | str) -> Tone:
    return "plain" if isinstance(cell, str) else cell.tone
