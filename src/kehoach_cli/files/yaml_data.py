"""YAML text -> plain data, by the safe subset that plan files are written in.

One document; string keys; no tags, directives, anchors, aliases or merge keys; at most 50 levels. Scalars are
read by the YAML 1.2 core schema (so `no` is text), numbers exactly as written. The parser is asked for
events, never for a tree: events need no recursion, and whatever is refused is refused before anything is built
from it. Positions of records are noted on the way; those of single fields are worked out when a finding
needs them (`locate.py`).
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from _ruamel_yaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kehoach_cli.diagnostics import Finding, Position
from kehoach_cli.files.faults import FileFault, file_finding
from kehoach_cli.files.syntax_messages import syntax_message
from kehoach_cli.files.text import SourceText, position_at

MAX_DEPTH = 50
MAX_NUMBER_LENGTH = 40

Scalar = str | int | Decimal | bool | None
Data = Any  # Scalar, or a dict or list of Data: spelled out, every reader would have to narrow it again


class ItemStart(NamedTuple):
    """Where an item of the top-level list begins: offset into the text, and line and column from 0."""

    offset: int
    line: int
    column: int


class YamlData(NamedTuple):
    """What one file holds. `items` are the starts of the top-level list's items, empty for any other file."""

    data: Data
    items: tuple[ItemStart, ...]
    findings: tuple[Finding, ...]


def parse_events(text: str) -> Iterator[Any]:
    """The parser's events for a text that `text.py` has checked. Raises YAMLError on a syntax error.

    The parser is ruamel's in C, asked directly: `YAML().parse` gives the same events a third slower.
    """
    return iter(CParser(text).get_event, None)


def load_data(source: SourceText) -> YamlData:
    """Read a whole file.

    Repeated keys, keys that are not text and numbers out of bounds are findings, and reading goes on.

    Raises:
        FileFault: the text is not YAML, holds nothing, or steps outside the subset.
    """
    reader = _Reader(source)
    try:
        root = reader.read()
    except YAMLError as error:
        raise FileFault(_syntax_finding(source, error)) from None
    if root is None:
        raise FileFault(
            file_finding("KH108", "Tệp rỗng, không có dữ liệu", "Ghi nội dung vào tệp, hoặc xóa tệp", source.name)
        )
    return YamlData(root, tuple(reader.items), tuple(reader.findings))


