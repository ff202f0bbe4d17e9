"""The one gateway to git, for reading only.

A name for a revision is resolved to a hash first, behind `--end-of-options`, and nothing but hashes is used
after that. Only `rev-parse`, `merge-base`, `ls-tree` and `cat-file` are run. Variables named `GIT_*` are dropped,
hooks, pagers and file-system monitors never start, and a bare repository inside a work tree is not obeyed.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TIMEOUT_SECONDS = 60
_SAFE_SETTINGS = (
    "safe.bareRepository=explicit",
    "core.fsmonitor=false",
    "core.hooksPath=" + os.devnull,
    "core.pager=cat",
    "protocol.allow=never",
)


class GitProblem(Exception):
    """Git is missing, refused, or does not know what was asked for; the message is Vietnamese, with the way out."""


class Blob(NamedTuple):
    """A file in a revision: its path from the top of the repository, its mode and the hash of its content."""

    path: str
    mode: str
    object_hash: str


class Repository:
    """A git repository that holds a plan."""

    def __init__(self, folder: Path) -> None:
        """The repository that the folder lies in. Raises GitProblem where there is none."""
        self._folder = folder.absolute()
        self.top = Path(self._run("rev-parse", "--show-toplevel").decode("utf-8").rstrip("\n"))

    def resolve(self, revision: str) -> str:
        """The hash of the commit that the name stands for. Raises GitProblem where it stands for none."""
        try:
            out = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except GitProblem:
            raise GitProblem(self._unknown(revision)) from None
        return out.decode("ascii").strip()

    def merge_base(self, one: str, other: str) -> str:
        """The hash of the commit where the two, given as hashes, part. Raises GitProblem where they share none."""
        try:
            return self._run("merge-base", one, other).decode("ascii").strip()
        except GitProblem:
            raise GitProblem(
                "Hai phiên bản không có gốc chung trong bản sao này; nếu đây là bản sao rút gọn, "
                "chạy «git fetch --unshallow» rồi thử lại"
            ) from None

    def relative(self, path: Path) -> str:
        """The path as git writes it: from the top of the repository, with slashes."""
        return path.absolute().resolve().relative_to(self.top.resolve()).as_posix()

    def files(self, commit: str, folder: str) -> list[Blob]:
        """The regular files right in a folder of the commit, given as hash; none where the folder is not there."""
        prefix = [] if folder in ("", ".") else ["--", f"{folder}/"]
        out = self._run("ls-tree", "-z", "--full-tree", commit, *prefix)
        blobs = []
        for entry in out.decode("utf-8", "surrogateescape").split("\0"):
            head, _, path = entry.partition("\t")
            if path:
                mode, kind, object_hash = head.split(" ")[:3]
                if kind == "blob" and mode.startswith("100"):
                    blobs.append(Blob(path, mode, object_hash))
        return blobs

    def contents(self, hashes: list[str]) -> dict[str, bytes]:
        """The contents of blobs by their hashes, asked for in one go."""
        out = self._run("cat-file", "--batch", stdin="".join(f"{name}\n" for name in hashes).encode("ascii"))
        return dict(_batch(out))

    def is_shallow(self) -> bool:
        return self._run("rev-parse", "--is-shallow-repository").strip() == b"true"

    def _unknown(self, revision: str) -> str:
        if self.is_shallow():
            return (
                f"Không có phiên bản «{revision}» trong bản sao rút gọn này; "
                "chạy «git fetch --unshallow» (trong GitHub Actions: fetch-depth: 0) rồi thử lại"
            )
        remote, _, branch = revision.partition("/")
        fetch = f"git fetch {remote} {branch}" if branch else "git fetch"
        return f"Kho git không có phiên bản «{revision}»; chạy «{fetch}» nếu nó ở máy chủ, hoặc kiểm tra lại tên"

    def _run(self, *arguments: str, stdin: bytes | None = None) -> bytes:
        program = shutil.which("git")
        if program is None:
            raise GitProblem("Máy này chưa cài git; cài git rồi chạy lại")
        settings = [part for setting in _SAFE_SETTINGS for part in ("-c", setting)]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment.update(GIT_OPTIONAL_LOCKS="0", GIT_TERMINAL_PROMPT="0", LC_ALL="C")
        try:
            done = subprocess.run(  # noqa: S603 - arguments are fixed words and hashes
                [program, *settings, *arguments],
                cwd=self._folder,
                env=environment,
                input=stdin,
                stdin=subprocess.DEVNULL if stdin is None else None,
                capture_output=True,
                timeout=TIMEOUT_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise GitProblem("git không trả lời sau một phút; kiểm tra kho git rồi chạy lại") from None
        except OSError:
            raise GitProblem("Không chạy được git trong thư mục này") from None
        if done.returncode != 0:
            raise GitProblem(_said(done.stderr))
        return done.stdout


def _said(stderr: bytes) -> str:
    if b"not a git repository" in stderr:
        return "Thư mục này không nằm trong kho git nào; chạy «git init» hoặc chuyển vào kho của kế hoạch"
    if b"dubious ownership" in stderr:
        return "Git không tin kho này vì chủ sở hữu khác; chạy «git config --global --add safe.directory THƯ MỤC»"
    return "git không làm được việc được giao; chạy «git status» để xem vì sao"


def _batch(out: bytes) -> Iterator[tuple[str, bytes]]:
    """The answers of `cat-file --batch`: a line `hash kind size`, the content, a line feed."""
    start = 0
    while start < len(out):
        end = out.index(b"\n", start)
        words = out[start:end].split(b" ")
        if len(words) != 3:  # `hash missing`
            raise GitProblem("Kho git thiếu nội dung của một tệp; chạy «git fetch --unshallow» hoặc «git fsck»")
        size = int(words[2])
        yield words[0].decode("ascii"), out[end + 1 : end + 1 + size]
        start = end + 1 + size + 1
