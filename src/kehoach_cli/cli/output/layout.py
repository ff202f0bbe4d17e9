"""Fitting a table into a width: which columns stay, how wide each is, and where text breaks."""

import textwrap
import unicodedata
from typing import NamedTuple

from kehoach_cli.reports.tables import Cell, Column, Table, cell_text

GUTTER = 2


class Layout(NamedTuple):
    """The columns that stay, by their index in the table, and the width of each."""

    kept: tuple[int, ...]
    widths: tuple[int, ...]


def text_width(text: str) -> int:
    """Columns a text takes in a terminal: combining marks take none, East Asian wide letters two."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(mark) else 2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text
    )


def fit(table: Table, width: int) -> Layout:
    """Drop the columns of the highest ranks until the rest fits, then share what is left among those that wrap.

    Columns of rank 0 stay even where they do not fit.
    """
    natural = [_natural_width(table, index) for index in range(len(table.columns))]
    kept = list(range(len(table.columns)))
    while True:
        least = sum(_least(table.columns[index], natural[index]) for index in kept) + GUTTER * (len(kept) - 1)
        droppable = [index for index in kept if table.columns[index].rank > 0]
        if least <= width or not droppable:
            break
        kept.remove(max(droppable, key=lambda index: table.columns[index].rank))
    widths = {index: _least(table.columns[index], natural[index]) for index in kept}
    spare = max(0, width - sum(widths.values()) - GUTTER * (len(kept) - 1))
    wrapping = [index for index in kept if table.columns[index].wrap]
    while spare and (hungry := [index for index in wrapping if widths[index] < natural[index]]):
        share = max(1, spare // len(hungry))
        for index in hungry:
            extra = min(share, natural[index] - widths[index], spare)
            widths[index] += extra
            spare -= extra
    return Layout(tuple(kept), tuple(widths[index] for index in kept))


def _natural_width(table: Table, index: int) -> int:
    column = table.columns[index]
    cells = [text_width(cell_text(row[index])) for row in table.rows]
    return max([*cells, _title_width(column)], default=1)


def _title_width(column: Column) -> int:
    """Titles break at blanks, so a narrow column of figures may have a long title."""
    return max((text_width(word) for word in column.title.split()), default=1)


def _least(column: Column, natural: int) -> int:
    return min(natural, max(column.least, _title_width(column))) if column.wrap else natural


def wrapped(text: str, width: int, lines: int = 0) -> list[str]:
    """The text in lines of at most that many columns; cut after so many lines where `lines` is not 0."""
    broken = textwrap.wrap(text, max(1, width), break_on_hyphens=False) or [""]
    if lines and len(broken) > lines:
        last = broken[lines - 1][: width - 1].rstrip(" ,;") + "…"
        return [*broken[: lines - 1], last]
    return broken


def cells_of(row: tuple[Cell | str, ...], layout: Layout) -> list[Cell | str]:
    """The cells of the columns that stay."""
    return [row[index] for index in layout.kept]
