"""Where a plan lives: finding its folder the way git finds its own, and naming its files."""

from pathlib import Path
from typing import NamedTuple

from kehoach_cli.diagnostics import COLLECTIONS, Collection

DATA_FOLDER = "data"


class PlanFolder(NamedTuple):
    """A plan's folders: `data` holds the YAML files, `root` is what the user would call the plan's folder."""

    root: Path
    data: Path

    def file(self, collection: Collection) -> Path:
        return self.data / f"{collection}.yaml"


def plan_folder(path: Path) -> PlanFolder | None:
    """The plan that the folder holds, either under `data/` or directly; None where it holds none."""
    if (path / DATA_FOLDER / "plan.yaml").exists():
        return PlanFolder(path, path / DATA_FOLDER)
    if (path / "plan.yaml").exists():
        return PlanFolder(path.parent if path.name == DATA_FOLDER else path, path)
    return None


def find_plan(start: Path) -> PlanFolder | None:
    """The plan in the folder or in the nearest folder above it."""
    start = start.absolute()
    for folder in (start, *start.parents):
        found = plan_folder(folder)
        if found:
            return found
    return None


def plans_below(path: Path) -> list[PlanFolder]:
    """Every plan in the folder and below it, in the order of their paths; hidden folders are passed over."""
    found = plan_folder(path)
    if found:
        return [found]
    return [
        plan
        for child in sorted(path.iterdir())
        if child.is_dir() and not child.is_symlink() and not child.name.startswith(".")
        for plan in plans_below(child)
    ]


def collection_of(path: Path) -> Collection | None:
    """Which of a plan's files the name is, or None for any other."""
    for collection in COLLECTIONS:
        if path.name == f"{collection}.yaml":
            return collection
    return None
