"""The fault that ends the reading of one file, carrying the finding that is to be shown for it."""

from kehoach_cli.diagnostics import Finding, Location, Position, Severity

START = Position(1, 1)


class FileFault(Exception):
    """A file that cannot be read any further; `finding` says why and where."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


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
