"""Hostile repositories: nothing of theirs runs, nothing they say is believed, and every refusal names a way out.

Each way a repository can start a program is set to a tripwire: a script that leaves a file behind.
"""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from kehoach_cli.git import process as git_process
from kehoach_cli.git.process import GitProblem, run_git
from kehoach_cli.git.repository import Repository
from kehoach_cli.loading.history.earlier import load_earlier_plan
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.yaml.text import MAX_BYTES
from tests.support.plans import INDICATORS, write_plan
from tests.support.repositories import Repo, clone, new_repo, plan_repo
from tests.support.tools import missing

HOOKS = ("post-checkout", "post-index-change", "pre-auto-gc", "reference-transaction", "fsmonitor-watchman")
COMMANDS = ("rev-parse", "merge-base", "ls-tree", "cat-file")
SETTINGS = (
    "core.fsmonitor",
    "core.pager",
    "core.editor",
    "core.askPass",
    "core.sshCommand",
    "core.gitProxy",
    "core.alternateRefsCommand",
    "credential.helper",
    "diff.external",
    "diff.mau.textconv",
    "diff.mau.command",
    "filter.mau.clean",
    "filter.mau.smudge",
    "filter.mau.process",
    "merge.mau.driver",
    "gpg.program",
    "interactive.diffFilter",
    "sequence.editor",
    "uploadpack.packObjectsHook",
)


class Tripwire:
    """A program that leaves a trace when it is run."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.trace, self.program = folder / "da-chay", folder / "bay.sh"
        self.program.write_text(f"#!/bin/sh\n: > {self.trace}\nexit 1\n", encoding="utf-8")
        self.program.chmod(self.program.stat().st_mode | stat.S_IXUSR)

    def touched(self) -> bool:
        """Whether it was run since the last time this was asked."""
        ran = self.trace.exists()
        self.trace.unlink(missing_ok=True)
        return ran


@pytest.fixture
def tripwire(tmp_path: Path) -> Tripwire:
    return Tripwire(tmp_path / "bay")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A plan with two commits, the first of which another name than the second."""
    repo = plan_repo(tmp_path / "kho")
    write_plan(repo.folder, indicators=INDICATORS.replace("Tỷ lệ hồ sơ trực tuyến", "Tên mới"))
    repo.commit()
    return repo


def folder_of(repo: Repo) -> PlanFolder:
    return PlanFolder(repo.folder, repo.folder / "data")


def earlier_name(repo: Repo) -> str:
    """What the gateway finds the indicator to be called one commit ago, by every command that it uses."""
    loaded = load_earlier_plan(folder_of(repo), "main~1").loaded
    assert loaded.plan is not None
    return loaded.plan.indicators[0].name


def refused(repo: Repo, revision: str = "main~1") -> str:
    with pytest.raises(GitProblem) as caught:
        load_earlier_plan(folder_of(repo), revision)
    return str(caught.value)


def test_settings_aliases_and_hooks_start_nothing(repo: Repo, tripwire: Tripwire) -> None:
    for setting in SETTINGS:
        repo.git("config", setting, str(tripwire.program))
    for command in COMMANDS:
        repo.git("config", f"alias.{command}", f"!{tripwire.program}")
        repo.git("config", f"pager.{command}", str(tripwire.program))
    (repo.folder / ".gitattributes").write_text("*.yaml diff=mau filter=mau merge=mau\n", encoding="utf-8")
    hooks = repo.folder / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in HOOKS:
        (hooks / name).symlink_to(tripwire.program)
    repo.git("status", check=False)
    assert tripwire.touched(), "the tripwire has to work for the test to mean anything"
    assert earlier_name(repo) == "Tỷ lệ hồ sơ trực tuyến"
    assert not tripwire.touched()


def test_missing_objects_are_not_fetched_by_a_program_of_the_repository(
    repo: Repo, tmp_path: Path, tripwire: Tripwire
) -> None:
    repo.git("config", "uploadpack.allowFilter", "true")
    partial = clone(repo, tmp_path / "ban-sao", "--filter=blob:none")
    for setting, value in {
        "remote.origin.url": f"ext::{tripwire.program}",
        "protocol.allow": "always",
        "protocol.ext.allow": "always",
    }.items():
        partial.git("config", setting, value)
    partial.git("cat-file", "-p", "main~1:data/indicators.yaml", check=False)
    assert tripwire.touched()
    assert "git fetch --refetch --no-filter" in refused(partial)
    assert not tripwire.touched()


