"""The tests come out alike whatever shell starts them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals, file descriptors and locales of Unix")
# Tests that a shell could reach: by its signals, its streams, its locale, git's variables and the terminal's.
TOUCHED = ("tests/cli/test_endings.py", "tests/cli/test_terminal.py", "tests/cli/test_revision.py")
HOSTILE = {
    "LC_ALL": "xx_YY.ISO-8859-1",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONIOENCODING": "ascii",
    "GIT_DIR": "/nonexistent/.git",
    "KEHOACH_PLAN": "/nonexistent",
    "NO_COLOR": "1",
    "GITHUB_ACTIONS": "true",
    "TERM": "dumb",
    "COLUMNS": "7",
    "TZ": "Pacific/Kiritimati",
}


def _as_in_a_background_job() -> None:
    """No terminal, closed input, ignored signals, files that nobody else may read."""
    os.setsid()
    os.close(0)
    os.umask(0o077)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_IGN)


@posix
def test_a_hostile_shell_changes_nothing(tmp_path: Path) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "KEHOACH_REQUIRE_TOOLS") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"--basetemp={tmp_path / 'inner'}", *TOUCHED],
        cwd=ROOT,
        env=kept | HOSTILE,
        preexec_fn=_as_in_a_background_job,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode(errors="replace")[-3000:]
