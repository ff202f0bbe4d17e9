"""Putting a whole file where it belongs: it appears at once, or not at all, and lasts through a power cut."""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kehoach_cli.storage.links import refuse_committed_links, refuse_links

# On Windows a file cannot be replaced while another program has it open; scanners and indexers do for moments.
OPEN_FILES_STAY = os.name == "nt"
_REPLACE_TRIES = 20
_BETWEEN_TRIES = 0.05  # seconds
_ANYONE_THE_UMASK_ALLOWS = 0o666


def replace(path: Path, content: bytes, kind: str, last_look: Callable[[], None] = lambda: None) -> None:
    """Put a file with the content at `path`, in place of the one that is there, keeping its mode and its owner.

    Nothing is written through a link (`storage/links.py`); the replacement itself never follows one that is put there
    meanwhile.

    `kind` tells whose temporary file it is, should the process be killed: `.kehoach-KIND-….tmp`. `last_look` is called
    when all that remains is the replacement.

    Raises:
        OSError, or what `last_look` raises: nothing changed, and no temporary file is left.
    """
    refuse_links(path)
    temporary = path.parent / f".kehoach-{kind}-{os.urandom(8).hex()}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    model = path.stat() if path.exists() else None
    descriptor = os.open(temporary, flags, stat.S_IMODE(model.st_mode) if model else _ANYONE_THE_UMASK_ALLOWS)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            if model:
                _make_alike(stream.fileno(), model)
            _to_disk(stream.fileno())
        last_look()
        _move(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _folder_to_disk(path.parent)


def create(path: Path, content: bytes) -> None:
    """Put a file with the content at `path`, where nothing may be yet.

    Raises:
        FileExistsError: something is.
        OSError: it could not be written, and nothing is there.
    """

    def still_nothing() -> None:
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "is there already", str(path))

    still_nothing()
    replace(path, content, "output", still_nothing)


def make_folder(path: Path) -> None:
    """Make the folder, and those above it, where they are missing. Raises OSError, also where a link is in the way."""
    refuse_committed_links(path)
    path.mkdir(parents=True, exist_ok=True)


def _make_alike(descriptor: int, model: os.stat_result) -> None:
    """Give the open file the mode, group and owner of another, as far as the system lets the user do that."""
    if not hasattr(os, "fchown"):  # Windows, where a file takes its rights from its folder
        return
    # The group by itself first: its members may hand a file to it, while only root gives files away.
    for user, group in ((-1, model.st_gid), (model.st_uid, -1)):
        with suppress(OSError):
            os.fchown(descriptor, user, group)
    with suppress(OSError):
        os.fchmod(descriptor, stat.S_IMODE(model.st_mode))


def _to_disk(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # On macOS fsync leaves the data in the drive's own cache; not every file system can do more.
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _move(temporary: Path, path: Path) -> None:
    if not OPEN_FILES_STAY:
        temporary.replace(path)
        return
    for _ in range(_REPLACE_TRIES):
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(_BETWEEN_TRIES)
        else:
            return
    raise OSError(errno.EBUSY, "open in another program", str(path))


def _folder_to_disk(folder: Path) -> None:
    """Make the new name last through a power cut, where the system knows how to; Windows cannot open a folder."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
