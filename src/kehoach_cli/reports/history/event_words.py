"""What happened to a record, in words: a figure, a report, a change of what was assigned, an agency that ended."""

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.agency import Succession
from kehoach_cli.plan.entries import Measurement, Report, Update
from kehoach_cli.plan.model import TargetNames
from kehoach_cli.reports.history.log_view import LogEntry
from kehoach_cli.vocabulary import record_words, terms, wording


def event_text(item: LogEntry, agencies: AgencyRegister, names: TargetNames) -> str:
    """The entry in words: `41,2%`, `Sở Y tế: 45/120 (37,5%)`, `Đang thực hiện, 60%`, `Gia hạn từ Quý III đến …`."""
    entry, unit = item.entry, record_words.unit_of(item.record, item.entry)
    whose = f"{agencies.short_name(entry.agency)}: " if isinstance(entry, Report) and entry.agency else ""
    match entry:
        case Measurement():
            return f"{whose}{record_words.reported(entry, unit)}{' (ước)' if entry.estimate else ''}"
        case Update():
            return f"{whose}{wording.inline(record_words.state(entry))}" if whose else record_words.state(entry)
        case Succession():
            return f"{agencies.short_name(item.id or '')} {record_words.succession(entry, agencies)}"
    if item.applied:
        return wording.sentence(record_words.applied(item.applied, unit, agencies, names))
    return terms.LIFE[item.key.history]


def document_of(item: LogEntry) -> str:
    """The document that says so."""
    entry = item.entry
    return (entry.source if isinstance(entry, Report) else entry.by) or wording.UNKNOWN
