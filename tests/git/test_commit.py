"""One commit of one file: what else is staged or changed stays as it is, and nothing of the repository's runs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach_cli.git.commit import CommittedFiles
from kehoach_cli.git.process import GitProblem
from tests.support.repositories import Repo, new_repo, plan_repo

INDICATORS = "data/indicators.yaml"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return plan_repo(tmp_path / "kho")


def commit_line(repo: Repo, line: bytes = b"# moi\n", message: str = "CQS-01: 45,5%\n") -> str:
    """Add a line to the indicators and commit that, as the program does."""
    path = repo.folder / INDICATORS
    old = path.read_bytes()
    file = CommittedFiles({path: old})
    prepared = file.prepare([old + line], message)
    path.write_bytes(old + line)
    file.put_on_branch(prepared)
    return prepared.commit


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
        CommittedFiles({path: path.read_bytes()})
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
    assert refused(repo) == (
        f"{INDICATORS} chưa có trong git; đưa vào trước bằng «git add -f :/{INDICATORS}» rồi "
        f'«git commit -m "Sửa kế hoạch" -- :/{INDICATORS}»'
    )


def test_no_branch_is_checked_out(repo: Repo) -> None:
    """A commit there would be lost at the next checkout."""
    repo.git("switch", "--quiet", "--detach")
    assert refused(repo).startswith("Kho git không đứng ở nhánh nào")
    assert "git switch -c TÊN-NHÁNH" in refused(repo)


def disagreeing(repo: Repo) -> str:
    """Two more commits on `main`, and two on a branch that change the same file otherwise. The branch's first."""
    note = repo.folder / "a.txt"
    repo.git("checkout", "--quiet", "-b", "nhánh")
    for text in ("một", "hai"):
        note.write_text(text, encoding="utf-8")
        repo.commit()
    repo.git("checkout", "--quiet", "main")
    for text in ("ba", "bốn"):
        note.write_text(text, encoding="utf-8")
        repo.commit()
    return repo.git("rev-parse", "nhánh^")


def merge(repo: Repo) -> None:
    disagreeing(repo)
    repo.git("merge", "--quiet", "nhánh", check=False)


def rebase(repo: Repo) -> None:
    disagreeing(repo)
    repo.git("rebase", "--quiet", "nhánh", check=False)


def rebase_by_patches(repo: Repo) -> None:
    disagreeing(repo)
    repo.git("rebase", "--quiet", "--apply", "nhánh", check=False)


def patches(repo: Repo) -> None:
    first = disagreeing(repo)
    repo.git("am", "--quiet", stdin=repo.git("format-patch", "--stdout", f"{first}^..nhánh").encode(), check=False)


def cherry_pick(repo: Repo) -> None:
    repo.git("cherry-pick", disagreeing(repo), check=False)


def cherry_pick_of_several(repo: Repo) -> None:
    """Stopped between two: the first was settled and committed by hand."""
    repo.git("cherry-pick", f"{disagreeing(repo)}^..nhánh", check=False)
    repo.commit()


def revert(repo: Repo) -> None:
    disagreeing(repo)
    repo.git("revert", "--no-edit", "HEAD^", check=False)


def bisect(repo: Repo) -> None:
    disagreeing(repo)
    repo.git("bisect", "start", "HEAD", "HEAD~2")


def bisect_that_checks_nothing_out(repo: Repo) -> None:
    disagreeing(repo)
    repo.git("bisect", "start", "--no-checkout", "HEAD", "HEAD~2")


@pytest.mark.parametrize(
    ("begin", "said"),
    [
        (merge, ("gộp nhánh (merge)", "«git merge --continue»", "«git merge --abort»")),
        (rebase, ("(rebase)", "«git rebase --continue»", "«git rebase --abort»")),
        (rebase_by_patches, ("(rebase)", "«git rebase --continue»", "«git rebase --abort»")),
        (patches, ("(am)", "«git am --continue»", "«git am --abort»")),
        (cherry_pick, ("(cherry-pick)", "«git cherry-pick --continue»", "«git cherry-pick --abort»")),
        (cherry_pick_of_several, ("(cherry-pick, revert)", "«git status»")),
        (revert, ("(revert)", "«git revert --continue»", "«git revert --abort»")),
        (bisect, ("(bisect)", "«git bisect reset»")),
        (bisect_that_checks_nothing_out, ("(bisect)", "«git bisect reset»")),
    ],
)
def test_git_is_in_the_middle_of_something(
    repo: Repo, tmp_path: Path, begin: Callable[[Repo], None], said: tuple[str, ...]
) -> None:
    """In a work tree of its own: the main one, which is in the middle of nothing, is not kept from committing."""
    repo.git("worktree", "add", "--quiet", "-b", "khác", str(tmp_path / "khác"))
    begin(repo)
    message = refused(repo)
    assert message.startswith("Kho git đang ")
    assert all(piece in message for piece in (*said, "dở dang"))
    other = Repo(tmp_path / "khác")
    commit = commit_line(other)
    assert repo.git("rev-parse", "khác") == commit


