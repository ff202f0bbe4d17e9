"""Commit a few files: the only thing that is ever written to a repository.

The commit is made with git's plumbing from the commit at HEAD and the files' new content. Whatever else is staged stays
staged, and no hook, filter or signing program runs. The branch moves only if it still points to the same commit.
Every step that can fail is tried before a file is replaced.
"""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.git.plumbing_output import Blob
from kehoach_cli.git.process import GitProblem, locked_message, run_git
from kehoach_cli.git.repository import HEAD, SHORT_HASH, Repository

_IDENTITY_VARIABLES = tuple(
    f"GIT_{role}_{part}" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL", "DATE")
)
_BRANCHES = "refs/heads/"
_NEW_FILE, _INDEX_LOCK = "100644", "index.lock"

# Operations in progress: the file or reference that marks each, its name, and the git command that ends it. A commit
# made during one is undone with it, or is on no branch. A stopped rebase also leaves later marks, so it comes first.
_IN_PROGRESS = (
    ("rebase-merge", "chuyển gốc nhánh (rebase)", "rebase"),
    ("rebase-apply/applying", "nhận bản vá (am)", "am"),
    ("rebase-apply", "chuyển gốc nhánh (rebase)", "rebase"),
    ("MERGE_HEAD", "gộp nhánh (merge)", "merge"),
    ("CHERRY_PICK_HEAD", "chép lần lưu từ nhánh khác (cherry-pick)", "cherry-pick"),
    ("REVERT_HEAD", "hoàn lại một lần lưu (revert)", "revert"),
    ("sequencer", "chép hoặc hoàn lại nhiều lần lưu (cherry-pick, revert)", ""),
    ("BISECT_LOG", "dò lần lưu gây lỗi (bisect)", "bisect"),
)


class PreparedCommit(NamedTuple):
    """The hashes of a commit that is on no branch yet, and of the files' content in it."""

    commit: str
    contents: tuple[str, ...]


class _File(NamedTuple):
    """A file by its path from the top of the repository, and what the last commit holds of it, None if nothing.

    Git may store LF and check out CRLF, as it does by default on Windows.
    """

    path: str
    blob: Blob | None
    stored_with_lf: bool


