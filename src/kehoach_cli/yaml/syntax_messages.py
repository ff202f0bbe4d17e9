"""Turn the YAML parser's English errors into Vietnamese findings for people who do not know YAML."""

import re
from typing import NamedTuple

from kehoach_cli.diagnostics import Finding, Location, Position, Related
from kehoach_cli.yaml import characters
from kehoach_cli.yaml.faults import file_finding
from kehoach_cli.yaml.lines import Lines
from kehoach_cli.yaml.subset import ALIAS, ANCHOR, DIRECTIVE, TAG, Construct


class ParserError(NamedTuple):
    """A parser error: what the parser was reading and where that began, the problem and where it is."""

    context: str
    problem: str
    began: Position | None
    at: Position


class _Translation(NamedTuple):
    """A part of the parser's sentence and the Vietnamese for it. `from_start`: point at where the construct began."""

    piece: str
    message: str
    remedy: str
    from_start: bool = False


_UNCLOSED_REMEDY = "Ngăn các mục bằng dấu phẩy và đóng ngoặc ] hoặc }"
_QUOTED = "đặt cả câu trong dấu nháy kép"

_TRANSLATIONS = (
    _Translation(
        "mapping values are not allowed",
        "Dấu hai chấm đứng ở chỗ không được phép",
        f"Nếu dấu hai chấm là một phần của câu thì {_QUOTED}; nếu không thì xem lại độ thụt dòng",
    ),
    _Translation("found unexpected ':'", "Dấu hai chấm đứng ở chỗ không được phép", f"Trong ngoặc, {_QUOTED}"),
    _Translation(
        "could not find expected ':'",
        "Thiếu dấu hai chấm sau khóa",
        "Viết mỗi mục theo dạng khóa: giá trị, có một dấu cách sau dấu hai chấm",
    ),
    _Translation(
        "did not find expected key",
        "Dòng này không thẳng cột với các khóa ở trên",
        "Thụt dòng này bằng đúng các khóa ở trên, và kiểm tra dấu nháy ở dòng trên đã đóng chưa",
    ),
    _Translation(
        "did not find expected '-' indicator",
        "Dòng này không thẳng cột với các mục của danh sách",
        "Bắt đầu mỗi mục bằng dấu gạch ngang, thẳng cột với các mục khác",
    ),
    _Translation(
        "block sequence entries are not allowed",
        "Dấu gạch đầu dòng đứng ở chỗ không được phép",
        "Xuống dòng rồi mới viết dấu gạch ngang, hoặc đặt câu bắt đầu bằng dấu gạch trong dấu nháy",
    ),
    _Translation(
        "did not find expected ',' or", "Ngoặc chưa được đóng hoặc thiếu dấu phẩy", _UNCLOSED_REMEDY, from_start=True
    ),
    _Translation(
        "found unexpected end of stream",
        "Dấu nháy mở ở đây chưa được đóng",
        "Đóng dấu nháy ở cuối câu; dấu nháy đơn trong câu thì viết hai lần",
        from_start=True,
    ),
    _Translation("did not find expected node content", "Thiếu giá trị ở chỗ này", "Ghi giá trị, hoặc bỏ dấu thừa"),
    _Translation(
        "found character that cannot start any token",
        "Giá trị bắt đầu bằng một dấu có nghĩa riêng trong YAML",
        "Đặt giá trị trong dấu nháy kép",
    ),
    *(
        _Translation(
            piece,
            "Dấu \\ trong dấu nháy kép không đi với ký tự này",
            "Dùng dấu nháy đơn thay cho nháy kép, hoặc viết \\\\",
        )
        for piece in ("unknown escape character", "expected hexdecimal number", "Unicode character escape code")
    ),
)
_FALLBACK = _Translation(
    "",
    "Tệp viết sai cú pháp YAML ở chỗ này",
    "So dòng này với các dòng bên cạnh: dấu hai chấm, dấu gạch đầu dòng, dấu nháy và độ thụt dòng phải giống nhau",
)
_CONSTRUCTS: dict[str, Construct] = {
    "while scanning an alias": ALIAS,
    "while scanning an anchor": ANCHOR,
    "while scanning a tag": TAG,
    "while parsing a tag": TAG,
    "undefined tag handle": TAG,
    "while scanning a directive": DIRECTIVE,
    "found incompatible YAML document": DIRECTIVE,
    "found duplicate %": DIRECTIVE,
}
_INDENT = re.compile("[ \t\u00a0\u2000-\u200d\u202f\u2060\u3000\ufeff]*")
_ONLY_A_KEY = re.compile(r"[ ]+[a-z_]+:")
_KEY_WITH_VALUE = re.compile(r":[ ]+[^ ]")


