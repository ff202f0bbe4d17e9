"""What happened to a record, in words: a figure, a report, a change of what was assigned, an agency that ended."""

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.agency import Succession
from kehoach_cli.plan.entries import Report
from kehoach_cli.plan.history import is_estimate
from kehoach_cli.plan.model import TargetNames
from kehoach_cli.reports.history.log_view import LogEntry
from kehoach_cli.vocabulary import entry_words, terms, wording


def event_text(item: LogEntry, agencies: AgencyRegister, names: TargetNames) -> str:
    """The entry in words: `41,2%`, `Sở Y tế: 45/120 (37,5%)`, `Đang thực hiện, 60%`, `Gia hạn từ Quý III đến …`."""
    entry, unit = item.entry, entry_words.unit_of(item.record, item.entry)
    if isinstance(entry, Report):
        said = f"{entry_words.said(entry, unit)}{' (ước)' if is_estimate(entry) else ''}"
        return f"{agencies.short_name(entry.agency)}: {wording.inline(said)}" if entry.agency else said
    if isinstance(entry, Succession):
        return f"{agencies.short_name(item.id or '')} {entry_words.succession(entry, agencies)}"
    if item.applied:
        return wording.sentence(entry_words.applied(item.applied, unit, agencies, names))
    return terms.LIFE[item.key.history]


def document_of(item: LogEntry) -> str:
    """The document that says so."""
    entry = item.entry
    return (entry.source if isinstance(entry, Report) else entry.by) or wording.UNKNOWN
