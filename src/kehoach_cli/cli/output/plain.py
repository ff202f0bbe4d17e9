"""Pages as plain text, for pipes and files: no library to import, no colour."""

from collections.abc import Iterator

from kehoach_cli.cli.output.layout import GUTTER, cells_of, fit, text_width, wrapped
from kehoach_cli.reports.tables import Column, Page, Table, cell_text


def plain_page(page: Page, width: int) -> str:
    """The whole page as text that ends in a line feed."""
    blocks = ["\n".join(line for text in page.lines for line in wrapped(text, width))] if page.lines else []
    blocks += ["\n".join(_table_lines(table, width)) for table in page.tables]
    return "\n\n".join(blocks) + "\n"


def _table_lines(table: Table, width: int) -> Iterator[str]:
    layout = fit(table, width)
    columns = [table.columns[index] for index in layout.kept]
    if table.title:
        yield from wrapped(table.title.upper(), width)
    yield from _row_lines([column.title for column in columns], columns, layout.widths)
    yield (" " * GUTTER).join("-" * size for size in layout.widths)
    for row in table.rows:
        yield from _row_lines([cell_text(cell) for cell in cells_of(row, layout)], columns, layout.widths)
    if table.note:
        yield ""
        yield from wrapped(table.note, width)


def _row_lines(texts: list[str], columns: list[Column], widths: tuple[int, ...]) -> Iterator[str]:
    stacks = [wrapped(text, size, column.lines) for text, column, size in zip(texts, columns, widths, strict=True)]
    for depth in range(max(len(stack) for stack in stacks)):
        pieces = []
        for stack, column, size in zip(stacks, columns, widths, strict=True):
            text = stack[depth] if depth < len(stack) else ""
            padding = " " * (size - text_width(text))
            pieces.append(padding + text if column.align == "right" else text + padding)
        yield (" " * GUTTER).join(pieces).rstrip()
