"""Tệp Word hoặc Excel quá lớn, hoặc nén quá mức

Tệp .docx, .xlsx hay .ods là một kho nén. Một tệp nhỏ có thể bung ra hàng gigabyte và làm treo máy, nên kích thước sau
khi bung được cộng lại trước khi mở: tệp không quá 20 MiB, bung ra không quá 64 MiB, mỗi phần chữ không quá 16 MiB,
không quá 500 phần, và không phần nào trên 8 MiB mà nén quá 200 lần. Sổ tính bung ra không quá 48 MiB và không quá 300
phần; các bảng trong một tệp có không quá 5.000 dòng, 200 cột và 200.000 ô.

Sai:
    mau.docx    # 100 KB nhưng bung ra 10 GB

Đúng:
    mau.docx    # ảnh đã thu nhỏ: Word: Định dạng ảnh > Nén ảnh
"""

import zipfile
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kehoach_cli.sandbox.problems import FILE, FileKind, WordFinding

CODE = "KH802"

MIB = 1024 * 1024
MAX_FILE = 20 * MIB
MAX_TEXT_PART = 16 * MIB
MAX_RATIO = 200
_SMALL = 8 * MIB  # below this a high ratio does no harm: an empty table packs well
_REMEDIES: Mapping[FileKind, str] = {
    "word": "Thu nhỏ ảnh, bớt trang, hoặc lập lại tệp bằng Word rồi chạy lại",
    "sheet": "Chép vùng có số liệu sang một sổ tính mới, lưu thành .xlsx rồi dùng tệp đó",
}


class Limits(NamedTuple):
    """The most members of an archive, and the most bytes of all together."""

    members: int
    total: int


LIMITS: Mapping[FileKind, Limits] = {"word": Limits(500, 64 * MIB), "sheet": Limits(300, 48 * MIB)}


def check_file(size: int, kind: FileKind = "word") -> Iterator[WordFinding]:
    """Check the size of the file itself, in bytes."""
    if size > MAX_FILE:
        yield finding("Tệp lớn hơn 20 MiB", kind)


def check(members: list[zipfile.ZipInfo], kind: FileKind = "word") -> Iterator[WordFinding]:
    """Check the archive's directory, before anything is unpacked."""
    most = LIMITS[kind]
    if len(members) > most.members:
        yield finding(f"Tệp có {len(members)} phần, quá {most.members}", kind)
    elif sum(member.file_size for member in members) > most.total:
        yield finding(f"Tệp bung ra lớn hơn {most.total // MIB} MiB", kind)
    elif any(member.file_size > MAX_TEXT_PART and member.filename.endswith((".xml", ".rels")) for member in members):
        yield finding("Một phần chữ của tệp lớn hơn 16 MiB", kind)
    elif any(_bloated(member) for member in members):
        yield finding(f"Một phần lớn của tệp nén quá {MAX_RATIO} lần", kind)


def finding(message: str, kind: FileKind = "word") -> WordFinding:
    """Report that the file, or what it holds, is too large."""
    return WordFinding(CODE, message, _REMEDIES[kind], FILE)


def _bloated(member: zipfile.ZipInfo) -> bool:
    return member.file_size > _SMALL and member.file_size > MAX_RATIO * max(1, member.compress_size)
