"""What the tests share: the program run in this process, golden files, small plans."""

import difflib
import gc
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import settings

from kehoach_cli.cli.app import run
from tests.support.plans import write_plan
from tests.support.tools import require_tool

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"


class Result(NamedTuple):
    """What a run of the program left: its exit code and what it printed."""

    code: int
    out: str
    err: str


settings.register_profile("shared machine", deadline=None)  # how long an example takes says nothing here
settings.load_profile("shared machine")

Kehoach = Callable[..., Result]
Golden = Callable[[str, str], None]


def pytest_configure(config: pytest.Config) -> None:
    """Nothing of the shell that starts the tests reaches them or the programs that they start.

    A shell hands on signals that it ignores to jobs in the background, its locale, its time zone and much else. Where
    its locale has no Vietnamese letters for the names of files, the tests are started anew with Python's UTF-8 mode.
    """
    if sys.getfilesystemencoding() != "utf-8":
        config.pluginmanager.getplugin("capturemanager").stop_global_capturing()
        os.execve(sys.executable, sys.orig_argv, os.environ | {"PYTHONUTF8": "1"})  # noqa: S606 - this very command
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    os.umask(0o022)
    for name in list(os.environ):
        if name.startswith(("GIT_", "PYTHON", "LC_")) or name in _SPEAKING:
            del os.environ[name]
    os.environ |= {"COLUMNS": "80", "TERM": "xterm-256color"}


def pytest_collection_finish() -> None:
    """What was collected stays, and the garbage collector need not walk it: that took an eighth of the time."""
    gc.freeze()


# What decides how a program draws or speaks, or which plan it takes.
_SPEAKING = {
    *("KEHOACH_PLAN", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "LANG", "LANGUAGE", "LINES", "TZ"),
    *("CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION"),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew, then look at git diff")


_compared: set[Path] = set()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Hear from a worker of pytest-xdist, which runs a part of the tests, what golden files it looked at."""
    _compared.update(map(Path, getattr(node, "workeroutput", {}).get("compared", ())))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the whole suite for a golden file that no test looks at. A worker leaves that to who started it."""
    config, option = session.config, session.config.option
    if hasattr(config, "workeroutput"):
        config.workeroutput["compared"] = [str(path) for path in _compared]
        return
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter is not None and "skipped" in reporter.stats
    narrowed = (option.markexpr, option.keyword, option.deselect, option.collectonly, config.getoption("lf", None))
    whole = config.args == config.getini("testpaths") and not any(narrowed) and not skipped
    left = [path for path in GOLDEN.rglob("*") if path.is_file() and path not in _compared]
    if whole and left and session.exitstatus == pytest.ExitCode.OK:
        sys.stderr.write("".join(f"no test looks at {path}\n" for path in left))
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the golden file of that name; `pytest --update-golden` writes it instead."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        _compared.add(path)
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        wanted = path.read_text(encoding="utf-8")
        difference = "\n".join(
            difflib.unified_diff(wanted.splitlines(), text.splitlines(), "golden", "now", lineterm="")
        )
        assert text == wanted, f"{name} differs; if that is meant: pytest --update-golden\n{difference}"

    return compare


@pytest.fixture
def kehoach(capsys: pytest.CaptureFixture[str]) -> Kehoach:
    """Run the program as the command line would: `kehoach("gaps", "--unmet")`."""

    def call(*arguments: str) -> Result:
        capsys.readouterr()
        code = run(arguments)
        printed = capsys.readouterr()
        return Result(code, printed.out, printed.err)

    return call


@pytest.fixture
def git() -> str:
    """The path of git, for a test of what the program says about repositories; skipped where there is none."""
    return require_tool("git")


@pytest.fixture
def shipped() -> Path:
    """The plan that comes with the project."""
    return ROOT


@pytest.fixture
def small_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan with one indicator and one task, in a folder of its own that the test stands in."""
    folder = write_plan(tmp_path / "plan")
    monkeypatch.chdir(folder)
    return folder
