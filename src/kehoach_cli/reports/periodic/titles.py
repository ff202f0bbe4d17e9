"""Name a plan and the period that a report is on in one title."""

from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.periods import Period
from kehoach_cli.vocabulary import wording


def plan_in_period(plan: Plan, period: Period) -> str:
    """`Kế hoạch hoạt động … quý III năm 2023`: the year is said once."""
    name, of_year = wording.full_period(period), f" năm {period.year}"
    before, found, after = plan.title.rpartition(of_year)
    if found and not after[:1].isalnum() and name.endswith(of_year.strip()):
        return f"{before} {name}{after}"
    return f"{plan.title} {name}"
