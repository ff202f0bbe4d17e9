"""Word what a body has answered, and where its next answer goes."""

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.document_heads import document_head
from kehoach_cli.plan.entries import Measurement, Report
from kehoach_cli.plan.model import Plan, Record
from kehoach_cli.vocabulary import entry_words, wording


def answer_with_day(entry: Report, record: Record, body: str, agencies: AgencyRegister) -> str:
    """An answer with its day, and whose it was, if it was that of the body's predecessor: `45% (30/9/2023)`."""
    former = f"{agencies.short_name(entry.agency)}: " if entry.agency not in (None, body) else ""
    estimate = "ước " if isinstance(entry, Measurement) and entry.estimate else ""
    said = entry_words.said(entry, entry_words.unit_of(record, entry))
    return f"{former}{estimate}{said} ({wording.day(entry.date)})"


def collector(plan: Plan, agencies: AgencyRegister, body: str = "") -> str:
    """The name of who collects the body's answers: the standing agency, its successor, else who compiles the report.

    For the standing agency's own answers it is the plan's issuer.
    """
    standing = collecting_agency(plan, agencies)
    if standing is None:
        return document_head(plan, "report", agencies).issuer
    return plan.issuer if standing == body else full_name(standing, agencies)


def collecting_agency(plan: Plan, agencies: AgencyRegister) -> str | None:
    """The standing agency, or the one that succeeded it."""
    return next(iter(agencies.heirs(plan.standing_agency)), None) if plan.standing_agency else None


def full_name(agency: str, agencies: AgencyRegister) -> str:
    """The full name of an agency."""
    found = agencies.by_id.get(agency)
    return found.name if found else agency
