"""Results written to files, whole or not at all."""

import errno
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.storage.links import refuse_committed_links
from kehoach_cli.storage.whole_files import replace
from kehoach_cli.storage.write_faults import reason_of


def write_file(path: Path, content: bytes, option: str = "--output") -> None:
    """Put the content in the file, in place of what it held.

    A regular file is replaced once the new one is complete; anything else (`/dev/stdout`, a pipe) is written to.

    Raises:
        UsageProblem: it cannot be written; `option` is named as what asked for it. What the file held stays.
    """
    try:
        refuse_committed_links(path)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        stream = _own_stream(path)
        if stream is not None:
            stream.write(content.decode())
        elif path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            replace(path, content, "output")
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise UsageProblem(f"{option}: không ghi được tệp {path} ({reason}); chọn tệp hoặc thư mục khác") from None


def write_log(text: str) -> Path:
    """Keep the text in a new file of the system's temporary folder. Raises OSError."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="kehoach-loi-", suffix=".txt", delete=False) as log:
        log.write(text)
    return Path(log.name)


def _own_stream(path: Path) -> TextIO | None:
    """The program's own output that the path names, as `/dev/stdout` does: what is printed there is written there."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            there = path.stat()
            # Windows numbers no device, so that any two would seem the same.
            if there.st_ino and os.path.samestat(there, os.fstat(stream.fileno())):
                return stream
    return None
