"""Name the report and the plan it is on, as the title and the first sentence of a document do."""

from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.periods import Period
from kehoach_cli.vocabulary import wording
from kehoach_cli.vocabulary.report_words import document_kind


def plan_in_period(plan: Plan, period: Period) -> str:
    """`Kế hoạch hoạt động … quý III năm 2023`: the year is said once."""
    name, of_year = wording.full_period(period), f" năm {period.year}"
    before, found, after = plan.title.rpartition(of_year)
    if found and not after[:1].isalnum() and name.endswith(of_year.strip()):
        return f"{before} {name}{after}"
    return f"{plan.title} {name}"


def plan_named(plan: Plan) -> str:
    """`Quyết định số 180/QĐ-BCĐ ngày 26 tháng 6 năm 2023 ban hành Kế hoạch …`; whose, unless the title says it."""
    kind = document_kind(plan.number)
    issuer = "" if plan.issuer.casefold() in plan.title.casefold() else f" của {plan.issuer}"
    issues = "" if is_itself(plan) else f" ban hành {plan.title}"
    return f"{kind} số {plan.number} {wording.full_day(plan.date)}{issuer}{issues}"


def is_itself(plan: Plan) -> bool:
    """Whether the number is that of the plan itself, not of a decision that issues it."""
    return plan.title.casefold().startswith(document_kind(plan.number).casefold())
