"""Read a file into text that is safe to parse: a regular file of at most 16 MiB, UTF-8, without control characters.

The YAML parser only gets text that was checked here.
"""

import errno
import os
import re
import stat
from collections.abc import Mapping
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.diagnostics import Position
from kehoach_cli.yaml import characters
from kehoach_cli.yaml.faults import FileFault, file_finding
from kehoach_cli.yaml.other_files import PLAN_FILE, Advice, other_content

MAX_BYTES = 16 * 1024 * 1024
BOM = "\ufeff"

# Control characters except tab, LF and CR; separators that are line ends in YAML 1.1 but in no editor; non-characters.
# Decoded UTF-8 has no lone surrogates.
CONTROL = re.compile(f"[{characters.CONTROL}]")
_CONFLICT = re.compile(r"(?:^|(?<=\r))(?:<{7}|>{7}|\|{7}|={7})(?: [^\r\n]*)?(?=\r|\n|\Z)", re.MULTILINE)


class SourceText(NamedTuple):
    """The text of one file without its byte order mark. `name` is the file's name in messages."""

    name: str
    text: str
    has_bom: bool = False

    @property
    def raw(self) -> bytes:
        """The bytes that the text was read from."""
        return ((BOM if self.has_bom else "") + self.text).encode("utf-8")


def read_source(path: Path, name: str | None = None, advice: Advice = PLAN_FILE) -> SourceText:
    """Read and check one file. `advice` is what the fault says of a file of another kind.

    Raises:
        FileFault: the file is missing, not a regular file, unreadable, over 16 MiB, not UTF-8, or holds a
            control character or a merge conflict.
    """
    shown = name or str(path)
    return check_bytes(read_bytes(path, shown, advice), shown, advice)


def check_bytes(raw: bytes, name: str, advice: Advice = PLAN_FILE) -> SourceText:
    """Check the bytes of a file from any source. Raises FileFault as `read_source` does."""
    if len(raw) > MAX_BYTES:
        raise too_large(name, advice)
    if other := other_content(raw, advice):
        raise FileFault(file_finding("KH103", *other, name))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(raw, error.start, name, advice) from None
    has_bom = text.startswith(BOM)
    if has_bom:
        text = text[1:]
    _refuse_controls(text, name, advice)
    _refuse_conflicts(text, name)
    return SourceText(name, text, has_bom)


def _refuse_controls(text: str, name: str, advice: Advice) -> None:
    found = CONTROL.search(text)
    index = 0 if text.startswith(BOM) else found.start() if found else None
    if index is None:
        return
    finding = file_finding(
        "KH104",
        f"Có {characters.named(text[index])} trong tệp",
        "Xóa ký tự này: tệp chỉ được chứa chữ, số, dấu và xuống dòng",
        name,
        position_at(text, index),
    )
    if text[index] == "\0" and text.count("\0") * 3 > len(text) > 3:
        finding = finding._replace(message="Tệp được lưu ở dạng UTF-16", remedy=advice.encoding, code="KH103")
    raise FileFault(finding, text)


def _refuse_conflicts(text: str, name: str) -> None:
    if not any(mark in text for mark in ("<<<<<<<", ">>>>>>>", "=======", "|||||||")):
        return
    found = _CONFLICT.search(text)
    if found:
        at = position_at(text, found.start())
        finding = file_finding(
            "KH105",
            "Tệp còn dấu xung đột chưa xử lý của git",
            "Chọn phần đúng giữa các dòng <<<<<<<, ======= và >>>>>>>, rồi xóa các dòng dấu đó",
            name,
            start=at,
            end=Position(at.line, at.column + len(found[0])),
        )
        raise FileFault(finding, text)


def position_at(text: str, index: int) -> Position:
    """The line and column of a character of the text."""
    before = text[:index]
    line = before.count("\n") + before.count("\r") - before.count("\r\n")
    return Position(line + 1, index - max(before.rfind("\n"), before.rfind("\r")))


