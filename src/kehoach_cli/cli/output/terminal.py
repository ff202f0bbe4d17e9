"""Pages for a terminal, coloured by Rich. Data goes in as `Text`, so that brackets in it are never taken for markup."""

import sys
from collections.abc import Mapping

from rich.console import Console
from rich.text import Text

from kehoach_cli.cli.output.page_lines import Part, page_lines
from kehoach_cli.reports.pages import Page

STYLES: Mapping[Part, str] = {
    "title": "bold",
    "heading": "bold",
    "rule": "dim",
    "note": "dim",
    "plain": "",
    "good": "green",
    "warning": "yellow",
    "bad": "bold red",
    "muted": "dim",
}


def show_page(page: Page, width: int) -> None:
    """Draw the page on standard output. Rich leaves colour out where NO_COLOR is set."""
    console = Console(file=sys.stdout, width=width, highlight=False)
    for line in page_lines(page, width):
        text = Text.assemble(*((piece.text, STYLES[piece.part]) for piece in line))
        text.rstrip()
        console.print(text, no_wrap=True, overflow="ignore", crop=False)
