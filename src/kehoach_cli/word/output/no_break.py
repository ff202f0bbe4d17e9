"""Keep a number with its word on one line: `quý III`, `số 180`, `16 điểm`, `phần trăm`.

Two words are bound, never a whole date or phrase: justified lines would gape. Tables are left alone, their cells are
narrow.
"""

import re

from kehoach_cli.sandbox.package.xml import Element, W

NBSP = "\u00a0"
_PAIR = re.compile(
    r"\b((?:số|quý|tháng|ngày|năm|mục|điều|khoản|điểm|hạng|lục) (?=\d|[IVX]+\b)"
    r"|(?<![/\w.,])\d[\d.,/]* (?=(?:chỉ|nhiệm|cơ|điểm|ngày|việc|bậc)\b)"
    r"|phần (?=trăm\b))",
    re.IGNORECASE,
)


def bind_words(root: Element) -> None:
    """Put no-break spaces into the text outside tables."""
    for text in root.iterfind(f".//{{{W}}}t"):
        if text.text and " " in text.text and next(text.iterancestors(f"{{{W}}}tbl"), None) is None:
            text.text = _PAIR.sub(lambda pair: pair[0][:-1] + NBSP, text.text)
