"""Starting the child process that opens templates; it needs longer to start than the program itself.

So the program may start it before it has even looked at its arguments (`start_early`), and the first renderer takes
that one.
"""

import os
import subprocess
import sys

_START = "import sys; sys.path[:] = sys.argv[1:]; from kehoach_cli.reports.word.child.main import main; main()"
# What an interpreter may need in order to start at all; nothing else of the environment is handed on.
_KEPT_VARIABLES = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH")
_early: list[subprocess.Popen[bytes]] = []


def start_early() -> None:
    """Start a child for the renderer to come. Where none comes, it ends when the program closes its pipe."""
    _early.append(started())


def started() -> subprocess.Popen[bytes]:
    """A child, the one that was started early where there is one."""
    if _early:
        return _early.pop()
    environment = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return subprocess.Popen(  # noqa: S603 - this very interpreter and a fixed line of code
        [sys.executable, "-I", "-S", "-c", _START, *map(os.path.abspath, sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
