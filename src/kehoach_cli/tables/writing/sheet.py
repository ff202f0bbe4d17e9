"""A sheet as it is to be written: rows of cells with their kinds, and what a cell to fill takes."""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

# A "title" runs on over the cells after it, the others break into lines. All but "fill" are locked.
Kind = Literal["title", "label", "line", "heading", "locked", "fill"]


class Choice(NamedTuple):
    """One of these texts, without commas in them; at most 255 characters in all."""

    options: tuple[str, ...]


class Number(NamedTuple):
    """A number from `least` to `most`."""

    least: Decimal
    most: Decimal
    whole: bool = False


class DayBetween(NamedTuple):
    """A day from `first` to `last`, both included."""

    first: date
    last: date


class Length(NamedTuple):
    """A text of at most `most` characters."""

    most: int


class Rule(NamedTuple):
    """What a cell to fill takes. `title` (32 characters) and `message` (255) appear when it is entered, `error` (255)
    when something else is typed.
    """

    takes: Choice | Number | DayBetween | Length
    title: str
    message: str
    error: str


class SheetCell(NamedTuple):
    """A cell; one to fill has a rule and no text."""

    kind: Kind
    text: str = ""
    rule: Rule | None = None


class Sheet(NamedTuple):
    """A sheet for A4 paper on its side, one page wide. `name` has at most 31 characters.

    Columns are as wide as `widths` digits; those of width 0 are hidden. The first `head` rows and `fixed` columns stay
    on the screen, and the last of these rows is repeated on each printed page.
    """

    name: str
    widths: tuple[float, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    head: int = 0
    fixed: int = 0


class BookProperties(NamedTuple):
    """What the file says of itself. `day` is the day that it is dated by, whenever it is written."""

    title: str
    author: str
    day: date