def test_a_bare_repository_inside_the_work_tree_is_not_obeyed(repo: Repo, tripwire: Tripwire) -> None:
    trap = repo.folder / "ke-hoach"
    write_plan(trap)
    repo.git("init", "--quiet", "--bare", str(trap))
    bare = Repo(trap)
    bare.git("config", "core.bare", "false")
    bare.git("config", "core.worktree", str(trap))
    bare.git("config", "core.fsmonitor", str(tripwire.program))
    bare.git("status", check=False)
    assert tripwire.touched()
    with pytest.raises(GitProblem, match="kho git trần"):
        load_earlier_plan(PlanFolder(trap, trap / "data"), "main", exactly=True)
    assert not tripwire.touched()


def test_a_work_tree_set_to_be_elsewhere_is_refused(repo: Repo, tmp_path: Path) -> None:
    for elsewhere in (tmp_path, tmp_path / "bay-khac"):
        elsewhere.mkdir(exist_ok=True)
        repo.git("config", "core.worktree", str(elsewhere))
        assert "core.worktree" in refused(repo)


def test_the_environment_points_git_nowhere_else(
    repo: Repo, tmp_path: Path, tripwire: Tripwire, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = plan_repo(tmp_path / "khac", indicators=INDICATORS.replace("Tỷ lệ", "Số"))
    trace = tmp_path / "vet"
    for name, value in {
        "GIT_DIR": str(other.folder / ".git"),
        "GIT_WORK_TREE": str(other.folder),
        "GIT_OBJECT_DIRECTORY": str(other.folder / ".git" / "objects"),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": str(tripwire.program),
        "GIT_EXEC_PATH": str(tripwire.program.parent),
        "GIT_PAGER": str(tripwire.program),
        "GIT_TRACE": str(trace),
        "GIT_NAMESPACE": "khac",
    }.items():
        monkeypatch.setenv(name, value)
    assert earlier_name(repo) == "Tỷ lệ hồ sơ trực tuyến"
    assert not tripwire.touched()
    assert not trace.exists()


@pytest.mark.parametrize(
    "revision", ["--output=vet", "-v", "--all", "--git-dir", "--", "", " ", "main..", "^main", "main\nmain~1", "\0"]
)
def test_names_that_look_like_options_are_names(repo: Repo, revision: str) -> None:
    assert "không có phiên bản" in refused(repo, revision)
    assert not (repo.folder / "data" / "vet").exists()


def test_a_branch_may_be_called_like_an_option(repo: Repo) -> None:
    repo.git("update-ref", "refs/heads/--output=vet", "main~1")
    loaded = load_earlier_plan(folder_of(repo), "--output=vet", exactly=True).loaded
    assert loaded.plan is not None
    assert loaded.plan.indicators[0].name == "Tỷ lệ hồ sơ trực tuyến"


def test_replaced_objects_and_grafted_parents_are_not_believed(repo: Repo) -> None:
    first, second = repo.git("rev-parse", "main~1"), repo.git("rev-parse", "main")
    genuine = repo.git("rev-parse", f"{first}:data/indicators.yaml")
    forged = repo.git("rev-parse", f"{second}:data/indicators.yaml")
    repo.git("replace", genuine, forged)
    assert "Tên mới" in repo.git("show", f"{first}:data/indicators.yaml")
    assert earlier_name(repo) == "Tỷ lệ hồ sơ trực tuyến"
    (repo.folder / ".git" / "info" / "grafts").write_text(f"{second}\n", encoding="utf-8")
    assert repo.git("merge-base", first, second, check=False) == ""
    assert Repository(repo.folder).merge_base(first, second) == first


def test_borrowed_objects_are_read_and_nothing_more(repo: Repo, tmp_path: Path, tripwire: Tripwire) -> None:
    borrower = new_repo(tmp_path / "muon")
    write_plan(borrower.folder)
    alternates = borrower.folder / ".git" / "objects" / "info" / "alternates"
    alternates.write_text(f"{repo.folder}/.git/objects\n", encoding="utf-8")
    borrower.git("config", "core.alternateRefsCommand", str(tripwire.program))
    borrower.git("update-ref", "refs/heads/main", repo.git("rev-parse", "main"))
    assert earlier_name(borrower) == "Tỷ lệ hồ sơ trực tuyến"
    assert not tripwire.touched()


def test_what_lies_outside_the_repository_is_not_looked_up_in_it(repo: Repo, tmp_path: Path) -> None:
    assert Repository(repo.folder).relative_path(repo.folder / "data" / "plan.yaml") == "data/plan.yaml"
    with pytest.raises(GitProblem, match="nằm ngoài kho git này"):
        Repository(repo.folder).relative_path(tmp_path / "khac")


def test_an_object_over_the_limit_is_not_read(repo: Repo) -> None:
    small, large = (repo.git("hash-object", "-w", "--stdin", stdin=b"x" * size) for size in (MAX_BYTES, MAX_BYTES + 1))
    assert Repository(repo.folder).contents([small, large, small]) == {small: b"x" * MAX_BYTES, large: None}


def test_a_missing_object_is_said_to_be_missing(repo: Repo) -> None:
    with pytest.raises(GitProblem, match="git fsck"):
        Repository(repo.folder).contents(["0" * 40])


def test_a_tree_that_unfolds_without_end_is_cut_off(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = repo.git("mktree", stdin=b"100644 blob %s\tx\n" % repo.git("rev-parse", "main:data/plan.yaml").encode())
    for _ in range(12):
        rows = b"".join(b"040000 tree %s\t%d\n" % (tree.encode(), number) for number in range(10))
        tree = repo.git("mktree", stdin=rows)
    bomb = repo.git("commit-tree", tree, "-m", "bom")
    with pytest.raises(GitProblem, match="quá nhiều tệp"):
        load_earlier_plan(folder_of(repo), bomb, exactly=True)


def test_git_that_never_answers_is_ended(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    head = repo.folder / ".git" / "HEAD"
    head.unlink()
    os.mkfifo(head)
    monkeypatch.setattr(git_process, "TIMEOUT_SECONDS", 0.3)
    with pytest.raises(GitProblem, match="không trả lời"):
        run_git(repo.folder, ["rev-parse", "HEAD"])


def test_a_program_called_git_in_the_current_folder_is_not_run(
    repo: Repo, tripwire: Tripwire, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repo.folder / "git").symlink_to(tripwire.program)
    monkeypatch.chdir(repo.folder)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    subprocess.run(["git", "status"], check=False)
    assert tripwire.touched()
    assert "chương trình tên là git" in refused(repo)
    assert not tripwire.touched()


def test_a_machine_without_git_is_told_to_install_it(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    assert "cài git" in refused(repo)


def test_a_repository_of_somebody_else_is_said_to_be_one(repo: Repo) -> None:
    if not hasattr(os, "getuid") or os.getuid() != 0:
        missing("only the superuser can give a repository away")
    os.chown(repo.folder / ".git", 12345, 12345)
    os.chown(repo.folder, 12345, 12345)
    said = refused(repo)
    assert f"«git config --global --add safe.directory {repo.folder}»" in said


def test_a_broken_repository_is_a_sentence(repo: Repo) -> None:
    (repo.folder / ".git" / "config").write_text("[core\nrepositoryformatversion = 99", encoding="utf-8")
    assert "git status" in refused(repo)


@pytest.mark.parametrize(
    ("complaint", "said"),
    [
        ("fatal: cannot lock ref 'refs/heads/main': is at 1 but expected 2", "vừa có lần lưu (commit) khác"),
        ("error: unable to write file .git/objects/1a: No space left on device", "hết chỗ"),
        ("fatal: Unable to create '/kho/.git/index.lock': Permission denied", "Không có quyền đọc, ghi kho git"),
        (
            "error: insufficient permission for adding an object to repository database .git/objects\n"
            "fatal: Unable to add (null) to database",
            "Không có quyền đọc, ghi kho git",
        ),
        ("fatal: Unable to create '/kho/.git/index.lock': Read-only file system", "chỉ cho đọc"),
        ("fatal: Unable to create '/kho/.git/index.lock': File exists.", "xóa tệp khóa /kho/.git/index.lock"),
    ],
)
def test_why_git_could_not_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, complaint: str, said: str) -> None:
    program = tmp_path / "git"
    program.write_text(f'#!/bin/sh\necho "{complaint}" >&2\nexit 128\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitProblem) as caught:
        run_git(tmp_path, ["write-tree"])
    assert said in str(caught.value)
