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

from lxml import etree

from kehoach_cli.sandbox.package.addresses import is_inert, is_safe
from kehoach_cli.sandbox.package.field_places import is_in_place
from kehoach_cli.sandbox.package.xml import MC, Element, attribute, local_name, w
from kehoach_cli.sandbox.problems import Place, WordFinding

CODE = "KH806"

ALLOWED = frozenset(
    (
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "SEQ", "REF", "PAGEREF", "NOTEREF", "STYLEREF", "TOC", "TC"),
        *("HYPERLINK", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "TITLE", "SUBJECT", "AUTHOR", "="),
    )
)
_MERGE_FIELD = re.compile(r"\s*MERGEFIELD\b", re.IGNORECASE)
_WORD = re.compile(r"\s*(=|\S+)")
# An argument in quotes, a switch, or an argument without quotes. Programs read escapes and curly quotes differently,
# so no argument may have them.
_TOKEN = re.compile(r'\s*(?:"([^"\\“”„]*)"|\\([a-z*])|([^\s"\\“”„]+))', re.IGNORECASE)
_WITH_ARGUMENT, _ALONE = (
    frozenset("lot*"),
    frozenset("hmn"),
)  # HYPERLINK's switches with and without argument; `\* MERGEFORMAT`
_MERGE = "Trường trộn thư không được điền: xóa nó rồi gõ thẻ {{ tên }}; xem các tên bằng: kehoach template fields"
_REMEDY = "Trong Word, nhấn Alt+F9 để hiện mã trường, xóa trường này, nhấn Alt+F9 lần nữa rồi lưu lại"

_CODES = (w("instrText"), w("delInstrText"))
_TEXTS = (*_CODES, w("t"), w("delText"))  # some readers take either kind for a code
_SIGNS = (w("sym"), w("noBreakHyphen"), w("softHyphen"))
_BLANKS = (w("tab"), w("br"), w("cr"))
_TRACKED = (w("del"), w("moveFrom"), w("ins"), w("moveTo"))
_BRANCHES = (f"{{{MC}}}Choice", f"{{{MC}}}Fallback")
# Programs read each of these by itself: a field that begins in one ends there.
_STORIES = (w("txbxContent"), w("footnote"), w("endnote"), w("comment"), w("fldSimple"), *_BRANCHES)
_NESTED = "\x00"  # stands for what is known only when Word opens the file


class _Field:
    """An open field. `pieces` of its code: the text, and the kind of tracked change around it ("" for none).

    `changes` are those kinds around its marks (begin, separator, end).
    """

    def __init__(self, change: str) -> None:
        self.pieces: list[tuple[str, str]] = []
        self.changes = {change}
        self.in_code = True

    def code(self) -> str:
        return "".join(text for text, _ in self.pieces)

    def is_half_changed(self) -> bool:
        """Whether accepting or rejecting the tracked changes would give another code."""
        return len(self.changes | {change for text, change in self.pieces if text.strip()}) > 1


def check(root: Element, part: str) -> Iterator[WordFinding]:
    """Check every field of one part: simple ones, and those made of begin, code, separator and end.

    The result of a field inside another's code is known only when Word opens the file. So a field is judged by its
    literal code, and a field that starts with another field is refused.
    """
    if next(root.iter(w("fldChar"), w("fldSimple"), *_CODES), None) is None:
        return
    stories: list[list[_Field]] = [[]]
    changes = [""]
    seen = (w("fldChar"), *_TEXTS, *_SIGNS, *_BLANKS, *_TRACKED, *_STORIES)
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=seen):
        if element.tag in _TRACKED:
            if event == "start":
                changes.append(local_name(element))
            else:
                changes.pop()
        elif element.tag in _STORIES:
            if event == "start":
                yield from _enter_story(element, stories[-1], part)
                stories.append([])
            else:
                yield from (_finding(left.code(), part) for left in stories.pop())
        elif event == "start":
            yield from _read_piece(element, stories[-1], changes[-1], part)
    yield from (_finding(left.code(), part) for left in stories.pop())


def _enter_story(element: Element, around: list[_Field], part: str) -> Iterator[WordFinding]:
    """Check the start of a story; `around` are the fields open there."""
    if element.tag == w("fldSimple"):
        yield from _judge(attribute(element, "instr") or "", part)
    if around and around[-1].in_code:
        around[-1].pieces.append((_NESTED, ""))
        if element.tag in _BRANCHES:  # readers choose which branch belongs to the code
            yield _finding(around[-1].code(), part)


def _read_piece(element: Element, fields: list[_Field], change: str, part: str) -> Iterator[WordFinding]:
    """Check one element of a story; `fields` are open there and are changed."""
    in_code = bool(fields) and fields[-1].in_code
    if (in_code or element.tag == w("fldChar")) and not is_in_place(element):
        yield _finding("".join(element.itertext()), part)
    if element.tag != w("fldChar"):
        if in_code:
            sign = _NESTED if element.tag in _SIGNS else " "
            fields[-1].pieces.append(("".join(element.itertext()) if element.tag in _TEXTS else sign, change))
        elif element.tag in _CODES:
            yield _finding(element.text or "", part)
        return
    match attribute(element, "fldCharType"):
        case "begin":
            if in_code:
                fields[-1].pieces.append((_NESTED, change))
            fields.append(_Field(change))
        case "separate" if in_code:
            fields[-1].in_code = False
            fields[-1].changes.add(change)
        case "end" if fields:
            field = fields.pop()
            field.changes.add(change)
            if field.is_half_changed():
                yield _finding(field.code(), part)
            yield from _judge(field.code(), part)
        case _:
            yield _finding("", part)


def _judge(code: str, part: str) -> Iterator[WordFinding]:
    word = _WORD.match(code)
    name = word[1].upper() if word else ""
    if word is None or name not in ALLOWED or (name == "HYPERLINK" and not _leads_to_the_web(code[word.end() :])):
        yield _finding(code, part)


def _leads_to_the_web(arguments: str) -> bool:
    """Whether HYPERLINK's arguments, in any order with its switches, hold at most one address and that one is safe.

    Arguments of switches may not look like addresses: some readers take a switch to have no argument. LibreOffice
    writes an address after `\\n`, which has no argument in Word.
    """
    addresses: list[str] = []
    switch, at = "", 0
    while arguments[at:].strip():
        token = _TOKEN.match(arguments, at)
        if token is None:
            return False
        at = token.end()
        if token[2]:
            if token[2].lower() not in _WITH_ARGUMENT | _ALONE:
                return False
            switch = token[2].lower()
            continue
        argument = token[1] if token[1] is not None else token[3]
        if switch in _WITH_ARGUMENT or (switch and addresses):
            if not is_inert(argument):
                return False
        else:
            addresses.append(argument)
        switch = ""
    return len(addresses) <= 1 and all(address == "" or is_safe(address) for address in addresses)


def _finding(code: str, part: str) -> WordFinding:
    shown = " ".join(code.replace(_NESTED, "{…}").split())[:60]
    message = f"Mẫu có mã trường không được phép: «{shown}»" if shown else "Mẫu có trường viết dở, thiếu đầu hoặc cuối"
    return WordFinding(CODE, message, _MERGE if _MERGE_FIELD.match(code) else _REMEDY, Place(part))
