"""Read a document named on the command line."""

import stat
from pathlib import Path

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.storage.document_file import MAX_DOCUMENT_BYTES
from kehoach_cli.yaml.text import read_problem


def read_word_file(name: str) -> bytes:
    """The Word file's bytes. Raises as `read_document`."""
    small = "bớt ảnh trong tệp, hoặc chỉ ra một văn bản Word thông thường"
    return read_document(name, "tệp Word", "một tệp .docx hoặc .dotx", small)


def read_document(name: str, kind: str, wanted: str, smaller: str) -> bytes:
    """The file's bytes. Raises UsageProblem if it is missing, not a regular file, over 64 MiB or unreadable.

    `kind`, `wanted` and `smaller` say in messages what it should be, and what to do about one that is too large.
    """
    path = Path(name)
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            raise UsageProblem(f"{name} không phải {kind}; chỉ ra {wanted}")
        if info.st_size > MAX_DOCUMENT_BYTES:
            raise UsageProblem(f"{name} lớn hơn 64 MiB; {smaller}")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        problem, remedy = read_problem(error, path)
        raise UsageProblem(f"{name}: {problem}. {remedy}") from None
