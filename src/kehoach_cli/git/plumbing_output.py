"""Parse what `ls-tree` and `cat-file` print."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.git.process import GitProblem

RUN_FSCK = "chạy «git fsck» để xem, rồi tải lại kho"
_REGULAR = "100"  # prefix of the modes of regular files; links are 120000, submodules 160000


class Blob(NamedTuple):
    """A file in a revision: its path from the top of the repository, its mode and the hash of its content."""

    path: str
    mode: str
    object_hash: str

    @property
    def regular(self) -> bool:
        return self.mode.startswith(_REGULAR)


def parse_ls_tree(out: bytes) -> Iterator[Blob]:
    """The entries of `ls-tree -z`."""
    for entry in out.split(b"\0"):
        head, _, path = entry.partition(b"\t")
        if path:
            mode, _, object_hash = head.decode("ascii").split(" ")
            yield Blob(path.decode("utf-8", "surrogateescape"), mode, object_hash)


def request_lines(hashes: list[str]) -> bytes:
    """The input of `cat-file --batch`: one hash a line."""
    return "".join(f"{name}\n" for name in hashes).encode("ascii")


def parse_header(line: bytes) -> tuple[str, int]:
    """Hash and size from a line `hash kind size` of `cat-file`. Raises GitProblem for a missing object."""
    words = line.decode("ascii").split(" ")
    if len(words) != 3:  # `hash missing`
        raise GitProblem(f"Kho git thiếu nội dung của một tệp; {RUN_FSCK}")
    return words[0], int(words[2])


def parse_batch(out: bytes) -> Iterator[tuple[str, bytes]]:
    """Hashes and contents from `cat-file --batch`: each a line `hash kind size`, the content, a line feed."""
    start = 0
    while start < len(out):
        end = out.index(b"\n", start)
        name, size = parse_header(out[start:end])
        yield name, out[end + 1 : end + 1 + size]
        start = end + 1 + size + 1
