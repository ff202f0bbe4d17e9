"""Print the findings of a plan whose errors stop a command."""

import sys

from kehoach_cli.cli import console
from kehoach_cli.cli.exits import USAGE
from kehoach_cli.cli.output.findings.as_text import findings_text
from kehoach_cli.cli.output.findings.check_report import CheckReport
from kehoach_cli.diagnostics import UnusablePlan


def report_unusable(unusable: UnusablePlan) -> int:
    """Print the findings and the closing sentence to stderr; return the exit code."""
    report = CheckReport(unusable.findings, unusable.files)
    sys.stderr.write(findings_text(report, width=console.width(), colour=console.shows_colour(sys.stderr)))
    if unusable.closing:
        console.say(unusable.closing)
    return USAGE
