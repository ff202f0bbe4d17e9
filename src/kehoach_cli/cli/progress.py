"""Show how far long work is: a bar in a terminal, nothing in a pipe."""

import sys

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress

_WORTH_A_BAR = 5


def progress_bar(total: int) -> Progress:
    """A bar on standard error, gone when it is done; what is written there meanwhile stands above it.

    It shows nothing for less than _WORTH_A_BAR steps.
    """
    shown = sys.stderr.isatty() and total >= _WORTH_A_BAR
    columns = BarColumn(), MofNCompleteColumn()
    return Progress(*columns, console=Console(stderr=True), transient=True, disable=not shown)
