"""One writer at a time in a plan's folder."""

import os
import re
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kehoach_cli.storage.locking import LOCK_NAME, plan_lock
from kehoach_cli.storage.write_faults import WriteFault
from tests.support.processes import ended_by_signal, start

forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="the processes are forked")


@contextmanager
def another_holder(folder: Path) -> Iterator[int]:
    """Another process that holds the lock until it is killed, at the end of the block at the latest."""
    reading, writing = os.pipe()

    def hold() -> None:
        with plan_lock(folder):
            os.write(writing, b".")
            signal.pause()

    holder = start(hold)
    os.close(writing)
    assert os.read(reading, 1) == b"."
    os.close(reading)
    yield holder
    os.kill(holder, signal.SIGKILL)
    assert ended_by_signal(holder)


@forking
def test_who_waits_in_vain_is_told_so(tmp_path: Path) -> None:
    with another_holder(tmp_path), pytest.raises(WriteFault) as caught, plan_lock(tmp_path, timeout=0):
        pass
    assert str(caught.value) == (
        f"{tmp_path / LOCK_NAME}: Một lệnh kehoach khác đang ghi vào kế hoạch này, đã chờ 0 giây. "
        "Đợi lệnh kia xong rồi chạy lại. Chưa có gì được ghi"
    )


@forking
def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    with another_holder(tmp_path):
        pass
    with plan_lock(tmp_path, timeout=0) as lock:
        assert lock.folder == tmp_path


def test_an_error_in_the_block_gives_the_lock_back(tmp_path: Path) -> None:
    with pytest.raises(LookupError), plan_lock(tmp_path):
        raise LookupError
    with plan_lock(tmp_path, timeout=0):
        assert [path.name for path in tmp_path.iterdir()] == [LOCK_NAME]


def test_the_file_of_the_lock_stays_the_same_one(tmp_path: Path) -> None:
    with plan_lock(tmp_path):
        first = (tmp_path / LOCK_NAME).stat()
    with plan_lock(tmp_path):
        assert (tmp_path / LOCK_NAME).stat().st_ino == first.st_ino


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize(("folder", "lock"), [(0o775, 0o664), (0o755, 0o644), (0o700, 0o600)])
def test_whoever_may_write_in_the_folder_may_hold_the_lock(tmp_path: Path, folder: int, lock: int) -> None:
    tmp_path.chmod(folder)
    with plan_lock(tmp_path):
        assert stat.S_IMODE((tmp_path / LOCK_NAME).stat().st_mode) == lock


def test_a_link_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"")
    (tmp_path / LOCK_NAME).symlink_to("elsewhere")
    with pytest.raises(WriteFault, match="là liên kết, kehoach không ghi qua liên kết"), plan_lock(tmp_path):
        pass


def test_no_folder_is_made_for_a_lock(tmp_path: Path) -> None:
    wanted = re.escape("Không khóa được kế hoạch để ghi (thư mục không có)")
    with pytest.raises(WriteFault, match=wanted), plan_lock(tmp_path / "none"):
        pass
    assert not (tmp_path / "none").exists()
