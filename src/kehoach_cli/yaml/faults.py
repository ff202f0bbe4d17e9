"""The fault that ends the reading of one file, carrying the finding that is to be shown for it."""

from collections.abc import Sequence

from kehoach_cli.diagnostics import Finding, Location, Position, Severity

START = Position(1, 1)
MOST_FINDINGS = 1_000


class FileFault(Exception):
    """A file that cannot be read any further; `finding` says why and where.

    `text` is what the file holds, as far as it could be made out, for showing the line.
    """

    def __init__(self, finding: Finding, text: str = "") -> None:
        super().__init__(finding.message)
        self.finding = finding
        self.text = text

    @property
    def file(self) -> str:
        """The file's name in messages."""
        return self.finding.at.file if isinstance(self.finding.at, Location) else ""


def file_finding(
    code: str,
    message: str,
    remedy: str,
    file: str,
    start: Position = START,
    end: Position | None = None,
    severity: Severity = "error",
) -> Finding:
    """A finding about a place in a file; without an end it points at one character."""
    end = end or Position(start.line, start.column + 1)
    return Finding(code, severity, message, remedy, Location(file, start, end))


def bounded(findings: Sequence[Finding], file: str) -> list[Finding]:
    """The findings of one file, at most MOST_FINDINGS of them and then a finding that says so.

    A file that is wrong in every line would else fill the memory; nobody mends so many before looking again.
    """
    if len(findings) <= MOST_FINDINGS:
        return list(findings)
    most = f"{MOST_FINDINGS:,}".replace(",", ".")
    rest = file_finding(
        "KH115", f"Tệp có quá {most} lỗi, phần còn lại không nêu", "Sửa các lỗi đã nêu rồi chạy lại", file
    )
    return [*findings[:MOST_FINDINGS], rest]
