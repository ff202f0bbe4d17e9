"""What is wrong with a Word file, and where a person finds it in Word."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kehoach_cli.diagnostics import Severity


class Place(NamedTuple):
    """Where in a Word file: `part` as Word's menus call it, the `position` in it, and the text found there.

    `span` is the stretch of `excerpt` that is meant, in characters; empty where the whole is.
    """

    part: str
    position: str = ""
    excerpt: str = ""
    span: tuple[int, int] = (0, 0)

    def words(self) -> str:
        """`thân văn bản, bảng 2, hàng 3, ô 1`."""
        return f"{self.part}, {self.position}" if self.position else self.part


FILE = Place("tệp")


class WordFinding(NamedTuple):
    """One fault of a Word file. `message` says what is wrong and `remedy` what to do, each in Vietnamese."""

    code: str
    severity: Severity
    message: str
    remedy: str
    place: Place


MOST_FINDINGS = 200


def bounded(findings: Sequence[WordFinding]) -> Sequence[WordFinding]:
    """The first findings of one file and, where there are more, one that says how many, as grave as the gravest."""
    left = findings[MOST_FINDINGS:]
    if not left:
        return findings
    severity: Severity = "error" if any(item.severity == "error" for item in left) else "warning"
    message = f"Còn {len(left):,} lỗi hoặc cảnh báo nữa không nêu ở đây".replace(",", ".")
    rest = WordFinding("KH115", severity, message, "Sửa những điều đã nêu rồi kiểm tra lại", FILE)
    return [*findings[:MOST_FINDINGS], rest]


class TemplateProblem(Exception):
    """A template that cannot be rendered; `findings` say why and where."""

    def __init__(self, findings: Iterable[WordFinding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{item.place.words()}: {item.message}" for item in self.findings))
