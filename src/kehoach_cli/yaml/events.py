"""Build plain data from YAML text, accepting only a safe subset.

The subset: one document; string keys; no tags, directives, anchors, aliases or merge keys; at most 50 levels and a
bounded number of values. Scalars follow the YAML 1.2 core schema (so `no` is text); numbers keep every digit.
Data is built from the parser's events, not from a tree: events need no recursion, and a forbidden construct is refused
before anything is built from it. Only the starts of records are noted; `locate.py` finds single fields when a finding
needs them.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # named in no __all__
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
from kehoach_cli.yaml import characters
from kehoach_cli.yaml.faults import MAX_FINDINGS, FileFault, file_finding, limit_findings
from kehoach_cli.yaml.scalars import MAX_NUMBER_LENGTH, MAY_BE_SPECIAL, Scalar, clipped, resolve_plain
from kehoach_cli.yaml.subset import MERGE_KEY, Construct, construct_of
from kehoach_cli.yaml.syntax_messages import ParserError, syntax_finding
from kehoach_cli.yaml.text import CONTROL, SourceText, position_at

MAX_DEPTH = 50
MAX_RECORDS = 50_000
MAX_VALUES = 500_000
MAX_VALUES_IN_RECORD = 10_000

Data = Any  # Scalar, or a dict or list of Data; spelled out, every caller would have to narrow it


class Mark(NamedTuple):
    """A position in the text: offset, line and column, all from 0 and in characters."""

    offset: int
    line: int
    column: int


class YamlData(NamedTuple):
    """The data of one file.

    `items` are the starts of the top-level list's items; empty if the file is no list. `flow`: the list is in brackets.
    """

    data: Data
    items: tuple[Mark, ...]
    findings: tuple[Finding, ...]
    flow: bool = False


def parse_events(text: str) -> Iterator[Any]:
    """The parser's events for a text that `text.py` has checked. Raises YAMLError on a syntax error.

    Uses ruamel's C parser directly: `YAML().parse` gives the same events a third slower.
    """
    return iter(CParser(text).get_event, None)


def load_data(source: SourceText, most: int = MAX_VALUES_IN_RECORD) -> YamlData:
    """Read a whole file, whose records hold at most `most` values; one that is no list of them is one record.

    Repeated keys, keys that are not text, numbers out of bounds and escaped control characters become findings;
    reading goes on.

    Raises:
        FileFault: the text is not YAML, is empty, is outside the subset or holds too much.
    """
    reader = _Reader(source, most)
    try:
        root = reader.read()
    except YAMLError as error:
        raise FileFault(_syntax_finding(source, error), source.text) from None
    if root is None:
        finding = file_finding("KH108", "Tệp rỗng, không có dữ liệu", "Ghi nội dung vào tệp, hoặc xóa tệp", source.name)
        raise FileFault(finding, source.text)
    return YamlData(root, tuple(reader.items), tuple(limit_findings(reader.findings, source.name)), reader.flow)


class _Reader:
    """Builds data from events, with an explicit stack instead of recursion."""

    def __init__(self, source: SourceText, most: int) -> None:
        self.source = source
        self.most = most
        self.items: list[Mark] = []
        self.flow = False
        self.findings: list[Finding] = []
        self.documents = 0
        self.values = 0
        self.values_in_record = 0

    def read(self) -> Data:  # noqa: C901 - runs once per scalar of a plan; a function call in it would double the time
        root: Data = None
        container: Data = None
        key: str | None = None  # of the mapping's next value
        stack: list[Data] = []
        for event in parse_events(self.source.text):
            kind = type(event)
            if kind is ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    raise self._outside_subset(event)
                value = event.value
                if event.implicit[0]:  # plain
                    if not value or value[0] in MAY_BE_SPECIAL:
                        value = self._plain(value, event)
                elif event.style == '"':
                    value = self._double_quoted(value, event)
                if key is not None:
                    container[key] = value
                    key = None
                elif type(container) is dict:
                    key = self._new_key(container, value, event)
                elif container is None:
                    root = value
                else:
                    container.append(value)
                    self._count_item(container, len(stack), event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._count_values(container, len(stack), event)
                container = stack.pop()
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                new: Data = {} if kind is MappingStartEvent else []
                self._check_start(container, key, len(stack), event)
                if container is None:
                    root = new
                    self.flow = bool(event.flow_style)
                elif key is not None:
                    container[key] = new
                    key = None
                else:
                    container.append(new)
                    self._count_item(container, len(stack), event)
                stack.append(container)
                container = new
            else:
                self._check_document(event)
        return root

    def _check_start(self, container: Data, key: str | None, depth: int, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            raise self._outside_subset(event)
        if depth >= MAX_DEPTH:
            raise self._fault("KH111", f"Dữ liệu lồng nhau quá {MAX_DEPTH} tầng", "Viết dữ liệu phẳng hơn", event)
        if type(container) is dict and key is None:
            raise self._fault("KH112", "Khóa không phải là chữ", "Viết khóa là một từ, ví dụ name:", event)

    def _count_item(self, container: list[Data], depth: int, event: Any) -> None:
        if depth == 1:  # the top-level list
            mark = event.start_mark
            self.items.append(Mark(mark.index, mark.line, mark.column))
            self.values_in_record = 0
            if len(container) > MAX_RECORDS:
                raise self._over_limit("Tệp", "bản ghi", MAX_RECORDS, event)
        elif len(container) > self.most:
            raise self._over_limit("Danh sách", "mục", self.most, event)

    def _count_values(self, container: Data, depth: int, event: Any) -> None:
        """Count the values of a collection that ends. Items of the top-level list are counted one by one instead."""
        if depth > 1:
            self._count(len(container), event)

    def _count(self, values: int, event: Any) -> None:
        self.values += values
        self.values_in_record += values
        if self.values_in_record > self.most:
            raise self._over_limit("Bản ghi", "giá trị", self.most, event)
        if self.values > MAX_VALUES:
            raise self._over_limit("Tệp", "giá trị", MAX_VALUES, event)

    def _check_document(self, event: Any) -> None:
        if type(event) is AliasEvent:
            raise self._outside_subset(event)
        if type(event) is DocumentStartEvent:
            self.documents += 1
            if self.documents > 1 or event.version or event.tags:
                raise self._outside_subset(event)

    def _new_key(self, container: dict[str, Data], value: Scalar, event: Any) -> str:
        if len(container) >= self.most:
            raise self._over_limit("Bản ghi", "khóa", self.most, event)
        if event.style == '"' and value != event.value:
            raise FileFault(self.findings.pop(), self.source.text)  # a finding cannot name a key with controls in it
        if type(value) is not str:
            before = next(reversed(container.values()), None)
            remedy = "Đặt khóa trong dấu nháy, hoặc sửa lại tên khóa"
            if type(value) is int and type(before) is int:  # {value: 33,5}
                remedy = (
                    f"Nếu là số thập phân thì viết dấu chấm: {before}.{event.value}; nếu không thì sửa lại tên khóa"
                )
            self._report("KH112", "Khóa không phải là chữ", remedy, event)
            return str(event.value)
        if value == "<<":
            raise self._outside_subset(event, MERGE_KEY)
        if value in container:
            self._count(1, event)  # the key's first value, which is overwritten and missing from len(container)
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

    def _double_quoted(self, text: str, event: Any) -> str:
        control = CONTROL.search(text)
        if control is None:
            return text
        self._report(
            "KH104",
            f"Giá trị có {characters.named(control[0])} viết bằng dấu \\",
            "Xóa ký tự đó, hoặc dùng dấu nháy đơn nếu dấu \\ là một phần của chữ",
            event,
        )
        return CONTROL.sub("\ufffd", text)

    def _outside_subset(self, event: Any, construct: Construct | None = None) -> FileFault:
        return self._fault("KH110", *(construct or construct_of(event)), event)

    def _over_limit(self, what: str, of: str, limit: int, event: Any) -> FileFault:
        most = f"{limit:,}".replace(",", ".")
        remedy = "Bỏ bớt ở chỗ này; cả kế hoạch quá lớn thì tách thành nhiều thư mục"
        return self._fault("KH114", f"{what} có quá {most} {of}", remedy, event)

    def _fault(self, code: str, message: str, remedy: str, event: Any) -> FileFault:
        return FileFault(self._finding(code, message, remedy, event), self.source.text)

    def _report(self, code: str, message: str, remedy: str, event: Any) -> None:
        if len(self.findings) <= MAX_FINDINGS:
            self.findings.append(self._finding(code, message, remedy, event))

    def _finding(self, code: str, message: str, remedy: str, event: Any) -> Finding:
        start, end = _span(event)
        return file_finding(code, message, remedy, self.source.name, start=start, end=end)


def _span(event: Any) -> tuple[Position, Position]:
    start, end = event.start_mark, event.end_mark
    last = Position(end.line + 1, end.column + 1)
    if end.index <= start.index:
        last = Position(start.line + 1, start.column + 2)
    return Position(start.line + 1, start.column + 1), last


def _syntax_finding(source: SourceText, error: YAMLError) -> Finding:
    context = problem = ""
    began, at = None, position_at(source.text, getattr(error, "position", 0))
    if isinstance(error, MarkedYAMLError):
        context, problem = str(error.context), str(error.problem)
        began = _position(error.context_mark) if error.context_mark else None
        at = _position(error.problem_mark) if error.problem_mark else at
    return syntax_finding(ParserError(context, problem, began, at), source.text, source.name)


def _position(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1)
