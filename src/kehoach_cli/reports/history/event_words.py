"""What happened to a record, in words: a figure, a report, a change of what was assigned, an agency that ended."""

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.agency import Succession
from kehoach_cli.plan.entries import Measurement, Update
from kehoach_cli.plan.model import TargetNames
from kehoach_cli.reports.history.log_view import LogEntry
from kehoach_cli.vocabulary import record_words, terms, wording


def event_text(item: LogEntry, agencies: AgencyRegister, names: TargetNames) -> str:
    """The entry in words: `41,2%`, `Đang thực hiện, 60%`, `Gia hạn từ Quý III/2023 đến Quý IV/2023`."""
    entry, unit = item.entry, record_words.unit_of(item.record)
    match entry:
        case Measurement():
            return record_words.reported(entry, unit) + (" (ước)" if entry.estimate else "")
        case Update():
            done = "" if entry.percent is None else f", {wording.number(entry.percent)}%"
            return f"{terms.STATE[entry.state]}{done}"
        case Succession():
            return f"{agencies.short_name(item.id or '')} {record_words.succession(entry, agencies)}"
    if item.applied:
        return wording.sentence(record_words.applied(item.applied, unit, agencies, names))
    return terms.LIFE[item.key.history]


def document_of(item: LogEntry) -> str:
    """The document that says so."""
    entry = item.entry
    return (entry.source if isinstance(entry, Measurement | Update) else entry.by) or wording.UNKNOWN
