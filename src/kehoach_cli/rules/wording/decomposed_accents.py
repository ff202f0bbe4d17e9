"""Chữ Việt viết bằng dấu rời (Unicode tổ hợp)

Chữ «ế» có thể lưu thành một ký tự, hoặc thành «e» rồi hai dấu rời. Trông như nhau nhưng tìm kiếm không ra, sắp xếp
sai và Word tô dấu lệch. Tệp kế hoạch dùng Unicode dựng sẵn. Dấu rời hay đến từ máy Mac hoặc khi chép từ tệp PDF.

Sai:
    name: Sở Y tế          # chữ «ế» gồm ba ký tự

Đúng:
    name: Sở Y tế          # chữ «ế» là một ký tự
"""

import unicodedata
from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Severity
from kehoach_cli.plan.composed import composed
from kehoach_cli.rules.rule import Subject
from kehoach_cli.rules.texts import TextSpan

SEVERITY: Severity = "warning"

_LONGEST_SHOWN = 8


def check(subject: Subject) -> Iterator[Problem]:
    if not any(map(_may_be_decomposed, subject.texts.characters)):
        return
    for group in subject.texts.groups:
        for index, text in enumerate(group.texts):
            if not unicodedata.is_normalized("NFC", text):
                start, end = _first_decomposed_letter(text)
                yield Problem(
                    f"Chữ «{composed(text[start:end])[:_LONGEST_SHOWN]}» viết bằng dấu rời (Unicode tổ hợp)",
                    "Chuyển đoạn này sang Unicode dựng sẵn bằng công cụ chuyển mã của bộ gõ, hoặc gõ lại",
                    subject.at_text(TextSpan(group.field(index), start, end)),
                )


def _may_be_decomposed(character: str) -> bool:
    return unicodedata.combining(character) > 0 or not unicodedata.is_normalized("NFC", character)


def _first_decomposed_letter(text: str) -> tuple[int, int]:
    """Start and end of the first letter that is not in NFC."""
    pairs = zip(text, composed(text), strict=False)
    start = next((index for index, (one, other) in enumerate(pairs) if one != other), 0)
    end = start + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return start, end
