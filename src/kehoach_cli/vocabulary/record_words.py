"""Word the fields and entries of a record, for use within a Vietnamese sentence."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.agency import Agency, Member, Succession
from kehoach_cli.plan.differences import Entry, FieldDifference, HistoryKey
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.entries import Change, FieldValue, LegalAct, Measurement, Report, Update
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.goals import Goal, GoalState
from kehoach_cli.plan.in_force import AppliedChange, Departure
from kehoach_cli.plan.model import Indicator, Plan, TargetNames, Task
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.plan.values import VERDICT, Milestone, Target
from kehoach_cli.vocabulary import terms, wording

LONGEST = 80

_CODES = ("pillar", "unit", "standing_agency", "number")


def field_name(field: str, names: TargetNames) -> str:
    """The name of a field with this dotted key; the two targets have the plan's own names."""
    match field:
        case "targets.national":
            return f"mức {names.national}"
        case "targets.provincial":
            return f"mức {names.provincial}"
        case _:
            return terms.field(field)


def value(field: str, given: Any, unit: str, agencies: AgencyRegister) -> str:
    """The value of the field with this dotted key: `29,2%`, `Sở TT&TT, Sở Y tế`, `Quý II/2023`, `«Tên»`."""
    if (said := _special(field, given, agencies)) is not None:
        return said
    match given:
        case None:
            return "không có"
        case bool():
            return "có" if given else "không"
        case Due():
            return due(given)
        case Target():
            return wording.target(given, unit)
        case Day():
            return wording.day(given)
        case str():
            return given if field in _CODES else quoted(given)
        case tuple() if field == "milestones":
            return "; ".join(milestone(each, unit) for each in given) or "không có"
        case tuple():
            return ", ".join(map(quoted, given)) or "không có"
        case _ if field == "baseline.value":
            return wording.quantity(given, unit)
        case _:
            return str(given)


def _special(field: str, given: Any, agencies: AgencyRegister) -> str | None:
    """The value of a field that has words of its own; None for another field."""
    match field:
        case "lead" | "support" | "oversight":
            return agencies.short_names(given) or "không có"
        case "members":
            return ", ".join(_member(member, agencies) for member in given) or "không có"
        case "reporting.cutoff":
            return "ngày cuối kỳ" if given is None else f"ngày {given}"
        case "reporting.cadence":
            return terms.PERIOD[given]
        case "direction":
            return terms.DIRECTION[given]
        case "parts":
            return terms.PARTS[given] if given else "không có"
        case "origin":
            return "; ".join(terms.ORIGIN[origin] for origin in given) or "không ghi"
        case _:
            return None


def due(given: Due) -> str:
    """The deadline in the plan's own words."""
    return wording.deadline(given) or "không ghi thời hạn"


def standing(given: TaskStatus) -> str:
    """Where a task stands; of open work that is submitted or paused also that: `Quá hạn chưa hoàn thành (đã trình)`."""
    aside = waiting(given)
    return f"{terms.STANDING[given.standing]}{aside and f' ({aside})'}"


def waiting(given: TaskStatus) -> str:
    """`đã trình` or `tạm dừng` of open work whose latest report says so; of what each must do how many have."""
    if given.standing in ("done_on_time", "done_late", "cancelled"):
        return ""
    said = [wording.inline(terms.STATE[given.state])] if given.state in ("submitted", "paused") else []
    return ", ".join(filter(None, [*said, parts_done(given)]))


def parts_done(given: TaskStatus) -> str:
    """Of open work that each must do and one has reported on: `2/3 cơ quan đã hoàn thành`, else ""."""
    counted = given.standing in ("open_in_time", "open_overdue", "undated")
    if not counted or given.parts_done is None or given.whole is None or not given.whole.entries:
        return ""
    return "{}/{} cơ quan đã hoàn thành".format(*given.parts_done)


def said(given: Report, unit: str) -> str:
    """What an entry reports, a figure or the state of work."""
    return reported(given, unit) if isinstance(given, Measurement) else state(given)


def state(given: Update) -> str:
    """`Đang thực hiện, 60%`."""
    share = "" if given.percent is None else f", {wording.number(given.percent)}%"
    return f"{terms.STATE[given.state]}{share}"


