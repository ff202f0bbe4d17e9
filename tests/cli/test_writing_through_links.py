"""Nothing is written through a link that a change can have brought, by whatever command; the user's own links serve."""

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.storage.atomic_write import make_folder, replace_file
from kehoach_cli.storage.links import is_link, refuse_links
from kehoach_cli.storage.locking import LOCK_NAME
from kehoach_cli.storage.output_file import write_file
from tests.conftest import Kehoach
from tests.support.plans import write_plan

RECORD = ("record", "CQS-01", "30", "--date", "2023-07-01", "--source", "CV 1", "--yes")
INIT = ("--number", "1/QĐ", "--date", "2023-06-26", "--issuer", "UBND", "--year", "2023")


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def elsewhere(small_plan: Path) -> Path:
    """A folder beside the plan's, which links in the plan's lead to. It holds a plan and somebody's file."""
    folder = write_plan(small_plan.parent / "elsewhere")
    (folder / "file").write_bytes(b"somebody's")
    return folder


@pytest.mark.parametrize(
    ("link", "target", "arguments"),
    [
        ("tom-tat.md", "file", ("validate", "-o", "md:tom-tat.md")),
        ("tom-tat.md", "new", ("validate", "-o", "md:tom-tat.md")),
        ("tom-tat.md", "file", ("status", "--format", "md", "-o", "tom-tat.md")),
        ("out", "", ("status", "-o", "out/x.txt")),
        ("out", "", ("status", "-o", "out/../x.txt")),
        ("out", "", ("status", "-o", "out/data/x.txt")),
        ("bc.docx", "file", ("report", "--period", "2023-Q3", "-o", "bc.docx")),
        ("bc.docx", "new", ("report", "--period", "2023-Q3", "-o", "bc.docx")),
        ("bao-cao-2023-Q3.docx", "new", ("report", "--period", "2023-Q3")),
        ("out", "", ("report", "--period", "2023-Q3", "-o", "out/bc.docx")),
        ("thu", "", ("remind", "--as-of", "2023-11-01", "-o", "thu")),
        ("thu", "", ("remind", "--as-of", "2023-11-01", "-o", "thu/moi")),
        ("thu", "", ("form", "--as-of", "2023-09-20", "-o", "thu")),
        ("data/schema", "", ("schema",)),
        ("out", "", ("schema", "-o", "out")),
        ("out", "", ("schema", "-o", "out/schema")),
        ("data/narrative", "", ("narrative", "2023-Q3")),
        ("data/narrative/2023-Q3.yaml", "new", ("narrative", "2023-Q3")),
        ("out", "", ("template", "init", "-o", "out/mau.docx")),
        ("bao-cao-quy.docx", "new", ("template", "init")),
        ("out", "", ("init", "out", *INIT)),
        ("out", "", ("init", "out/moi", *INIT)),
        ("data", "data", RECORD),
        ("data/indicators.yaml", "data/indicators.yaml", RECORD),
        (f"data/{LOCK_NAME}", "file", RECORD),
        (f"data/{LOCK_NAME}", "new", RECORD),
    ],
)
def test_no_command_writes_through_a_committed_link(
    kehoach: Kehoach, small_plan: Path, elsewhere: Path, link: str, target: str, arguments: tuple[str, ...]
) -> None:
    if link == "data":
        (small_plan / "data").rename(small_plan / "old-data")
    if link == "data/indicators.yaml":
        (small_plan / link).unlink()
    if target == "" and arguments[0] == "init":
        target = "empty"
        (elsewhere / target).mkdir()
    (small_plan / link).parent.mkdir(exist_ok=True)
    (small_plan / link).symlink_to(elsewhere / target)
    before, beside = everything_in(elsewhere), {path for path in small_plan.rglob("*") if not path.is_symlink()}
    result = kehoach(*arguments)
    assert result.code == 2, result.out
    assert "liên kết" in result.err or "Đã có" in result.err or "đã có" in result.err
    assert Path(link).name in result.err
    assert everything_in(elsewhere) == before
    kept = {path for path in small_plan.rglob("*") if not path.is_symlink()}
    assert {path.name for path in kept - beside} <= {LOCK_NAME}


def test_the_sentence_names_the_link_and_the_way_out(kehoach: Kehoach, elsewhere: Path) -> None:
    Path("out").symlink_to(elsewhere)
    assert kehoach("status", "-o", "out/x.md").err == (
        "kehoach: --output: không ghi được tệp out/x.md (out là liên kết, kehoach không ghi qua liên kết); "
        "chọn tệp hoặc thư mục khác\n"
    )
    assert kehoach("remind", "-o", "out", "--as-of", "2023-11-01").err == (
        "kehoach: -o: không tạo được thư mục out: out là liên kết, kehoach không ghi qua liên kết; "
        f"thay liên kết bằng tệp, thư mục thật, hoặc chỉ thẳng tới {Path('out').resolve()}\n"
    )


