"""Say in Vietnamese why a file could not be written, and what to do."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

_NO_RIGHT = (  # Windows says the same of a file that Word has open
    "không có quyền ghi",
    "Cấp quyền ghi tệp và thư mục chứa nó cho người đang chạy kehoach; tệp đang mở trong Word thì đóng lại",
)
_FULL = ("hết chỗ trên ổ đĩa", "Xóa bớt tệp không dùng rồi chạy lại")
_NO_FOLDER = ("thư mục không có", "Kiểm tra lại đường dẫn")

_REASONS: Mapping[int | None, tuple[str, str]] = {
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: ("ở chỗ của thư mục lại có một tệp", "Dời tệp đó đi rồi chạy lại"),
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: ("ổ đĩa chỉ cho đọc", "Chép kế hoạch sang nơi ghi được"),
    errno.EISDIR: ("đó là một thư mục", "Chỉ ra một tệp"),
    errno.ENOSPC: _FULL,
    errno.EDQUOT: ("đã dùng hết dung lượng được cấp trên ổ đĩa", _FULL[1]),
    errno.EFBIG: ("tệp vượt cỡ lớn nhất mà hệ thống cho phép", "Nới giới hạn cỡ tệp của hệ thống rồi chạy lại"),
    errno.EBUSY: ("tệp đang mở trong chương trình khác", "Đóng tệp ở chương trình đó rồi chạy lại"),
    errno.ENAMETOOLONG: ("tên quá dài", "Chọn tên ngắn hơn"),
}
_OTHER = ("hệ điều hành từ chối", "Kiểm tra ổ đĩa và đường dẫn rồi chạy lại")


class WriteFault(Exception):
    """A plan file was not written and is unchanged.

    `reason` and `remedy` are Vietnamese; the exception's text has both, after the file's name.
    """

    def __init__(self, file: str, reason: str, remedy: str) -> None:
        super().__init__(f"{file}: {reason}. {remedy}")
        self.file = file
        self.reason = reason
        self.remedy = remedy


def reason_of(error: Exception) -> str:
    """The reason for an error of the operating system, to end a sentence with: «hết chỗ trên ổ đĩa»."""
    return _reason_and_remedy(error)[0]


def explain(error: Exception) -> str:
    """Reason and remedy, to end a sentence with: «hết chỗ trên ổ đĩa; xóa bớt tệp không dùng rồi chạy lại»."""
    reason, remedy = _reason_and_remedy(error)
    return f"{reason}; {remedy[0].lower()}{remedy[1:]}"


def write_fault(error: OSError, file: str) -> WriteFault:
    """The WriteFault for an error of the operating system. `file` is the file's name in messages."""
    reason, remedy = _reason_and_remedy(error)
    return WriteFault(file, f"Không ghi được ({reason}), tệp vẫn như cũ", remedy)


def _reason_and_remedy(error: Exception) -> tuple[str, str]:
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, OSError) and number == errno.ELOOP and error.filename:
        link = os.fsdecode(error.filename)
        real = os.path.realpath(link)
        instead = f", hoặc chỉ thẳng tới {real}" if Path(real).exists() else ""
        return f"{link} là liên kết, kehoach không ghi qua liên kết", f"Thay liên kết bằng tệp, thư mục thật{instead}"
    return _REASONS.get(number, _OTHER)
