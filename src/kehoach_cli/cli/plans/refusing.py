"""The end of a command that cannot go on with a plan as its files are: what is wrong with them, in full."""

import sys
from collections.abc import Sequence
from typing import NoReturn

from kehoach_cli.cli import console
from kehoach_cli.cli.exits import USAGE, Failure
from kehoach_cli.cli.output.findings.as_text import findings_text
from kehoach_cli.cli.output.findings.checked_files import Report
from kehoach_cli.diagnostics import LocatedFinding
from kehoach_cli.loading.locating import located
from kehoach_cli.loading.plan_files import LoadedPlan


def refuse(loaded: LoadedPlan, files: tuple[str, ...]) -> NoReturn:
    """Print the findings of reading these files and end the command."""
    refuse_for(located(loaded, loaded.findings), files)


def refuse_for(findings: Sequence[LocatedFinding], files: tuple[str, ...], closing: str = "") -> NoReturn:
    """Print these findings about these files, then the closing words, and end the command."""
    report = Report(findings, files)
    sys.stderr.write(findings_text(report, width=console.width(), colour=console.shows_colour(sys.stderr)))
    if closing:
        console.say(closing)
    raise Failure(USAGE)