@pytest.mark.parametrize("mark", [".git", "data/plan.yaml", "plan.yaml"])
def test_a_checkout_and_a_plan_are_work_folders_wherever_the_user_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    work, here = tmp_path / "work", tmp_path / "here"
    for folder in (work / "a", here, tmp_path / "elsewhere"):
        folder.mkdir(parents=True)
    monkeypatch.chdir(here)
    (work / "a" / "out").symlink_to(tmp_path / "elsewhere")
    written = work / "a" / "out" / "x.md"
    write_file(written, "của người dùng\n".encode())  # nothing says that this link is not the user's own
    written.unlink()
    (work / mark).parent.mkdir(exist_ok=True)
    (work / mark).write_text("", encoding="utf-8")
    with pytest.raises(UsageProblem, match="a/out là liên kết"):
        write_file(written, b"x\n")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_links_above_the_work_are_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home on another disk, and the current folder reached through it."""
    real = write_plan(tmp_path / "disk" / "plan")
    (real / ".git").mkdir()
    (tmp_path / "home").symlink_to(tmp_path / "disk")
    monkeypatch.chdir(tmp_path / "home" / "plan")
    write_file(Path("a.md"), b"a\n")
    write_file(tmp_path / "home" / "plan" / "b.md", b"b\n")
    make_folder(tmp_path / "home" / "plan" / "out")
    assert {path.name for path in real.iterdir()} == {"a.md", "b.md", "out", "data", ".git"}


def test_who_stands_in_the_top_folder_has_no_work_folder_of_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    monkeypatch.chdir(tmp_path.anchor)
    write_file(tmp_path / "link" / "x.md", b"x\n")
    assert (tmp_path / "real" / "x.md").exists()


def test_a_file_that_is_a_link_is_refused_even_where_links_are_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "x.md").symlink_to("real.md")
    with pytest.raises(UsageProblem, match=r"x\.md là liên kết"):
        write_file(tmp_path / "x.md", b"x\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here", "x.md"]


def test_a_link_put_there_after_the_look_is_replaced_and_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    (tmp_path / "real.md").write_bytes(b"somebody's")
    replace_file(path, b"x", "output", lambda: path.symlink_to("real.md"))
    assert (path.is_symlink(), path.read_bytes(), (tmp_path / "real.md").read_bytes()) == (False, b"x", b"somebody's")


def test_a_junction_of_windows_is_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Python 3.11 shows one on Windows: a folder with the mark of a mount point."""

    class Folder:
        st_mode = stat.S_IFDIR | 0o777

        def __init__(self, tag: int) -> None:
            self.st_reparse_tag = tag

    tags = {"junction": 0xA0000003, "onedrive": 0x9000001A, "folder": 0}
    monkeypatch.setattr(os, "lstat", lambda path: Folder(tags[Path(path).name]))
    assert [name for name in tags if is_link(tmp_path / name)] == ["junction"]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="Windows has no such files")
@pytest.mark.parametrize("folder", ["plan", "/"])
def test_devices_and_pipes_are_written_to(tmp_path: Path, folder: str) -> None:
    plan = write_plan(tmp_path / "plan")
    arguments = [sys.executable, "-m", "kehoach_cli", "validate", str(plan), "-o"]

    def run(target: str, **streams: Any) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run([*arguments, target], cwd=tmp_path / folder, check=True, **streams)

    said = "Đã kiểm tra 4 tệp: không có lỗi\n".encode()
    assert run("/dev/stdout", stdout=subprocess.PIPE).stdout == said
    assert run("text:/dev/stdout", stdout=subprocess.PIPE).stdout == said + said
    assert run("/dev/stderr", stderr=subprocess.PIPE).stderr == said
    assert run("/dev/null", capture_output=True).stdout == b""
    with (tmp_path / "out.txt").open("wb") as out:  # the link leads to a regular file
        run("text:/dev/stdout", stdout=out)
    assert (tmp_path / "out.txt").read_bytes() == said + said
    reading, writing = os.pipe()
    run(f"/dev/fd/{writing}", pass_fds=[writing])
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read() == said


def test_a_committed_link_to_a_device_is_refused_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.md").symlink_to(os.devnull)
    with pytest.raises(OSError, match="a link"):
        refuse_links(Path("x.md"))
    with pytest.raises(UsageProblem, match=r"x\.md là liên kết"):
        write_file(Path("x.md"), b"x\n")
