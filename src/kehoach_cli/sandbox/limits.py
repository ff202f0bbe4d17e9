"""Fencing in the process that reads hostile files, once it has imported all it needs.

Three fences, each for the case that the one before has a hole: the template language has no way out by itself; an
audit hook refuses every event but those of filling in a template (any system); limits of the system leave no memory to
fill and no process to start (`resource`, or a job object on Windows), no file to write, no descriptor for a file or a
socket (`resource` only). macOS knows no limit on a process's memory that it could set for itself: there the bounds of
the language and the time limit are what holds.
"""

import os
import signal
import sys
from contextlib import suppress
from typing import Any

MIB = 1024 * 1024
MEMORY = 768 * MIB
_SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of <linux/prctl.h>
ALL_SECONDS = 600  # of the processor, for all documents of a child: the one limit on time that a job object has

# All that compiling and running a template raises; see `sys.audit` in the library reference.
_NEEDED = frozenset(("compile", "exec", "code.__new__", "sys._getframe", "object.__getattr__", "builtins.id"))


class Fenced(Exception):
    """Something tried to do what filling in a template has no need of."""


def fence() -> None:
    """Give up everything that the work ahead does not need. It cannot be taken back."""
    _limit_resources()
    sys.addaudithook(_refuse)


def end_with(parent: int) -> None:
    """Have the system end this process with the one that started it, whatever call it is in. Linux alone can.

    What counts is the end of the thread that started it: the main one.
    """
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):  # a Python or a system library without them
            import ctypes

            ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:  # it ended before
            os._exit(1)


def allow(seconds: float) -> None:
    """Let the process work for so many seconds of the processor, then be ended by the system; 0 is without limit.

    The processor's seconds are the same on a busy machine. Windows has no such clock.
    """
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event not in _NEEDED:
        raise Fenced(event)


def _limit_resources() -> None:
    try:
        import resource
    except ImportError:  # Windows
        from kehoach_cli.sandbox.job import join_job

        join_job(MEMORY, ALL_SECONDS)
        return
    for name, most in (
        ("RLIMIT_AS", MEMORY),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_NPROC", 0),
        ("RLIMIT_NOFILE", 3),  # standard input, output and error are open already
    ):
        limit = getattr(resource, name, None)
        if limit is None:
            continue
        try:
            resource.setrlimit(limit, (most, most))
        except (ValueError, OSError):  # macOS refuses some; a limit already lower stays
            continue