class CommittedFiles:
    """Files without uncommitted changes, or new ones, so that a commit of their next state holds that change alone."""

    def __init__(self, contents: Mapping[Path, bytes | None]) -> None:
        """Check the state of the files, all in one repository, and what each holds on disk, None if it is not there.

        Raises:
            GitProblem: there is no repository or no commit, HEAD is on no branch, an operation is in progress, a
                file is not in git or has uncommitted changes, or git does not know who commits.
        """
        first = next(iter(contents))
        repository = Repository(first.parent if first.parent.exists() else first.parent.parent)
        self.top = repository.top
        self._filter_overrides: dict[str, str] = {}
        self._filter_overrides = self._disable_filters()
        self._require_nothing_in_progress()
        self._branch = self._branch_at_head()
        if not self._branch.startswith(_BRANCHES):
            raise GitProblem(
                "Kho git không đứng ở nhánh nào (detached HEAD) nên lần lưu (commit) sẽ mất; chuyển về nhánh bằng "
                "«git switch TÊN-NHÁNH», hoặc lập nhánh ở đây bằng «git switch -c TÊN-NHÁNH-MỚI»"
            )
        self._parent = repository.resolve(HEAD)
        self._files = [self._checked(repository, path, content) for path, content in contents.items()]
        for who in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
            self._run("var", who)

    def _checked(self, repository: Repository, path: Path, content: bytes | None) -> _File:
        name = repository.relative_path(path)
        blob = None if content is None else _blob_of(repository, self._parent, name)
        committed = repository.contents([blob.object_hash])[blob.object_hash] if blob else None
        stored_with_lf = bool(content) and content != committed and _with_lf(content) == committed
        as_committed = stored_with_lf or content == committed
        if not as_committed or self._staged_hash(name) != (blob.object_hash if blob else ""):
            raise GitProblem(
                f"{name} có sửa đổi chưa lưu vào git; lưu trước bằng «{_commit_command(name)}», hoặc bỏ --commit"
            )
        return _File(name, blob, stored_with_lf)

    def prepare(self, contents: Sequence[bytes], message: str) -> PreparedCommit:
        """Write the commit's objects, and test that the index and the branch can be written.

        `contents` are those of the files, in their order.

        Raises:
            GitProblem: they cannot. Index and branch are unchanged.
        """
        new = [self._stored(file, content) for file, content in zip(self._files, contents, strict=True)]
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self._run("read-tree", self._parent, extra=index)
            for file, content_hash in zip(self._files, new, strict=True):
                self._stage(file, content_hash, index)
            tree = self._run("write-tree", extra=index)
        commit = self._run("commit-tree", tree, "-p", self._parent, "-F", "-", stdin=message.encode())
        for file in self._files:
            if file.blob:
                self._stage(file, file.blob.object_hash)
            elif self._marker_exists(_INDEX_LOCK):  # nothing can be tried on the index with a file that it has not
                raise GitProblem(locked_message(str(self.top / self._run("rev-parse", "--git-path", _INDEX_LOCK))))
        self._move_branch(commit, "abort")
        return PreparedCommit(commit, tuple(new))

    def _stored(self, file: _File, content: bytes) -> str:
        """Write the content as an object; returns its hash."""
        return self._run("hash-object", "-w", "--stdin", stdin=_with_lf(content) if file.stored_with_lf else content)

    def put_on_branch(self, prepared: PreparedCommit) -> None:
        """Make it the branch's last commit. Raises GitProblem if git refuses; the commit is then on no branch."""
        if self._branch_at_head() != self._branch:
            raise GitProblem("Kho git vừa được chuyển sang nhánh khác")
        for file, content_hash in zip(self._files, prepared.contents, strict=True):
            self._stage(file, content_hash)
        try:
            self._move_branch(prepared.commit, "commit")
        except GitProblem:  # the branch moves before the reflog is written, and only the reflog may have failed
            if not self._branch_is_at(prepared.commit):
                raise

    def manual_command(self, prepared: PreparedCommit, here: Path) -> str:
        """The git command that makes the commit `prepared`, as typed in the folder `here`."""
        within = here.is_relative_to(self.top)
        where = [] if within else ["-C", str(self.top)]
        paths = {file: os.path.relpath(self.top / file.path, here) if within else file.path for file in self._files}
        new = [path for file, path in paths.items() if file.blob is None]
        add = f"{_typed('git', *where, 'add', '--', *new)} && " if new else ""
        return add + _typed("git", *where, "commit", "-C", prepared.commit[:SHORT_HASH], "--", *paths.values())

    def _stage(self, file: _File, content: str, index: Mapping[str, str] | None = None) -> None:
        mode = file.blob.mode if file.blob else _NEW_FILE
        self._run("update-index", "--add", "--cacheinfo", f"{mode},{content},{file.path}", extra=index)

    def _move_branch(self, commit: str, ending: str) -> None:
        """Lock the branch and HEAD, check that the branch has not moved, then move it (`commit`) or not (`abort`)."""
        steps = ("start", f"update {self._branch} {commit} {self._parent}", "prepare", ending)
        self._run(
            "update-ref", "-m", "commit: kehoach", "--stdin", stdin="".join(f"{step}\n" for step in steps).encode()
        )

    def _branch_is_at(self, commit: str) -> bool:
        """Whether the branch points to the commit."""
        return self._answer("rev-parse", "--verify", "--quiet", self._branch) == commit

    def _branch_at_head(self) -> str:
        """The full name of the current branch; "" if HEAD is detached."""
        return self._answer("symbolic-ref", "--quiet", HEAD)

    def _require_nothing_in_progress(self) -> None:
        for mark, what, command in _IN_PROGRESS:
            if not self._marker_exists(mark):
                continue
            ways = f"chạy «git {command} --continue» để làm xong, hoặc «git {command} --abort» để bỏ"
            if command == "bisect":
                ways = "chạy «git bisect reset» để thôi dò"
            raise GitProblem(f"Kho git đang {what} dở dang; {ways if command else 'xem cách làm tiếp ở «git status»'}")

    def _marker_exists(self, mark: str) -> bool:
        """Whether this work tree's git folder has that reference, file or folder."""
        if not mark.endswith("_HEAD"):
            return os.path.lexists(self.top / self._run("rev-parse", "--git-path", mark))
        return bool(self._answer("rev-parse", "--verify", "--quiet", mark))

    def _staged_hash(self, path: str) -> str:
        """The hash of the file in the index; "" if a merge left several."""
        out = self._run("ls-files", "--stage", "-z", "--", path)
        entries = [entry.split(" ") for entry in out.split("\0") if entry]
        return entries[0][1] if len(entries) == 1 else ""

    def _disable_filters(self) -> dict[str, str]:
        """Environment settings that disable the filters in the repository's configuration.

        They go into the environment because `-c` does not accept every filter name.
        """
        of_filters = r"^filter\..*\.(clean|process|required)$"
        out = self._answer("config", "--null", "--name-only", "--get-regexp", of_filters)
        names = [name for name in out.split("\0") if name]
        settings = {"GIT_CONFIG_COUNT": str(len(names))} if names else {}
        for number, name in enumerate(names):
            settings[f"GIT_CONFIG_KEY_{number}"] = name
            settings[f"GIT_CONFIG_VALUE_{number}"] = "false" if name.endswith(".required") else ""
        return settings

    def _answer(self, *arguments: str) -> str:
        """What git says; "" if it refuses to."""
        try:
            return self._run(*arguments)
        except GitProblem:
            return ""

    def _run(self, *arguments: str, stdin: bytes = b"", extra: Mapping[str, str] | None = None) -> str:
        identity = {name: os.environ[name] for name in _IDENTITY_VARIABLES if name in os.environ}
        settings = ("-c", "i18n.commitEncoding=utf-8")
        environment = {**identity, **self._filter_overrides, **(extra or {})}
        out = run_git(self.top, [*settings, *arguments], stdin, environment=environment)
        return out.decode("utf-8", "surrogateescape").removesuffix("\n")


def _with_lf(content: bytes | None) -> bytes:
    return (content or b"").replace(b"\r\n", b"\n")


def _typed(*words: str) -> str:
    """The words as they are typed."""
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def _from_top(path: str) -> str:
    """The path from the top of the repository as git takes it in every folder of it, as typed."""
    return _typed(f":/{path}")


def _commit_command(path: str) -> str:
    """The command that commits one file, in whatever folder of the repository it is typed."""
    return f'git commit -m "Sửa kế hoạch" -- {_from_top(path)}'


def _blob_of(repository: Repository, commit: str, name: str) -> Blob:
    blob = repository.blobs(commit, [name]).get(name)
    if blob is None:
        raise GitProblem(
            f"{name} chưa có trong git; đưa vào trước bằng «git add -f {_from_top(name)}» rồi «{_commit_command(name)}»"
        )
    return blob
