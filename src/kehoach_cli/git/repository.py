"""The one gateway to git, for reading only.

A name for a revision is resolved to a hash first, behind `--end-of-options`, and nothing but hashes is used
after that. Only `rev-parse`, `merge-base`, `ls-tree` and `cat-file` are run, and `symbolic-ref`, `for-each-ref` and
`reflog` where HEAD stands for no commit; see `git_process` for how.
"""

import os
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from kehoach_cli.git.answers import CHECK, Blob, batch, header, lines, listed
from kehoach_cli.git.process import MAX_LISTING, GitProblem, run_git
from kehoach_cli.yaml.text import MAX_BYTES

HEAD = "HEAD"
SHORT_HASH = 10  # digits of a hash that people are shown
_LIST = ("ls-tree", "-z", "--full-tree")
_HASH = re.compile(r"[0-9a-f]{40,64}")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")


class Repository:
    """A git repository that holds a plan. `shallow` where part of its history was not fetched."""

    def __init__(self, folder: Path) -> None:
        """The repository that the folder lies in. Raises GitProblem where there is none."""
        self._folder = folder.resolve()
        out = self._run("rev-parse", "--is-shallow-repository", "--show-toplevel")
        shallow, _, top = os.fsdecode(out.replace(b"\r\n", b"\n").removesuffix(b"\n")).partition("\n")
        self.shallow = shallow == "true"
        self.top = Path(top).resolve()
        if not ((self.top / ".git").exists() and self._folder.is_relative_to(self.top)):
            raise GitProblem("Kho git ở đây được đặt cho một thư mục làm việc khác; xóa cài đặt core.worktree của kho")

    def resolve(self, revision: str) -> str:
        """The hash of the commit that the name stands for. Raises GitProblem where it stands for none."""
        try:
            out = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except GitProblem:
            out = b""
        commit = out.decode("ascii", "replace").strip()
        if _HASH.fullmatch(commit):  # «^main» would give one with a caret before it
            return commit
        raise GitProblem(self._unknown(revision))

    @property
    def unborn(self) -> bool:
        """Whether nothing was ever committed here."""
        return not self._revisions(HEAD) and self._why_no_head() == _NOTHING_YET

    @property
    def merging(self) -> str | None:
        """The hash of the commit that a merge under way brings in."""
        return next(iter(self._revisions("MERGE_HEAD")), None)

    def parents(self, commit: str) -> list[str]:
        """The hashes of the commits that this one, given as hash, came from."""
        out = self._run("rev-parse", f"{commit}^@")
        return out.decode("ascii").split()

    def _why_no_head(self) -> str:
        """Why HEAD stands for no commit: nothing was committed yet only where nothing tells of an earlier commit."""
        if self._revisions(HEAD):
            return f"Lần lưu (commit) mới nhất của nhánh đang đứng bị mất hoặc hỏng; {CHECK}"
        try:
            branch = self._run("symbolic-ref", "--quiet", HEAD).decode("utf-8", "replace").strip()
            others = self._run("for-each-ref", "--count=1", "--format=%(refname)")
        except GitProblem:
            return _BROKEN
        if self._logged(branch):
            return _BROKEN
        if others or self._logged(HEAD):
            name = "".join(mark if mark.isprintable() else "�" for mark in branch.removeprefix("refs/heads/"))
            return (
                f"Nhánh «{name}» chưa có lần lưu (commit) nào, nhưng kho đã có lần lưu ở nhánh khác; chuyển về nhánh "
                "đó bằng «git switch TÊN-NHÁNH», hoặc nếu cố ý lập nhánh từ đầu thì chạy «git commit --no-verify» "
                "cho lần lưu đầu tiên"
            )
        return _NOTHING_YET

    def _logged(self, reference: str) -> bool:
        """Whether git keeps a record of what the reference stood for."""
        try:
            self._run("reflog", "exists", reference)
        except GitProblem:
            return False
        return True

    def _revisions(self, name: str) -> list[str]:
        try:
            return self._run("rev-parse", "--verify", "--quiet", name).decode("ascii").split()
        except GitProblem:
            return []

    def merge_base(self, one: str, other: str) -> str:
        """The hash of the commit where the two, given as hashes, part.

        Raises:
            GitProblem: they share none, or the clone is shallow: the commit where they seem to part may not be
                the one where they do.
        """
        if self.shallow:
            raise GitProblem(f"Bản sao này thiếu lịch sử nên không biết hai phiên bản tách nhau ở đâu; {_DEEPEN}")
        try:
            return self._run("merge-base", one, other).decode("ascii").strip()
        except GitProblem:
            raise GitProblem("Hai phiên bản không có gốc chung; kiểm tra lại tên phiên bản") from None

    def relative(self, path: Path) -> str:
        """The path as git writes it: from the top of the repository, with slashes.

        Raises:
            GitProblem: the path lies outside the repository.
        """
        try:
            return path.resolve().relative_to(self.top).as_posix()
        except ValueError:
            raise GitProblem("Tệp của kế hoạch nằm ngoài kho git này; chuyển vào kho hoặc bỏ liên kết") from None

    def blobs(self, commit: str, paths: Iterable[str]) -> dict[str, Blob]:
        """What stands at these paths in the commit, given as hash; paths that are not there are left out."""
        return {blob.path: blob for blob in listed(self._run(*_LIST, commit, "--", *paths))}

    def all_blobs(self, commit: str) -> Iterator[Blob]:
        """Every file of the commit, given as hash."""
        return listed(self._run(*_LIST, "-r", commit))

    def contents(self, hashes: Iterable[str]) -> dict[str, bytes | None]:
        """The contents of objects by their hashes; None for one over MAX_BYTES, which is not read.

        Raises:
            GitProblem: an object is missing.
        """
        sizes = dict(self._sizes(list(dict.fromkeys(hashes))))
        wanted = [name for name, size in sizes.items() if size <= MAX_BYTES]
        room = sum(sizes[name] + 200 for name in wanted)  # each is preceded by a line with its hash, kind and size
        out = self._run("cat-file", "--batch", stdin=lines(wanted), limit=room) if wanted else b""
        return {**dict.fromkeys(sizes), **dict(batch(out))}

    def _sizes(self, hashes: list[str]) -> Iterator[tuple[str, int]]:
        out = self._run("cat-file", "--batch-check", stdin=lines(hashes)) if hashes else b""
        yield from map(header, out.splitlines())

    def _unknown(self, revision: str) -> str:
        shown = "".join(mark if mark.isprintable() else "�" for mark in revision[:80])
        if revision == HEAD:
            return self._why_no_head()
        if self.shallow:
            return f"Không có phiên bản «{shown}» trong bản sao rút gọn này; {_DEEPEN}"
        if _HASH.fullmatch(revision):
            return (
                f"Bản sao này không có phiên bản {shown[:SHORT_HASH]}: chưa tải về, hoặc lịch sử của nhánh bị đẩy đè "
                f"(force push); chạy «git fetch origin {shown}» rồi thử lại"
            )
        remote, _, branch = revision.partition("/")
        plain = branch and _PLAIN_NAME.fullmatch(revision)
        # A clone of a single branch gives the name only where it is told to.
        fetch = f"git fetch {remote} {branch}:refs/remotes/{revision}" if plain else "git fetch"
        near = self._near(revision)
        if revision in near:
            return f"Không đọc được lần lưu (commit) mà «{shown}» chỉ đến; {CHECK}"
        hint = f" (có phải là: {', '.join(near)}?)" if near else ""
        return f"Kho git không có phiên bản «{shown}»; chạy «{fetch}» nếu nó ở máy chủ, hoặc kiểm tra lại tên{hint}"

    def _near(self, revision: str) -> list[str]:
        """Branches and tags that somebody may have meant."""
        out = self._run("rev-parse", "--symbolic", "--branches", "--tags", "--remotes")
        names = [name for name in out.decode("utf-8", "replace").splitlines() if name.isprintable()]
        return get_close_matches(revision, names, n=3, cutoff=0.5)

    def _run(self, *arguments: str, stdin: bytes = b"", limit: int = MAX_LISTING) -> bytes:
        return run_git(self._folder, list(arguments), stdin, limit)


_NOTHING_YET = "Kho git chưa có lần lưu (commit) nào; chạy «git add .» và «git commit» rồi thử lại"
_BROKEN = f"Tham chiếu của nhánh đang đứng bị hỏng hoặc bị mất; {CHECK}"
_DEEPEN = "chạy «git fetch --unshallow» rồi thử lại (GitHub Actions: đặt fetch-depth: 0; GitLab CI: đặt GIT_DEPTH: 0)"
