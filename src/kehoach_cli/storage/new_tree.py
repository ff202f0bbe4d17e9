"""Create several files where none exist yet: all of them or none."""

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from kehoach_cli.storage import written
from kehoach_cli.storage.links import is_link, refuse_committed_links
from kehoach_cli.storage.naming import shown_path


class FilesExist(Exception):
    """Some of the files exist already, or something is in place of their folders. `paths` says which."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__(", ".join(map(str, paths)))
        self.paths = paths


def write_new_tree(root: Path, contents: Mapping[PurePosixPath, bytes]) -> None:
    """Write the files below `root`, which is created if missing. Nothing that exists is changed.

    Raises:
        FilesExist: nothing was written.
        OSError: a link leads to `root`, or a file could not be written; the files written before it are removed.
    """
    refuse_committed_links(root)
    occupied = [path for path in _needed_folders(root, contents) if _is_blocked(path)]
    occupied += [path for name in contents if os.path.lexists(path := root / name)]
    if occupied:
        raise FilesExist(list(dict.fromkeys(occupied)))
    made: list[Path] = []
    try:
        for folder in _needed_folders(root, contents):
            if not folder.exists():
                folder.mkdir()
                made.append(folder)
        for name, content in contents.items():
            path = root / name
            with path.open("xb") as stream:
                made.append(path)
                stream.write(content)
    except BaseException:
        for path in reversed(made):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
        raise
    written.note(shown_path(root))


def _needed_folders(root: Path, contents: Mapping[PurePosixPath, bytes]) -> list[Path]:
    """The folders that the files need, outermost first, including missing ones above `root`."""
    above = [folder for folder in reversed(root.parents) if not folder.exists()]
    within = {root / parent for name in contents for parent in name.parents}
    return [*above, *sorted(within, key=lambda folder: len(folder.parts))]


def _is_blocked(folder: Path) -> bool:
    return is_link(folder) or (folder.exists() and not folder.is_dir())
