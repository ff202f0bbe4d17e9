"""Read ignore comments: `# kehoach: ignore KH204 reason`, on the line of the finding or on lines of its own above."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from kehoach_cli.diagnostics import Finding, Location, Position
from kehoach_cli.plan.ignores import IgnoreComment
from kehoach_cli.yaml.faults import file_finding, limit_findings
from kehoach_cli.yaml.locate import Document, parse_fragment
from kehoach_cli.yaml.scalars import clipped

_MARKER = "kehoach:"
_COMMENT = re.compile(r"(?:^|(?<=\s))#[ \t]*kehoach:[ \t]*([^\r\n]*)", re.MULTILINE)
_DIRECTIVE = re.compile(r"ignore[ \t]+((?:[A-Z]{2}[0-9]{3,}[ \t,]*)+)(.*)")
_CODE = re.compile(r"[A-Z]{2}[0-9]{3,}")
_EMPTY_LINE = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)")
_MAX_COMMENTS = 10_000  # comments, and codes in them
_MAX_LENGTH = 1_000  # characters
_REMEDY = "Viết: # kehoach: ignore KH204 rồi đến lý do"


class IgnoreComments(NamedTuple):
    """The ignores in a file's comments, and the findings for malformed comments."""

    found: list[IgnoreComment]
    findings: list[Finding]


class _Comment(NamedTuple):
    """A `kehoach:` comment. `text` follows the marker; `line` and `column` are from 1; `own_line`: it stands alone."""

    offset: int
    line: int
    column: int
    whole: str
    text: str
    own_line: bool


def read_ignore_comments(document: Document) -> IgnoreComments:
    """All ignore comments of a file."""
    text, name = document.source.text, document.source.name
    if _MARKER not in text:
        return IgnoreComments([], [])
    comments = list(islice(_comments(document), _MAX_COMMENTS + 1))
    below = _lines_below(text, comments)
    found: list[IgnoreComment] = []
    findings: list[Finding] = []
    for comment in comments:
        directive = _DIRECTIVE.fullmatch(comment.text.rstrip()) if len(comment.text) <= _MAX_LENGTH else None
        codes = list(_CODE.finditer(directive[1])) if directive else []
        if directive is None or not any(mark.isalnum() for mark in directive[2]):
            findings.append(_malformed(comment, [code[0] for code in codes], name))
            continue
        column = comment.column + len(comment.whole) - len(comment.text) + directive.start(1)
        for code in codes:
            start, end = (Position(comment.line, column + place) for place in code.span())
            found.append(IgnoreComment(code[0], Location(name, start, end), below.get(comment.line, comment.line)))
        if len(found) > _MAX_COMMENTS:
            findings.append(_too_many(comment, name))
            break
    return IgnoreComments(found, limit_findings(findings, name))


def _too_many(comment: _Comment, name: str) -> Finding:
    at = Position(comment.line, comment.column)
    message = "Tệp có quá 10.000 ghi chú kehoach, phần còn lại không có tác dụng"
    return file_finding("KH114", message, "Sửa các chỗ sai, hoặc ghi một lần vào checks: của plan.yaml", name, at)


def _malformed(comment: _Comment, codes: list[str], name: str) -> Finding:
    if codes:
        code, message = "KH901", f"Ghi chú bỏ qua {clipped(', '.join(codes))} không nêu lý do nên không có tác dụng"
    else:
        code, message = "KH903", f"Không hiểu ghi chú kehoach «{clipped(comment.text.strip())}»"
    start = Position(comment.line, comment.column)
    end = start._replace(column=comment.column + len(comment.whole.rstrip()))
    return file_finding(code, message, _REMEDY, name, start=start, end=end)


def _comments(document: Document) -> Iterator[_Comment]:
    text = document.source.text
    values = _Values(document)
    line, last = 1, 0
    for match in _COMMENT.finditer(text):
        offset = match.start()
        between = text[last:offset]
        line += between.count("\n") + between.count("\r") - between.count("\r\n")
        last = offset
        if not values.contains(offset):
            line_start = 1 + max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
            own_line = not text[line_start:offset].strip()
            column = offset - line_start + 1
            yield _Comment(offset, line, column, whole=match[0], text=match[1], own_line=own_line)


def _lines_below(text: str, comments: list[_Comment]) -> dict[int, int]:
    """For each comment on a line of its own: that line -> the first line below with content."""
    below: dict[int, int] = {}
    for comment in reversed(comments):
        if not comment.own_line:
            continue
        place, line = comment.offset, comment.line
        while line not in below and (empty := _EMPTY_LINE.match(text, place)):
            place, line = empty.end(), line + 1
        below[comment.line] = below.get(line, line)
    return below


class _Values:
    """Knows where a file's values are: a `#` within one is text, not a comment."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [item.offset for item in document.content.items]
        self._record: int | None = None
        self._spans: list[tuple[int, int]] = []

    def contains(self, offset: int) -> bool:
        """Whether the character at the offset is part of a value."""
        record = bisect_right(self._starts, offset) - 1
        if record < 0 and self._starts:  # before the first record
            return False
        if record != self._record:
            self._record = record
            self._spans = parse_fragment(self._document, record if self._starts else None).scalars()
        index = bisect_right(self._spans, (offset, len(self._document.source.text))) - 1
        return index >= 0 and offset < self._spans[index][1]
