"""One writer at a time: a plan's data folder is locked as a whole while any of its files changes.

Two changes to different files of a plan can each be sound and contradict each other together, so a lock per file would
not do. The lock is on a file of its own that stays where it is: a lock on a file that gets replaced, or on one that is
deleted when released, lets two holders in at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.storage.links import refuse_links
from kehoach_cli.storage.write_faults import WriteFault, reason_of, write_fault

LOCK_NAME = ".kehoach.lock"
PATIENCE = 15
_ANYONE_READS_AND_WRITES = 0o666


class PlanLock(NamedTuple):
    """Proof that the caller is the only writer in `folder`, for as long as the `with` block lasts."""

    folder: Path


@contextmanager
def plan_lock(folder: Path, patience: int = PATIENCE) -> Iterator[PlanLock]:
    """Hold the lock of a plan's data folder, after waiting for it for at most `patience` seconds.

    The system itself drops the lock of a process that ends, however it ends. It binds this program only: editors and
    git do not ask for it.

    Raises:
        WriteFault: another process kept it for all that time, or the folder does not let a lock be made.
    """
    from filelock import FileLock, Timeout

    file = str(folder / LOCK_NAME)
    try:
        refuse_links(folder / LOCK_NAME)
    except OSError as error:
        raise write_fault(error, file) from None
    try:
        # Whoever may write in the folder may hold its lock, whatever the umask of the one who came first.
        # Without `preserve_lock_file` the library deletes the file on Windows, and where the file system knows no locks
        # makes do with a file that outlives a killed process.
        mode = folder.stat().st_mode & _ANYONE_READS_AND_WRITES | 0o600
        lock = FileLock(folder / LOCK_NAME, mode=mode, preserve_lock_file=True)
        lock.acquire(timeout=patience)
    except Timeout:
        raise WriteFault(
            file,
            f"Một lệnh kehoach khác đang ghi vào kế hoạch này, đã chờ {patience} giây",
            "Đợi lệnh kia xong rồi chạy lại. Chưa có gì được ghi",
        ) from None
    except OSError as error:
        raise WriteFault(
            file,
            f"Không khóa được kế hoạch để ghi ({reason_of(error)})",
            "Cấp quyền ghi thư mục và tệp khóa này, hoặc chép kế hoạch về ổ đĩa ghi được trên máy. Chưa có gì được ghi",
        ) from None
    try:
        yield PlanLock(folder)
    finally:
        lock.release()
