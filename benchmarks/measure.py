"""Timing whole processes in turn, round after round, so that a slow moment of the machine falls on all of them."""

import os
import pty
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

PYTHON = sys.executable
KEHOACH = str(Path(sys.executable).with_name("kehoach"))


class Contestant(NamedTuple):
    """A command to be timed; with `terminal` its output goes to a terminal instead of a pipe."""

    command: Sequence[str]
    terminal: bool = False


class Timing(NamedTuple):
    """Seconds of wall time over all rounds."""

    low: float
    median: float
    high: float


def race(contestants: Mapping[str, Contestant], rounds: int, warmup: int = 1) -> dict[str, Timing]:
    """Run every contestant once per round and return its times, those of the warm-up rounds left out."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # users' machines keep compiled modules
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(warmup + rounds):
        for name, contestant in contestants.items():
            took = _run(contestant)
            if number >= warmup:
                seconds[name].append(took)
    return {name: Timing(min(times), statistics.median(times), max(times)) for name, times in seconds.items()}


def _run(contestant: Contestant) -> float:
    start = time.perf_counter()
    if contestant.terminal:
        _run_in_terminal(contestant.command)
    else:
        done = subprocess.run(contestant.command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            raise SystemExit(f"{contestant.command[0]} failed: {done.stderr.decode()}")
    return time.perf_counter() - start


def _run_in_terminal(command: Sequence[str]) -> None:
    controller, terminal = pty.openpty()
    with subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=terminal, close_fds=True) as process:
        os.close(terminal)
        while True:
            try:
                if not os.read(controller, 65536):
                    break
            except OSError:  # the terminal closes when the process ends
                break
        process.wait()
    os.close(controller)


def in_turn(contestants: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of each function, run in turn after one round that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name, contestant in contestants.items():
            start = time.perf_counter()
            contestant()
            if number:
                seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}


def print_table(timings: Mapping[str, Timing], unit: str) -> None:
    """Print every time in milliseconds and as a multiple of the contestant named `unit`."""
    base = timings[unit].median
    width = max(map(len, timings))
    print(f"{'':{width}}  {'min':>9}  {'median':>9}  {'max':>9}  {'ratio':>7}")
    for name, timing in timings.items():
        milliseconds = "  ".join(f"{1000 * value:6.1f} ms" for value in timing)
        print(f"{name:{width}}  {milliseconds}  {timing.median / base:6.2f}×")
