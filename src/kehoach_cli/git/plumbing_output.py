"""Parse what `ls-tree` prints."""

from collections.abc import Iterator
from typing import NamedTuple

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