class _Reader:
    """Builds data from events, with a stack of its own in place of recursion."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.items: list[ItemStart] = []
        self.findings: list[Finding] = []
        self.documents = 0

    def read(self) -> Data:  # noqa: C901 - the loop runs once for every scalar of a plan; a call each would double it
        root: Data = None
        container: Data = None
        key: str | None = None  # in a mapping, the key whose value comes next
        stack: list[Data] = []
        for event in parse_events(self.source.text):
            kind = type(event)
            if kind is ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    raise self._outside_subset(event)
                value = event.value
                if event.implicit[0] and (not value or value[0] in _MAY_BE_SPECIAL):  # plain, and perhaps not text
                    value = self._plain(value, event)
                if key is not None:
                    container[key] = value
                    key = None
                elif type(container) is dict:
                    key = self._new_key(container, value, event)
                elif container is None:
                    root = value
                else:
                    container.append(value)
                    if len(stack) == 1:
                        self._note_item(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                container = stack.pop()
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                new: Data = {} if kind is MappingStartEvent else []
                self._check_opening(container, key, len(stack), event)
                if container is None:
                    root = new
                elif key is not None:
                    container[key] = new
                    key = None
                else:
                    container.append(new)
                stack.append(container)
                container = new
            else:
                self._check_framing(event)
        return root

    def _check_opening(self, container: Data, key: str | None, depth: int, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            raise self._outside_subset(event)
        if depth >= MAX_DEPTH:
            raise self._fault("KH111", f"Dữ liệu lồng nhau quá {MAX_DEPTH} tầng", "Viết dữ liệu phẳng hơn", event)
        if type(container) is list:
            if depth == 1:
                self._note_item(event)
        elif container is not None and key is None:
            raise self._fault("KH112", "Khóa không phải là chữ", "Viết khóa là một từ, ví dụ name:", event)

    def _check_framing(self, event: Any) -> None:
        if type(event) is AliasEvent:
            raise self._outside_subset(event)
        if type(event) is DocumentStartEvent:
            self.documents += 1
            if self.documents > 1 or event.version or event.tags:
                raise self._outside_subset(event)

    def _new_key(self, container: dict[str, Data], value: Scalar, event: Any) -> str:
        if type(value) is not str:
            self._report("KH112", "Khóa không phải là chữ", "Đặt khóa trong dấu nháy, hoặc sửa lại tên khóa", event)
            return str(event.value)
        if value == "<<":
            raise self._outside_subset(event)
        if value in container:
            self._report(
                "KH109",
                f"Khóa «{clipped(value)}» xuất hiện hai lần",
                "Giữ lại một dòng và xóa dòng kia: khi đọc chỉ một giá trị được dùng",
                event,
            )
        return value

    def _plain(self, text: str, event: Any) -> Scalar:
        try:
            return resolve_plain(text)
        except ValueError:
            self._report(
                "KH113",
                f"«{clipped(text)}» không phải là số dùng được",
                f"Viết số hữu hạn, tối đa {MAX_NUMBER_LENGTH} chữ số, ví dụ 29.2",
                event,
            )
            return None

    def _note_item(self, event: Any) -> None:
        mark = event.start_mark
        self.items.append(ItemStart(mark.index, mark.line, mark.column))

    def _outside_subset(self, event: Any) -> FileFault:
        return self._fault(
            "KH110",
            "Tệp dùng cách viết YAML mà kế hoạch không cho phép (nhãn &, *, !, <<, % hoặc nhiều tài liệu ---)",
            "Viết lại giá trị đầy đủ ngay tại chỗ; nếu chữ bắt đầu bằng một trong các dấu đó thì đặt trong dấu nháy",
            event,
        )

    def _fault(self, code: str, message: str, remedy: str, event: Any) -> FileFault:
        return FileFault(file_finding(code, message, remedy, self.source.name, *_span(event)))

    def _report(self, code: str, message: str, remedy: str, event: Any) -> None:
        self.findings.append(file_finding(code, message, remedy, self.source.name, *_span(event)))


# What the first character of null, true, false and of any number may be.
_MAY_BE_SPECIAL = frozenset("~nNtTfF-+.0123456789")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = r"[-+]?[0-9]+"
_DECIMAL = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
_BASED = r"0o[0-7]+|0x[0-9a-fA-F]+"
_NOT_FINITE = r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"


@lru_cache(maxsize=8192)
def resolve_plain(text: str) -> Scalar:
    """What an unquoted scalar means in the YAML 1.2 core schema; decimals keep every digit.

    Raises:
        ValueError: a number that is not finite, or longer than any figure a plan can hold.
    """
    if text in _WORDS:
        return _WORDS[text]
    if re.fullmatch(_DECIMAL, text):
        if len(text) > MAX_NUMBER_LENGTH:
            raise ValueError(text)
        if re.fullmatch(_INTEGER, text):
            return int(text)
        value = Decimal(text)
        if abs(value.adjusted()) > MAX_NUMBER_LENGTH:
            raise ValueError(text)
        return value
    if re.fullmatch(_BASED, text):
        if len(text) > MAX_NUMBER_LENGTH:
            raise ValueError(text)
        return int(text, 0)
    if re.fullmatch(_NOT_FINITE, text):
        raise ValueError(text)
    return text


def clipped(text: str, length: int = 40) -> str:
    """The text cut to a length that fits in a message."""
    return text if len(text) <= length else text[: length - 1] + "…"


def _span(event: Any) -> tuple[Position, Position]:
    start, end = event.start_mark, event.end_mark
    last = Position(end.line + 1, end.column + 1)
    if end.index <= start.index:
        last = Position(start.line + 1, start.column + 2)
    return Position(start.line + 1, start.column + 1), last


def _syntax_finding(source: SourceText, error: YAMLError) -> Finding:
    if isinstance(error, MarkedYAMLError) and error.problem_mark is not None:
        at = Position(error.problem_mark.line + 1, error.problem_mark.column + 1)
        problem = str(error.problem)
    else:
        at, problem = position_at(source.text, getattr(error, "position", 0)), ""
    code, message, remedy = syntax_message(problem, source.text, at)
    return file_finding(code, message, remedy, source.name, at)
