"""Say in full what is wrong with a plan's files when a command cannot go on with them."""

import sys

from kehoach_cli.cli import console
from kehoach_cli.cli.exits import USAGE
from kehoach_cli.cli.output.findings.as_text import findings_text
from kehoach_cli.cli.output.findings.checked_files import Report
from kehoach_cli.diagnostics import UnusablePlan


def refuse(unusable: UnusablePlan) -> int:
    """Print the findings and the closing sentence to stderr, and return the exit code."""
    report = Report(unusable.findings, unusable.files)
    sys.stderr.write(findings_text(report, width=console.width(), colour=console.shows_colour(sys.stderr)))
    if unusable.closing:
        console.say(unusable.closing)
    return USAGE
