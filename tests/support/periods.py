"""Views and contexts of a period's report, for tests of what the report says."""

from datetime import date
from typing import Any

from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.periods import parse_period
from kehoach_cli.reports.periodic.period_charts import period_charts
from kehoach_cli.reports.periodic.period_view import period_view
from kehoach_cli.reports.periodic.report_context import report_context


def context_of(
    plan: Plan, period: str, narrative: Narrative | None = None, as_of: date | None = None
) -> dict[str, Any]:
    """The data that a template of a report on the period gets."""
    view = period_view(plan, parse_period(period), as_of)
    return report_context(view, narrative or Narrative(), period_charts(view), "0123456789")
