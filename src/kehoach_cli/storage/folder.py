"""Find a plan's folder, searching upward as git does, or downward for all plans; and name its files."""

import os
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.diagnostics import COLLECTIONS, Collection

DATA_FOLDER = "data"
SCHEMA_FOLDER = "schema"
NARRATIVE_FOLDER = "narrative"
ANSWERS_FOLDER = "answers"
PERIODS_FOLDER = "periods"
SIDE_FOLDERS = (ANSWERS_FOLDER, PERIODS_FOLDER)  # of the files that belong to what a plan says
MAX_FOLDERS = 50_000
_SKIPPED_FOLDERS = {"node_modules", "__pycache__"}


class FolderProblem(Exception):
    """A folder cannot be searched for plans. The message is Vietnamese and says what to do."""


class PlanFolder(NamedTuple):
    """A plan's folders. `data` holds the YAML files; `root` is the folder that users call the plan's folder."""

    root: Path
    data: Path

    def file(self, collection: Collection) -> Path:
        return self.data / f"{collection}.yaml"


def plan_folder(path: Path) -> PlanFolder | None:
    """The plan in the folder, under `data/` or directly; None if there is none.

    Any `plan.yaml` counts, even a broken link: reading it reports what is wrong.
    """
    if os.path.lexists(path / DATA_FOLDER / "plan.yaml"):
        return PlanFolder(path, path / DATA_FOLDER)
    if os.path.lexists(path / "plan.yaml"):
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


def plans_below(path: Path, *, skip_unreadable: bool = False) -> list[PlanFolder]:
    """Every plan in the folder and below, in path order. Hidden folders and links are skipped.

    Raises:
        FolderProblem: a folder cannot be listed and is not to be skipped, or there are more than MAX_FOLDERS.
    """
    found: list[PlanFolder] = []
    pending = [path]
    seen = 0
    while pending:
        folder = pending.pop()
        seen += 1
        if seen > MAX_FOLDERS:
            raise FolderProblem(f"{path} có quá nhiều thư mục con; chỉ ra thư mục của kế hoạch")
        plan = plan_folder(folder)
        if plan:
            found.append(plan)
        else:
            try:
                pending += reversed(_folders_in(folder))
            except FolderProblem:
                if not skip_unreadable:
                    raise
    return found


def _folders_in(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(
                entry.name
                for entry in entries
                if entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
            )
    except OSError:
        raise FolderProblem(
            f"Không đọc được thư mục {folder}; cấp quyền đọc, hoặc chỉ ra thư mục của kế hoạch"
        ) from None
    return [folder / name for name in names if name not in _SKIPPED_FOLDERS]


def repository_top(start: Path) -> Path | None:
    """The nearest folder upward that holds a `.git`; None without one. git is not asked."""
    return next((folder for folder in (start, *start.parents) if os.path.lexists(folder / ".git")), None)


def plan_of_file(path: Path) -> PlanFolder | None:
    """The plan that the file belongs to, by its name and folder; None if it is no plan file."""
    if collection_of(path):
        return plan_folder(path.parent)
    folder = path.absolute().parent
    found = plan_folder(folder.parent) if folder.name in (NARRATIVE_FOLDER, *SIDE_FOLDERS) else None
    return found if found and found.data == folder.parent else None


def collection_of(path: Path) -> Collection | None:
    """Which of a plan's files this is, by its name; None if it is none of them."""
    for collection in COLLECTIONS:
        if path.name == f"{collection}.yaml":
            return collection
    return None
