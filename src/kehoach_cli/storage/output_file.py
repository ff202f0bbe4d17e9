"""Write a command's result to a file, whole or not at all."""

import errno
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.storage.atomic_write import replace_file
from kehoach_cli.storage.folder import plan_of_file
from kehoach_cli.storage.links import refuse_committed_links, refuse_links
from kehoach_cli.storage.write_faults import reason_of


def require_writable(path: Path, option: str) -> None:
    """Raise UsageProblem if `write_file` would refuse the path for what is there now."""
    if plan_of_file(path):
        raise UsageProblem(f"{option}: {path} là tệp của kế hoạch, ghi kết quả vào thì mất dữ liệu; chọn tệp khác")
    try:
        refuse_committed_links(path)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        if _is_replaced(path):
            refuse_links(path)
    except (OSError, ValueError) as error:
        raise _not_written(path, option, error) from None


def write_file(path: Path, content: bytes, option: str = "--output") -> None:
    """Write the content to the file.

    A regular file is replaced once the new one is complete; anything else (`/dev/stdout`, a pipe) is written to.

    Raises:
        UsageProblem: it belongs to a plan, or cannot be written; the message names `option`. The file keeps what it
            held.
    """
    require_writable(path, option)
    try:
        stream = _standard_stream(path)
        if stream is not None:
            stream.write(content.decode())
        elif _is_replaced(path):
            replace_file(path, content, "output")
        else:
            path.write_bytes(content)
    except (OSError, ValueError) as error:
        raise _not_written(path, option, error) from None


def _not_written(path: Path, option: str, error: Exception) -> UsageProblem:
    reason = reason_of(error)
    return UsageProblem(f"{option}: không ghi được tệp {path} ({reason}); chọn tệp hoặc thư mục khác")


def write_log(text: str) -> Path:
    """Write the text to a new file in the system's temporary folder. Raises OSError."""
    with tempfile.NamedTemporaryFile(prefix="kehoach-loi-", suffix=".txt", delete=False) as log:
        log.write(text.encode("utf-8", "backslashreplace"))
    return Path(log.name)


def _is_replaced(path: Path) -> bool:
    """Whether a new file takes the path's place; a device or a pipe is written to."""
    return _standard_stream(path) is None and (path.is_file() or not path.exists())


def _standard_stream(path: Path) -> TextIO | None:
    """The program's own stdout or stderr if the path names it, as `/dev/stdout` does; else None."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            there = path.stat()
            # On Windows devices have inode 0, so any two would compare equal.
            if there.st_ino and os.path.samestat(there, os.fstat(stream.fileno())):
                return stream
    return None
