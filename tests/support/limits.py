"""The limits that the program has to live within, whatever it is given: ten seconds and one GiB.

The seconds are the processor's, since a test machine may have other work; one that waits for nothing is ended after a
minute by the clock.
"""

import resource
import signal
import subprocess
import sys
from pathlib import Path

SECONDS = 10
SECONDS_OF_THE_CLOCK = 60
BYTES = 1024**3
SOURCE = Path(__file__).parents[2] / "src"


def limit_memory() -> None:
    """Let this process have no more than one GiB of addresses, and leave no core behind."""
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end_in_time() -> None:
    """Have this process killed unless `in_time` is called within the limit."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.setitimer(signal.ITIMER_REAL, SECONDS_OF_THE_CLOCK)


def in_time() -> None:
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)


def run_within_limits(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own; one that takes too long is ended by a signal."""
    return subprocess.run(
        [sys.executable, "-m", "kehoach_cli", *arguments],
        env={"PYTHONPATH": str(SOURCE), "HOME": "/nonexistent", "PYTHONHASHSEED": "0"},
        preexec_fn=_limit_all,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=SECONDS_OF_THE_CLOCK,
    )


def _limit_all() -> None:
    limit_memory()
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
