"""Links: whoever proposes a change can commit one, and nothing is ever written through it.

A link is trusted only where no change can have brought it: outside the current folder, every plan and every git
checkout. There it is the user's own way to a home on another disk, or the system's, like /tmp of macOS.
"""

import errno
import os
import stat
from pathlib import Path

from kehoach_cli.storage.folder import find_plan

_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT of Windows; os.path.isjunction came with Python 3.12


def is_link(path: Path) -> bool:
    """Whether the path itself is a symbolic link, or a junction of Windows."""
    try:
        info = os.lstat(path)
    except (OSError, ValueError):
        return False
    return stat.S_ISLNK(info.st_mode) or getattr(info, "st_reparse_tag", 0) == _JUNCTION


def refuse_committed_links(path: Path) -> None:
    """Refuse a path that is, or leads through, a link that a change can have brought.

    Raises:
        OSError: ELOOP, with the link as its `filename`.
    """
    for place in (*reversed(path.parents), path):
        if is_link(place) and _is_work_folder(place.parent):
            raise _loop(place)


def refuse_links(path: Path) -> None:
    """Refuse what `refuse_committed_links` does, and a file that is itself a link, wherever it lies. Raises as that."""
    refuse_committed_links(path)
    if is_link(path):
        raise _loop(path)


def _loop(link: Path) -> OSError:
    return OSError(errno.ELOOP, "a link", str(link))


def _is_work_folder(folder: Path) -> bool:
    """Whether the folder is, or lies below, the current folder, a plan or a git checkout."""
    real, here = Path(os.path.realpath(folder)), Path.cwd().resolve()
    if here != Path(here.anchor) and real.is_relative_to(here):
        return True
    return find_plan(real) is not None or any(os.path.lexists(above / ".git") for above in (real, *real.parents))
