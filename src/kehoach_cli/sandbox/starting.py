"""Starting the child process that opens Word files."""

import os
import subprocess
import sys
from typing import Literal

Duty = Literal["templates", "forms"]

_START = (
    "import gc, sys; gc.disable(); sys.path[:] = sys.argv[4:]; "
    "from kehoach_cli.sandbox.child import main; main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))"
)
# What an interpreter may need in order to start at all; nothing else of the environment is handed on.
_KEPT_VARIABLES = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH")


def started(duty: Duty, seconds: float) -> subprocess.Popen[bytes]:
    """A new child for this duty. `seconds` of the processor are the most that one document may take."""
    environment = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return subprocess.Popen(  # noqa: S603 - this very interpreter and a fixed line of code
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            _START,
            duty,
            str(seconds),
            str(os.getpid()),
            *map(os.path.abspath, sys.path),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
