"""One commit of one file: the only thing that is ever written to a repository.

The commit is put together from the commit at HEAD and the file's new content with git's own plumbing: whatever else is
staged stays staged, no hook, filter or signing program of the repository runs, and HEAD moves only if it is still where
it was.
"""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kehoach_cli.files.git import HEAD, Blob, Repository
from kehoach_cli.files.git_process import GitProblem, run_git

_WHO = tuple(f"GIT_{role}_{part}" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL", "DATE"))


class CommittedFile:
    """A file that is in git as it stands on disk, so that a commit of its next state holds that change alone."""

    def __init__(self, path: Path, content: bytes) -> None:
        """Look at the file, whose content on disk is given, in its repository.

        Raises:
            GitProblem: there is no repository or no commit, the file is not in it or has changes that are not, a merge
                is under way, or git does not know who commits.
        """
        repository = Repository(path.parent)
        self._folder = repository.top
        self._filters_off: dict[str, str] = {}
        self._filters_off = self._without_filters()
        self._parent = repository.resolve(HEAD)
        self._blob = _blob_of(repository, self._parent, repository.relative(path))
        committed = repository.contents([self._blob.object_hash])[self._blob.object_hash]
        # Git may keep line feeds and give out CRLF, as it does by itself on Windows.
        self._keeps_line_feeds = content != committed and content.replace(b"\r\n", b"\n") == committed
        if (not self._keeps_line_feeds and content != committed) or self._staged() != self._blob.object_hash:
            raise GitProblem(
                f"{self._blob.path} có sửa đổi chưa lưu vào git; chạy «git commit» cho các sửa đổi đó trước, "
                "hoặc bỏ --commit"
            )
        if self._is_merging():
            raise GitProblem("Kho git đang gộp nhánh dở dang; chạy «git merge --continue» hoặc «git merge --abort»")
        for who in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
            self._run("var", who)

    def commit(self, content: bytes, message: str) -> str:
        """Commit the file with this content and return the commit's hash. Raises GitProblem where git will not."""
        kept = content.replace(b"\r\n", b"\n") if self._keeps_line_feeds else content
        new = self._run("hash-object", "-w", "--stdin", stdin=kept)
        entry = ("update-index", "--cacheinfo", f"{self._blob.mode},{new},{self._blob.path}")
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self._run("read-tree", self._parent, extra=index)
            self._run(*entry, extra=index)
            tree = self._run("write-tree", extra=index)
        commit = self._run("commit-tree", tree, "-p", self._parent, "-F", "-", stdin=message.encode())
        self._run(*entry)
        self._run("update-ref", "-m", "commit: kehoach", HEAD, commit, self._parent)
        return commit

    def _staged(self) -> str:
        """The hash of the file in the index, "" where a merge left several."""
        out = self._run("ls-files", "--stage", "-z", "--", self._blob.path)
        entries = [entry.split(" ") for entry in out.split("\0") if entry]
        return entries[0][1] if len(entries) == 1 else ""

    def _is_merging(self) -> bool:
        try:
            self._run("rev-parse", "--verify", "--quiet", "MERGE_HEAD")
        except GitProblem:
            return False
        return True

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
        out = run_git(self._folder, [*settings, *arguments], stdin, environment=environment)
        return out.decode("utf-8", "surrogateescape").removesuffix("\n")


def _blob_of(repository: Repository, commit: str, name: str) -> Blob:
    blob = repository.blobs(commit, [name]).get(name)
    if blob is None:
        raise GitProblem(f"{name} chưa có trong git; chạy «git add» và «git commit» cho tệp này trước")
    return blob
