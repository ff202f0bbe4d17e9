"""Tệp Word quá lớn, hoặc nén quá mức

Tệp .docx là một kho nén. Một tệp nhỏ có thể bung ra hàng gigabyte và làm treo máy, nên kích thước sau khi bung được
cộng lại trước khi mở: tệp không quá 20 MiB, bung ra không quá 64 MiB, mỗi phần chữ không quá 16 MiB, không quá 500
phần, và không phần nào trên 8 MiB mà nén quá 200 lần.

Sai:
    mau.docx    # 100 KB nhưng bung ra 10 GB

Đúng:
    mau.docx    # ảnh đã thu nhỏ: Word: Định dạng ảnh > Nén ảnh
"""

import zipfile
from collections.abc import Iterator

from kehoach_cli.sandbox.problems import FILE, WordFinding

CODE = "KH802"

MIB = 1024 * 1024
MAX_FILE = 20 * MIB
MAX_TOTAL = 64 * MIB
MAX_TEXT_PART = 16 * MIB
MAX_MEMBERS = 500
MAX_RATIO = 200
_SMALL = 8 * MIB  # below this a high ratio does no harm: an empty table packs well
_REMEDY = "Thu nhỏ ảnh, bớt trang, hoặc lập lại tệp bằng Word rồi chạy lại"


def check_file(size: int) -> Iterator[WordFinding]:
    """Check the size of the file itself, in bytes."""
    if size > MAX_FILE:
        yield WordFinding(CODE, "Tệp lớn hơn 20 MiB", _REMEDY, FILE)


def check(members: list[zipfile.ZipInfo]) -> Iterator[WordFinding]:
    """Check the archive's directory, before anything is unpacked."""
    if len(members) > MAX_MEMBERS:
        yield WordFinding(CODE, f"Tệp có {len(members)} phần, quá {MAX_MEMBERS}", _REMEDY, FILE)
    elif sum(member.file_size for member in members) > MAX_TOTAL:
        yield WordFinding(CODE, "Tệp bung ra lớn hơn 64 MiB", _REMEDY, FILE)
    elif any(member.file_size > MAX_TEXT_PART and member.filename.endswith((".xml", ".rels")) for member in members):
        yield WordFinding(CODE, "Một phần chữ của tệp lớn hơn 16 MiB", _REMEDY, FILE)
    elif any(_bloated(member) for member in members):
        yield WordFinding(CODE, f"Một phần lớn của tệp nén quá {MAX_RATIO} lần", _REMEDY, FILE)


def _bloated(member: zipfile.ZipInfo) -> bool:
    return member.file_size > _SMALL and member.file_size > MAX_RATIO * max(1, member.compress_size)
