"""Không phải tệp Word hoặc Excel đọc được

kehoach chỉ làm việc với tệp Word dạng .docx hoặc .dotx, không đặt mật khẩu; bảng số liệu còn có thể là sổ tính .xlsx
hoặc .ods. Tệp .doc đời cũ, tệp .docm có macro, tệp lưu ở dạng Strict Open XML, tệp của phần mềm khác đổi đuôi hay tệp
tải về dở dang đều không đọc được.

Sai:
    bao-cao-quy.doc

Đúng:
    bao-cao-quy.docx    (Word: Tệp > Lưu dưới dạng > Tài liệu Word)
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from kehoach_cli.sandbox.problems import FILE, PROGRAMS, FileKind, WordFinding

CODE = "KH801"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, and .docx encrypted with a password
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1 | 0x20 | 0x40 | 0x2000  # encrypted, patched, strongly encrypted, with a masked directory
_SAVE_AS = "Mở tệp trong Word, chọn Tệp > Lưu dưới dạng > Tài liệu Word (*.docx)"
SAVE_AS: Mapping[FileKind, str] = {
    "word": _SAVE_AS,
    "sheet": "Mở tệp trong Excel, chọn Lưu thành, kiểu «Sổ làm việc Excel (*.xlsx)», không đặt mật khẩu",
}


def check(data: bytes) -> WordFinding | None:
    """Check the first bytes of the file."""
    if data.startswith(_COMPOUND_FILE):
        return refusal("Đây là tệp Word đời cũ (.doc) hoặc tệp đặt mật khẩu", f"{_SAVE_AS} và bỏ mật khẩu nếu có")
    if not data.startswith(b"PK"):
        return refusal("Đây không phải tệp Word .docx", _SAVE_AS)
    return None


def check_members(members: list[zipfile.ZipInfo], kind: FileKind = "word") -> Iterator[WordFinding]:
    """Find members that are encrypted, patches, or packed by a method that ECMA-376 part 2 does not allow."""
    if any(member.compress_type not in _METHODS or member.flag_bits & _ENCRYPTED for member in members):
        yield refusal(f"Tệp nén theo cách {PROGRAMS[kind]} không dùng, hoặc có mật khẩu", SAVE_AS[kind])


def from_zip_error(error: Exception, kind: FileKind = "word") -> WordFinding:
    """Report an archive that cannot be read to its end."""
    if isinstance(error, RuntimeError):
        return refusal(f"Tệp nén theo cách {PROGRAMS[kind]} không dùng, hoặc có mật khẩu", SAVE_AS[kind])
    return refusal("Tệp bị hỏng hoặc tải về chưa đủ", f"Lấy lại tệp từ nơi gửi, hoặc lập lại bằng {PROGRAMS[kind]}")


# What `zipfile` raises on broken archives.
ZIP_ERRORS = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(RuntimeError, EOFError, OSError, ValueError, LookupError, OverflowError),
)


def strict() -> WordFinding:
    """Report Strict Open XML, also when mixed with the usual (transitional) form."""
    return refusal(
        "Tệp lưu ở dạng Strict Open XML",
        "Trong Word: Tệp > Lưu dưới dạng, chọn kiểu Word Document (*.docx), không chọn Strict Open XML Document",
    )


def refusal(message: str, remedy: str = _SAVE_AS) -> WordFinding:
    return WordFinding(CODE, message, remedy, FILE)
