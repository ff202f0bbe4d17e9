"""The terminal: how wide it is, whether it shows colour, and that Vietnamese comes out whole on any of them."""

import os
import sys
from typing import TextIO

DEFAULT_WIDTH = 80
NARROWEST = 40


def prepare_streams() -> None:
    """Make output UTF-8 wherever it does not go to a terminal, and keep a terminal from failing on a letter.

    A Windows terminal is written to in Unicode whatever its code page is; only redirected output there falls
    back to the code page, which has no Vietnamese letters.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                # A file's name may hold bytes that are no text.
                stream.reconfigure(encoding="utf-8", newline="\n", errors="backslashreplace")


def is_terminal(stream: TextIO) -> bool:
    return stream.isatty()


def shows_colour(stream: TextIO) -> bool:
    """Whether the stream is a terminal that takes colour and nobody asked for none (https://no-color.org)."""
    if not stream.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    # The old console of Windows prints the marks for colours; Windows Terminal and Unix shells set one of these.
    return os.name != "nt" or "WT_SESSION" in os.environ or "TERM" in os.environ


def width() -> int:
    """Columns to fill: those of the terminal, COLUMNS where it is set, or 80 when the output goes elsewhere."""
    chosen = os.environ.get("COLUMNS", "")
    if chosen.isdecimal() and int(chosen) > 0:
        return max(NARROWEST, int(chosen))
    try:
        return max(NARROWEST, os.get_terminal_size(sys.stdout.fileno()).columns)
    except (OSError, ValueError):
        return DEFAULT_WIDTH


def silence_stdout() -> None:
    """After the reader of a pipe has gone, keep the interpreter from complaining while it shuts down."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
