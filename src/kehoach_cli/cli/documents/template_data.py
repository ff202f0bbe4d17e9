"""Choose the kind of a template, and build its data from the current plan."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from kehoach_cli.cli.clock import today
from kehoach_cli.cli.documents.asking import closed_duties
from kehoach_cli.cli.plans.request import load_or_fail, locate_plan
from kehoach_cli.diagnostics import UnusablePlan, UsageProblem
from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.document_heads import DocumentKind
from kehoach_cli.plan.in_force import header_in_force, in_force
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.plan.periods import period_of
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.reports.fields.template_kinds import FORM, JOINT_LETTER, KINDS, LETTER, SUMMARY, kind_of_file
from kehoach_cli.reports.letters.form_context import form_context
from kehoach_cli.reports.letters.form_view import form_views
from kehoach_cli.reports.letters.joint_letter import joint_context
from kehoach_cli.reports.letters.letter_context import letter_context, usual_reply_by
from kehoach_cli.reports.letters.letter_items import letters_view
from kehoach_cli.reports.periodic.period_charts import period_charts
from kehoach_cli.reports.periodic.period_view import period_view
from kehoach_cli.reports.periodic.report_context import report_context


def template_kind(named: str | None, file: str = "") -> str:
    """The kind named, else the one that the file name begins with, else the report.

    Raises:
        UsageProblem: there is no kind of that name.
    """
    if named is None:
        return kind_of_file(file)
    if named in KINDS:
        return named
    near = get_close_matches(named, KINDS, n=1)
    hint = f"; có phải là «{near[0]}»?" if near else "."
    raise UsageProblem(f"Không có loại mẫu «{named}»{hint} Các loại: {', '.join(KINDS)}")


def current_data(kind: str, plan: str | None) -> Mapping[str, Any]:
    """The data of a template as of today: the report on the current period, or the first letter or form due.

    Empty if no plan is named and none is found, or if none is due.

    Raises:
        UsageProblem: the plan named does not exist.
        UnusablePlan: its files have errors.
    """
    try:
        folder = locate_plan(plan)
    except UsageProblem:
        if plan is not None:
            raise
        return {}
    whole = load_or_fail(folder)
    if kind == FORM:
        return _form(whole)
    if kind in (LETTER, JOINT_LETTER):
        return _letter(whole, joint=kind == JOINT_LETTER)
    return _report(whole, "summary" if kind == SUMMARY else "report")


def own_data(kind: str) -> Mapping[str, Any]:
    """The data of a template as `current_data` gives them; empty also where the plan's files have errors."""
    try:
        return current_data(kind, None)
    except UnusablePlan:
        return {}


def _report(whole: Plan, kind: DocumentKind) -> Mapping[str, Any]:
    view = period_view(whole, period_of(today(), header_in_force(whole, today()).reporting.cadence))
    return report_context(view, Narrative(), period_charts(view), kind=kind)


def _letter(whole: Plan, *, joint: bool = False) -> Mapping[str, Any]:
    status = plan_status(whole, today())
    agencies = register(status.plan)
    view = letters_view(status, closed_duties(whole, today()), agencies)
    if not view.letters:
        return {}
    reply_by = usual_reply_by(today())
    return (
        joint_context(view, agencies, reply_by) if joint else letter_context(view.letters[0], view, agencies, reply_by)
    )


def _form(whole: Plan) -> Mapping[str, Any]:
    agencies = register(in_force(whole, today()))
    views = form_views(whole, closed_duties(whole, today()), agencies, usual_reply_by(today()))
    return form_context(views[0], agencies) if views else {}
