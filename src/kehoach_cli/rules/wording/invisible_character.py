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

_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_FONT_OWN = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_ANY = re.compile(f"[{_TURNING}{_INVISIBLE}{_FONT_OWN}]")
_KINDS: tuple[tuple[re.Pattern[str], Severity, str], ...] = (
    (re.compile(f"[{_TURNING}]"), "error", "đảo chiều chữ"),
    (re.compile(f"[{_INVISIBLE}]"), SEVERITY, "không nhìn thấy"),
    (re.compile(f"[{_FONT_OWN}]"), SEVERITY, "riêng của một phông chữ"),
)


def check(subject: Subject) -> Iterator[Finding]:
    if not any(map(_ANY.match, subject.texts.alphabet)):
        return
    # Each kind is looked for by itself: a harmless mark must not draw the eye from one that turns the direction.
    for pattern, severity, kind in _KINDS:
        for hit in subject.texts.first_hits(pattern):
            yield Finding(
                CODE,
                severity,
                f"Có ký tự {kind} U+{ord(hit.field.text[hit.start]):04X}",
                "Xóa ký tự ở chỗ được chỉ; nếu không thấy thì xóa cả từ rồi gõ lại",
                subject.at_text(hit),
            )
