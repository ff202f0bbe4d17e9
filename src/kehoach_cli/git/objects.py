"""Commits, folders and files of a repository by their hashes, read one after another from one running git.

Walking a history asks for three objects a commit, and a process for each would take minutes.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple, TypeVar

from kehoach_cli.git.cat_file import AT_ONCE, GitTalk, talk_to_git
from kehoach_cli.git.process import GitProblem
from kehoach_cli.yaml.text import MAX_BYTES

LATELY = 1024
MAX_OBJECT = 1024 * 1024  # commits and folders; a message or a folder beyond that is no work of people
_HASH = re.compile(rb"[0-9a-f]{40}|[0-9a-f]{64}")
_SIGNATURE = re.compile(rb"(?P<name>.*?) ?<[^<>]*> (?P<seconds>-?[0-9]{1,12}) (?P<zone>[-+][0-9]{4})")
_FOLDER = b"40000"
_REGULAR = b"100"
# Anybody may have any name in a commit: controls, and marks that turn or hide the text around them, come out as �.
_UNFIT = dict.fromkeys(
    (*range(32), *range(127, 160), *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2066, 0x206A)), "�"
)


class Signature(NamedTuple):
    """Who and when, on the clock of the place where it was done."""

    name: str
    at: datetime


class Commit(NamedTuple):
    """One commit: its top folder, the commits it came from, who wrote it and who put it there."""

    name: str
    tree: str
    parents: tuple[str, ...]
    author: Signature
    committer: Signature


class ObjectReader:
    """Reads objects of one repository. What was read lately is kept; what will be asked next is read along."""

    def __init__(self, contents: GitTalk, sizes: GitTalk) -> None:
        self._contents = contents
        self._sizes = sizes
        self._commits: dict[str, Commit | None] = {}
        self._folders: dict[str, _Entries] = {}
        self._next: dict[str, int] = {}  # commits where a line of first parents goes on, and how many to read then

    def commit(self, name: str) -> Commit | None:
        """The commit of that hash; None where it was never fetched, as beyond the edge of a shallow clone.

        Raises:
            GitProblem: it is not written as a commit is.
        """
        if name not in self._commits:
            self._read_line(name, self._next.pop(name, 1))
        return self._commits.get(name)

    def files(self, commit: Commit, folder: str) -> dict[str, str]:
        """The regular files right in a folder of the commit, as hashes by name; none where there is no such folder."""
        tree = commit.tree
        for step in folder.split("/") if folder != "." else ():
            mode, tree = self._entries(tree).get(step, (b"", ""))
            if mode != _FOLDER:
                return {}
        return {name: child for name, (mode, child) in self._entries(tree).items() if mode.startswith(_REGULAR)}

    def content(self, name: str) -> bytes | None:
        """The content of the file of that hash; None where it is missing or larger than a plan file may be."""
        size = self._sizes.size(name)
        if size is None or size > MAX_BYTES:
            return None
        (answer,) = self._contents.objects([name], MAX_BYTES)
        return answer and answer.content

    def _read_line(self, name: str, count: int) -> None:
        """Read a commit and the first parents before it, so many in all, with their top folders.

        A line that is followed is read in ever longer pieces; the first commit of another one alone.
        """
        count = min(count, AT_ONCE // (2 * len(f"{name}~99^{{tree}}\n")))
        names = [name, *(f"{name}~{step}" for step in range(1, count))]
        answers = self._contents.objects([*names, *(f"{one}^{{tree}}" for one in names)], MAX_OBJECT)
        last: Commit | None = None
        for answer in answers[:count]:
            if answer and answer.content is not None:
                last = _commit(answer.name, answer.content)
                _keep(self._commits, answer.name, last)
        for answer in answers[count:]:
            if answer and answer.content is not None:
                _keep(self._folders, answer.name, _entries(answer.content, len(answer.name) // 2))
        if name not in self._commits:
            _keep(self._commits, name, None)
        elif last and last.parents:
            self._next[last.parents[0]] = 2 * count

    def _entries(self, tree: str) -> "_Entries":
        if tree not in self._folders:
            (answer,) = self._contents.objects([tree], MAX_OBJECT)
            _keep(self._folders, tree, _entries(answer.content or b"", len(tree) // 2) if answer else {})
        return self._folders[tree]


_Entries = dict[str, tuple[bytes, str]]
_K = TypeVar("_K")
_V = TypeVar("_V")


def _keep(lately: dict[_K, _V], key: _K, value: _V) -> None:
    """Remember the value, and forget the oldest of too many."""
    lately[key] = value
    if len(lately) > LATELY:
        del lately[next(iter(lately))]


@contextmanager
def object_reader(folder: Path) -> Iterator[ObjectReader]:
    """A reader for the repository that the folder lies in. Raises GitProblem as `talk_to_git` does."""
    with (
        talk_to_git(folder, ["cat-file", "--batch"]) as contents,
        talk_to_git(folder, ["cat-file", "--batch-check"]) as sizes,
    ):
        yield ObjectReader(contents, sizes)


def _commit(name: str, raw: bytes) -> Commit:
    fields: dict[bytes, list[bytes]] = {}
    for line in raw.partition(b"\n\n")[0].split(b"\n"):
        key, _, value = line.partition(b" ")
        fields.setdefault(key, []).append(value)
    trees, parents = fields.get(b"tree", []), fields.get(b"parent", [])
    signatures = [_signature(fields.get(key, [b""])[0]) for key in (b"author", b"committer")]
    if len(trees) != 1 or not all(_HASH.fullmatch(value) for value in (*trees, *parents)):
        raise GitProblem("Kho git có một lần lưu (commit) hỏng; chạy «git fsck» để xem, rồi tải lại kho")
    return Commit(
        name,
        trees[0].decode("ascii"),
        tuple(parent.decode("ascii") for parent in parents),
        signatures[0],
        signatures[1],
    )


def _signature(text: bytes) -> Signature:
    match = _SIGNATURE.fullmatch(text)
    if match is None:
        return Signature("", datetime.fromtimestamp(0, UTC))
    name = match["name"].decode("utf-8", "replace").translate(_UNFIT).strip()
    sign, hours, minutes = match["zone"][:1], int(match["zone"][1:3]), int(match["zone"][3:])
    offset = timedelta(hours=hours, minutes=minutes)
    try:
        zone = timezone(-offset if sign == b"-" else offset)
        return Signature(name, datetime.fromtimestamp(int(match["seconds"]), zone))
    except (ValueError, OverflowError, OSError):  # no calendar has that day
        return Signature(name, datetime.fromtimestamp(0, UTC))


def _entries(raw: bytes, hash_size: int) -> _Entries:
    """What stands in a folder, by name: mode and hash. Each entry is `mode name`, a NUL, and the hash as bytes."""
    entries: _Entries = {}
    start = 0
    while (end := raw.find(b"\0", start)) >= 0:
        mode, _, name = raw[start:end].partition(b" ")
        start = end + 1 + hash_size
        entries[name.decode("utf-8", "surrogateescape")] = (mode, raw[end + 1 : start].hex())
    return entries
