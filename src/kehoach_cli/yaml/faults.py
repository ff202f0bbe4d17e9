"""FileFault: a file cannot be read further; it holds the finding to report. And helpers to make findings of a file."""

from collections.abc import Sequence

from kehoach_cli.diagnostics import Finding, Location, Position, Severity

START = Position(1, 1)
MAX_FINDINGS = 1_000


class FileFault(Exception):
    """A file cannot be read further. `finding` says why and where.

    `text` is the file's text as far as it was decoded, to show the line in messages.
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
    """A finding at a place in a file. Without `end` it points at one character."""
    end = end or Position(start.line, start.column + 1)
    return Finding(code, severity, message, remedy, Location(file, start, end))


def limit_findings(findings: Sequence[Finding], file: str) -> list[Finding]:
    """The first MAX_FINDINGS findings of one file and, if there are more, one that says so.

    A file that is wrong in every line would otherwise fill the memory.
    """
    if len(findings) <= MAX_FINDINGS:
        return list(findings)
    most = f"{MAX_FINDINGS:,}".replace(",", ".")
    rest = file_finding(
        "KH115", f"Tệp có quá {most} lỗi, phần còn lại không nêu", "Sửa các lỗi đã nêu rồi chạy lại", file
    )
    return [*findings[:MAX_FINDINGS], rest]