def test_a_linked_work_tree_in_the_middle_of_something(repo: Repo, tmp_path: Path) -> None:
    """Its marks lie elsewhere than those of the main one."""
    repo.git("worktree", "add", "--quiet", "-b", "khác", str(tmp_path / "khác"))
    other = Repo(tmp_path / "khác")
    (repo.folder / "a.txt").write_text("một", encoding="utf-8")
    repo.commit()
    (other.folder / "a.txt").write_text("hai", encoding="utf-8")
    other.commit()
    other.git("rebase", "--quiet", "main", check=False)
    assert "«git rebase --continue»" in refused(other)
    commit_line(repo)


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


def test_a_branch_without_commits(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "--orphan", "mới")
    assert refused(repo).startswith("Nhánh «mới» chưa có lần lưu (commit) nào")


def test_somebody_else_commits_meanwhile(repo: Repo) -> None:
    """The branch moves only from where it was: the other commit is not lost, and the file is not replaced."""
    path = repo.folder / INDICATORS
    old = path.read_bytes()
    file = CommittedFiles({path: old})
    (repo.folder / "a.txt").write_text("a", encoding="utf-8")
    other = repo.commit("Khác")
    with pytest.raises(GitProblem, match="vừa có lần lưu"):
        file.prepare([old + b"# moi\n"], "CQS-01")
    assert repo.git("rev-parse", "HEAD") == other


def test_somebody_goes_to_another_branch_meanwhile(repo: Repo) -> None:
    path = repo.folder / INDICATORS
    old = path.read_bytes()
    file = CommittedFiles({path: old})
    prepared = file.prepare([old + b"# moi\n"], "CQS-01")
    before = repo.git("rev-parse", "HEAD")
    for switch in (("--create", "khác"), ("--detach",)):
        repo.git("switch", "--quiet", *switch)
        with pytest.raises(GitProblem, match="vừa được chuyển sang nhánh khác"):
            file.put_on_branch(prepared)
        assert repo.git("rev-parse", "HEAD", "main") == f"{before}\n{before}"


@pytest.mark.parametrize("lock", ["index.lock", "HEAD.lock", "refs/heads/main.lock"])
def test_a_lock_is_there(repo: Repo, lock: str) -> None:
    """It is found before there is anything to undo."""
    path = repo.folder / INDICATORS
    old = path.read_bytes()
    file = CommittedFiles({path: old})
    (repo.folder / ".git" / lock).write_bytes(b"")
    with pytest.raises(GitProblem, match=rf"đang dùng kho này.* xóa tệp khóa .*/{lock}$"):
        file.prepare([old + b"# moi\n"], "CQS-01")
    assert "moi" not in repo.git("show", "main:" + INDICATORS)
    (repo.folder / ".git" / lock).unlink()
    assert repo.git("status", "--short") == ""


def test_a_lock_is_seen_before_a_new_file_is_written(tmp_path: Path) -> None:
    """Nothing of a new file can be tried on the index, so the lock is looked for."""
    repo = plan_repo(tmp_path / "kho")
    path = repo.folder / "data" / "answers" / "SYT.yaml"
    path.parent.mkdir()
    files = CommittedFiles({path: None})
    lock = repo.folder / ".git" / "index.lock"
    lock.touch()
    with pytest.raises(GitProblem, match=r"xóa tệp khóa .*index\.lock"):
        files.prepare([b"answers: []\n"], "SYT")
    lock.unlink()
    assert files.prepare([b"answers: []\n"], "SYT").contents
