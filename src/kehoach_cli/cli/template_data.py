"""The data that a template would be filled with today: what its names stand for on the current plan."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kehoach_cli.cli.clock import today
from kehoach_cli.cli.exits import UsageProblem
from kehoach_cli.cli.request import load_or_fail, locate_plan
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.periods import period_of
from kehoach_cli.reports.periodic.charts import period_charts
from kehoach_cli.reports.periodic.context import report_context
from kehoach_cli.reports.periodic.view import period_view
from kehoach_cli.reports.word.originals import KINDS, REPORT


def template_kind(named: str | None, file: str = "") -> str:
    """The kind of template asked for, else the one that the file is named after, else the report.

    Raises:
        UsageProblem: there is no kind of that name.
    """
    if named is None:
        stem = Path(file).stem
        return next((kind for kind in KINDS if stem.startswith(kind)), REPORT)
    if named in KINDS:
        return named
    near = get_close_matches(named, KINDS, n=1)
    hint = f"; có phải là «{near[0]}»?" if near else ""
    raise UsageProblem(f"Không có loại mẫu «{named}»{hint} Các loại: {', '.join(KINDS)}")


def current_data(plan: str | None) -> Mapping[str, Any]:
    """The data of a report on the period that today lies in, with nothing written by people yet.

    Raises:
        UsageProblem: there is no plan. Failure: its files have errors, which were printed.
    """
    whole = load_or_fail(locate_plan(plan))
    view = period_view(whole, period_of(today(), whole.reporting.cadence), None)
    return report_context(view, Narrative(), period_charts(view))
