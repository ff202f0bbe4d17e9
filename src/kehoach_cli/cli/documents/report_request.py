"""Parse the options of a report first, so that git runs while other modules are imported."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.cli.clock import today
from kehoach_cli.cli.documents.report_narrative import narrative_path
from kehoach_cli.cli.parsing import day_asked_about, parse_report_period
from kehoach_cli.cli.plans.request import load_or_fail, locate_plan
from kehoach_cli.entering.parse_values import parse_day
from kehoach_cli.loading.history.revision_name import plan_sources, revision_in_background
from kehoach_cli.plan.periods import Period
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.naming import path_exists


class ReportRequest(NamedTuple):
    """The period, the day that replaces its cut-off (None: the cut-off), the plan and the path of the narrative.

    `revision` waits for git and returns the revision of the files. `yes`: write it also where the report that was sent
    said something else. `with_method`: say how it assesses.
    """

    period: Period
    as_of: date | None
    folder: PlanFolder
    narrative: Path
    revision: Callable[[], str]
    yes: bool = False
    with_method: bool = False


def report_request(
    period: str | None, as_of: str | None, plan: str | None, *, yes: bool = False, with_method: bool = False
) -> ReportRequest:
    """Parse the options. Raises UsageProblem if one is not valid, or there is no plan."""
    day = parse_day(as_of) if as_of else None
    folder = locate_plan(plan, day_asked_about(period, day or today()))
    wanted = parse_report_period(period, lambda: load_or_fail(folder).years)
    narrative = narrative_path(folder, wanted)
    sources = plan_sources(folder)
    revision = revision_in_background(folder, [*sources, narrative] if path_exists(narrative) else sources)
    return ReportRequest(wanted, day, folder, narrative, revision, yes, with_method)
