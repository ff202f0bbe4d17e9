"""What the system refuses: full and read-only disks, rights, limits. The old file stays and the reason is said."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach_cli.storage.locking import LOCK_NAME, plan_lock
from kehoach_cli.storage.plan_rewrite import rewrite
from kehoach_cli.storage.write_faults import WriteFault
from tests.support.disks import make_read_only, small_disk
from tests.support.processes import in_child

OLD = b"# made up\n"
NOBODY = 65534

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="rights and limits of POSIX")


def plan_file(folder: Path) -> Path:
    path = folder / "indicators.yaml"
    path.write_bytes(OLD)
    return path


def outcome(path: Path, size: int) -> str:
    try:
        with plan_lock(path.parent) as lock:
            rewrite(path, lambda _: b"#" * size, lock, "data/indicators.yaml")
    except WriteFault as fault:
        return str(fault)
    return "written"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that users other than the one who runs the tests can reach too."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def as_nobody(path: Path) -> str:
    """The outcome for a user without special rights."""

    def work() -> str:
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return outcome(path, 100)

    return in_child(work)


def test_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", kilobytes=64) as disk:
        path = plan_file(disk)
        assert outcome(path, 200_000) == (
            "data/indicators.yaml: Không ghi được (hết chỗ trên ổ đĩa), tệp vẫn như cũ. "
            "Xóa bớt tệp không dùng rồi chạy lại"
        )
        assert path.read_bytes() == OLD
        assert names(disk) == {"indicators.yaml", LOCK_NAME}
        assert outcome(path, 20_000) == "written"


def test_a_read_only_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", kilobytes=64) as disk:
        path = plan_file(disk)
        make_read_only(disk)
        assert "Không khóa được kế hoạch để ghi (ổ đĩa chỉ cho đọc). " in outcome(path, 100)
        assert path.read_bytes() == OLD


def test_a_limit_on_the_size_of_files(tmp_path: Path) -> None:
    import resource

    path = plan_file(tmp_path)

    def limited() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
        return outcome(path, 200_000)

    assert "Không ghi được (tệp vượt cỡ lớn nhất mà hệ thống cho phép), tệp vẫn như cũ. " in in_child(limited)
    assert path.read_bytes() == OLD
    assert names(tmp_path) == {"indicators.yaml", LOCK_NAME}


def test_a_folder_that_may_not_be_written_in(open_to_all: Path) -> None:
    path = plan_file(open_to_all)
    open_to_all.chmod(0o555)
    assert as_nobody(path) == (
        f"{open_to_all / LOCK_NAME}: Không khóa được kế hoạch để ghi (không có quyền ghi). "
        "Bỏ thứ đang ở chỗ tệp khóa này, hoặc cấp quyền ghi nó và thư mục chứa nó, hoặc chép kế hoạch về ổ đĩa ghi "
        "được trên máy. Chưa có gì được ghi"
    )
    assert names(open_to_all) == {"indicators.yaml"}


def test_a_folder_that_lost_its_right_after_the_lock_was_made(open_to_all: Path) -> None:
    path = plan_file(open_to_all)
    path.chmod(0o666)
    open_to_all.chmod(0o777)
    assert as_nobody(path) == "written"
    path.write_bytes(OLD)
    open_to_all.chmod(0o555)
    assert as_nobody(path) == (
        "data/indicators.yaml: Không ghi được (không có quyền ghi), tệp vẫn như cũ. "
        "Cấp quyền ghi tệp và thư mục chứa nó cho người đang chạy kehoach; tệp đang mở trong Word thì đóng lại"
    )
    assert path.read_bytes() == OLD


def test_a_read_only_file_in_a_folder_that_may_be_written_in(open_to_all: Path) -> None:
    path = plan_file(open_to_all)
    path.chmod(0o444)
    open_to_all.chmod(0o777)
    assert as_nobody(path) == (
        "data/indicators.yaml: Tệp chỉ cho đọc, vẫn như cũ. Bỏ thuộc tính chỉ đọc của tệp rồi chạy lại"
    )
    assert path.read_bytes() == OLD


def test_a_file_of_somebody_else_passes_to_who_changed_it_where_it_cannot_be_kept(open_to_all: Path) -> None:
    path = plan_file(open_to_all)
    path.chmod(0o666)
    open_to_all.chmod(0o777)
    assert as_nobody(path) == "written"
    assert path.read_bytes() == b"#" * 100
    assert path.stat().st_mode & 0o777 == 0o666
