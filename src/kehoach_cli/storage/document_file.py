"""Writing a document where it was asked for, without ever writing over what somebody has worked on."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Literal, NamedTuple

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.storage.links import refuse_links
from kehoach_cli.storage.whole_files import replace
from kehoach_cli.storage.write_faults import explained

LARGEST = 64 * 1024 * 1024


class Written(NamedTuple):
    """Where the document is, and what happened on the way there.

    "kept" means that a file of the wanted name had been edited, was left as it is, and `path` is another name.
    """

    path: Path
    outcome: Literal["new", "replaced", "same", "kept"]


def write_document(wanted: Path, content: bytes, untouched: Callable[[bytes], bool]) -> Written:
    """Write the document, whole or not at all.

    A file that is there is replaced only where `untouched` finds it as the program wrote it; otherwise the document
    goes to the next free name. What is too large for a document is not read at all.

    Raises:
        UsageProblem: the place cannot be written to.
    """
    try:
        for path in _names(wanted):
            refuse_links(path)
            if not path.exists():
                replace(path, content, "output")
                return Written(path, "new" if path == wanted else "kept")
            small = path.is_file() and path.stat().st_size <= LARGEST
            there = path.read_bytes() if small else b""
            if there == content:
                return Written(path, "same" if path == wanted else "kept")
            if there and untouched(there):
                replace(path, content, "output")
                return Written(path, "replaced" if path == wanted else "kept")
    except PermissionError:
        raise UsageProblem(
            f"Không ghi được {wanted}: tệp đang mở trong Word hay trình xem PDF, hoặc thư mục không cho ghi"
        ) from None
    except OSError as error:
        raise UsageProblem(f"Không ghi được {wanted}: {explained(error)}") from None
    raise AssertionError("there is always a further name")


def _names(wanted: Path) -> Iterator[Path]:
    """`bao-cao.docx`, `bao-cao (2).docx`, `bao-cao (3).docx` …"""
    yield wanted
    for number in count(2):
        yield wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
