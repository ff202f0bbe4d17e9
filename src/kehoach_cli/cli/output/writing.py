"""Results written to files, whole or not at all."""

import errno
from pathlib import Path

from kehoach_cli.cli.exits import UsageProblem
from kehoach_cli.files.whole_files import replace
from kehoach_cli.files.write_faults import reason_of


def write_file(path: Path, text: str, option: str = "--output") -> None:
    """Put the text in the file, in UTF-8, in place of what it held.

    A regular file is replaced once the new one is complete; anything else (`/dev/stdout`, a pipe) is written to.

    Raises:
        UsageProblem: it cannot be written; `option` is named as what asked for it. What the file held stays.
    """
    content = text.encode("utf-8", "backslashreplace")
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            replace(path.resolve(), content, "output")
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise UsageProblem(f"{option}: không ghi được tệp {path} ({reason}); chọn tệp hoặc thư mục khác") from None
