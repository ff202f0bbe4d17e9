"""What pages say of a record: how it stands, and what the plan has of it, as titles and texts."""

from collections.abc import Iterable

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.entries import Measurement, Report, Update
from kehoach_cli.plan.hierarchy import parent_of
from kehoach_cli.plan.history import is_estimate
from kehoach_cli.plan.in_force import as_decided, departures
from kehoach_cli.plan.model import Indicator, Plan, Record
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.pages import Column, Table
from kehoach_cli.vocabulary import answer_words, entry_words, record_words, terms, wording

PAIR = (Column("Mục", least=14), Column("Nội dung", least=30, wrap=True))


def standing_wording(item: TaskStatus) -> str:
    """The standing in words; for recurring and ongoing work also the state of its reporting."""
    match item.standing:
        case "recurring":
            missed = len(item.missed_periods)
            return f"Việc định kỳ, {f'{missed} kỳ chưa báo cáo' if missed else 'không thiếu báo cáo kỳ nào'}"
        case "ongoing":
            return f"Việc thường xuyên{', quá một quý không có báo cáo' if item.stale_since else ''}"
        case _:
            return record_words.standing(item)


def entry_note(entry: Report, *, counts: bool) -> str:
    """The remarks beside an entry: its own note, what it corrects, why it does not count."""
    remarks = [entry.note] if entry.note else []
    if isinstance(entry, Update) and entry.evidence:
        remarks.append(f"minh chứng: {', '.join(entry.evidence)}")
    if entry.corrects:
        remarks.append(f"đính chính dòng ngày {wording.day(entry.corrects)}")
    if isinstance(entry, Measurement) and entry.judged_by:
        remarks.append(f"{entry.judged_by} đánh giá")
    if not counts:
        remarks.append("đã được đính chính, không tính")
    elif is_estimate(entry):
        remarks.append("số ước, chỉ dùng trong báo cáo của kỳ hết ngày này")
    return "; ".join(remarks)


def conclusion(record: Record, text: str, as_of: Day) -> str:
    """How the record stands on the day; of one that is no longer in the plan, that it was taken out."""
    if record.removed:
        return f"{wording.sentence(entry_words.act('removed', record.removed))}."
    return conclusion_line(text, as_of)


def conclusion_line(text: str, as_of: Day) -> str:
    return f"Tính đến ngày {wording.day(as_of)}: {wording.inline(text)}."


def due_wording(due: Due) -> str:
    """The deadline in the plan's words, and how they were read: the last day, or how the duty recurs."""
    text = wording.deadline(due)
    if due.end is not None:
        then = ", sau đó thường xuyên" if due.then_ongoing else ""
        return f"{text} (đến hết ngày {wording.day(due.end)}{then})"
    if due.every:
        return f"{text} ({wording.recurrence(due)})"
    return text or "Kế hoạch không ghi"


def facts_table(facts: Iterable[tuple[str, ...]], record: Record, agencies: AgencyRegister) -> Table:
    """Each fact is its title, its text and the keys that it comes from; it says what these were before documents
    changed them. A fact with neither text nor changed keys is left out.
    """
    changed = departures(record)
    unit = entry_words.unit_of(as_decided(record))

    def marked(text: str, keys: tuple[str, ...]) -> str:
        marks = [record_words.departure(key, changed[key], unit, agencies) for key in keys if key in changed]
        return ", ".join([text or "không có", *marks]) if text or marks else ""

    rows = ((title, marked(text, tuple(keys))) for title, text, *keys in facts)
    return Table("Kế hoạch", PAIR, tuple((title, text) for title, text in rows if text))


def changed_milestones(indicator: Indicator, unit: str) -> str:
    """The milestones in words, where documents changed them; their table says them otherwise."""
    if "milestones" not in departures(indicator):
        return ""
    return "; ".join(record_words.milestone(each, unit) for each in indicator.milestones)


def reckoning(indicator: Indicator) -> Iterable[str]:
    if indicator.maintained:
        yield "mức phải duy trì"
    if indicator.accumulates:
        yield "số cộng dồn từ đầu năm"


def place_facts(record: Record, plan: Plan) -> Iterable[tuple[str, ...]]:
    pillar = next((pillar.name for pillar in plan.pillars if pillar.id == record.pillar), "ngoài các nhóm")
    if "name" in departures(record):
        yield "Tên", record.name, "name"
    yield "Nhóm", pillar, "pillar"
    parent = parent_of(plan, record)
    yield "Thuộc", f"{parent.id}. {parent.name}" if parent else record.parent or "", "parent"


def common_facts(record: Record, plan: Plan, agencies: AgencyRegister) -> Iterable[tuple[str, ...]]:
    yield from place_facts(record, plan)
    yield "Chủ trì", agencies.names(record.lead, record.id) or "Kế hoạch không giao", "lead"
    yield "Kết quả chung", answer_words.rule(record), "parts"
    yield "Phối hợp", agencies.names(record.support, record.id), "support"
    yield "Theo dõi, chỉ đạo", agencies.names(record.oversight, record.id), "oversight"


def closing_facts(record: Record) -> Iterable[tuple[str, ...]]:
    yield "Thời hạn", due_wording(record.due), "due"
    yield "Xuất xứ", "; ".join(terms.ORIGIN[origin] for origin in record.origin), "origin"
    yield "Chuyển sang từ", record_words.carried_from(record.carried_from) if record.carried_from else ""
    yield from source_facts(record)


def source_facts(record: Record) -> Iterable[tuple[str, ...]]:
    yield "Ghi chú", record.note or "", "note"
    yield "Nguồn", record.source or "", "source"
