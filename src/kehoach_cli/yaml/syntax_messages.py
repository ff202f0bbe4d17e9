"""The YAML parser's English complaints, said in Vietnamese for somebody who fills in a form."""

import re
from typing import NamedTuple

from kehoach_cli.diagnostics import Finding, Location, Position, Related
from kehoach_cli.yaml.faults import file_finding
from kehoach_cli.yaml.lines import Lines
from kehoach_cli.yaml.subset import ALIAS, ANCHOR, DIRECTIVE, TAG, Construct


class Complaint(NamedTuple):
    """What the parser said: what it was in the middle of, what it did not like, and where both are."""

    context: str
    problem: str
    began: Position | None
    at: Position


class _Known(NamedTuple):
    """A piece of the parser's sentence, and what to say of it. `from_start`: the fault lies where it began."""

    piece: str
    message: str
    remedy: str
    from_start: bool = False


_UNCLOSED_REMEDY = "Ngăn các mục bằng dấu phẩy và đóng ngoặc ] hoặc }"
_QUOTED = "đặt cả câu trong dấu nháy kép"

_KNOWN = (
    _Known(
        "mapping values are not allowed",
        "Dấu hai chấm đứng ở chỗ không được phép",
        f"Nếu dấu hai chấm là một phần của câu thì {_QUOTED}; nếu không thì xem lại độ thụt dòng",
    ),
    _Known("found unexpected ':'", "Dấu hai chấm đứng ở chỗ không được phép", f"Trong ngoặc, {_QUOTED}"),
    _Known(
        "could not find expected ':'",
        "Thiếu dấu hai chấm sau khóa",
        "Viết mỗi mục theo dạng khóa: giá trị, có một dấu cách sau dấu hai chấm",
    ),
    _Known(
        "did not find expected key",
        "Dòng này không thẳng cột với các khóa của bản ghi",
        "Thụt dòng này bằng đúng các khóa cùng bản ghi, và kiểm tra dấu nháy ở dòng trên đã đóng chưa",
    ),
    _Known(
        "did not find expected '-' indicator",
        "Dòng này không thẳng cột với các mục của danh sách",
        "Bắt đầu mỗi mục bằng dấu gạch ngang, thẳng cột với các mục khác",
    ),
    _Known(
        "block sequence entries are not allowed",
        "Dấu gạch đầu dòng đứng ở chỗ không được phép",
        "Xuống dòng rồi mới viết dấu gạch ngang, hoặc đặt câu bắt đầu bằng dấu gạch trong dấu nháy",
    ),
    _Known(
        "did not find expected ',' or", "Ngoặc chưa được đóng hoặc thiếu dấu phẩy", _UNCLOSED_REMEDY, from_start=True
    ),
    _Known(
        "found unexpected end of stream",
        "Dấu nháy mở ở đây chưa được đóng",
        "Đóng dấu nháy ở cuối câu; dấu nháy đơn trong câu thì viết hai lần",
        from_start=True,
    ),
    _Known("did not find expected node content", "Thiếu giá trị ở chỗ này", "Ghi giá trị, hoặc bỏ dấu thừa"),
    _Known(
        "found character that cannot start any token",
        "Giá trị bắt đầu bằng một dấu có nghĩa riêng trong YAML",
        "Đặt giá trị trong dấu nháy kép",
    ),
    *(
        _Known(
            piece,
            "Dấu \\ trong dấu nháy kép không đi với ký tự này",
            "Dùng dấu nháy đơn thay cho nháy kép, hoặc viết \\\\",
        )
        for piece in ("unknown escape character", "expected hexdecimal number", "Unicode character escape code")
    ),
)
_GENERAL = _Known(
    "",
    "Tệp viết sai cú pháp YAML ở chỗ này",
    "So dòng này với bản ghi bên cạnh: dấu hai chấm, dấu gạch đầu dòng, dấu nháy và độ thụt dòng phải giống nhau",
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


def syntax_finding(said: Complaint, text: str, file: str) -> Finding:
    """The parser's complaint about a text, put so that it helps."""
    lines = Lines(text)
    unclosed = said.began is not None and said.began.line < said.at.line
    said = said._replace(at=_within(said.at, lines))
    for piece, construct in _CONSTRUCTS.items():
        if piece in said.context or piece in said.problem:
            return file_finding("KH110", *construct, file, said.began or said.at)
    return _by_its_line(said, lines, file) or _by_its_words(said, file, unclosed=unclosed)


def _by_its_line(said: Complaint, lines: Lines, file: str) -> Finding | None:
    """What the line itself shows better than the parser says it."""
    number, column = said.at
    line = lines.piece(number, 1)[0]
    indent = _INDENT.match(line)
    odd = next((mark for mark in indent[0] if mark not in " \t"), None) if indent else None
    if indent and odd:
        message = f"Đầu dòng có dấu cách lạ hoặc ký tự không nhìn thấy U+{ord(odd):04X}"
        at = Position(number, indent[0].index(odd) + 1)
        return file_finding("KH107", message, "Xóa phần đầu dòng rồi gõ lại bằng dấu cách thường", file, at)
    if (indent and "\t" in indent[0]) or line[column - 1 : column] == "\t":
        remedy = "Thay mỗi Tab bằng dấu cách: YAML chỉ nhận dấu cách ở đầu dòng"
        return file_finding("KH106", "Dòng thụt vào bằng phím Tab", remedy, file, said.at)
    if line[column - 1 : column] in ("]", "}") and "expected ',' or" not in said.problem:
        return file_finding("KH107", "Thừa dấu đóng ngoặc", "Xóa dấu thừa, hoặc thêm dấu mở ngoặc", file, said.at)
    if line[column - 1 : column] == "?" and "expected ',' or" in said.problem:
        message = "Dấu hỏi ở cuối chữ trong ngoặc có nghĩa riêng trong YAML"
        return file_finding("KH107", message, "Đặt cả đoạn chữ trong dấu nháy kép", file, said.at)
    before = lines.piece(number - 1, 1)[0] if number > 1 else ""
    if "mapping values" in said.problem and _ONLY_A_KEY.fullmatch(line[:column]) and _KEY_WITH_VALUE.search(before):
        at = Position(number, len(line) - len(line.lstrip()) + 1)
        remedy = "Thụt dòng này bằng đúng dòng khóa ở trên"
        return file_finding("KH107", "Dòng này thụt vào khác các khóa cùng bản ghi", remedy, file, at)
    return None


def _by_its_words(said: Complaint, file: str, *, unclosed: bool) -> Finding:
    known = next((known for known in _KNOWN if known.piece in said.problem), _GENERAL)
    if known.from_start and said.began and unclosed:
        noticed = Location(file, said.at, said.at._replace(column=said.at.column + 1))
        finding = file_finding("KH107", known.message, known.remedy, file, said.began)
        return finding._replace(related=(Related(noticed, "đến đây vẫn chưa đóng"),))
    return file_finding("KH107", known.message, known.remedy, file, said.at)


def _within(at: Position, lines: Lines) -> Position:
    """The place, or where the last line ends for one that lies behind it: the parser counts one line more."""
    count = lines.count
    if at.line <= count:
        return at
    return Position(count, len(lines.piece(count, 1)[0]) + 1)
