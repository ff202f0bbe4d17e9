"""One commit of one file: the only thing that is ever written to a repository.

The commit is put together from the commit at HEAD and the file's new content with git's own plumbing: whatever else is
staged stays staged, and no hook, filter or signing program of the repository runs. It goes to the branch that was
looked at, and only if that branch is still where it was. All that can fail is tried before the file is replaced.
"""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.git.answers import Blob
from kehoach_cli.git.process import GitProblem, run_git
from kehoach_cli.git.repository import HEAD, SHORT_HASH, Repository

_WHO = tuple(f"GIT_{role}_{part}" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL", "DATE"))
_BRANCHES = "refs/heads/"

# What git is in the middle of, by the file or reference that tells of it, and the command that ends it. A commit made
# then is undone with the rest, or lies on no branch. A stopped rebase or bisect also has other marks: it comes first.
_UNFINISHED = (
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
    """The hashes of a commit that is in the repository and on no branch yet, and of the file's content in it."""

    commit: str
    content: str


class CommittedFile:
    """A file that is in git as it stands on disk, so that a commit of its next state holds that change alone.

    `path` leads to it from `top`, the folder of the repository.
    """

    def __init__(self, path: Path, content: bytes) -> None:
        """Look at the file, whose content on disk is given, in its repository.

        Raises:
            GitProblem: there is no repository or no commit, HEAD is on no branch, git is in the middle of something,
                the file is not in git or has changes that are not, or git does not know who commits.
        """
        repository = Repository(path.parent)
        self.top = repository.top
        self._filters_off: dict[str, str] = {}
        self._filters_off = self._without_filters()
        self._require_nothing_unfinished()
        self._branch = self._branch_at_head()
        if not self._branch.startswith(_BRANCHES):
            raise GitProblem(
                "Kho git không đứng ở nhánh nào (detached HEAD) nên lần lưu (commit) sẽ mất; chuyển về nhánh bằng "
                "«git switch TÊN-NHÁNH», hoặc lập nhánh ở đây bằng «git switch -c TÊN-NHÁNH»"
            )
        self._parent = repository.resolve(HEAD)
        self.path = repository.relative(path)
        self._blob = _blob_of(repository, self._parent, self.path)
        committed = repository.contents([self._blob.object_hash])[self._blob.object_hash]
        # Git may keep line feeds and give out CRLF, as it does by itself on Windows.
        self._keeps_line_feeds = content != committed and content.replace(b"\r\n", b"\n") == committed
        if (not self._keeps_line_feeds and content != committed) or self._staged() != self._blob.object_hash:
            raise GitProblem(
                f"{self.path} có sửa đổi chưa lưu vào git; chạy «git commit» cho các sửa đổi đó trước, hoặc bỏ --commit"
            )
        for who in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
            self._run("var", who)

    def prepare(self, content: bytes, message: str) -> PreparedCommit:
        """Write all that the commit of this content is made of, and try whether index and branch can be written.

        Raises:
            GitProblem: they cannot; index and branch say what they said.
        """
        kept = content.replace(b"\r\n", b"\n") if self._keeps_line_feeds else content
        new = self._run("hash-object", "-w", "--stdin", stdin=kept)
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self._run("read-tree", self._parent, extra=index)
            self._stage(new, index)
            tree = self._run("write-tree", extra=index)
        commit = self._run("commit-tree", tree, "-p", self._parent, "-F", "-", stdin=message.encode())
        self._stage(self._blob.object_hash)
        self._move_branch(commit, "abort")
        return PreparedCommit(commit, new)

    def put_on_branch(self, prepared: PreparedCommit) -> None:
        """Make it the branch's last commit. Raises GitProblem where git will not; then it is on no branch."""
        if self._branch_at_head() != self._branch:
            raise GitProblem("Kho git vừa được chuyển sang nhánh khác")
        self._stage(prepared.content)
        try:
            self._move_branch(prepared.commit, "commit")
        except GitProblem:  # the branch moves before the reflog is written, which may fail by itself
            if not self._is_last(prepared.commit):
                raise

    def command_by_hand(self, prepared: PreparedCommit, here: Path) -> str:
        """The git command that commits the file with the message and the author of `prepared`, as typed in `here`."""
        where, path = ["-C", str(self.top)], self.path
        if here.is_relative_to(self.top):
            where, path = [], os.path.relpath(self.top / self.path, here)
        words = ["git", *where, "commit", "-C", prepared.commit[:SHORT_HASH], "--", path]
        return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)

    def _stage(self, content: str, index: Mapping[str, str] | None = None) -> None:
        self._run("update-index", "--cacheinfo", f"{self._blob.mode},{content},{self.path}", extra=index)

    def _move_branch(self, commit: str, ending: str) -> None:
        """Lock the branch and HEAD, see that the branch is where it was, then move it or, to `abort`, leave it."""
        steps = ("start", f"update {self._branch} {commit} {self._parent}", "prepare", ending)
        self._run(
            "update-ref", "-m", "commit: kehoach", "--stdin", stdin="".join(f"{step}\n" for step in steps).encode()
        )

    def _is_last(self, commit: str) -> bool:
        """Whether the branch stands at the commit."""
        try:
            return self._run("rev-parse", "--verify", "--quiet", self._branch) == commit
        except GitProblem:
            return False

    def _branch_at_head(self) -> str:
        """The name of the branch in full, "" where HEAD is on none."""
        try:
            return self._run("symbolic-ref", "--quiet", HEAD)
        except GitProblem:
            return ""

    def _require_nothing_unfinished(self) -> None:
        for mark, what, command in _UNFINISHED:
            if not self._has(mark):
                continue
            ways = f"chạy «git {command} --continue» để làm xong, hoặc «git {command} --abort» để bỏ"
            if command == "bisect":
                ways = "chạy «git bisect reset» để thôi dò"
            raise GitProblem(f"Kho git đang {what} dở dang; {ways if command else 'xem cách làm tiếp ở «git status»'}")

    def _has(self, mark: str) -> bool:
        """Whether the repository, or this work tree of it, has that reference, or that file or folder of git's own."""
        if not mark.endswith("_HEAD"):
            return os.path.lexists(self.top / self._run("rev-parse", "--git-path", mark))
        try:
            self._run("rev-parse", "--verify", "--quiet", mark)
        except GitProblem:
            return False
        return True

    def _staged(self) -> str:
        """The hash of the file in the index, "" where a merge left several."""
        out = self._run("ls-files", "--stage", "-z", "--", self.path)
        entries = [entry.split(" ") for entry in out.split("\0") if entry]
        return entries[0][1] if len(entries) == 1 else ""

    def _without_filters(self) -> dict[str, str]:
        """What keeps git from running the filters that the configuration names, when it looks at files anew.

        Settings in the environment, unlike those on the command line, may have any name.
        """
        try:
            out = self._run(
                "config", "--null", "--name-only", "--get-regexp", r"^filter\..*\.(clean|process|required)$"
            )
        except GitProblem:  # there are none
            return {}
        names = [name for name in out.split("\0") if name]
        settings = {"GIT_CONFIG_COUNT": str(len(names))}
        for number, name in enumerate(names):
            settings[f"GIT_CONFIG_KEY_{number}"] = name
            settings[f"GIT_CONFIG_VALUE_{number}"] = "false" if name.endswith(".required") else ""
        return settings

    def _run(self, *arguments: str, stdin: bytes = b"", extra: Mapping[str, str] | None = None) -> str:
        who = {name: os.environ[name] for name in _WHO if name in os.environ}
        settings = ("-c", "i18n.commitEncoding=utf-8")
        environment = {**who, **self._filters_off, **(extra or {})}
        out = run_git(self.top, [*settings, *arguments], stdin, environment=environment)
        return out.decode("utf-8", "surrogateescape").removesuffix("\n")


def _blob_of(repository: Repository, commit: str, name: str) -> Blob:
    blob = repository.blobs(commit, [name]).get(name)
    if blob is None:
        raise GitProblem(
            f"{name} chưa có trong git; chạy «git add» («git add -f» nếu .gitignore bỏ qua nó) và «git commit» cho "
            "tệp này trước"
        )
    return blob
