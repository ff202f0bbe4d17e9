"""Dấu cách thừa hoặc dấu cách lạ

Hai dấu cách liền nhau, dấu cách ở đầu hay cuối chữ, dấu cách không ngắt dòng chép từ Word làm câu in ra lệch và làm
hai tên giống nhau thành khác nhau.

Sai:
    name: Sở Thông tin  và Truyền thông

Đúng:
    name: Sở Thông tin và Truyền thông
"""

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Severity, Step
from kehoach_cli.rules.rule import Subject
from kehoach_cli.rules.texts import SEPARATOR

SEVERITY: Severity = "info"

_UNUSUAL = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DOUBLE = re.compile("(?<=[^\\s\0]) {2,}(?=[^\\s\0])")  # within a line: a block of text may be indented
_AT_EDGE = re.compile(f"(?<={SEPARATOR}) +|(?<! ) +(?={SEPARATOR})")


def check(subject: Subject) -> Iterator[Problem]:
    texts = subject.texts
    seen: set[tuple[int, tuple[Step, ...]]] = set()
    for pattern, present, message, remedy in (
        (_DOUBLE, texts.contain("  "), "Có nhiều dấu cách liền nhau", "Giữ lại một dấu cách"),
        (_AT_EDGE, texts.contain(f"{SEPARATOR} ", f" {SEPARATOR}"), "Có dấu cách ở đầu hoặc cuối", "Xóa dấu cách đó"),
        (_UNUSUAL, any(map(_UNUSUAL.match, texts.characters)), _UNUSUAL_MESSAGE, "Xóa rồi gõ lại dấu cách thường"),
    ):
        for span in texts.first_matches(pattern) if present else ():
            field = id(span.field.owner), span.field.path
            if field not in seen:
                seen.add(field)
                yield Problem(message, remedy, subject.at_text(span))


_UNUSUAL_MESSAGE = "Có dấu cách lạ (không ngắt dòng, Tab hoặc dấu cách rộng)"
