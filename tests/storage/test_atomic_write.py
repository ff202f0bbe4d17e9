"""A file that appears as a whole, on the three systems."""

import errno
import os
import stat
from pathlib import Path

import pytest

from kehoach_cli.storage.atomic_write import create_file, replace_file

OLD, NEW = b"old\n", b"new\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "out.docx"
    path.write_bytes(OLD)
    return path


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_new_file_is_for_those_whom_the_umask_allows(path: Path) -> None:
    mask = os.umask(0o027)
    try:
        replace_file(path.with_name("new.docx"), NEW, "output")
    finally:
        os.umask(mask)
    assert stat.S_IMODE(path.with_name("new.docx").stat().st_mode) == 0o640


def test_a_file_is_created_only_where_nothing_is(path: Path) -> None:
    with pytest.raises(FileExistsError):
        create_file(path, NEW)
    assert path.read_bytes() == OLD
    path.unlink()
    path.symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        create_file(path, NEW)
    path.unlink()
    create_file(path, NEW)
    assert path.read_bytes() == NEW
    assert [each.name for each in path.parent.iterdir()] == ["out.docx"]


def test_a_file_that_came_to_be_while_ours_was_written_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.unlink()
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(OLD))
    with pytest.raises(FileExistsError):
        create_file(path, NEW)
    assert path.read_bytes() == OLD
    assert [each.name for each in path.parent.iterdir()] == ["out.docx"]


def test_a_file_that_another_program_has_open_is_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, tries = os.replace, iter([PermissionError(13, "in use"), PermissionError(13, "in use"), None])

    def as_on_windows(old: Path, new: Path) -> None:
        error = next(tries)
        if error:
            raise error
        real(old, new)

    monkeypatch.setattr("kehoach_cli.storage.atomic_write.OPEN_FILES_STAY", True)
    monkeypatch.setattr(os, "replace", as_on_windows)
    replace_file(path, NEW, "output")
    assert path.read_bytes() == NEW
    assert next(tries, "no further try") == "no further try"


def test_a_file_that_another_program_keeps_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def as_on_windows(old: Path, new: Path) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr("kehoach_cli.storage.atomic_write.OPEN_FILES_STAY", True)
    monkeypatch.setattr("kehoach_cli.storage.atomic_write._RETRY_SECONDS", 0)
    monkeypatch.setattr(os, "replace", as_on_windows)
    with pytest.raises(OSError, match="open in another program") as caught:
        replace_file(path, NEW, "output")
    assert caught.value.errno == errno.EBUSY
    assert path.read_bytes() == OLD
    assert [each.name for each in path.parent.iterdir()] == ["out.docx"]


def test_where_files_have_no_owners_and_folders_cannot_be_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def no_folders(file: Path, flags: int, mode: int = 0o777) -> int:
        if Path(file).is_dir():
            raise PermissionError(13, "a folder")
        return real(file, flags, mode)

    monkeypatch.delattr(os, "fchown")
    monkeypatch.setattr(os, "open", no_folders)
    replace_file(path, NEW, "output")
    assert path.read_bytes() == NEW


@pytest.mark.skipif(os.name == "nt", reason="of macOS, played on a system like it")
@pytest.mark.parametrize("drive_obeys", [True, False])
def test_the_drive_itself_is_asked_to_keep_the_data(
    path: Path, monkeypatch: pytest.MonkeyPatch, *, drive_obeys: bool
) -> None:
    import fcntl

    asked: list[int] = []

    def flush(descriptor: int, command: int) -> int:
        asked.append(command)
        if not drive_obeys:
            raise OSError(25, "not supported")
        return 0

    monkeypatch.setattr("kehoach_cli.storage.atomic_write.sys.platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", flush)
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    replace_file(path, NEW, "output")
    assert asked == [51]
    assert len(synced) == (1 if drive_obeys else 2)  # the folder, and before it the file
    assert path.read_bytes() == NEW
