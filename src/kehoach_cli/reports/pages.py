"""Tables and charts as content: what they say, not how they are drawn."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, TypeVar

Align = Literal["left", "right"]
Tone = Literal["plain", "good", "warning", "bad", "muted"]
T = TypeVar("T")


class Column(NamedTuple):
    """One column. `least` is the width below which it is of no use; `rank` orders who goes first when space is short.

    Columns of rank 0 always stay. A column that may `wrap` takes what space is left and breaks its text, into at
    most `lines` lines where that is not 0; the others are as wide as their longest cell.
    """

    title: str
    least: int = 4
    rank: int = 0
    align: Align = "left"
    wrap: bool = False
    lines: int = 0


class Cell(NamedTuple):
    """One cell's text; the tone may be shown as a colour, and never says more than the text does."""

    text: str
    tone: Tone = "plain"


class Table(NamedTuple):
    """A titled table. Each row has a cell for every column; `note` is a line to stand below."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell | str, ...], ...]
    note: str = ""


Columns = Sequence[tuple[Column, Callable[[T], Cell | str]]]


def tabulated(title: str, columns: Columns[T], items: Iterable[T], note: str = "") -> Table:
    """The table with a row for each item; each column stands with the function that gives its cell."""
    rows = tuple(tuple(cell(item) for _, cell in columns) for item in items)
    return Table(title, tuple(column for column, _ in columns), rows, note)


class Point(NamedTuple):
    """A value on a day; `hollow` marks one that was not measured in the plan's time, as a baseline."""

    date: date
    value: Decimal
    hollow: bool = False


class Level(NamedTuple):
    """A value that stands all along: a target."""

    label: str
    value: Decimal


class Chart(NamedTuple):
    """Values over time, from `first` to `last`, against levels. What it shows stands in a table too."""

    first: date
    last: date
    points: tuple[Point, ...]
    levels: tuple[Level, ...]


class Page(NamedTuple):
    """What a command shows: lines of text, a chart where there is one to draw, then tables."""

    lines: tuple[str, ...]
    tables: tuple[Table, ...]
    chart: Chart | None = None


def cell_text(cell: Cell | str) -> str:
    return cell if isinstance(cell, str) else cell.text


def cell_tone(cell: Cell | str) -> Tone:
    return "plain" if isinstance(cell, str) else cell.tone