def syntax_finding(error: ParserError, text: str, file: str) -> Finding:
    """The finding for a parser error in a text."""
    lines = Lines(text)
    unclosed = error.began is not None and error.began.line < error.at.line
    error = error._replace(at=_clamped(error.at, lines))
    for piece, construct in _CONSTRUCTS.items():
        if piece in error.context or piece in error.problem:
            return file_finding("KH110", *construct, file, error.began or error.at)
    return _finding_from_line(error, lines, file) or _finding_from_message(error, file, unclosed=unclosed)


def _finding_from_line(error: ParserError, lines: Lines, file: str) -> Finding | None:
    """A finding from the line itself, for faults that the parser describes poorly; None for others."""
    number, column = error.at
    line = lines.excerpt(number, 1)[0]
    indent = _INDENT.match(line)
    odd = next((mark for mark in indent[0] if mark not in " \t"), None) if indent else None
    if indent and odd:
        message = f"Đầu dòng có {characters.named(odd)}"
        at = Position(number, indent[0].index(odd) + 1)
        return file_finding("KH107", message, "Xóa phần đầu dòng rồi gõ lại bằng dấu cách thường", file, at)
    if (indent and "\t" in indent[0]) or line[column - 1 : column] == "\t":
        remedy = "Thay mỗi Tab bằng dấu cách: YAML chỉ nhận dấu cách ở đầu dòng"
        return file_finding("KH106", "Dòng thụt vào bằng phím Tab", remedy, file, error.at)
    if line[column - 1 : column] in ("]", "}") and "expected ',' or" not in error.problem:
        return file_finding("KH107", "Thừa dấu đóng ngoặc", "Xóa dấu thừa, hoặc thêm dấu mở ngoặc", file, error.at)
    if line[column - 1 : column] == "?" and "expected ',' or" in error.problem:
        message = "Dấu hỏi ở cuối chữ trong ngoặc có nghĩa riêng trong YAML"
        return file_finding("KH107", message, "Đặt cả đoạn chữ trong dấu nháy kép", file, error.at)
    before = lines.excerpt(number - 1, 1)[0] if number > 1 else ""
    if "mapping values" in error.problem and _ONLY_A_KEY.fullmatch(line[:column]) and _KEY_WITH_VALUE.search(before):
        at = Position(number, len(line) - len(line.lstrip()) + 1)
        remedy = "Thụt dòng này bằng đúng dòng khóa ở trên"
        return file_finding("KH107", "Dòng này thụt vào khác các khóa ở trên", remedy, file, at)
    return None


def _finding_from_message(error: ParserError, file: str, *, unclosed: bool) -> Finding:
    known = next((known for known in _TRANSLATIONS if known.piece in error.problem), _FALLBACK)
    if known.from_start and error.began and unclosed:
        noticed = Location(file, error.at, error.at._replace(column=error.at.column + 1))
        finding = file_finding("KH107", known.message, known.remedy, file, error.began)
        return finding._replace(related=(Related(noticed, "đến đây vẫn chưa đóng"),))
    return file_finding("KH107", known.message, known.remedy, file, error.at)


def _clamped(at: Position, lines: Lines) -> Position:
    """The position, or the end of the last line if it is beyond that: the parser may count one line more."""
    count = lines.count
    if at.line <= count:
        return at
    return Position(count, len(lines.excerpt(count, 1)[0]) + 1)
