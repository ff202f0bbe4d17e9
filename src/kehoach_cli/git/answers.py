"""What `ls-tree` and `cat-file` print, read into values."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.git.process import GitProblem

CHECK = "chạy «git fsck» để xem, rồi tải lại kho"
_REGULAR = "100"  # how the modes of regular files begin; links are 120000, submodules 160000


class Blob(NamedTuple):
    """A file in a revision: its path from the top of the repository, its mode and the hash of its content."""

    path: str
    mode: str
    object_hash: str

    @property
    def regular(self) -> bool:
        return self.mode.startswith(_REGULAR)


def listed(out: bytes) -> Iterator[Blob]:
    for entry in out.split(b"\0"):
        head, _, path = entry.partition(b"\t")
        if path:
            mode, _, object_hash = head.decode("ascii").split(" ")
            yield Blob(path.decode("utf-8", "surrogateescape"), mode, object_hash)


def lines(hashes: list[str]) -> bytes:
    return "".join(f"{name}\n" for name in hashes).encode("ascii")


def header(line: bytes) -> tuple[str, int]:
    """Hash and size from a line `hash kind size` of `cat-file`."""
    words = line.decode("ascii").split(" ")
    if len(words) != 3:  # `hash missing`
        raise GitProblem(f"Kho git thiếu nội dung của một tệp; {CHECK}")
    return words[0], int(words[2])


def batch(out: bytes) -> Iterator[tuple[str, bytes]]:
    """The answers of `cat-file --batch`: a line `hash kind size`, the content, a line feed."""
    start = 0
    while start < len(out):
        end = out.index(b"\n", start)
        name, size = header(out[start:end])
        yield name, out[end + 1 : end + 1 + size]
        start = end + 1 + size + 1
