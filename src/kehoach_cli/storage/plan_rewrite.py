"""Change one file of a locked plan. Whatever happens, it holds either all of the old bytes or all of the new."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.storage.atomic_write import create_file, make_folder, replace_file
from kehoach_cli.storage.folder import SIDE_FOLDERS
from kehoach_cli.storage.locking import PlanLock
from kehoach_cli.storage.write_faults import WriteFault, write_fault
from kehoach_cli.yaml.faults import FileFault
from kehoach_cli.yaml.text import MAX_BYTES, read_bytes, too_large

_TEMPORARY = re.compile(r"\.kehoach-plan-[0-9a-f]{16}\.tmp")


class Rewritten(NamedTuple):
    """The bytes of a file before and after a change."""

    old: bytes
    new: bytes


def rewrite(
    path: Path, change: Callable[[bytes], bytes], lock: PlanLock, shown: str | None = None, *, new_file: bool = False
) -> Rewritten:
    """Replace a file of the locked folder with `change(old bytes)`. Writes nothing if the bytes are equal.

    An exception from `change` passes through and leaves the file alone. `shown` is the file's name in messages. With
    `new_file` a file that is missing is made, with its folder, from what `change` makes of no bytes. A file of which
    `change` leaves no bytes is removed.
    A save by an editor between reading and writing is noticed and kept, except in the instant between the last check
    and the rename, which no system can close.

    Raises:
        WriteFault: the file is missing, not a regular file, or over 16 MiB before or after the change; it could not be
            read or written; or it changed meanwhile. It is unchanged.
        ValueError: the lock is for another folder.
    """
    if path.parent not in (lock.folder, *(lock.folder / name for name in SIDE_FOLDERS)):
        raise ValueError(f"{path} is not in {lock.folder}")
    name = shown or str(path)
    if new_file and not os.path.lexists(path):
        return _create(path, change(b""), name)
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
        _remove_leftovers(path.parent)
        if not new:
            path.unlink()
            return Rewritten(old, new)
        replace_file(path, new, "plan", lambda: _require_unchanged(path, name, old))
    except OSError as error:
        raise write_fault(error, name) from None
    return Rewritten(old, new)


def _create(path: Path, new: bytes, name: str) -> Rewritten:
    try:
        make_folder(path.parent)
        create_file(path, new, "plan")
    except OSError as error:
        raise write_fault(error, name) from None
    return Rewritten(b"", new)


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


def _remove_leftovers(folder: Path) -> None:
    """Remove temporary files of killed runs. While the lock is held, none can be in use."""
    with os.scandir(folder) as entries:
        left = [entry for entry in entries if _TEMPORARY.fullmatch(entry.name)]
    for entry in left:
        if entry.is_file(follow_symlinks=False):
            with suppress(OSError):
                Path(entry).unlink()
