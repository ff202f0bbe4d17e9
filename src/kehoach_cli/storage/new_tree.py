"""Laying out files where none are yet: all of them, or none."""

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from kehoach_cli.storage.links import is_link, refuse_committed_links


class Occupied(Exception):
    """Some of the files, or something in place of a folder of theirs, are there already; `paths` says which."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__(", ".join(map(str, paths)))
        self.paths = paths


def write_new_tree(root: Path, contents: Mapping[PurePosixPath, bytes]) -> None:
    """Write the files below `root`, which is made where it is missing. Nothing that exists is touched.

    Raises:
        Occupied: nothing was written.
        OSError: a link leads to `root`, or a file could not be written; those written before it are gone again.
    """
    refuse_committed_links(root)
    occupied = [path for path in _claimed(root, contents) if _in_the_way(path)]
    occupied += [path for name in contents if os.path.lexists(path := root / name)]
    if occupied:
        raise Occupied(list(dict.fromkeys(occupied)))
    made: list[Path] = []
    try:
        for folder in _claimed(root, contents):
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


def _claimed(root: Path, contents: Mapping[PurePosixPath, bytes]) -> list[Path]:
    """The folders that the files need, outer ones first, beginning above `root` where that does not exist."""
    above = [folder for folder in reversed(root.parents) if not folder.exists()]
    within = {root / parent for name in contents for parent in name.parents}
    return [*above, *sorted(within, key=lambda folder: len(folder.parts))]


def _in_the_way(folder: Path) -> bool:
    return is_link(folder) or (folder.exists() and not folder.is_dir())
