"""The terminal: how wide it is, whether it shows colour, and that Vietnamese comes out whole on any of them."""

import errno
import os
import sys
from typing import TextIO, cast

from kehoach_cli.cli.output.runner_log import RunnerLog, is_read_by_a_runner

DEFAULT_WIDTH = 80
NARROWEST = 40


def prepare_streams() -> None:
    """Make output UTF-8 wherever it does not go to a terminal, and keep a terminal from failing on a letter.

    Where a CI runner reads it, no line of it is a command that was not meant as one.

    A Windows terminal is written to in Unicode whatever its code page is; only redirected output there falls
    back to the code page, which has no Vietnamese letters.
    """
    if sys.stdin is None:  # started with its input closed, `<&-`: as with nobody there to answer
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - stays open to the end
    if sys.stdout is None:  # started with its output closed, `>&-`
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - stays open to the end
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                # A file's name may hold bytes that are no text.
                stream.reconfigure(encoding="utf-8", newline="\n", errors="backslashreplace")
    if is_read_by_a_runner() and not isinstance(sys.stdout, RunnerLog):
        sys.stdout, sys.stderr = (cast("TextIO", RunnerLog(stream)) for stream in (sys.stdout, sys.stderr))


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


def say(message: str) -> None:
    """One line of the program's own on standard error; where even that is full or gone, nothing more can be said."""
    from kehoach_cli.cli.output import printable

    try:
        sys.stderr.write(printable.printable(f"kehoach: {message}\n"))
        sys.stderr.flush()
    except OSError:
        silence(sys.stderr)


def reader_has_gone(error: OSError) -> bool:
    """Whether writing failed because whoever was reading has had enough: `kehoach … | head`, `… | more` and q.

    Windows says EINVAL where others say EPIPE. A stream's error, unlike that of a file that was opened, has no name.
    """
    return isinstance(error, BrokenPipeError) or (
        os.name == "nt" and error.errno == errno.EINVAL and error.filename is None
    )


def cannot_take_output(error: OSError) -> bool:
    """Whether standard output itself refused what was written: its disk is full, its device has gone."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF) and error.filename is None


def silence(stream: TextIO) -> None:
    """After writing has failed for good, keep the interpreter from trying once more while it shuts down."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
