"""What a hostile input is: the bytes of one file of a plan, and what the program has to say to them.

Cases are bytes in Python, not files in git: a lone carriage return, a NUL or a second byte order mark would not survive
editors and checkouts, and written as escapes a reader sees them.
"""

from pathlib import Path
from typing import NamedTuple

from tests.support.plans import write_plan

TASK = b"- id: NV-CQS-01\n  name: Ban hanh ke hoach\n  lead: [STTTT]\n"
INDICATOR = (
    b'- id: CQS-01\n  name: Ty le ho so\n  unit: "%"\n  direction: increase\n  lead: [STTTT]\n'
    b"  baseline: {value: 20, as_of: 2023-05-31}\n  targets: {national: 40, provincial: 60}\n"
)


class Case(NamedTuple):
    """One input. `expected` are the findings in `file`, each as `KH106 2:1`; `exit_code` is what the program leaves."""

    name: str
    content: bytes
    expected: tuple[str, ...]
    file: str = "tasks.yaml"
    exit_code: int = 1

    def write(self, folder: Path) -> Path:
        """A plan below the folder that is the small default one but for this file."""
        plan = write_plan(folder / "plan")
        (plan / "data" / self.file).write_bytes(self.content)
        return plan


def unreadable(name: str, content: bytes, *expected: str, file: str = "tasks.yaml") -> Case:
    """A file that cannot be read to its end."""
    return Case(name, content, expected, file, 2)


def wrong(name: str, content: bytes, *expected: str, file: str = "tasks.yaml") -> Case:
    """A file that is read and whose records have errors."""
    return Case(name, content, expected, file, 1)


def fine(name: str, content: bytes, *expected: str, file: str = "tasks.yaml") -> Case:
    """A file that looks odd and is to be taken, perhaps with warnings."""
    return Case(name, content, expected, file, 0)


def task(lines: bytes) -> bytes:
    """A task with more lines; what is given comes after its three own."""
    return TASK + lines


def indicator(key: bytes, value: bytes) -> bytes:
    """An indicator with another value under one of its keys."""
    lines = INDICATOR.splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line[2:].startswith(key + b":"))
    return b"".join([*lines[:at], line_of(key, value), *lines[at + 1 :]])


def line_of(key: bytes, value: bytes) -> bytes:
    return (b"- " if key == b"id" else b"  ") + key + b": " + value + b"\n"
