"""`--commit`: what the commit says, and what is said where there is none."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from kehoach_cli.git import commit as git_commit
from kehoach_cli.git import process as git_process
from kehoach_cli.git.process import GitProblem
from tests.conftest import Kehoach
from tests.support.repositories import Repo, plan_repo

MEASURED = ("record", "CQS-01", "45,5", "--date", "30/9/2023", "--source", "CV 12/STTTT", "--commit")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    repo = plan_repo(tmp_path / "kho")
    monkeypatch.chdir(repo.folder)
    return repo


def indicators(repo: Repo) -> str:
    return (repo.folder / "data" / "indicators.yaml").read_text(encoding="utf-8")


def test_the_message_names_the_record_and_the_document(kehoach: Kehoach, repo: Repo) -> None:
    result = kehoach(*MEASURED)
    assert (result.code, result.err) == (0, "")
    commit = repo.git("rev-parse", "HEAD")
    assert result.out.endswith(f"Đã ghi data/indicators.yaml và lưu vào git ({commit[:10]}).\n")
    assert repo.git("log", "-1", "--format=%B") == "CQS-01: 45,5% ngày 30/9/2023 (CV 12/STTTT)\n"
    assert repo.git("status", "--short", "--untracked-files=no") == ""
    assert kehoach("validate", "--base", "HEAD^").code == 0
    assert "Người thử" in kehoach("log", "CQS-01").out


def test_many_at_once(kehoach: Kehoach, repo: Repo) -> None:
    rows = "id,value,date,source\nCQS-01,31,30/6/2023,CV 10\nCQS-01,45.5,30/9/2023,CV 12\n"
    (repo.folder / "so-lieu.csv").write_text(rows, encoding="utf-8")
    assert kehoach("record", "--from", "so-lieu.csv", "--commit").code == 0
    assert repo.git("log", "-1", "--format=%B") == (
        "Ghi 2 dòng: CQS-01\n\n- CQS-01: 31% ngày 30/6/2023 (CV 10)\n- CQS-01: 45,5% ngày 30/9/2023 (CV 12)\n"
    )
    assert repo.git("show", "--name-only", "--format=") == "data/indicators.yaml"


def test_nothing_is_written_where_it_could_not_be_committed(kehoach: Kehoach, repo: Repo) -> None:
    path = repo.folder / "data" / "indicators.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# của người khác\n", encoding="utf-8")
    before = path.read_bytes()
    result = kehoach(*MEASURED)
    assert result.code == 2
    assert result.err.startswith("kehoach: --commit: data/indicators.yaml có sửa đổi chưa lưu vào git")
    assert result.err.endswith(". Chưa ghi gì\n")
    assert path.read_bytes() == before


def test_a_lock_that_is_there_is_found_before_anything_is_written(kehoach: Kehoach, repo: Repo) -> None:
    lock = repo.folder / ".git" / "index.lock"
    lock.write_bytes(b"")
    before = indicators(repo)
    result = kehoach(*MEASURED)
    assert result.code == 2
    assert result.err == (
        "kehoach: --commit: Một lệnh git khác hoặc trình soạn thảo đang dùng kho này; đợi việc đó xong, hoặc nếu không "
        f"còn gì đang chạy thì xóa tệp khóa {lock}. Chưa ghi gì\n"
    )
    assert indicators(repo) == before
    lock.unlink()
    assert kehoach(*MEASURED).code == 0


def test_a_detached_head_is_refused_before_anything_is_written(kehoach: Kehoach, repo: Repo) -> None:
    repo.git("switch", "--quiet", "--detach")
    before = indicators(repo)
    result = kehoach(*MEASURED)
    assert result.code == 2
    assert result.err.startswith("kehoach: --commit: Kho git không đứng ở nhánh nào")
    assert result.err.endswith(". Chưa ghi gì\n")
    assert indicators(repo) == before


def test_a_branch_that_moved_though_git_complained_is_a_commit(kehoach: Kehoach, repo: Repo) -> None:
    """Git writes its log of HEAD last, and here it cannot."""
    log = repo.folder / ".git" / "logs" / "HEAD"
    log.unlink()
    (log / "cản").mkdir(parents=True)
    (log / "cản" / "đường").touch()
    result = kehoach(*MEASURED)
    assert (result.code, result.err) == (0, "")
    commit = repo.git("rev-parse", "HEAD")
    assert result.out.endswith(f"Đã ghi data/indicators.yaml và lưu vào git ({commit[:10]}).\n")
    assert repo.git("rev-list", "--count", "HEAD") == "2"
    assert repo.git("status", "--short", "--untracked-files=no") == ""


def failing_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Let the call of git with that number, and all after it, fail."""
    calls = iter(range(1, 1000))
    really = git_process.run_git

    def run(folder: Path, arguments: list[str], *rest: Any, **options: Any) -> bytes:
        if next(calls) >= step:
            raise GitProblem("Ổ đĩa giữ kho git hết chỗ")
        return really(folder, arguments, *rest, **options)

    monkeypatch.setattr(git_commit, "run_git", run)


@pytest.mark.slow
@pytest.mark.parametrize(("where", "name"), [("kho", "kho"), ("kho/data", "kho"), (".", "kế hoạch's")])
def test_whatever_step_fails_nothing_is_written_or_one_command_finishes_it(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, name: str
) -> None:
    """Git is let down at its first call, its second, and so on until nothing fails any more."""
    finished = 0
    for step in range(1, 100):
        repo = plan_repo(tmp_path / str(step) / name)
        monkeypatch.chdir(tmp_path / str(step) / where)
        monkeypatch.setenv("KEHOACH_PLAN", str(repo.folder))
        before = indicators(repo)
        with monkeypatch.context() as context:
            failing_at(context, step)
            result = kehoach(*MEASURED)
        if result.code == 0:
            break
        if indicators(repo) == before:
            assert result.err.startswith("kehoach: --commit: ")
            assert result.err.endswith(". Chưa ghi gì\n")
            assert repo.git("status", "--short", "--untracked-files=no") == ""
            continue
        assert repo.git("rev-list", "--count", "HEAD") == "1"
        again = kehoach(*MEASURED, "--yes")
        assert (again.code, "đã có đúng dòng ngày 30/9/2023" in again.err) == (2, True)
        said, command = result.err.splitlines()
        assert said.startswith("kehoach: Đã ghi ")
        assert said.endswith("Không ghi lại lần nữa; lưu nốt bằng lệnh:")
        subprocess.run(["sh", "-c", command], check=True, capture_output=True)
        assert repo.git("log", "-1", "--format=%an: %B") == "Người thử: CQS-01: 45,5% ngày 30/9/2023 (CV 12/STTTT)\n"
        assert repo.git("status", "--short", "--untracked-files=no") == ""
        assert indicators(repo).count("45.5") == 1
        finished += 1
    assert finished == 3, "the look at HEAD, the index and the branch are what is left after the file is replaced"
