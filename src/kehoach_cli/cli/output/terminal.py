"""Print pages on a terminal with Rich. Text is passed as `Text`, so that Rich does not read brackets as markup."""

import sys
from collections.abc import Mapping

from rich.console import Console
from rich.text import Text

from kehoach_cli.cli.output.page_lines import Style, page_lines
from kehoach_cli.reports.pages import Page

STYLES: Mapping[Style, str] = {
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
    """Print the page on standard output. Rich omits colour if NO_COLOR is set."""
    console = Console(file=sys.stdout, width=width, highlight=False)
    for line in page_lines(page, width):
        text = Text.assemble(*((piece.text, STYLES[piece.style]) for piece in line))
        text.rstrip()
        console.print(text, no_wrap=True, overflow="ignore", crop=False)