def read_bytes(path: Path, name: str, advice: Advice = PLAN_FILE, most: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of at most `most`. Raises FileFault for anything else; `name` is for messages."""
    # O_NONBLOCK: opening a FIFO does not block. O_NOFOLLOW: refuse a link. Windows has neither flag and no FIFOs.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        if path.is_symlink():
            raise _unreadable(name, "Đây là liên kết, không phải tệp", "Thay liên kết bằng chính tệp đó")
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise _unreadable(name, *(_only_another(path, advice) or read_problem(error, path))) from None
    try:
        info = os.fstat(descriptor)
        if stat.S_ISDIR(info.st_mode):
            raise _unreadable(name, _IS_FOLDER[0], advice.folder)
        if not stat.S_ISREG(info.st_mode):
            raise _unreadable(name, *_NOT_REGULAR)
        if info.st_size > most:
            raise too_large(name, advice)
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            return stream.read(most + 1)
    except OSError as error:
        raise _unreadable(name, *read_problem(error, path)) from None
    finally:
        os.close(descriptor)


_IS_FOLDER = "Đây là thư mục, không phải tệp", "Chỉ ra tệp ở trong thư mục đó"
_NOT_REGULAR = "Đây không phải tệp thường", "Thay bằng một tệp bình thường"
_NOT_FOUND = "Không tìm thấy tệp", "Kiểm tra lại tên và thư mục của tệp"
_NO_RIGHT = (
    "Không có quyền đọc tệp",
    "Cấp quyền đọc tệp này cho người đang chạy kehoach; tệp đang mở ở chương trình khác thì đóng lại",
)
_READ_PROBLEMS: Mapping[int, tuple[str, str]] = {
    errno.ENOENT: _NOT_FOUND,
    errno.ENOTDIR: _NOT_FOUND,
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.ENAMETOOLONG: ("Tên tệp hoặc thư mục quá dài", "Chọn tên ngắn hơn"),
    errno.ELOOP: ("Các liên kết trỏ vòng quanh", "Thay liên kết bằng chính tệp đó"),
}


def read_problem(error: OSError | ValueError, path: Path) -> tuple[str, str]:
    """What keeps the file from being read, and the way out, each a sentence without its full stop."""
    if os.path.isdir(path):  # noqa: PTH112 - unlike `Path.is_dir`, it raises nothing
        return _IS_FOLDER
    number = error.errno if isinstance(error, OSError) else None
    return _READ_PROBLEMS.get(number or 0, ("Hệ điều hành không đọc được tệp", "Kiểm tra ổ đĩa và đường dẫn"))


def _only_another(path: Path, advice: Advice) -> tuple[str, str] | None:
    """If there is no such file but one that differs in the ending, text rather than not: that, and the advice."""
    found: dict[str, str] = {}
    beside: list[Path] = []
    with suppress(OSError, ValueError):  # a name that no file can have
        beside = [] if os.path.lexists(path) else sorted(path.parent.glob(f"{escape(path.stem)}.*"))
    for near in beside:
        with suppress(FileFault):
            other = other_content(read_bytes(near, near.name), advice)
            usable = other is None or near.suffix.lower() in advice.wanted.replace(",", "").split()
            found[near.name] = advice.ending if usable or other is None else other[1]
    name = next((name for name, remedy in found.items() if remedy == advice.ending), next(iter(found), None))
    return (f"Không tìm thấy tệp này nhưng có {name}", found[name]) if name else None


def _unreadable(name: str, message: str, remedy: str) -> FileFault:
    return FileFault(file_finding("KH101", message, remedy, name))


def too_large(name: str, advice: Advice = PLAN_FILE) -> FileFault:
    """The fault of a file over MAX_BYTES."""
    return FileFault(file_finding("KH102", "Tệp lớn hơn 16 MiB", advice.too_large, name))


def _not_utf8(raw: bytes, index: int, name: str, advice: Advice) -> FileFault:
    text = raw.decode("utf-8", "replace")
    good = raw[:index].decode("utf-8")
    at = position_at(good, len(good))
    return FileFault(file_finding("KH103", "Tệp không phải dạng UTF-8", advice.encoding, name, at), text)
