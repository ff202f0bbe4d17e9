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

from kehoach_cli.diagnostics import Problem, Severity
from kehoach_cli.rules.rule import Subject
from kehoach_cli.yaml import characters

SEVERITY: Severity = "warning"

_ANY = re.compile(f"[{characters.DIRECTION}{characters.INVISIBLE}{characters.PRIVATE_USE}]")
_KINDS: tuple[tuple[re.Pattern[str], Severity], ...] = (
    (re.compile(f"[{characters.DIRECTION}]"), "error"),
    (re.compile(f"[{characters.INVISIBLE}]"), SEVERITY),
    (re.compile(f"[{characters.PRIVATE_USE}]"), SEVERITY),
)


def check(subject: Subject) -> Iterator[Problem]:
    if not any(map(_ANY.match, subject.texts.characters)):
        return
    # Each kind is searched for separately: a harmless character must not hide a direction mark in the same text.
    for pattern, severity in _KINDS:
        for span in subject.texts.first_matches(pattern):
            yield Problem(
                f"Có {characters.named(span.field.text[span.start])}",
                "Xóa ký tự ở chỗ được chỉ; nếu không thấy thì xóa cả từ rồi gõ lại",
                subject.at_text(span),
                severity=severity,
            )
