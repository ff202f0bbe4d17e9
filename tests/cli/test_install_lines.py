"""README.md's two commands install the files of the lock and nothing else, whatever is released later."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name
from scripts import lock
from scripts.install import DEV, main, steps

from kehoach_cli import __version__
from tests.cli.test_lock import here
from tests.cli.test_readme import FIRST, SECOND
from tests.support.environments import Environment, made_up_wheel
from tests.support.known_plans import ROOT

pytestmark = pytest.mark.slow

OLDEST, NEWEST = "pip==23.2.1", "pip==26.3"  # what Python 3.11 brings, and the newest when the lock was made


@pytest.fixture(scope="module")
def newer_releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release 9999 of every package of the lock."""
    folder = tmp_path_factory.mktemp("wheels")
    for name in here(lock.DEV):
        made_up_wheel(folder, name, "9999")
    return folder


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    for name in ("requirements", "scripts", "src"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("command", "pip"),
    [(FIRST, OLDEST), (FIRST, NEWEST), (SECOND, OLDEST)],
    ids=["first, oldest", "first, newest", "second, oldest"],
)
def test_the_pins_hold_when_everything_has_a_newer_release(
    clone: Path, newer_releases: Path, command: str, pip: str
) -> None:
    environment = Environment(clone, pip)
    environment.offer(newer_releases)
    first, *_ = command.split(" && ")
    environment.run(first)
    pins = here(lock.APP if command == FIRST else lock.DEV)
    assert environment.installed() == pins | {"kehoach": __version__}


def test_what_cannot_be_installed_ends_the_line(clone: Path) -> None:
    environment = dict(os.environ) | {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    done = subprocess.run(
        [sys.executable, "scripts/install.py"], cwd=clone, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count(b"No matching distribution") == 1, "the first step's complaint, and no second step"


def test_an_old_python_is_told_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    with pytest.raises(SystemExit, match=r"Cần Python 3\.11 trở lên"):
        main([])


def test_the_newest_pip_would_take_the_tests_pins_too(clone: Path, newer_releases: Path) -> None:
    """Asked only: installing them once is enough to wait for."""
    environment = Environment(clone, NEWEST)
    environment.offer(newer_releases)
    report = json.loads(environment.run(f".venv/bin/pip {shlex.join(steps(*DEV)[0])} --dry-run --report -"))
    chosen = [entry["metadata"] for entry in report["install"]]
    assert {canonicalize_name(about["name"]): about["version"] for about in chosen} == here(lock.DEV)
