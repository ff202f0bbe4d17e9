"""README.md's two commands install the files of the lock and nothing else, whatever is released later."""

import json
import shutil
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name
from scripts import lock

from kehoach_cli import __version__
from tests.cli.test_lock import here
from tests.cli.test_readme import FIRST, SECOND
from tests.support.environments import Environment, made_up_wheel
from tests.support.known_plans import ROOT

OLDEST, NEWEST = "pip==23.2.1", "pip"  # what Python 3.11 brings, and whatever is the newest today


@pytest.fixture(scope="module")
def newer_releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release 9999 of every package of the lock."""
    folder = tmp_path_factory.mktemp("wheels")
    for name in here(lock.DEV):
        made_up_wheel(folder, name, "9999")
    return folder


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    for name in ("requirements", "src"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def install_lines(command: str) -> list[str]:
    return [part for part in command.split(" && ") if part.startswith(".venv/bin/pip ")]


@pytest.mark.parametrize("pip", [OLDEST, NEWEST])
def test_the_pins_hold_when_everything_has_a_newer_release(clone: Path, newer_releases: Path, pip: str) -> None:
    environment = Environment(clone, pip)
    environment.offer(newer_releases)
    for line in install_lines(FIRST):
        environment.run(line)
    assert environment.installed() == here(lock.APP) | {"kehoach": __version__}


@pytest.mark.parametrize("pip", [OLDEST, NEWEST])
def test_the_tests_pins_hold_too(clone: Path, newer_releases: Path, pip: str) -> None:
    """Pip says what it would install, down to the hashes' file, and does not spend a minute on doing it."""
    environment = Environment(clone, pip)
    environment.offer(newer_releases)
    [first, *_] = install_lines(SECOND)
    report = json.loads(environment.run(f"{first} --dry-run --report -"))
    chosen = [entry["metadata"] for entry in report["install"]]
    assert {canonicalize_name(about["name"]): about["version"] for about in chosen} == here(lock.DEV)
