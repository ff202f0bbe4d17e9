"""Results in files: whole or not at all, and a reason where that cannot be."""

import errno
import os
import stat
from pathlib import Path

import pytest

from kehoach_cli.cli import app, exits
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.storage.output_file import write_file
from kehoach_cli.storage.write_faults import WriteFault
from tests.conftest import Kehoach


def test_a_result_takes_the_place_of_the_file_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    write_file(path, "một\n".encode())
    path.chmod(0o600)
    write_file(path, b"hai\n")
    assert path.read_text(encoding="utf-8") == "hai\n"
    assert [each.name for each in tmp_path.iterdir()] == ["out.md"]
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="Windows has no such file")
def test_what_is_no_regular_file_is_written_to() -> None:
    write_file(Path(os.devnull), "một\n".encode())
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "đó là một thư mục"),
        ("none/out.md", "thư mục không có"),
        ("x" * 300, "tên quá dài"),
        ("a\0b", "hệ điều hành từ chối"),
    ],
)
def test_where_nothing_can_be_written(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        write_file(tmp_path / name, "một\n".encode(), "--report-file")
    assert str(caught.value) == (
        f"--report-file: không ghi được tệp {tmp_path / name} ({reason}); chọn tệp hoặc thư mục khác"
    )


@pytest.mark.parametrize("arguments", [("narrative", "2023-Q3"), ("template", "init", "bao-cao-quy"), ("schema",)])
def test_on_a_full_disk_no_command_leaves_half_a_file(
    small_plan: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = {path for path in small_plan.rglob("*") if path.is_file()}
    monkeypatch.setattr(os, "fsync", full)
    result = kehoach(*arguments)
    assert result.code == exits.USAGE
    assert "hết chỗ trên ổ đĩa" in result.err
    assert {path for path in small_plan.rglob("*") if path.is_file()} == before


def test_a_plan_file_that_could_not_be_written_ends_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def command(_: object) -> object:
        raise WriteFault("data/tasks.yaml", "Không ghi được (hết chỗ trên ổ đĩa), tệp vẫn như cũ", "Xóa bớt tệp")

    monkeypatch.setattr(app, "get_command", command)
    assert app.run(["record"]) == exits.USAGE
    assert capsys.readouterr().err == (
        "kehoach: data/tasks.yaml: Không ghi được (hết chỗ trên ổ đĩa), tệp vẫn như cũ. Xóa bớt tệp\n"
    )
