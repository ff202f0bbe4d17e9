"""Word the entries of a record: what was reported of it, and what documents made of it."""

import re
from collections.abc import Sequence
from datetime import timedelta

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.agency import Agency, Member, Succession
from kehoach_cli.plan.differences import Entry, HistoryKey
from kehoach_cli.plan.entries import Change, LegalAct, Measurement, Report, Update
from kehoach_cli.plan.in_force import AppliedChange
from kehoach_cli.plan.model import Indicator, Plan, TargetNames, Task
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.values import VERDICT
from kehoach_cli.vocabulary import record_words, terms, wording


def said(given: Report, unit: str) -> str:
    """What an entry reports, a figure or the state of work."""
    return reported(given, unit) if isinstance(given, Measurement) else state(given)


def state(given: Update) -> str:
    """`Đang thực hiện, 60%`."""
    share = "" if given.percent is None else f", {wording.number(given.percent)}%"
    return f"{terms.STATE[given.state]}{share}"


def entry(given: Entry, unit: str, agencies: AgencyRegister, names: TargetNames) -> str:
    """An entry of a record's history: `45,5% ngày 30/9/2023 (CV 2/STTTT)`; an answer says whose it is."""
    if isinstance(given, Report) and given.agency:
        whole = entry(given._replace(agency=None), unit, agencies, names)
        return f"{agencies.short_name(given.agency)} báo cáo {whole}"
    match given:
        case Measurement():
            comma = "," if unit == "ngày" else ""  # «5,6 ngày, ngày 30/6/2024»
            figure = f"{'ước ' if given.estimate else ''}{reported(given, unit)}"
            return f"{figure}{comma} ngày {wording.day(given.date)}{_source(given.source)}"
        case Update():
            share = "" if given.percent is None else f" {wording.number(given.percent)}%"
            state = terms.STATE[given.state].lower()
            return f"{state}{share}, ngày {wording.day(given.date)}{_source(given.source)}"
        case Change():
            what = "; ".join(record_words.new_value(each, unit, agencies, names) for each in given.set)
            verb = "đính chính" if given.corrigendum else "điều chỉnh"
            return f"{verb} {what} theo {document(given.by, given.date)}"
        case LegalAct():
            return f"theo {document(given.by, given.date)}"
        case Succession():
            return f"{succession(given, agencies)} theo {given.by}"


def reported(given: Measurement, unit: str) -> str:
    """What an entry reports: `45,5%`, `chưa đạt`, `45/120 (37,5%)`."""
    if given.denominator is not None and given.numerator is not None:
        pair = f"{wording.number(given.numerator)}/{wording.number(given.denominator)}"
        return f"{pair} ({wording.quantity(given.value, '%')})" if given.denominator else pair
    return wording.quantity(given.value, VERDICT if given.verdict else unit)


def applied(given: AppliedChange, unit: str, agencies: AgencyRegister, names: TargetNames) -> str:
    """What a change made of a record: `gia hạn từ Quý III/2023 đến Năm 2023`, `điều chỉnh mức tỉnh: 50% → 60%`."""
    if given.kind == "extension":
        [(_, before, after)] = given.fields
        until = wording.inline(record_words.due(after)).removeprefix("đến ")
        return f"gia hạn từ {wording.inline(record_words.due(before))} đến {until}"
    verb = "đính chính" if given.change.corrigendum else "điều chỉnh"
    return f"{verb} {'; '.join(record_words.difference(field, unit, agencies, names) for field in given.fields)}"


def act(key: str, given: LegalAct) -> str:
    """`đưa ra khỏi Kế hoạch từ ngày 10/10/2023 theo QĐ 3/QĐ-BCĐ`."""
    return f"{wording.inline(terms.LIFE[key])} từ ngày {wording.day(given.date)} theo {given.by}"


def because(given: Sequence[AppliedChange]) -> str:
    """What kind of change these are: `gia hạn`, `đính chính`, else `điều chỉnh`."""
    kinds = {each.kind for each in given}
    return terms.CHANGE[kinds.pop() if len(kinds) == 1 else "amendment"]


def source_of(given: Change) -> str:
    """The document, and from when it applies: `QĐ 250/QĐ-BCĐ, từ ngày 1/10/2023`.

    Not where the document's name has that day, nor where it puts right what was wrong from the start.
    """
    named = re.search(rf"\b0?{given.date.day}/0?{given.date.month}/{given.date.year}\b", given.by)
    return given.by if named or given.corrigendum else f"{given.by}, từ ngày {wording.day(given.date)}"


def succession(given: Succession, agencies: AgencyRegister) -> str:
    """`sáp nhập vào Sở KH&CN từ ngày 1/3/2025`; into a body of that day: `hợp nhất thành`."""
    successors = ", ".join(map(agencies.short_name, given.to))
    new = any(agency and agency.from_ == given.date for agency in map(agencies.by_id.get, given.to))
    verb = "sáp nhập vào" if given.kind == "merged" and not new else terms.SUCCESSION[given.kind]
    return f"{verb}{successors and ' ' + successors} từ ngày {wording.day(given.date)}"


def joined(given: Member, agencies: AgencyRegister) -> str:
    """`thêm Sở Y tế từ ngày 1/9/2023 theo QĐ 8`."""
    return f"thêm {agencies.short_name(given.id)}{_by(given.from_, given.by)}"


def left(given: Member, agencies: AgencyRegister) -> str:
    """`bỏ Sở Y tế từ ngày 1/9/2023 theo QĐ 8`."""
    first_day = given.until + timedelta(days=1) if given.until else None
    return f"bỏ {agencies.short_name(given.id)}{_by(first_day, given.by)}"


def _by(first_day: Day | None, document: str | None) -> str:
    since = f" từ ngày {wording.day(first_day)}" if first_day else ""
    return f"{since} theo {document}" if document else since


def unit_of(record: Agency | Indicator | Task | Plan | None, given: Entry | None = None) -> str:
    """The unit of an indicator's figures, or of the one in this entry of it; "" for other records."""
    if not isinstance(record, Indicator):
        return ""
    shared = record.parts == "each" and isinstance(given, Measurement) and given.agency is None
    return "%" if shared else record.unit  # of those who each have the target, the share that reaches it


def titled_entry(key: HistoryKey, given: Entry, unit: str, agencies: AgencyRegister, names: TargetNames) -> str:
    """The entry under this key at the start of a sentence: `Kết quả 45,5% ngày 30/9/2023`."""
    return f"{terms.ENTRY_TITLE[key]} {entry(given, unit, agencies, names)}"


def document(name: str | None, day: Day) -> str:
    """A document with its day, unless its name includes the day."""
    if name is None:
        return f"văn bản không ghi số ngày {wording.day(day)}"
    return name if "ngày" in name else f"{name} ngày {wording.day(day)}"


def _source(text: str | None) -> str:
    return f" ({text})" if text else ""
