"""The program started as its own process, in a pseudo-terminal of a given width or into a pipe."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
AT_WIDTHS = r"""
import fcntl, struct, sys, termios
from kehoach_cli.cli.app import run

for width in sys.argv[1].split():
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 50, int(width), 0, 0))
    if code := run(sys.argv[2:]):
        sys.exit(code)
    print(end="\f")
"""


def at_widths(*arguments: str, widths: Sequence[int]) -> list[str]:
    """What the program prints at each width of one terminal, whose window is resized between its runs."""
    *shown, rest = in_terminal(" ".join(map(str, widths)), *arguments, program=("-c", AT_WIDTHS)).split("\f")
    assert (len(shown), rest) == (len(widths), "")
    return shown


def in_terminal(
    *arguments: str,
    width: int = 80,
    environment: dict[str, str] | None = None,
    piped: bool = False,
    program: Sequence[str] = ("-m", "kehoach_cli"),
) -> str:
    """What the program prints, escape sequences included; it has to end with exit code 0."""
    command = [sys.executable, *program, *arguments]
    surroundings = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
    surroundings |= {"PYTHONPATH": str(SOURCE), "TERM": "xterm-256color", **(environment or {})}
    if piped:
        done = subprocess.run(command, env=surroundings, capture_output=True, check=True)
        return done.stdout.decode()
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    with subprocess.Popen(command, env=surroundings, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = b"".join(_chunks(ours))
    os.close(ours)
    assert process.returncode == 0, shown.decode()
    return shown.decode().replace("\r\n", "\n")


def _chunks(descriptor: int) -> "list[bytes]":
    chunks: list[bytes] = []
    while True:
        try:
            chunk = os.read(descriptor, 65536)
        except OSError:  # Linux says so when the program has gone
            return chunks
        if not chunk:
            return chunks
        chunks.append(chunk)
