"""Read commits, folders and files by hash from one running git.

Walking a history reads three objects per commit; one process for each would take minutes.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple, TypeVar

from kehoach_cli.git.cat_file import MAX_REQUEST_BYTES, CatFileSession, cat_file_session
from kehoach_cli.git.process import GitProblem
from kehoach_cli.yaml.text import MAX_BYTES

CACHE_SIZE = 1024
MAX_OBJECT = 1024 * 1024  # bytes of a commit or folder; nobody writes larger ones by hand
_HASH = re.compile(rb"[0-9a-f]{40}|[0-9a-f]{64}")
_SIGNATURE = re.compile(rb"(?P<name>.*?) ?<[^<>]*> (?P<seconds>-?[0-9]{1,12}) (?P<zone>[-+][0-9]{4})")
_FOLDER = b"40000"
_REGULAR = b"100"
# A commit may carry any name. Control characters, and marks that reverse or hide text, are shown as �.
_UNPRINTABLE = dict.fromkeys(
    (*range(32), *range(127, 160), *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2066, 0x206A)), "�"
)
_TreeEntries = dict[str, tuple[bytes, str]]
_K = TypeVar("_K")
_V = TypeVar("_V")


class Signature(NamedTuple):
    """Who made a commit and when, in the time zone that the commit records."""

    name: str
    at: datetime


class Commit(NamedTuple):
    """One commit. `tree` is the hash of its top folder."""

    hash: str
    tree: str
    parents: tuple[str, ...]
    author: Signature
    committer: Signature


class ObjectReader:
    """Reads objects of one repository. Caches recent objects and reads ahead along a history."""

    def __init__(self, contents: CatFileSession, sizes: CatFileSession) -> None:
        self._contents = contents
        self._sizes = sizes
        self._commits: dict[str, Commit | None] = {}
        self._trees: dict[str, _TreeEntries] = {}
        self._read_ahead: dict[str, int] = {}  # by the parent of the last commit read: how many to read next

    def commit(self, name: str) -> Commit | None:
        """The commit of that hash; None if it was never fetched, as beyond the edge of a shallow clone.

        Raises:
            GitProblem: the commit is malformed.
        """
        if name not in self._commits:
            self._read_first_parents(name, self._read_ahead.pop(name, 1))
        return self._commits.get(name)

    def files(self, commit: Commit, folder: str) -> dict[str, str]:
        """The regular files directly in a folder of the commit: hashes by name. Empty if there is no such folder."""
        tree = commit.tree
        for step in folder.split("/") if folder != "." else ():
            mode, tree = self._entries(tree).get(step, (b"", ""))
            if mode != _FOLDER:
                return {}
        return {name: child for name, (mode, child) in self._entries(tree).items() if mode.startswith(_REGULAR)}

    def is_missing(self, name: str) -> bool:
        """Whether the repository has no object of that hash."""
        return self._sizes.size(name) is None

    def content(self, name: str) -> bytes | None:
        """The content of the file of that hash; None if it is missing or larger than a plan file may be."""
        size = self._sizes.size(name)
        if size is None or size > MAX_BYTES:
            return None
        (answer,) = self._contents.objects([name], MAX_BYTES)
        return answer and answer.content

    def _read_first_parents(self, name: str, count: int) -> None:
        """Read `count` commits with their top folders: the named one and its first parents.

        The count doubles each time the same line is followed further; it starts at 1.
        """
        count = min(count, MAX_REQUEST_BYTES // (2 * len(f"{name}~99^{{tree}}\n")))
        names = [name, *(f"{name}~{step}" for step in range(1, count))]
        answers = self._contents.objects([*names, *(f"{one}^{{tree}}" for one in names)], MAX_OBJECT)
        last: Commit | None = None
        for answer in answers[:count]:
            if answer and answer.content is not None:
                last = _parse_commit(answer.hash, answer.content)
                _remember(self._commits, answer.hash, last)
        for answer in answers[count:]:
            if answer and answer.content is not None:
                _remember(self._trees, answer.hash, _parse_tree(answer.content, len(answer.hash) // 2))
        if name not in self._commits:
            _remember(self._commits, name, None)
        elif last and last.parents:
            self._read_ahead[last.parents[0]] = 2 * count

    def _entries(self, tree: str) -> _TreeEntries:
        if tree not in self._trees:
            (answer,) = self._contents.objects([tree], MAX_OBJECT)
            _remember(self._trees, tree, _parse_tree(answer.content or b"", len(tree) // 2) if answer else {})
        return self._trees[tree]


def _remember(cache: dict[_K, _V], key: _K, value: _V) -> None:
    """Add the value; drop the oldest beyond CACHE_SIZE."""
    cache[key] = value
    if len(cache) > CACHE_SIZE:
        del cache[next(iter(cache))]


@contextmanager
def object_reader(folder: Path) -> Iterator[ObjectReader]:
    """A reader for the repository around the folder. Raises GitProblem as `cat_file_session` does."""
    with (
        cat_file_session(folder, ["cat-file", "--batch"]) as contents,
        cat_file_session(folder, ["cat-file", "--batch-check"]) as sizes,
    ):
        yield ObjectReader(contents, sizes)


def _parse_commit(name: str, raw: bytes) -> Commit:
    fields: dict[bytes, list[bytes]] = {}
    for line in raw.partition(b"\n\n")[0].split(b"\n"):
        key, _, value = line.partition(b" ")
        fields.setdefault(key, []).append(value)
    trees, parents = fields.get(b"tree", []), fields.get(b"parent", [])
    signatures = [_parse_signature(fields.get(key, [b""])[0]) for key in (b"author", b"committer")]
    if len(trees) != 1 or not all(_HASH.fullmatch(value) for value in (*trees, *parents)):
        raise GitProblem("Kho git có một lần lưu (commit) hỏng; chạy «git fsck» để xem, rồi tải lại kho")
    return Commit(name, trees[0].decode("ascii"), tuple(parent.decode("ascii") for parent in parents), *signatures)


def _parse_signature(text: bytes) -> Signature:
    match = _SIGNATURE.fullmatch(text)
    if match is None:
        return Signature("", datetime.fromtimestamp(0, UTC))
    name = match["name"].decode("utf-8", "replace").translate(_UNPRINTABLE).strip()
    sign, hours, minutes = match["zone"][:1], int(match["zone"][1:3]), int(match["zone"][3:])
    offset = timedelta(hours=hours, minutes=minutes)
    try:
        zone = timezone(-offset if sign == b"-" else offset)
        return Signature(name, datetime.fromtimestamp(int(match["seconds"]), zone))
    except (ValueError, OverflowError, OSError):  # out of the calendar's range
        return Signature(name, datetime.fromtimestamp(0, UTC))


def _parse_tree(raw: bytes, hash_size: int) -> _TreeEntries:
    """The entries of a folder by name: mode and hash. Each is stored as `mode name`, a NUL, and the hash as bytes."""
    entries: _TreeEntries = {}
    start = 0
    while (end := raw.find(b"\0", start)) >= 0:
        mode, _, name = raw[start:end].partition(b" ")
        start = end + 1 + hash_size
        entries[name.decode("utf-8", "surrogateescape")] = (mode, raw[end + 1 : start].hex())
    return entries
