"""Gạch dài hay nháy cong trong thẻ

Word tự đổi dấu gạch nối thành gạch dài, nháy thẳng thành nháy cong. Trong chữ thường thì đẹp, trong thẻ thì sai: phép
trừ và chuỗi chữ chỉ viết được bằng dấu gạch nối và nháy thẳng. Bấm Ctrl+Z ngay sau khi Word tự đổi để lấy lại dấu cũ,
hoặc tắt ở Tệp > Tùy chọn > Soát lỗi > Tùy chọn Tự Sửa > Tự Định dạng Khi Gõ.

Sai:
    {% if muc.danh_gia == “Đạt” %}{{ tong – dat }}

Đúng:
    {% if muc.danh_gia == "Đạt" %}{{ tong - dat }}
"""

import re
from collections.abc import Iterator

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.template.tags import Scan, Tag

CODE = "KH814"
_STRAIGHT_TEXT = re.compile(r"\"[^\"“”]*\"|'[^'‘’]*'")
_DASHES = "‐‑‒–—―−"
_QUOTES = "“”„‟‘’‚‛«»"
_MARK = re.compile(f"[{_DASHES}{_QUOTES}]")


def check(scan: Scan) -> Iterator[WordFinding]:
    for tag in scan.tags:
        found = broken(tag)
        if found is not None:
            mark, at = found
            kind, straight = ("dấu gạch dài", "-") if mark in _DASHES else ("dấu nháy cong", '"')
            yield WordFinding(
                CODE,
                f"Thẻ có {kind} {mark} do Word tự đổi",
                f"Gõ lại thành {straight} (bấm Ctrl+Z ngay khi Word vừa đổi)",
                tag.paragraph.place(at, at + 1),
            )


def broken(tag: Tag) -> tuple[str, int] | None:
    """The first dash or curly quote outside straight quotes, and its offset in the paragraph."""
    if tag.kind == "{#":
        return None
    bare = _STRAIGHT_TEXT.sub(lambda text: " " * len(text[0]), tag.text)
    mark = _MARK.search(bare)
    return (mark[0], tag.start + mark.start()) if mark else None
