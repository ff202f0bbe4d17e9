"""Changing the bytes of one file so that, whatever happens, it holds all of the old or all of the new ones."""

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.files.faults import FileFault
from kehoach_cli.files.locking import PlanLock
from kehoach_cli.files.text import MAX_BYTES, read_bytes, too_large
from kehoach_cli.files.write_faults import WriteFault, write_fault

_TEMPORARY = re.compile(r"\.kehoach-plan-[0-9a-f]{16}\.tmp")
# On Windows a file cannot be replaced while another program has it open; scanners and indexers do for moments.
OPEN_FILES_STAY = os.name == "nt"
_REPLACE_TRIES = 20
_BETWEEN_TRIES = 0.05  # seconds
_ANYONE_THE_UMASK_ALLOWS = 0o666


class Rewritten(NamedTuple):
    """What a file held, and what it holds now."""

    old: bytes
    new: bytes


def rewrite(path: Path, change: Callable[[bytes], bytes], lock: PlanLock, shown: str | None = None) -> Rewritten:
    """Put `change(old bytes)` in place of a file of the locked folder; where that is the same, nothing is written.

    An exception of `change` passes through and leaves the file alone. `shown` is the file's name in messages.
    What an editor saves between reading and writing is noticed and kept; no system lets that be so in the instant
    between the last look and the replacement.

    Raises:
        WriteFault: the file is missing, not a regular file, or over 16 MiB before or after the change; it could not be
            read or written; or it changed meanwhile. It is as it was.
        ValueError: the lock is another folder's.
    """
    if path.parent != lock.folder:
        raise ValueError(f"{path} is not in {lock.folder}")
    name = shown or str(path)
    try:
        old = read_bytes(path, name)
    except FileFault as fault:
        raise _as_write_fault(fault) from None
    if not os.access(path, os.W_OK):
        raise WriteFault(name, "Tệp chỉ cho đọc, vẫn như cũ", "Bỏ thuộc tính chỉ đọc của tệp rồi chạy lại")
    new = change(old)
    if new == old:
        return Rewritten(old, new)
    if len(new) > MAX_BYTES:
        raise _as_write_fault(too_large(name))
    try:
        _sweep(lock.folder)
        replace(path, new, "plan", lambda: _require_unchanged(path, name, old))
    except OSError as error:
        raise write_fault(error, name) from None
    return Rewritten(old, new)


def replace(path: Path, content: bytes, kind: str, last_look: Callable[[], None] = lambda: None) -> None:
    """Put a file with the content at `path`, in place of the one that is there, keeping its mode and its owner.

    `kind` tells whose temporary file it is, should the process be killed: `.kehoach-KIND-….tmp`. `last_look` is called
    when all that remains is the replacement.

    Raises:
        OSError, or what `last_look` raises: nothing changed, and no temporary file is left.
    """
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


def _require_unchanged(path: Path, name: str, old: bytes) -> None:
    try:
        now = read_bytes(path, name)
    except FileFault:
        raise WriteFault(
            name,
            "Tệp vừa bị xóa hoặc thay bằng thứ khác trong lúc ghi",
            "Kiểm tra lại tệp rồi chạy lại. Chưa có gì được ghi",
        ) from None
    if now != old:
        raise WriteFault(
            name,
            "Tệp vừa được chương trình khác sửa trong lúc ghi",
            "Xem lại nội dung mới rồi chạy lại. Chưa có gì được ghi",
        )


def _as_write_fault(fault: FileFault) -> WriteFault:
    return WriteFault(fault.file, fault.finding.message, fault.finding.remedy)


def _sweep(folder: Path) -> None:
    """Remove what killed runs left: while the lock is held, no temporary file of a plan can be in use."""
    with os.scandir(folder) as entries:
        left = [entry for entry in entries if _TEMPORARY.fullmatch(entry.name)]
    for entry in left:
        if entry.is_file(follow_symlinks=False):
            with suppress(OSError):
                Path(entry).unlink()


def _make_alike(descriptor: int, model: os.stat_result) -> None:
    """Give the open file the mode, group and owner of another, as far as the system lets the user do that."""
    if not hasattr(os, "fchown"):  # Windows, where a file takes its rights from its folder
        return
    # The group by itself first: its members may hand a file to it, while only root gives files away.
    for user, group in ((-1, model.st_gid), (model.st_uid, -1)):
        with suppress(OSError):
            os.fchown(descriptor, user, group)
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
