"""Read a git repository: resolve revisions, find merge bases, list and read files.

A revision's name is first resolved to a hash, behind `--end-of-options`; after that only hashes are passed to git.
Only reading commands are run: `rev-parse`, `merge-base`, `ls-tree`, `cat-file` and, when HEAD has no commit,
`symbolic-ref`, `for-each-ref` and `reflog`.
"""

import os
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from kehoach_cli.git.objects import object_reader
from kehoach_cli.git.plumbing_output import RUN_FSCK, Blob, parse_ls_tree
from kehoach_cli.git.process import GitProblem, run_git

HEAD = "HEAD"
SHORT_HASH = 10  # digits of a hash shown to people
_LS_TREE = ("ls-tree", "-z", "--full-tree")
_HASH = re.compile(r"[0-9a-f]{40,64}")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")


class Repository:
    """A git repository that holds a plan. `shallow` is true if part of its history was not fetched."""

    def __init__(self, folder: Path) -> None:
        """Open the repository around the folder. Raises GitProblem if there is none."""
        self._folder = folder.resolve()
        out = self._run("rev-parse", "--is-shallow-repository", "--show-toplevel")
        shallow, _, top = os.fsdecode(out.replace(b"\r\n", b"\n").removesuffix(b"\n")).partition("\n")
        self.shallow = shallow == "true"
        self.top = Path(top).resolve()
        if not ((self.top / ".git").exists() and self._folder.is_relative_to(self.top)):
            raise GitProblem(
                "Kho git ở đây được đặt cho một thư mục làm việc khác; xóa cài đặt đó bằng "
                "«git config --unset core.worktree»"
            )

    def resolve(self, revision: str) -> str:
        """The hash of the commit that the revision names. Raises GitProblem if it names none."""
        try:
            out = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except GitProblem:
            out = b""
        commit = out.decode("ascii", "replace").strip()
        if _HASH.fullmatch(commit):  # for «^main» git prints a caret before the hash
            return commit
        raise GitProblem(self._why_unknown(revision))

    @property
    def is_empty(self) -> bool:
        """Whether the repository has no commit at all."""
        return not self._hashes(HEAD) and self._why_no_head() == _NO_COMMITS

    @property
    def merge_head(self) -> str | None:
        """The hash of the commit that is being merged; None if no merge is in progress."""
        return next(iter(self._hashes("MERGE_HEAD")), None)

    def parents(self, commit: str) -> list[str]:
        """The hashes of a commit's parents. `commit` is a hash."""
        out = self._run("rev-parse", f"{commit}^@")
        return out.decode("ascii").split()

    def _why_no_head(self) -> str:
        """Why HEAD names no commit. "Nothing committed yet" needs proof: no branch, tag or reflog may exist."""
        if self._hashes(HEAD):
            return f"Lần lưu (commit) mới nhất của nhánh đang đứng bị mất hoặc hỏng; {RUN_FSCK}"
        try:
            branch = self._run("symbolic-ref", "--quiet", HEAD).decode("utf-8", "replace").strip()
            others = self._run("for-each-ref", "--count=1", "--format=%(refname)")
        except GitProblem:
            return _BROKEN_REFERENCE
        if self._has_reflog(branch):
            return _BROKEN_REFERENCE
        if others or self._has_reflog(HEAD):
            name = "".join(mark if mark.isprintable() else "�" for mark in branch.removeprefix("refs/heads/"))
            return (
                f"Nhánh «{name}» chưa có lần lưu (commit) nào, nhưng kho đã có lần lưu ở nhánh khác; chuyển về nhánh "
                "đó bằng «git switch TÊN-NHÁNH», hoặc nếu cố ý lập nhánh từ đầu thì chạy «git commit --no-verify» "
                "cho lần lưu đầu tiên"
            )
        return _NO_COMMITS

    def _has_reflog(self, reference: str) -> bool:
        """Whether the reference has a reflog."""
        try:
            self._run("reflog", "exists", reference)
        except GitProblem:
            return False
        return True

    def _hashes(self, name: str) -> list[str]:
        try:
            return self._run("rev-parse", "--verify", "--quiet", name).decode("ascii").split()
        except GitProblem:
            return []

    def merge_base(self, one: str, other: str) -> str:
        """The hash of the commit where two commits, given as hashes, part.

        Raises:
            GitProblem: they have no common ancestor, or the clone is shallow, where the result may be wrong.
        """
        if self.shallow:
            raise GitProblem(f"Bản sao này thiếu lịch sử nên không biết hai phiên bản tách nhau ở đâu; {_DEEPEN}")
        try:
            return self._run("merge-base", one, other).decode("ascii").strip()
        except GitProblem:
            raise GitProblem("Hai phiên bản không có gốc chung; kiểm tra lại tên phiên bản") from None

    def relative_path(self, path: Path) -> str:
        """The path from the top of the repository, with slashes.

        Raises:
            GitProblem: the path is outside the repository.
        """
        try:
            return path.resolve().relative_to(self.top).as_posix()
        except ValueError:
            raise GitProblem("Tệp của kế hoạch nằm ngoài kho git này; chuyển vào kho hoặc bỏ liên kết") from None

    def blobs(self, commit: str, paths: Iterable[str]) -> dict[str, Blob]:
        """The entries at these paths in the commit (a hash). Missing paths are left out."""
        return {blob.path: blob for blob in parse_ls_tree(self._run(*_LS_TREE, commit, "--", *paths))}

    def all_blobs(self, commit: str) -> Iterator[Blob]:
        """Every file of the commit (a hash)."""
        return parse_ls_tree(self._run(*_LS_TREE, "-r", commit))

    def contents(self, hashes: Iterable[str]) -> dict[str, bytes | None]:
        """The contents of objects by hash; None for an object over MAX_BYTES, which is not read.

        Raises:
            GitProblem: an object is missing.
        """
        wanted = dict.fromkeys(hashes)
        if not wanted:
            return {}
        with object_reader(self._folder) as reader:
            if any(reader.is_missing(name) for name in wanted):
                raise GitProblem(f"Kho git thiếu nội dung của một tệp; {RUN_FSCK}")
            return {name: reader.content(name) for name in wanted}

    def _why_unknown(self, revision: str) -> str:
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
        # A single-branch clone creates the remote branch only when the refspec says so.
        fetch = f"git fetch {remote} {branch}:refs/remotes/{revision}" if plain else "git fetch"
        near = self._similar_names(revision)
        if revision in near:
            return f"Không đọc được lần lưu (commit) mà «{shown}» chỉ đến; {RUN_FSCK}"
        hint = f" (có phải là: {', '.join(near)}?)" if near else ""
        return f"Kho git không có phiên bản «{shown}»; chạy «{fetch}» nếu nó ở máy chủ, hoặc kiểm tra lại tên{hint}"

    def _similar_names(self, revision: str) -> list[str]:
        """Branches and tags with names like the revision's, for a hint."""
        out = self._run("rev-parse", "--symbolic", "--branches", "--tags", "--remotes")
        names = [name for name in out.decode("utf-8", "replace").splitlines() if name.isprintable()]
        return get_close_matches(revision, names, n=3, cutoff=0.5)

    def _run(self, *arguments: str) -> bytes:
        return run_git(self._folder, list(arguments))


_NO_COMMITS = "Kho git chưa có lần lưu (commit) nào; chạy «git add .» và «git commit» rồi thử lại"
_BROKEN_REFERENCE = f"Tham chiếu của nhánh đang đứng bị hỏng hoặc bị mất; {RUN_FSCK}"
_DEEPEN = "chạy «git fetch --unshallow» rồi thử lại (GitHub Actions: đặt fetch-depth: 0; GitLab CI: đặt GIT_DEPTH: 0)"
