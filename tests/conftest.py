"""What the tests share: the program run in this process, golden files, small plans."""

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

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


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew, then look at git diff")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the golden file of that name; `pytest --update-golden` writes it instead."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
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


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing around a test decides what it sees: 80 columns, no plan in the environment, a cache of its own."""
    for name in (
        "KEHOACH_PLAN",
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "GITHUB_ACTIONS",
        "TF_BUILD",
        "TEAMCITY_VERSION",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


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
