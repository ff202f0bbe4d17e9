"""Lock a plan's data folder while one of its files changes: one writer at a time.

The lock covers the whole folder: two changes to different files can each be valid and contradict each other. It is held
on a separate file that is never deleted: a lock on a file that is replaced or deleted lets two holders in at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.storage.links import refuse_links
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.storage.write_faults import WriteFault, reason_of, write_fault

LOCK_NAME = ".kehoach.lock"
LOCK_SECONDS = 15
_ANYONE_READS_AND_WRITES = 0o666


class PlanLock(NamedTuple):
    """Shows that the caller is the only writer in `folder` while the `with` block lasts."""

    folder: Path


@contextmanager
def plan_lock(folder: Path, timeout: int = LOCK_SECONDS) -> Iterator[PlanLock]:
    """Hold the lock of a plan's data folder. Waits for it at most `timeout` seconds.

    The system releases the lock when the process ends, however it ends. Only this program observes it; editors and git
    do not.

    Raises:
        WriteFault: another process held it all that time, or the lock file cannot be made.
    """
    from filelock import FileLock, Timeout

    file = shown_path(folder / LOCK_NAME)
    try:
        refuse_links(folder / LOCK_NAME)
    except OSError as error:
        raise write_fault(error, file) from None
    try:
        # The mode gives everybody who may write in the folder access to the lock, whatever the creator's umask.
        # Without `preserve_lock_file` the library deletes the file on Windows and, on a file system without locks,
        # falls back to a lock file that outlives a killed process.
        mode = folder.stat().st_mode & _ANYONE_READS_AND_WRITES | 0o600
        lock = FileLock(folder / LOCK_NAME, mode=mode, preserve_lock_file=True)
        lock.acquire(timeout=timeout)
    except Timeout:
        raise WriteFault(
            file,
            f"Một lệnh kehoach khác đang ghi vào kế hoạch này, đã chờ {timeout} giây",
            "Đợi lệnh kia xong rồi chạy lại. Chưa có gì được ghi",
        ) from None
    except OSError as error:
        raise WriteFault(
            file,
            f"Không khóa được kế hoạch để ghi ({reason_of(error)})",
            "Bỏ thứ đang ở chỗ tệp khóa này, hoặc cấp quyền ghi nó và thư mục chứa nó, hoặc chép kế hoạch về ổ đĩa ghi "
            "được trên máy. Chưa có gì được ghi",
        ) from None
    try:
        yield PlanLock(folder)
    finally:
        lock.release()