def listed_name(given: TaskStatus) -> str:
    """A task's name in a list that shows no standing: `[đã trình] Ban hành kế hoạch dữ liệu mở`."""
    aside = waiting(given)
    return f"{aside and f'[{aside}] '}{given.task.name}"


def milestone(given: Milestone, unit: str) -> str:
    """`Quý III/2023: 40%`; with the target set from above too `Quý III/2023: 40% (cấp trên giao 30%)`."""
    own, above = (target and wording.target(target, unit) for target in (given.provincial, given.national))
    levels = f"{own} (cấp trên giao {above})" if own and above else own or above or "không giao"
    return f"{due(given.due)}: {levels}"


def goal(given: Goal, unit: str) -> str:
    """`Quý III/2023: 40%`."""
    return f"{due(given.due)}: {wording.target(given.target, unit)}"


def goal_result(state: GoalState, unit: str) -> str:
    """`Quý III/2023: 40% (chưa đạt, còn hạn)`."""
    return f"{goal(state.goal, unit)} ({wording.inline(terms.GOAL_RESULT[state.result])})"


def judged(item: Progress, names: TargetNames) -> str:
    """What an assessment is about: `mức tỉnh`; for a sum, in a year with a goal of its own, `mốc năm 2026`.

    Where each part has the target `yêu cầu mọi cơ quan đạt mức tỉnh`.
    """
    last = item.goals[-1]
    name = field_name("targets.provincial" if item.indicator.targets.provincial else "targets.national", names)
    if last in item.milestones:
        name = f"mốc {wording.inline(due(last.goal.due))}"
    return f"yêu cầu mọi cơ quan đạt {name}" if item.indicator.parts == "each" else name


def quoted(text: str) -> str:
    """The text in quotation marks, cut to `LONGEST` characters."""
    plain = " ".join(text.split())
    return f"«{plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + '…'}»"


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
            what = "; ".join(new_value(each, unit, agencies, names) for each in given.set)
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
        until = wording.inline(due(after)).removeprefix("đến ")
        return f"gia hạn từ {wording.inline(due(before))} đến {until}"
    verb = "đính chính" if given.change.corrigendum else "điều chỉnh"
    return f"{verb} {'; '.join(difference(field, unit, agencies, names) for field in given.fields)}"


def departure(field: str, given: Departure, unit: str, agencies: AgencyRegister) -> str:
    """What a key was before documents changed it: `gia hạn từ Quý III/2023`, `điều chỉnh từ 50%`."""
    return f"{terms.CHANGE[given.kind]} từ {value(field, given.decided, unit, agencies)}"


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


def difference(given: FieldDifference, unit: str, agencies: AgencyRegister, names: TargetNames) -> str:
    """`mức tỉnh: 50% → 45%`."""
    old, new = (value(given.field, each, unit, agencies) for each in (given.before, given.after))
    return f"{field_name(given.field, names)}: {old} → {new}"


def new_value(given: FieldValue, unit: str, agencies: AgencyRegister, names: TargetNames) -> str:
    """`thời hạn thành Quý IV/2023`."""
    return f"{field_name(given.field, names)} thành {value(given.field, given.value, unit, agencies)}"


def succession(given: Succession, agencies: AgencyRegister) -> str:
    """`sáp nhập vào Sở KH&CN từ ngày 1/3/2025`; into a body of that day: `hợp nhất thành`."""
    successors = ", ".join(map(agencies.short_name, given.to))
    new = any(agency and agency.from_ == given.date for agency in map(agencies.by_id.get, given.to))
    verb = "sáp nhập vào" if given.kind == "merged" and not new else terms.SUCCESSION[given.kind]
    return f"{verb}{successors and ' ' + successors} từ ngày {wording.day(given.date)}"


def _member(given: Member, agencies: AgencyRegister) -> str:
    days = [f"từ {wording.day(given.from_)}"] if given.from_ else []
    days += [f"đến {wording.day(given.until)}"] if given.until else []
    return agencies.short_name(given.id) + (f" ({' '.join(days)})" if days else "")


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
