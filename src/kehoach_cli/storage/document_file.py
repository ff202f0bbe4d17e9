"""Write a document without overwriting one that somebody has edited."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Literal, NamedTuple

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.storage.atomic_write import replace_file
from kehoach_cli.storage.links import refuse_links
from kehoach_cli.storage.write_faults import explain

MAX_DOCUMENT_BYTES = 64 * 1024 * 1024


class Written(NamedTuple):
    """Where the document was written, and the outcome.

    "kept": the file of the wanted name had been edited and was left alone; `path` has another name.
    """

    path: Path
    outcome: Literal["new", "replaced", "same", "kept"]


def write_document(wanted: Path, content: bytes, untouched: Callable[[bytes], bool]) -> Written:
    """Write the document, whole or not at all.

    An existing file is replaced only if `untouched` says that it is as the program wrote it; otherwise the document
    gets the next free name. A file over MAX_DOCUMENT_BYTES is not read and counts as edited.

    Raises:
        UsageProblem: the document cannot be written.
    """
    try:
        for path in _names(wanted):
            refuse_links(path)
            if not path.exists():
                replace_file(path, content, "output")
                return Written(path, "new" if path == wanted else "kept")
            small = path.is_file() and path.stat().st_size <= MAX_DOCUMENT_BYTES
            there = path.read_bytes() if small else b""
            if there == content:
                return Written(path, "same" if path == wanted else "kept")
            if there and untouched(there):
                replace_file(path, content, "output")
                return Written(path, "replaced" if path == wanted else "kept")
    except OSError as error:
        raise UsageProblem(f"Không ghi được {wanted}: {explain(error)}") from None
    raise AssertionError("there is always a further name")


def _names(wanted: Path) -> Iterator[Path]:
    """`bao-cao.docx`, `bao-cao (2).docx`, `bao-cao (3).docx` …"""
    yield wanted
    for number in count(2):
        yield wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
