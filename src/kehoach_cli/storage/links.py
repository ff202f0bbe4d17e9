"""Refuse to write through links: a commit can contain one that leads anywhere.

A link is trusted only outside the current folder, every plan and every git checkout, where no commit can have put it.
There it belongs to the user, as a home on another disk does, or to the system, like /tmp on macOS.
"""

import errno
import os
import stat
from pathlib import Path

from kehoach_cli.storage.folder import find_plan

_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT of Windows; os.path.isjunction came with Python 3.12


def is_link(path: Path) -> bool:
    """Whether the path itself is a symbolic link or a Windows junction."""
    try:
        info = os.lstat(path)
    except (OSError, ValueError):
        return False
    return stat.S_ISLNK(info.st_mode) or getattr(info, "st_reparse_tag", 0) == _JUNCTION


def refuse_committed_links(path: Path) -> None:
    """Refuse a path that is, or goes through, a link that a commit can have put there.

    Raises:
        OSError: ELOOP, with the link as its `filename`.
    """
    for place in (*reversed(path.parents), path):
        if is_link(place) and _is_work_folder(place.parent):
            raise _link_error(place)


def refuse_links(path: Path) -> None:
    """As `refuse_committed_links`; also refuse a path that is itself a link, wherever it is."""
    refuse_committed_links(path)
    if is_link(path):
        raise _link_error(path)


def _link_error(link: Path) -> OSError:
    return OSError(errno.ELOOP, "a link", str(link))


def _is_work_folder(folder: Path) -> bool:
    """Whether the folder is in the current folder, a plan or a git checkout."""
    real, here = Path(os.path.realpath(folder)), Path.cwd().resolve()
    if here != Path(here.anchor) and real.is_relative_to(here):
        return True
    return find_plan(real) is not None or any(os.path.lexists(above / ".git") for above in (real, *real.parents))
