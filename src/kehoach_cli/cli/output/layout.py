"""Fit a table into a width: choose the columns and their widths, and wrap text."""

import re
import textwrap
import unicodedata
from typing import NamedTuple

from kehoach_cli.cli.output.printable import printable
from kehoach_cli.reports.pages import Cell, Column, Table, cell_text

GUTTER = 2
HEADING_LINES = (3, 2, 1)  # lines of a heading when space is short, enough, plenty
LEAST_WIDTH = 6
_DIGIT = re.compile(r"[0-9]")
_LETTER = re.compile(r"[^\W\d_]")
_NO_BREAK = "\u00a0"


class Layout(NamedTuple):
    """The indexes of the columns that stay, and their widths."""

    kept: tuple[int, ...]
    widths: tuple[int, ...]


def text_width(text: str) -> int:
    """The width of a text in terminal columns: 0 for combining marks, 2 for East Asian wide letters."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(mark) else 2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text
    )


def fit(table: Table, width: int) -> Layout:
    """Drop empty columns, then those of the highest rank until the rest fits; then share the space left.

    Space goes first to headings, for two lines each; then to columns that wrap; then to headings on one line. If the
    columns of rank 0 do not fit, those that wrap are squeezed; their numbers break last.
    """
    content = [_content_width(table, index) for index in range(len(table.columns))]
    filled = [index for index, size in enumerate(content) if size]
    numbers = [_number_width(table, index) for index in range(len(table.columns))]
    least = [max(*parts) for parts in zip(map(_min_width, table.columns, content), numbers, strict=True)]
    kept = _kept(table.columns, filled or list(range(len(content))), least, width)
    widths = {index: least[index] for index in kept}
    spare = width - sum(widths.values()) - GUTTER * (len(kept) - 1)
    for floors in (numbers, [0] * len(numbers)):
        spare += _squeeze(table.columns, widths, floors, -spare)
    for lines in HEADING_LINES[1:]:
        for index in kept:
            extra = _heading_width(table.columns[index], lines) - widths[index]
            if 0 < extra <= spare:
                widths[index] += extra
                spare -= extra
        if lines > 1:
            spare = _share(table.columns, content, widths, spare)
    return Layout(tuple(kept), tuple(widths[index] for index in kept))


def _kept(columns: tuple[Column, ...], kept: list[int], least: list[int], width: int) -> list[int]:
    while sum(least[index] for index in kept) + GUTTER * (len(kept) - 1) > width:
        droppable = [index for index in kept if columns[index].rank > 0]
        if not droppable:
            break
        kept.remove(max(droppable, key=lambda index: columns[index].rank))
    return kept


def _squeeze(columns: tuple[Column, ...], widths: dict[int, int], floors: list[int], excess: int) -> int:
    """Narrow the widest column that wraps, again and again, down to the floors; return how much was won."""
    for won in range(excess):
        wide = [index for index in widths if columns[index].wrap and widths[index] > max(LEAST_WIDTH, floors[index])]
        if not wide:
            return won
        widths[max(wide, key=lambda index: widths[index])] -= 1
    return max(0, excess)


def _share(columns: tuple[Column, ...], content: list[int], widths: dict[int, int], spare: int) -> int:
    """Share the space evenly among columns that wrap and need it; return what is left."""
    wrapping = [index for index in widths if columns[index].wrap]
    while spare > 0 and (growable := [index for index in wrapping if widths[index] < content[index]]):
        share = max(1, spare // len(growable))
        for index in growable:
            extra = min(share, content[index] - widths[index], spare)
            widths[index] += extra
            spare -= extra
    return spare


def _content_width(table: Table, index: int) -> int:
    return max((text_width(cell_text(row[index])) for row in table.rows), default=0)


def _number_width(table: Table, index: int) -> int:
    """The width of the column's widest word of figures and signs: a number, a date."""
    words = (word for row in table.rows for word in cell_text(row[index]).split(" "))
    return max((text_width(word) for word in words if _DIGIT.search(word) and not _LETTER.search(word)), default=0)


def _heading_width(column: Column, lines: int) -> int:
    """The least width in which the heading fits into `lines` lines without breaking a word."""
    words = [text_width(word) for word in column.title.split(" ")]
    widths = range(max(words), text_width(column.title) + 1)
    return next((width for width in widths if len(wrapped(column.title, width)) <= lines), max(words))


def _min_width(column: Column, content: int) -> int:
    heading = _heading_width(column, HEADING_LINES[0])
    return max(heading, min(content, column.least) if column.wrap else content)


class _SlashWrapper(textwrap.TextWrapper):
    """Breaks at blanks, and after a slash before a letter: `triệu đồng/người/năm`, but never `30/9/2023`."""

    wordsep_simple_re = re.compile(r"([\t\n\x0b\x0c\r ]+|(?<=/)(?=[^\W\d]))")


def wrapped(text: str, width: int, lines: int = 0) -> list[str]:
    """Wrap the text to `width` columns; cut it after `lines` lines if that is not 0.

    Lines do not break at no-break spaces, which become plain spaces. Words break only if they are longer than a line.
    """
    text = printable(text)
    width = max(1, width)
    wrapper = _SlashWrapper if any(len(word) > width for word in text.split(" ")) else textwrap.TextWrapper
    broken = wrapper(width, break_on_hyphens=False, expand_tabs=False).wrap(text) or [""]
    if lines and len(broken) > lines:
        broken = [*broken[: lines - 1], _cut(broken[lines - 1], width)]
    return [line.replace(_NO_BREAK, " ") for line in broken]


def _cut(line: str, width: int) -> str:
    if len(line) == width:
        line = line.rpartition(" ")[0] or line[:-1]
    return line.rstrip(" ,;") + "…"


def kept_cells(row: tuple[Cell | str, ...], layout: Layout) -> list[Cell | str]:
    """The cells of the columns that stay."""
    return [row[index] for index in layout.kept]
