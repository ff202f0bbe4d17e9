"""Several formats at once, each to its file, and what becomes of files that cannot be written."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.findings.conftest import Checked
from tests.conftest import Kehoach, Result
from tests.support.plans import write_plan

SUMMARY = "Đã kiểm tra 4 tệp: 2 lỗi, 2 cảnh báo, 1 lưu ý"


def refused(result: Result) -> str:
    assert (result.code, result.out) == (2, "")
    return result.err


def test_several_formats_are_written_by_one_run(checked: Checked, tmp_path: Path) -> None:
    names = ("sarif", "junit", "gitlab", "github", "json", "md", "text")
    options = [option for name in names for option in ("--output", f"{name}:{name}.out")]
    assert SUMMARY in checked("text", *options)
    for name in names:
        assert (tmp_path / f"{name}.out").read_text(encoding="utf-8") == checked(name)


def test_a_file_without_a_format_takes_what_would_have_been_printed(checked: Checked, tmp_path: Path) -> None:
    assert checked("json", "--output", "kiem-tra.json") == ""
    assert json.loads((tmp_path / "kiem-tra.json").read_text(encoding="utf-8"))["summary"]["errors"] == 2


def test_a_colon_may_stand_in_a_files_name(checked: Checked, tmp_path: Path) -> None:
    assert checked("text", "-o", "lan:1.txt") == ""
    assert SUMMARY in (tmp_path / "lan:1.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--output", "sarif:"), "--output: «sarif:» thiếu tên tệp"),
        (("--output", "sarif:a", "--output", "md:a"), "--output: tệp a được ghi hai lần"),
        (("--output", "khong-co/a"), "không ghi được tệp khong-co/a (thư mục không có)"),
        (("--output", "."), "thiếu tên tệp"),
        (("--output", "data"), "không ghi được tệp data (đó là một thư mục)"),
        (("--output", "json:" + "a" * 300), "(tên quá dài)"),
        (("--format", "xml"), "--format"),
        (("--fail-on", "info"), "--fail-on"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_printed(
    kehoach: Kehoach, small_plan: Path, options: tuple[str, ...], said: str
) -> None:
    before = sorted(small_plan.rglob("*"))
    assert said in refused(kehoach("validate", *options))
    assert sorted(small_plan.rglob("*")) == before


def test_a_file_that_was_there_keeps_its_mode_and_is_replaced_whole(kehoach: Kehoach, small_plan: Path) -> None:
    out = small_plan / "kiem-tra.txt"
    out.write_text("cũ", encoding="utf-8")
    out.chmod(0o640)
    kehoach("validate", "--output", str(out))
    assert out.read_text(encoding="utf-8") == "Đã kiểm tra 4 tệp: không có lỗi\n"
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


def test_a_disk_that_is_full_leaves_the_old_file(
    kehoach: Kehoach, small_plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    out = small_plan / "kiem-tra.txt"
    out.write_text("cũ", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", full)
    assert "(hết chỗ trên ổ đĩa)" in refused(kehoach("validate", "--output", str(out)))
    assert out.read_text(encoding="utf-8") == "cũ"
    assert [path.name for path in small_plan.iterdir() if path.name.startswith(".")] == []


def test_a_pipe_is_written_to(kehoach: Kehoach, tmp_path: Path) -> None:
    plan = write_plan(tmp_path / "plan")
    result = kehoach("validate", str(plan), "--output", "json:/dev/null")
    assert (result.code, result.out) == (0, "Đã kiểm tra 4 tệp: không có lỗi\n")
