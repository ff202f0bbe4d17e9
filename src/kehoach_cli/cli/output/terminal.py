"""Pages for a terminal, drawn by Rich. Data goes in as `Text`, so that brackets in it are never taken for markup."""

import sys
from collections.abc import Mapping

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from kehoach_cli.cli.output.layout import cells_of, fit, wrapped
from kehoach_cli.reports.tables import Page, Table, Tone, cell_text, cell_tone

STYLES: Mapping[Tone, str] = {"plain": "", "good": "green", "warning": "yellow", "bad": "bold red", "muted": "dim"}


def show_page(page: Page, width: int) -> None:
    """Draw the page on standard output. Rich leaves colour out where NO_COLOR is set."""
    console = Console(file=sys.stdout, width=width, highlight=False)
    for index, line in enumerate(page.lines):
        console.print(Text(line, style="bold" if index == 0 else ""))
    for table in page.tables:
        if page.lines or table is not page.tables[0]:
            console.print()
        _show_table(console, table, width)


def _show_table(console: Console, table: Table, width: int) -> None:
    layout = fit(table, width)
    if table.title:
        console.print(Text(table.title, style="bold"))
    drawn = RichTable(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1), header_style="bold")
    for index, size in zip(layout.kept, layout.widths, strict=True):
        column = table.columns[index]
        drawn.add_column(Text(column.title), width=size, justify=column.align, overflow="fold")
    for row in table.rows:
        drawn.add_row(
            *(
                Text("\n".join(wrapped(cell_text(cell), size, table.columns[index].lines)), STYLES[cell_tone(cell)])
                for cell, index, size in zip(cells_of(row, layout), layout.kept, layout.widths, strict=True)
            )
        )
    console.print(drawn)
    if table.note:
        console.print(Text(table.note, style="dim"))
