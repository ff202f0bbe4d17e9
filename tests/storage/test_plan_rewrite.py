"""One file changed as a whole: what it keeps, what is refused, and what is cleared away."""

import os
from pathlib import Path

import pytest

from kehoach_cli.storage.locking import LOCK_NAME, PlanLock, plan_lock
from kehoach_cli.storage.plan_rewrite import Rewritten, rewrite
from kehoach_cli.storage.write_faults import WriteFault
from kehoach_cli.yaml.text import MAX_BYTES

OLD = b"# made up\r\nindicators: []\r\n"
NEW = OLD + b"# one more line\r\n"
LEFTOVER = ".kehoach-plan-0123456789abcdef.tmp"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "indicators.yaml"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def to_new(old: bytes) -> bytes:
    assert old == OLD
    return NEW


def rewritten(path: Path) -> Rewritten:
    with plan_lock(path.parent) as lock:
        return rewrite(path, to_new, lock, "data/indicators.yaml")


def refusal(path: Path) -> str:
    with pytest.raises(WriteFault) as caught:
        rewritten(path)
    return str(caught.value)


def names(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir()}


def test_the_new_bytes_take_the_place_of_the_old(path: Path) -> None:
    assert rewritten(path) == (OLD, NEW)
    assert path.read_bytes() == NEW
    assert names(path) == {"indicators.yaml", LOCK_NAME}


def test_a_change_that_changes_nothing_writes_nothing(path: Path) -> None:
    before = path.stat()
    with plan_lock(path.parent) as lock:
        assert rewrite(path, lambda old: old, lock) == (OLD, OLD)
    after = path.stat()  # the time of reading may have changed
    assert (after.st_ino, after.st_mtime_ns, after.st_ctime_ns) == (
        before.st_ino,
        before.st_mtime_ns,
        before.st_ctime_ns,
    )


def test_a_change_that_fails_leaves_the_file_and_its_own_error(path: Path) -> None:
    def fail(old: bytes) -> bytes:
        raise LookupError("no such record")

    with pytest.raises(LookupError, match="no such record"), plan_lock(path.parent) as lock:
        rewrite(path, fail, lock)
    assert path.read_bytes() == OLD
    assert names(path) == {"indicators.yaml", LOCK_NAME}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_mode_owner_and_group_stay(path: Path) -> None:
    if os.getuid() == 0:
        os.chown(path, 65534, 65533)
    path.chmod(0o664)
    before = path.stat()
    rewritten(path)
    after = path.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert after.st_ino != before.st_ino


def test_the_lock_has_to_be_that_of_the_folder(path: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"indicators\.yaml is not in"):
        rewrite(path, to_new, PlanLock(tmp_path))


def test_an_editor_saved_while_the_change_was_worked_out(path: Path) -> None:
    def meanwhile(old: bytes) -> bytes:
        path.write_bytes(b"# what somebody typed\n")
        return NEW

    with pytest.raises(WriteFault) as caught, plan_lock(path.parent) as lock:
        rewrite(path, meanwhile, lock, "data/indicators.yaml")
    assert str(caught.value) == (
        "data/indicators.yaml: Tệp vừa được chương trình khác sửa trong lúc ghi. "
        "Xem lại nội dung mới rồi chạy lại. Chưa có gì được ghi"
    )
    assert path.read_bytes() == b"# what somebody typed\n"
    assert names(path) == {"indicators.yaml", LOCK_NAME}


@pytest.mark.parametrize("instead", ["nothing", "a link", "a folder"])
def test_the_file_went_away_while_the_change_was_worked_out(path: Path, instead: str) -> None:
    def meanwhile(old: bytes) -> bytes:
        path.rename(path.with_name("renamed"))
        if instead == "a link":
            path.symlink_to("renamed")
        elif instead == "a folder":
            path.mkdir()
        return NEW

    said = "là liên kết" if instead == "a link" else "Tệp vừa bị xóa hoặc thay bằng thứ khác"
    with pytest.raises(WriteFault, match=said), plan_lock(path.parent) as lock:
        rewrite(path, meanwhile, lock)
    assert path.with_name("renamed").read_bytes() == OLD
    assert names(path) - {"indicators.yaml"} == {"renamed", LOCK_NAME}


def test_what_is_not_a_file_is_not_replaced(path: Path) -> None:
    path.rename(path.with_name("real"))
    assert "Không tìm thấy tệp. Kiểm tra lại tên và thư mục" in refusal(path)
    path.symlink_to("real")
    assert "Đây là liên kết, không phải tệp. Thay liên kết" in refusal(path)
    path.unlink()
    path.mkdir()
    assert "Đây là thư mục, không phải tệp." in refusal(path)
    assert path.with_name("real").read_bytes() == OLD


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_not_waited_for(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)
    assert "Đây không phải tệp thường." in refusal(path)


def test_a_file_that_would_be_too_large_to_read_again(path: Path) -> None:
    with pytest.raises(WriteFault, match="Tệp lớn hơn 16 MiB"), plan_lock(path.parent) as lock:
        rewrite(path, lambda _: b"#" * (MAX_BYTES + 1), lock)
    assert path.read_bytes() == OLD


def test_what_killed_runs_left_is_cleared_away_and_nothing_else(path: Path) -> None:
    others = {
        ".kehoach-plan-0123456789abcde.tmp",
        ".kehoach-plan-0123456789ABCDEF.tmp",
        ".kehoach-output-0123456789abcdef.tmp",
        f"{LEFTOVER}.yaml",
    }
    for name in {LEFTOVER, *others}:
        path.with_name(name).write_bytes(b"half")
    folder = path.with_name(".kehoach-plan-fedcba9876543210.tmp")
    folder.mkdir()
    link = path.with_name(".kehoach-plan-aaaaaaaaaaaaaaaa.tmp")
    link.symlink_to(path)
    rewritten(path)
    assert names(path) == {"indicators.yaml", LOCK_NAME, folder.name, link.name, *others}
