"""Lay out pages as lines of styled pieces. Terminals show styles as colour; plain text drops them."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from kehoach_cli.cli.output.chart import chart_lines
from kehoach_cli.cli.output.layout import GUTTER, fit, kept_cells, text_width, wrapped
from kehoach_cli.reports.pages import Column, Page, Table, Tone, cell_text, cell_tone

Style = Literal["title", "heading", "rule", "note"] | Tone


class Piece(NamedTuple):
    """A part of one line, in one style."""

    text: str
    style: Style = "plain"


Line = list[Piece]


def page_lines(page: Page, width: int) -> Iterator[Line]:
    """The lines of the page. They fit `width` unless a table cannot shrink that far."""
    for index, text in enumerate(page.lines):
        for line in wrapped(text, width):
            yield [Piece(line, "plain" if index else "title")]
    chart = chart_lines(page.chart, width) if page.chart else []
    yield from ([Piece(text)] for text in ["", *chart] if chart)
    for index, table in enumerate(page.tables):
        if page.lines or index:
            yield []
        yield from _table_lines(table, width)


def _table_lines(table: Table, width: int) -> Iterator[Line]:
    layout = fit(table, width)
    columns = [table.columns[index] for index in layout.kept]
    if table.title:
        for line in wrapped(table.title, width):
            yield [Piece(line, "title")]
    yield from _row_lines([Piece(column.title, "heading") for column in columns], columns, layout.widths)
    yield _spaced(Piece("─" * size, "rule") for size in layout.widths)
    for row in table.rows:
        pieces = [Piece(cell_text(cell), cell_tone(cell)) for cell in kept_cells(row, layout)]
        yield from _row_lines(pieces, columns, layout.widths)
    if table.note:
        yield []
        for line in wrapped(table.note, width):
            yield [Piece(line, "note")]


def _row_lines(cells: Sequence[Piece], columns: Sequence[Column], widths: Sequence[int]) -> Iterator[Line]:
    """The lines of one row. Headings are never cut and are aligned at the bottom."""
    heading = cells[0].style == "heading"
    stacks = [
        wrapped(cell.text, size, 0 if heading else column.lines)
        for cell, column, size in zip(cells, columns, widths, strict=True)
    ]
    height = max(len(stack) for stack in stacks)
    if heading:
        stacks = [[""] * (height - len(stack)) + stack for stack in stacks]
    for depth in range(height):
        yield _spaced(
            _padded(Piece(stack[depth] if depth < len(stack) else "", cell.style), column, size)
            for stack, cell, column, size in zip(stacks, cells, columns, widths, strict=True)
        )


def _padded(piece: Piece, column: Column, size: int) -> Piece:
    padding = " " * (size - text_width(piece.text))
    return piece._replace(text=padding + piece.text if column.align == "right" else piece.text + padding)


def _spaced(pieces: Iterator[Piece]) -> Line:
    line: Line = []
    for piece in pieces:
        if line:
            line.append(Piece(" " * GUTTER))
        line.append(piece)
    return line
