"""Put the current process into the sandbox, after its imports and before it reads hostile files.

Three layers, each in case the one before has a hole:
1. The template language has no way out (`word/template/language.py`).
2. An audit hook refuses every event that filling in a template does not raise. It works on every system.
3. System limits: memory and new processes (`resource`, or a job object on Windows); written files, and descriptors for
   files and sockets (`resource` only). macOS has no memory limit: the language's bounds and the time limit must do.
"""

import os
import signal
import sys
from contextlib import suppress
from typing import Any

MIB = 1024 * 1024
MEMORY_LIMIT = 768 * MIB
_SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of <linux/prctl.h>
TOTAL_SECONDS = 600  # of processor time for all documents of a child: a job object has no other time limit

# The audit events that compiling and running a template raises; see `sys.audit` in the library reference.
_ALLOWED_EVENTS = frozenset(("compile", "exec", "code.__new__", "sys._getframe", "object.__getattr__", "builtins.id"))


class SandboxViolation(Exception):
    """Code in the sandbox tried something that filling in a template does not need."""


def enter_sandbox() -> None:
    """Apply the system limits and the audit hook to this process. This cannot be undone."""
    _limit_resources()
    sys.addaudithook(_refuse)


def die_with_parent(parent: int) -> None:
    """Have Linux kill this process when its parent ends, even during a call into C. Other systems cannot.

    Linux watches the thread that started the process: the parent's main thread.
    """
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):  # this Python or C library lacks them
            import ctypes

            ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:  # the parent ended first
            os._exit(1)


def limit_processor_time(seconds: float) -> None:
    """Have the system end this process after this much more processor time; 0 removes the limit.

    Processor time does not depend on how busy the machine is. Windows has no such timer.
    """
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event not in _ALLOWED_EVENTS:
        raise SandboxViolation(event)


def _limit_resources() -> None:
    try:
        import resource
    except ImportError:  # Windows
        from kehoach_cli.sandbox.windows_job import join_job

        join_job(MEMORY_LIMIT, TOTAL_SECONDS)
        return
    for name, maximum in (
        ("RLIMIT_AS", MEMORY_LIMIT),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_NPROC", 0),
        ("RLIMIT_NOFILE", 3),  # standard input, output and error are open already
    ):
        limit = getattr(resource, name, None)
        if limit is None:
            continue
        try:
            resource.setrlimit(limit, (maximum, maximum))
        except (ValueError, OSError):  # macOS refuses some; a lower limit stays
            continue
