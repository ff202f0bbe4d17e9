"""Mã trường không được phép

Word tự tính các trường (field) khi mở hay in. Một số trường chạy chương trình khác (DDE, DDEAUTO), chèn tệp hay ảnh từ
ngoài vào (INCLUDETEXT, INCLUDEPICTURE, LINK), nên mẫu chỉ được dùng các trường vô hại: số trang, số thứ tự, tham chiếu,
mục lục, ngày giờ, siêu liên kết http/https/mailto.

Sai:
    { DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe }

Đúng:
    { PAGE }
"""

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Severity
from kehoach_cli.reports.word.problems import Place, WordFinding
from kehoach_cli.reports.word.rules.relationships import is_safe_link
from kehoach_cli.reports.word.xml import Element, attribute, w

CODE = "KH806"
SEVERITY: Severity = "error"

ALLOWED = frozenset(
    (
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "SEQ", "REF", "PAGEREF", "NOTEREF", "STYLEREF", "TOC", "TC"),
        *("HYPERLINK", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "TITLE", "SUBJECT", "AUTHOR", "="),
    )
)
_WORD = re.compile(r"\s*(=|\S+)")
_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|(\\[a-z])\s|([^\s"\\]\S*))', re.IGNORECASE)
_REMEDY = "Trong Word, nhấn Alt+F9 để hiện mã trường, xóa trường này, nhấn Alt+F9 lần nữa rồi lưu lại"


def check(root: Element, part: str) -> Iterator[WordFinding]:
    """Every field of one part: simple ones, and those made of begin, code, separator and end.

    A field inside another's code would make that code only when Word opens the file; so each field is judged by
    the code that stands in it literally, and one that starts with another field has none.
    """
    open_fields: list[list[str]] = []
    for element in root.iter(w("fldChar"), w("instrText"), w("delInstrText"), w("fldSimple")):
        if element.tag == w("fldSimple"):
            yield from _judge(attribute(element, "instr") or "", part)
        elif element.tag != w("fldChar"):
            if open_fields:
                open_fields[-1].append(element.text or "")
            else:
                yield _finding(element.text or "", part)
        elif attribute(element, "fldCharType") == "begin":
            if open_fields:
                open_fields[-1].append(" \x00 ")
            open_fields.append([])
        elif attribute(element, "fldCharType") == "end":
            if not open_fields:
                yield _finding("", part)
                continue
            yield from _judge("".join(open_fields.pop()), part)
    for left in open_fields:
        yield _finding("".join(left), part)


def _judge(code: str, part: str) -> Iterator[WordFinding]:
    word = _WORD.match(code)
    name = word[1].upper() if word else ""
    if name not in ALLOWED:
        yield _finding(code, part)
    elif name == "HYPERLINK":
        link = _LINK.match(code + " ")
        address = (link[1] or link[3]) if link else ""
        if not link or (address and not is_safe_link(address)):
            yield _finding(code, part)


def _finding(code: str, part: str) -> WordFinding:
    shown = " ".join(code.replace("\x00", "{…}").split())[:60]
    said = f"Mẫu có mã trường không được phép: «{shown}»" if shown else "Mẫu có trường viết dở, thiếu đầu hoặc cuối"
    return WordFinding(CODE, SEVERITY, said, _REMEDY, Place(part))
