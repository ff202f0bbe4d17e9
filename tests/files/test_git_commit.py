"""One commit of one file: what else is staged or changed stays as it is, and nothing of the repository's runs."""

from pathlib import Path

import pytest

from kehoach_cli.files.git_commit import CommittedFile
from kehoach_cli.files.git_process import GitProblem
from tests.support.repositories import Repo, new_repo, plan_repo

INDICATORS = "data/indicators.yaml"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return plan_repo(tmp_path / "kho")


def commit_line(repo: Repo, line: bytes = b"# moi\n", message: str = "CQS-01: 45,5%\n") -> str:
    """Add a line to the indicators and commit that, as the program does."""
    path = repo.folder / INDICATORS
    old = path.read_bytes()
    file = CommittedFile(path, old)
    path.write_bytes(old + line)
    return file.commit(old + line, message)


def test_the_commit_holds_the_file_and_nothing_else(repo: Repo) -> None:
    (repo.folder / "data" / "tasks.yaml").write_text("[]\n", encoding="utf-8")
    (repo.folder / "thư.txt").write_text("nháp", encoding="utf-8")
    repo.git("add", "data/tasks.yaml", "thư.txt")
    before = repo.git("rev-parse", "HEAD")
    commit = commit_line(repo)
    assert repo.git("rev-parse", "HEAD") == commit
    assert repo.git("rev-parse", "HEAD^") == before
    assert repo.git("show", "--name-only", "--format=%s|%an", commit) == f"CQS-01: 45,5%|Người thử\n\n{INDICATORS}"
    assert repo.git("-c", "core.quotePath=false", "status", "--short") == "M  data/tasks.yaml\nA  thư.txt"
    assert repo.git("fsck", "--strict") == ""
    assert "commit: kehoach" in repo.git("reflog", "-1")


def test_on_the_branch_that_is_checked_out(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "quy-3")
    commit = commit_line(repo)
    assert repo.git("rev-parse", "quy-3") == commit
    assert repo.git("rev-parse", "main") != commit


def test_line_ends_that_git_changes_on_the_way(repo: Repo) -> None:
    """As on Windows: line feeds in git, CRLF on disk."""
    path = repo.folder / INDICATORS
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    commit_line(repo, b"# moi\r\n")
    assert repo.git("show", f"HEAD:{INDICATORS}").endswith("\n# moi")
    assert "\r" not in repo.git("show", f"HEAD:{INDICATORS}")
    assert path.read_bytes().endswith(b"\r\n# moi\r\n")


def test_nothing_of_the_repository_runs(repo: Repo, tmp_path: Path) -> None:
    trace = tmp_path / "dấu"
    script = f"#!/bin/sh\ntouch '{trace}'\nexit 1\n"
    for hook in ("pre-commit", "commit-msg", "post-commit", "reference-transaction", "post-index-change"):
        (repo.folder / ".git" / "hooks" / hook).write_text(script, encoding="utf-8")
        (repo.folder / ".git" / "hooks" / hook).chmod(0o755)
    program = tmp_path / "chạy"
    program.write_text(script, encoding="utf-8")
    program.chmod(0o755)
    (repo.folder / ".git" / "info" / "attributes").write_text("*.yaml filter=evil\n", encoding="utf-8")
    for key in ("filter.evil.clean", "gpg.program", "core.editor", "core.fsmonitor", "sequence.editor"):
        repo.git("config", key, str(program))
    repo.git("config", "commit.gpgSign", "true")
    trace.unlink(missing_ok=True)
    commit = commit_line(repo)
    assert not trace.exists()
    repo.git("config", "core.hooksPath", "/dev/null")
    assert repo.git("-c", "filter.evil.clean=cat", "rev-parse", "HEAD") == commit


def test_who_commits_may_come_from_the_environment(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Văn thư")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "vanthu@example.invalid")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    commit = commit_line(repo)
    assert repo.git("show", "--no-patch", "--format=%an <%ae>", commit) == "Văn thư <vanthu@example.invalid>"


def refused(repo: Repo) -> str:
    """Why the file is not committed; it is not touched either."""
    path = repo.folder / INDICATORS
    with pytest.raises(GitProblem) as caught:
        CommittedFile(path, path.read_bytes())
    return str(caught.value)


def test_changes_that_are_not_in_git(repo: Repo) -> None:
    path = repo.folder / INDICATORS
    path.write_bytes(path.read_bytes() + b"# cua nguoi khac\n")
    assert refused(repo).startswith(f"{INDICATORS} có sửa đổi chưa lưu vào git")
    repo.git("add", INDICATORS)
    assert refused(repo).startswith(f"{INDICATORS} có sửa đổi chưa lưu vào git")


def test_changes_that_are_staged_and_taken_back_on_disk(repo: Repo) -> None:
    path = repo.folder / INDICATORS
    old = path.read_bytes()
    path.write_bytes(old + b"# cua nguoi khac\n")
    repo.git("add", INDICATORS)
    path.write_bytes(old)
    assert refused(repo).startswith(f"{INDICATORS} có sửa đổi chưa lưu vào git")


def test_a_file_that_git_does_not_know(repo: Repo) -> None:
    repo.git("rm", "--quiet", "--cached", INDICATORS)
    repo.commit()
    repo.git("rm", "--quiet", "--cached", INDICATORS)
    repo.git("commit", "--quiet", "--message", "Bỏ")
    assert refused(repo).startswith(f"{INDICATORS} chưa có trong git")


def test_a_merge_under_way(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "nhánh")
    (repo.folder / "a.txt").write_text("a", encoding="utf-8")
    repo.commit()
    repo.git("checkout", "--quiet", "main")
    (repo.folder / "b.txt").write_text("b", encoding="utf-8")
    repo.commit()
    repo.git("merge", "--quiet", "--no-commit", "--no-ff", "nhánh")
    assert refused(repo).startswith("Kho git đang gộp nhánh dở")


def test_a_repository_without_commits(tmp_path: Path) -> None:
    repo = new_repo(tmp_path / "kho")
    (repo.folder / "data").mkdir()
    (repo.folder / INDICATORS).write_text("[]\n", encoding="utf-8")
    assert refused(repo).startswith("Kho git chưa có lần lưu (commit) nào")


def test_nobody_knows_who_commits(repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    repo.git("config", "--unset", "user.name")
    repo.git("config", "--unset", "user.email")
    repo.git("config", "user.useConfigOnly", "true")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert refused(repo).startswith("Git chưa biết ai đang ghi")


def test_somebody_else_commits_meanwhile(repo: Repo) -> None:
    """HEAD moves only from where it was: the other commit is not lost."""
    path = repo.folder / INDICATORS
    old = path.read_bytes()
    file = CommittedFile(path, old)
    (repo.folder / "a.txt").write_text("a", encoding="utf-8")
    other = repo.commit("Khác")
    with pytest.raises(GitProblem):
        file.commit(old + b"# moi\n", "CQS-01")
    assert repo.git("rev-parse", "HEAD") == other


def test_the_index_is_locked(repo: Repo) -> None:
    (repo.folder / ".git" / "index.lock").write_bytes(b"")
    before = repo.git("rev-parse", "HEAD")
    with pytest.raises(GitProblem, match="Một lệnh git khác đang dùng kho này"):
        commit_line(repo)
    assert repo.git("rev-parse", "HEAD") == before
