"""Write a file atomically: it appears whole or not at all, and survives a power cut."""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kehoach_cli.storage import written
from kehoach_cli.storage.links import refuse_committed_links, refuse_links
from kehoach_cli.storage.naming import shown_path

# Windows refuses to replace a file that another program has open; virus scanners and indexers open files briefly.
OPEN_FILES_STAY = os.name == "nt"
_REPLACE_TRIES = 20
_RETRY_SECONDS = 0.05  # seconds
_ANYONE_THE_UMASK_ALLOWS = 0o666


def replace_file(path: Path, content: bytes, kind: str, before_replace: Callable[[], None] = lambda: None) -> None:
    """Write the content to `path`, replacing a file that is there and keeping its mode and owner.

    Nothing is written through a link (`storage/links.py`); the rename does not follow a link that appears meanwhile.
    `kind` is part of the temporary file's name, `.kehoach-KIND-….tmp`, which stays if the process is killed. All
    kinds but "copy", a file that the run removes again, are remembered as written.
    `before_replace` is called just before the rename.

    Raises:
        OSError, or what `before_replace` raises: nothing changed, and no temporary file is left.
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
                _copy_ownership(stream.fileno(), model)
            _fsync(stream.fileno())
        before_replace()
        _replace_with_retries(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _fsync_folder(path.parent)
    if kind != "copy":
        written.note(shown_path(path))


def create_file(path: Path, content: bytes, kind: str = "output") -> None:
    """Write a new file. `kind` as in `replace_file`.

    Raises:
        FileExistsError: something is at `path`.
        OSError: it could not be written; nothing is left at `path`.
    """

    def still_nothing() -> None:
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "is there already", str(path))

    still_nothing()
    replace_file(path, content, kind, still_nothing)


def make_folder(path: Path) -> None:
    """Create the folder and those above it if missing. Raises OSError, also if a link is in the way."""
    refuse_committed_links(path)
    path.mkdir(parents=True, exist_ok=True)


def _copy_ownership(descriptor: int, model: os.stat_result) -> None:
    """Give the open file the mode, group and owner of another, as far as the user may."""
    if not hasattr(os, "fchown"):  # Windows: a file inherits its folder's rights
        return
    # The group separately and first: members may assign it, while only root may change the owner.
    for user, group in ((-1, model.st_gid), (model.st_uid, -1)):
        with suppress(OSError):
            os.fchown(descriptor, user, group)
    with suppress(OSError):
        os.fchmod(descriptor, stat.S_IMODE(model.st_mode))


def _fsync(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # On macOS fsync leaves the data in the drive's cache. Not every file system supports F_FULLFSYNC.
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _replace_with_retries(temporary: Path, path: Path) -> None:
    if not OPEN_FILES_STAY:
        temporary.replace(path)
        return
    for _ in range(_REPLACE_TRIES):
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(_RETRY_SECONDS)
        else:
            return
    raise OSError(errno.EBUSY, "open in another program", str(path))


def _fsync_folder(folder: Path) -> None:
    """Flush the folder, so that the new name survives a power cut. Skipped on Windows, which cannot open a folder."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
