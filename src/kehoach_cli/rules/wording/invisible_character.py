"""Ký tự không nhìn thấy hoặc đảo chiều chữ

Ký tự rộng bằng không, ký tự đảo chiều chữ và ký tự riêng của một phông chữ không hiện ra trong trình soạn thảo
nhưng làm hai tên giống hệt nhau thành khác nhau; ký tự đảo chiều còn làm người duyệt đọc thấy một đằng, máy hiểu
một nẻo, nên là lỗi. Chúng thường đi theo khi chép từ trang web hoặc từ Word.

Sai:
    name: Sở Y​ tế          # sau chữ Y có một ký tự rộng bằng không

Đúng:
    name: Sở Y tế
"""

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.rules.rule import Subject

CODE = "KH602"
SEVERITY: Severity = "warning"

_DIRECTION_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_PRIVATE_USE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_ANY = re.compile(f"[{_DIRECTION_MARKS}{_INVISIBLE}{_PRIVATE_USE}]")
_KINDS: tuple[tuple[re.Pattern[str], Severity, str], ...] = (
    (re.compile(f"[{_DIRECTION_MARKS}]"), "error", "đảo chiều chữ"),
    (re.compile(f"[{_INVISIBLE}]"), SEVERITY, "không nhìn thấy"),
    (re.compile(f"[{_PRIVATE_USE}]"), SEVERITY, "riêng của một phông chữ"),
)


def check(subject: Subject) -> Iterator[Finding]:
    if not any(map(_ANY.match, subject.texts.characters)):
        return
    # Each kind is searched for separately: a harmless character must not hide a direction mark in the same text.
    for pattern, severity, kind in _KINDS:
        for span in subject.texts.first_matches(pattern):
            yield Finding(
                CODE,
                severity,
                f"Có ký tự {kind} U+{ord(span.field.text[span.start]):04X}",
                "Xóa ký tự ở chỗ được chỉ; nếu không thấy thì xóa cả từ rồi gõ lại",
                subject.at_text(span),
            )
