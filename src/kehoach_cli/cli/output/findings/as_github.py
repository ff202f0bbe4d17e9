"""Write findings as workflow commands of GitHub Actions, which shows them at their lines in a pull request.

The escapes are those of the runner (actions/toolkit, packages/core/src/command.ts). They keep text from ending a
command or starting another.
"""

from collections.abc import Mapping

from kehoach_cli.cli.output.findings.as_text import summary
from kehoach_cli.cli.output.findings.check_report import CheckReport
from kehoach_cli.cli.output.printable import one_line
from kehoach_cli.cli.output.runner_log import Commands
from kehoach_cli.diagnostics import LocatedFinding, Severity

_COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def findings_github(report: CheckReport) -> Commands:
    return Commands("".join(f"{_command(item)}\n" for item in report.findings) + summary(report) + "\n")


def _command(item: LocatedFinding) -> str:
    finding, (file, start, end) = item.finding, item.location
    properties = {
        "file": file.replace("\\", "/"),
        "line": str(start.line),
        "endLine": str(end.line),
        # The runner accepts columns only for a span within one line.
        **({"col": str(start.column), "endColumn": str(end.column)} if start.line == end.line else {}),
        "title": f"{finding.code} (kehoach)",
    }
    arguments = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    related = [f"{note}: {place.file}:{place.start.line}" for place, note in item.related]
    message = "%0A".join(_percent(one_line(line)) for line in (finding.message, finding.remedy, *related))
    return f"::{_COMMANDS[finding.severity]} {arguments}::{message}"


def _property(text: str) -> str:
    return _percent(one_line(text)).replace(":", "%3A").replace(",", "%2C")


def _percent(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
