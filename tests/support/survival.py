"""Writers that are killed at every step, and writers by the dozen: what is left of the file that they write.

Each trial raises AssertionError as soon as a file is torn or an edit is lost. Needs POSIX: processes are forked, so
that one more costs milliseconds.
"""

import inspect
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from filelock import FileLock

from kehoach_cli.storage import atomic_write, locking, plan_rewrite
from kehoach_cli.storage.locking import LOCK_NAME, plan_lock
from kehoach_cli.storage.plan_rewrite import rewrite
from kehoach_cli.yaml import text
from tests.support.processes import ended_by_signal, start

NAME = "indicators.yaml"
LINES = 5_000
STEPS_OF = {inspect.getsourcefile(part) for part in (locking, plan_rewrite, text, atomic_write, FileLock)}
LONGEST_LIFE = 0.04  # seconds: a dozen writes, so that every part of one is hit
PATIENCE = 600

Write = Callable[[Path], None]


class Kills(NamedTuple):
    """How many writers were killed, and how often the file then held the version before or the version after."""

    before: int
    after: int

    @property
    def total(self) -> int:
        return self.before + self.after


def version(number: int) -> bytes:
    """A file of 90 kB whose every line names its version, so that a mixture of two shows."""
    return b"# version %06d\n" % number * LINES


def version_in(path: Path) -> int:
    """Which version the file holds, whole."""
    content = path.read_bytes()
    assert content[10:16].isdigit(), "the file is torn"
    number = int(content[10:16])
    assert content == version(number), "the file is torn"
    return number


def first_version(folder: Path) -> Path:
    path = folder / NAME
    path.write_bytes(version(0))
    return path


def write_next(path: Path) -> None:
    """Put the next version in the file, as the program writes."""
    with plan_lock(path.parent, PATIENCE) as lock:
        rewrite(path, lambda old: version(int(old[10:16]) + 1), lock)


def kill_at_every_step(folder: Path, rounds: int, write: Write = write_next) -> Kills:
    """Kill a writer before each line of code that it runs, the first, the second, … until one comes through."""
    path = first_version(folder)
    outcomes = []
    for _ in range(rounds):
        for step in count(1):
            before = version_in(path)
            if not ended_by_signal(start(partial(_write_until_step, path, step, write))):
                break
            outcomes.append(version_in(path) - before)
            _write_on(path)
    return _kills(outcomes)


def kill_inside_the_write(folder: Path, places: int, write: Write = write_next) -> Kills:
    """Kill a writer when it has written the first bytes of the new file, some more of them, … all but the last."""
    path = first_version(folder)
    whole = len(version(0))
    outcomes = []
    for place in range(places):
        before = version_in(path)
        most = 1 + place * (whole - 2) // max(places - 1, 1)
        assert ended_by_signal(start(partial(_write_at_most, path, most, write)))
        outcomes.append(version_in(path) - before)
        _write_on(path)
    return _kills(outcomes)


def kill_at_random(folder: Path, kills: int) -> Kills:
    """Kill writers that write version after version at any moment; what they said was written has to be there."""
    path = first_version(folder)
    chance = random.SystemRandom()
    outcomes = []
    for _ in range(kills):
        reading, writing = os.pipe()
        before = version_in(path)
        child = start(partial(_write_for_ever, path, writing))
        os.close(writing)
        time.sleep(chance.uniform(0, LONGEST_LIFE))
        os.kill(child, signal.SIGKILL)
        assert ended_by_signal(child)
        with os.fdopen(reading, "rb") as stream:
            written = before + len(stream.read())
        outcomes.append(version_in(path) - written)
        _write_on(path)
    return _kills(outcomes)


def write_together(folder: Path, writers: int, edits: int) -> int:
    """Let many processes each append their lines, an edit for each, and return how many lines there are."""
    path = folder / NAME
    path.write_bytes(b"")
    children = [start(partial(_append_all, path, writer, edits)) for writer in range(writers)]
    killed = [ended_by_signal(child) for child in children]
    assert not any(killed)
    lines = path.read_text(encoding="ascii").splitlines()
    for writer in range(writers):
        own = [line for line in lines if line.startswith(f"writer {writer},")]
        assert own == [f"writer {writer}, edit {edit}" for edit in range(edits)], "an edit is lost"
    return len(lines)


def _write_until_step(path: Path, step: int, write: Write) -> None:
    left = count(step - 1, -1)

    def before_each_line(frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename not in STEPS_OF:
            return None
        if event == "line" and next(left) == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return before_each_line

    sys.settrace(before_each_line)
    write(path)


def _write_at_most(path: Path, size: int, write: Write) -> None:
    import resource

    # Python ignores the signal that the system sends to a process whose file grows beyond the limit.
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    write(path)


def _write_for_ever(path: Path, report: int) -> None:
    while True:
        write_next(path)
        os.write(report, b".")


def _append_all(path: Path, writer: int, edits: int) -> None:
    for edit in range(edits):
        _append(path, f"writer {writer}, edit {edit}\n".encode())


def _append(path: Path, line: bytes) -> None:
    with plan_lock(path.parent, PATIENCE) as lock:
        rewrite(path, lambda old: old + line, lock)


def _write_on(path: Path) -> None:
    """The next writer finds the lock free, and clears away what the killed one left."""
    write_next(path)
    assert {each.name for each in path.parent.iterdir()} == {NAME, LOCK_NAME}


def _kills(outcomes: list[int]) -> Kills:
    assert set(outcomes) <= {0, 1}, "a version is lost"
    return Kills(outcomes.count(0), outcomes.count(1))
