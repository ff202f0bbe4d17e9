"""Set up the streams for Vietnamese; tell the terminal's width and whether it shows colour."""

import errno
import os
import sys
from typing import TextIO, cast

from kehoach_cli.cli.output.runner_log import RunnerLog, is_read_by_a_runner

DEFAULT_WIDTH = 80
NARROWEST = 40


def prepare_streams() -> None:
    """Write UTF-8 unless the output is a terminal; on a terminal, replace letters that it cannot show.

    For a CI runner, the streams become `RunnerLog`, so that no text is taken for a command.

    Python writes Unicode to a Windows terminal whatever its code page is. Redirected output there would use the code
    page, which lacks Vietnamese letters.
    """
    if sys.stdin is None:  # started with its input closed, `<&-`: nobody can answer
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
                # A file name may hold bytes that are not text.
                stream.reconfigure(encoding="utf-8", newline="\n", errors="backslashreplace")
    if is_read_by_a_runner() and not isinstance(sys.stdout, RunnerLog):
        sys.stdout, sys.stderr = (cast("TextIO", RunnerLog(stream)) for stream in (sys.stdout, sys.stderr))


def shows_colour(stream: TextIO) -> bool:
    """Whether the stream is a terminal that shows colour, and NO_COLOR is not set (https://no-color.org)."""
    if not stream.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    # The old Windows console prints colour codes as text. Windows Terminal and Unix shells set one of these variables.
    return os.name != "nt" or "WT_SESSION" in os.environ or "TERM" in os.environ


def width() -> int:
    """The width in columns: COLUMNS if set, else the terminal's, else 80."""
    chosen = os.environ.get("COLUMNS", "")
    if chosen.isdecimal() and int(chosen) > 0:
        return max(NARROWEST, int(chosen))
    try:
        return max(NARROWEST, os.get_terminal_size(sys.stdout.fileno()).columns)
    except (OSError, ValueError):
        return DEFAULT_WIDTH


def say(message: str) -> None:
    """Write one message of the program to standard error; do nothing if that cannot be written to.

    A line over 1,000 letters loses its middle, which is what somebody typed or a file holds; those after 200 lines are
    counted.
    """
    from kehoach_cli.cli.output import printable

    lines = [line if len(line) <= 1000 else f"{line[:600]} … {line[-300:]}" for line in message.split("\n")]
    lines[200:] = [f"  … và {len(lines) - 200} dòng nữa"] if len(lines) > 200 else []
    try:
        sys.stderr.write(printable.printable("kehoach: " + "\n".join(lines) + "\n"))
        sys.stderr.flush()
    except OSError:
        silence(sys.stderr)


def reader_has_gone(error: OSError) -> bool:
    """Whether writing failed because the reader closed the pipe: `kehoach … | head`, `… | more` and q.

    Windows gives EINVAL instead of EPIPE. The error of a stream, unlike that of an opened file, has no file name.
    """
    return isinstance(error, BrokenPipeError) or (
        os.name == "nt" and error.errno == errno.EINVAL and error.filename is None
    )


def cannot_take_output(error: OSError) -> bool:
    """Whether standard output failed: its disk is full or its device is gone."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF) and error.filename is None


def silence(stream: TextIO) -> None:
    """Send the stream to the null device, so that the interpreter does not fail again while it shuts down."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
