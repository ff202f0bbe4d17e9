"""Findings about a file of Word or of a spreadsheet, with places that a person can find in that program."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from kehoach_cli.diagnostics import Severity


class Place(NamedTuple):
    """A place in a Word file: the `part` as Word's menus name it, the `position` in it, and the text found there.

    `span` is the range of `excerpt` to point at, in characters; (0, 0) means all of it.
    """

    part: str
    position: str = ""
    excerpt: str = ""
    span: tuple[int, int] = (0, 0)

    def words(self) -> str:
        """`thân văn bản, bảng 2, hàng 3, ô 1`."""
        return f"{self.part}, {self.position}" if self.position else self.part


FILE = Place("tệp")
FileKind = Literal["word", "sheet"]  # "sheet" is a workbook of Excel or LibreOffice
PROGRAMS: Mapping[FileKind, str] = {"word": "Word", "sheet": "Excel"}


def save_anew(kind: FileKind) -> str:
    """The remedy for a file that its program repairs by saving it."""
    return f"Mở tệp trong {PROGRAMS[kind]} rồi lưu lại thành tệp mới"


class WordFinding(NamedTuple):
    """One fault of a file. `message` says what is wrong, `remedy` what to do; both are Vietnamese."""

    code: str
    message: str
    remedy: str
    place: Place
    severity: Severity = "error"


MAX_FINDINGS = 200


def limit_findings(findings: Sequence[WordFinding]) -> Sequence[WordFinding]:
    """The first MAX_FINDINGS findings of a file, then one that counts the rest and has their highest severity."""
    left = findings[MAX_FINDINGS:]
    if not left:
        return findings
    severity: Severity = "error" if any(item.severity == "error" for item in left) else "warning"
    message = f"Còn {len(left):,} lỗi hoặc cảnh báo nữa không nêu ở đây".replace(",", ".")
    rest = WordFinding("KH115", message, "Sửa những điều đã nêu rồi kiểm tra lại", FILE, severity)
    return [*findings[:MAX_FINDINGS], rest]


class TemplateProblem(Exception):
    """The file cannot be used; `findings` say why and where."""

    def __init__(self, findings: Iterable[WordFinding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{item.place.words()}: {item.message}" for item in self.findings))
