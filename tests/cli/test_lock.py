"""The lock is what pyproject.toml asks for, complete and no more: nothing has to be resolved when it is installed."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib.metadata import distribution, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from scripts import lock

from tests.support.known_plans import ROOT
from tests.support.tools import missing

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
FILES = {lock.PROGRAM: [], lock.APP: EXTRAS["build"], lock.DEV: EXTRAS["build"] + EXTRAS["dev"]}
each_file = pytest.mark.parametrize(
    ("file", "extra"), FILES.items(), ids=lambda value: value.name if isinstance(value, Path) else ""
)


def pins_of(file: Path) -> dict[str, str]:
    """The pins of a file and of those that it begins with, each with its lines."""
    text = file.read_text(encoding="utf-8")
    nested = [pins_of(file.parent / name) for name in re.findall(r"^-r (\S+)$", text, re.MULTILINE)]
    own = lock.pins(text)
    head = re.match(r"# Written by `python -m scripts\.lock`\.\n(-r \S+\n)?", text)
    assert head is not None
    assert head[0] + "".join(own.values()) == text, "no other line: no machine's path, no host's name"
    return {pin: block for pins in [*nested, own] for pin, block in pins.items()}


def here(file: Path) -> dict[str, str]:
    """The versions that a file pins for this system and this Python."""
    wanted = [Requirement(pin) for pin in pins_of(file)]
    applying = [pin for pin in wanted if pin.marker is None or pin.marker.evaluate()]
    versions = {pin.name: str(pin.specifier).removeprefix("==") for pin in applying}
    assert len(versions) == len(applying), "one version each"
    return versions


def needed(requirements: Sequence[str], pinned: dict[str, str]) -> Iterator[str]:
    """The names of all that the requirements need, theirs included, by the installed distributions' own words."""
    queue = [Requirement(line) for line in requirements]
    seen = set()
    for wanted in queue:
        name = canonicalize_name(wanted.name)
        assert name in pinned, f"{wanted} is not in the lock: python -m scripts.lock"
        assert wanted.specifier.contains(pinned[name], prereleases=True), f"{wanted}: python -m scripts.lock"
        if version(name) != pinned[name]:
            missing(f"{name} {version(name)} is installed, not {pinned[name]}: run README.md's second command")
        yield name
        for line in distribution(name).requires or []:
            further = Requirement(line)
            applies = [further.marker is None or further.marker.evaluate({"extra": e}) for e in wanted.extras or [""]]
            key = (canonicalize_name(further.name), frozenset(further.extras), str(further.specifier))
            if any(applies) and key not in seen:
                seen.add(key)
                queue.append(further)


@each_file
def test_every_pin_has_a_hash_and_something_that_needs_it(file: Path, extra: list[str]) -> None:
    pins = pins_of(file)
    names = {Requirement(pin).name for pin in pins} | {"kehoach (pyproject.toml)"}
    for pin, block in pins.items():
        assert re.fullmatch(r"[a-z0-9-]+==[^ ]+( ; .+)?", pin)
        assert re.search(r"^ {4}--hash=sha256:[0-9a-f]{64}\b", block, re.MULTILINE)
        _, _, via = block.partition("# via")
        parents = [line.strip(" #") for line in via.splitlines() if line.strip(" #")]
        assert parents
        assert set(parents) <= names


@each_file
def test_the_lock_is_complete_and_holds_nothing_else(file: Path, extra: list[str]) -> None:
    """Fails where pyproject.toml asks for more, or for newer, than the lock has; and the other way round."""
    pinned = here(file)
    assert set(needed(PROJECT["dependencies"] + extra, pinned)) == set(pinned)


def test_a_pin_stands_in_one_file() -> None:
    texts = [file.read_text(encoding="utf-8") for file in FILES]
    every = [pin for text in texts for pin in lock.pins(text)]
    assert sorted(every) == sorted(pins_of(lock.DEV))


@pytest.mark.parametrize("extra", ["build", "dev"])
def test_the_builder_is_among_what_is_installed(extra: str) -> None:
    """Without build isolation pip takes it from the environment."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(project["build-system"]["requires"]) <= set(EXTRAS[extra])
