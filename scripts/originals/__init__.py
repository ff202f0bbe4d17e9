"""Build the templates that the program comes with, so that every line of them can be read and tested."""

from collections.abc import Callable, Mapping

from kehoach_cli.reports.fields.template_kinds import FORM, JOINT_LETTER, LETTER, MONTHLY, REPORT, SUMMARY, YEARLY
from scripts.originals.form import report_form
from scripts.originals.letter import chasing_letter, joint_letter
from scripts.originals.monthly import monthly_report
from scripts.originals.quarterly import quarterly_report
from scripts.originals.summary import summary_report
from scripts.originals.yearly import yearly_report

BUILDERS: Mapping[str, Callable[[], bytes]] = {
    REPORT: quarterly_report,
    MONTHLY: monthly_report,
    YEARLY: yearly_report,
    SUMMARY: summary_report,
    LETTER: chasing_letter,
    JOINT_LETTER: joint_letter,
    FORM: report_form,
}
