"""Results written to files, whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kehoach_cli.cli.exits import UsageProblem

_REASONS: Mapping[int | None, str] = {
    errno.ENOENT: "thư mục không có",
    errno.ENOTDIR: "thư mục không có",
    errno.EACCES: "không có quyền ghi",
    errno.EPERM: "không có quyền ghi",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EISDIR: "đó là một thư mục",
    errno.ENOSPC: "hết chỗ trên ổ đĩa",
    errno.ENAMETOOLONG: "tên quá dài",
}


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
            _replace(path.resolve(), content)
    except (OSError, ValueError) as error:
        why = reason(error)
        raise UsageProblem(f"{option}: không ghi được tệp {path} ({why}); chọn tệp hoặc thư mục khác") from None


def reason(error: OSError | ValueError) -> str:
    """Why the operating system wrote nothing, in words."""
    return _REASONS.get(getattr(error, "errno", None), "hệ điều hành từ chối")


def _replace(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    partial = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        # A temporary file is for its owner alone; a result is for whoever may read what the user writes.
        partial.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
