"""A plan that was read once is remembered, for as long as its files are byte for byte the same, and never more."""

import os
import pickle
import sys
from pathlib import Path

import pytest

from kehoach_cli.diagnostics import COLLECTIONS
from kehoach_cli.files import cache
from kehoach_cli.files.folder import PlanFolder, plan_folder
from kehoach_cli.files.loading import load_plan
from kehoach_cli.plan.model import Plan
from tests.conftest import Kehoach
from tests.support.plans import TASKS, write_plan


@pytest.fixture
def folder(tmp_path: Path) -> PlanFolder:
    found = plan_folder(write_plan(tmp_path / "plan"))
    assert found
    return found


def kept(folder: PlanFolder) -> Plan:
    """The plan in the folder, read and put into the cache."""
    plan = load_plan(folder).plan
    assert plan
    cache.keep(folder, {name: folder.file(name).read_bytes() for name in COLLECTIONS}, plan)
    return plan


def entry(tmp_path: Path) -> Path:
    [path] = (tmp_path / "cache" / "kehoach").iterdir()
    return path


def test_an_unchanged_plan_is_recalled_whole(folder: PlanFolder) -> None:
    assert cache.recall(folder) is None
    plan = kept(folder)
    assert cache.recall(folder) == plan


@pytest.mark.parametrize("name", COLLECTIONS)
def test_one_byte_more_in_any_file_and_it_is_read_anew(folder: PlanFolder, name: str) -> None:
    kept(folder)
    file = folder.data / f"{name}.yaml"
    before = file.stat()
    file.write_bytes(file.read_bytes() + b"\n")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))  # the clock is not what decides
    assert cache.recall(folder) is None


def test_a_file_that_is_gone_is_not_answered_from_memory(folder: PlanFolder) -> None:
    kept(folder)
    folder.file("tasks").unlink()
    assert cache.recall(folder) is None


def test_another_version_reads_anew(folder: PlanFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(folder)
    monkeypatch.setattr(cache, "__version__", "99")
    assert cache.recall(folder) is None


def test_a_plan_moved_elsewhere_reads_anew(folder: PlanFolder, tmp_path: Path) -> None:
    kept(folder)
    moved = tmp_path / "noi-khac"
    folder.root.rename(moved)
    assert cache.recall(PlanFolder(moved, moved / "data")) is None


class Planted:
    """What a stranger would like to have run."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("echo hacked",)


@pytest.mark.parametrize("content", [b"", b"rubbish", pickle.dumps(Planted()), pickle.dumps(("a", "b", {}, os.sep))])
def test_an_entry_that_is_no_entry_is_passed_over(
    folder: PlanFolder, tmp_path: Path, capfd: pytest.CaptureFixture[str], content: bytes
) -> None:
    kept(folder)
    entry(tmp_path).write_bytes(content)
    assert cache.recall(folder) is None
    assert capfd.readouterr().out == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps others out of the folder itself")
def test_an_entry_of_another_user_is_passed_over(folder: PlanFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(folder)
    monkeypatch.setattr(os, "getuid", lambda: 4711)
    assert cache.recall(folder) is None


def test_the_cache_is_the_users_own(folder: PlanFolder, tmp_path: Path) -> None:
    kept(folder)
    assert entry(tmp_path).parent.stat().st_mode & 0o077 == 0


def test_it_is_kept_where_the_system_keeps_such_things(monkeypatch: pytest.MonkeyPatch) -> None:
    home = Path.home()
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(sys, "platform", "linux")
    assert cache._cache_folder() == home / ".cache" / "kehoach"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache._cache_folder() == home / "Library" / "Caches" / "kehoach"


def test_only_so_many_plans_are_remembered(folder: PlanFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_ENTRIES", 3)
    for number in range(5):
        later = plan_folder(write_plan(tmp_path / f"{number}"))
        assert later
        kept(later)
        assert cache.recall(later) is not None
    assert len(list((tmp_path / "cache" / "kehoach").iterdir())) == 3


def test_a_plan_too_large_to_be_worth_it_is_not_kept(
    folder: PlanFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 10)
    kept(folder)
    assert not (tmp_path / "cache").exists()


def test_a_place_that_takes_nothing_is_no_reason_to_fail(
    kehoach: Kehoach, small_plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "tep"))
    assert kehoach("gaps").code == 0


def test_a_user_without_a_home_is_no_reason_to_fail(
    kehoach: Kehoach, small_plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    assert kehoach("gaps").code == 0


def test_a_disk_that_fills_up_midway_leaves_no_part_behind(
    folder: PlanFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pickle, "dump", full)
    kept(folder)
    assert list((tmp_path / "cache" / "kehoach").iterdir()) == []


def test_what_a_command_shows_is_never_stale(kehoach: Kehoach, small_plan: Path) -> None:
    """The second answer comes from the cache, the third from the file that was changed in between."""
    assert "Ban hành kế hoạch dữ liệu mở" in kehoach("show", "NV-CQS-01").out
    assert "Ban hành kế hoạch dữ liệu mở" in kehoach("show", "NV-CQS-01").out
    write_plan(small_plan, tasks=TASKS.replace("dữ liệu mở", "dữ liệu số"))
    assert "Ban hành kế hoạch dữ liệu số" in kehoach("show", "NV-CQS-01").out


def test_a_plan_with_faults_is_never_remembered(kehoach: Kehoach, small_plan: Path, tmp_path: Path) -> None:
    write_plan(small_plan, tasks=TASKS.replace("due: Quý III/2023", "due: Quý V/2023"))
    assert kehoach("gaps").code == 2
    assert not (tmp_path / "cache").exists()
