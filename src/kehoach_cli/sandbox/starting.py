"""Start the child process that opens strangers' files."""

import os
import subprocess
import sys
from typing import Literal

Role = Literal["templates", "forms", "tables"]

_START = (
    "import gc, sys; gc.disable(); sys.path[:] = sys.argv[4:]; "
    "from kehoach_cli.sandbox.child import main; main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))"
)
# What an interpreter may need to start. The child gets no other environment variable.
_KEPT_VARIABLES = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH")


def start_child(role: Role, seconds: float) -> subprocess.Popen[bytes]:
    """Start a child for this role, with at most `seconds` of processor time per document."""
    environment = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    arguments = role, str(seconds), str(os.getpid()), *map(os.path.abspath, sys.path)
    return subprocess.Popen(  # noqa: S603 - this interpreter and a fixed line of code
        [sys.executable, "-I", "-S", "-c", _START, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
