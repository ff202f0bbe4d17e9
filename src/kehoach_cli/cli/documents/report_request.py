"""What a report is asked for: read from the options at once, so that git can be asked while the rest is imported."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.cli.documents.report_narrative import narrative_path
from kehoach_cli.cli.parsing import parse_report_period
from kehoach_cli.cli.plans.request import locate_plan
from kehoach_cli.diagnostics import COLLECTIONS
from kehoach_cli.entering.typed_values import parse_day
from kehoach_cli.loading.history.revision_name import asked_meanwhile
from kehoach_cli.plan.periods import Period
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.naming import is_there


class ReportRequest(NamedTuple):
    """The period, the day that was asked for in place of its cut-off, the plan and the file of the narrative.

    `revision` waits for git to say which revision the files are of.
    """

    period: Period
    as_of: date | None
    folder: PlanFolder
    words: Path
    revision: Callable[[], str]


def report_request(period: str | None, as_of: str | None, plan: str | None) -> ReportRequest:
    """Read the options. Raises UsageProblem where one makes no sense, or there is no plan."""
    wanted = parse_report_period(period)
    day = parse_day(as_of) if as_of else None
    folder = locate_plan(plan)
    words = narrative_path(folder, wanted)
    sources = [folder.file(name) for name in COLLECTIONS]
    revision = asked_meanwhile(folder, [*sources, words] if is_there(words) else sources)
    return ReportRequest(wanted, day, folder, words, revision)
