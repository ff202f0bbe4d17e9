"""Comments that silence a finding: `# kehoach: ignore KH204 reason`, on the line itself or on lines above it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from kehoach_cli.diagnostics import Finding, Location, Position
from kehoach_cli.plan.ignores import Remark
from kehoach_cli.yaml.faults import file_finding, limit_findings
from kehoach_cli.yaml.locate import Document, parse_fragment
from kehoach_cli.yaml.scalars import clipped

_SIGN = "kehoach:"
_COMMENT = re.compile(r"(?:^|(?<=\s))#[ \t]*kehoach:[ \t]*([^\r\n]*)", re.MULTILINE)
_ORDER = re.compile(r"ignore[ \t]+((?:[A-Z]{2}[0-9]{3,}[ \t,]*)+)(.*)")
_CODE = re.compile(r"[A-Z]{2}[0-9]{3,}")
_EMPTY_LINE = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)")
_MOST = 10_000  # comments, and codes in them
_LONGEST = 1_000  # characters
_FORM = "Viết: # kehoach: ignore KH204 rồi đến lý do"


class Remarks(NamedTuple):
    """The silences that a file's comments order, and the findings for comments that are not as they should be."""

    found: list[Remark]
    findings: list[Finding]


class _Comment(NamedTuple):
    """A comment that speaks to the program: `said` is what follows the sign, `line` and `column` count from 1."""

    offset: int
    line: int
    column: int
    whole: str
    said: str
    alone: bool


def remarks_in(document: Document) -> Remarks:
    """All comments of a file that speak to the program."""
    text, name = document.source.text, document.source.name
    if _SIGN not in text:
        return Remarks([], [])
    comments = list(islice(_comments(document), _MOST + 1))
    below = _lines_below(text, comments)
    found: list[Remark] = []
    findings: list[Finding] = []
    for comment in comments:
        order = _ORDER.fullmatch(comment.said.rstrip()) if len(comment.said) <= _LONGEST else None
        codes = list(_CODE.finditer(order[1])) if order else []
        if order is None or not any(mark.isalnum() for mark in order[2]):
            findings.append(_refused(comment, [code[0] for code in codes], name))
            continue
        column = comment.column + len(comment.whole) - len(comment.said) + order.start(1)
        for code in codes:
            start, end = (Position(comment.line, column + place) for place in code.span())
            found.append(Remark(code[0], Location(name, start, end), below.get(comment.line, comment.line)))
        if len(found) > _MOST:
            findings.append(_too_many(comment, name))
            break
    return Remarks(found, limit_findings(findings, name))


def _too_many(comment: _Comment, name: str) -> Finding:
    at = Position(comment.line, comment.column)
    message = "Tệp có quá 10.000 ghi chú kehoach, phần còn lại không có tác dụng"
    return file_finding("KH114", message, "Sửa các chỗ sai, hoặc ghi một lần vào checks: của plan.yaml", name, at)


def _refused(comment: _Comment, codes: list[str], name: str) -> Finding:
    if codes:
        code, message = "KH901", f"Ghi chú bỏ qua {clipped(', '.join(codes))} không nêu lý do nên không có tác dụng"
    else:
        code, message = "KH903", f"Không hiểu ghi chú kehoach «{clipped(comment.said.strip())}»"
    end = Position(comment.line, comment.column + len(comment.whole.rstrip()))
    return file_finding(code, message, _FORM, name, Position(comment.line, comment.column), end)


def _comments(document: Document) -> Iterator[_Comment]:
    text = document.source.text
    values = _Values(document)
    line, last = 1, 0
    for match in _COMMENT.finditer(text):
        offset = match.start()
        between = text[last:offset]
        line += between.count("\n") + between.count("\r") - between.count("\r\n")
        last = offset
        if not values.hold(offset):
            line_start = 1 + max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
            alone = not text[line_start:offset].strip()
            yield _Comment(offset, line, offset - line_start + 1, match[0], match[1], alone)


def _lines_below(text: str, comments: list[_Comment]) -> dict[int, int]:
    """For each comment alone on its line, by that line: the first line below that holds something else."""
    below: dict[int, int] = {}
    for comment in reversed(comments):
        if not comment.alone:
            continue
        place, line = comment.offset, comment.line
        while line not in below and (empty := _EMPTY_LINE.match(text, place)):
            place, line = empty.end(), line + 1
        below[comment.line] = below.get(line, line)
    return below


class _Values:
    """Where the values of a file stand: a `#` within one is text, not a comment."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [item.offset for item in document.content.items]
        self._record: int | None = None
        self._spans: list[tuple[int, int]] = []

    def hold(self, offset: int) -> bool:
        """Whether the character at the offset is part of a value."""
        record = bisect_right(self._starts, offset) - 1
        if record < 0 and self._starts:  # ahead of the first record
            return False
        if record != self._record:
            self._record = record
            self._spans = parse_fragment(self._document, record if self._starts else None).scalars()
        index = bisect_right(self._spans, (offset, len(self._document.source.text))) - 1
        return index >= 0 and offset < self._spans[index][1]
