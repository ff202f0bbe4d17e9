"""Summarise a record right after new entries: the entries, the gaps left, and where it stands."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kehoach_cli.plan.agencies import agencies_in, register
from kehoach_cli.plan.agency import Agency, Succession
from kehoach_cli.plan.data_window import data_window, report_of
from kehoach_cli.plan.differences import Entry
from kehoach_cli.plan.entries import Change, LegalAct, Measurement, Update
from kehoach_cli.plan.gaps import Distance, Progress, progress
from kehoach_cli.plan.goals import GoalState
from kehoach_cli.plan.in_force import applied_changes, header_in_force, in_force, in_plan, record_in_force
from kehoach_cli.plan.measures import scale
from kehoach_cli.plan.model import ROLES, Indicator, Plan, Record, Task
from kehoach_cli.plan.periods import MONTHS_IN, Day, period_of
from kehoach_cli.plan.restatements import next_open, sent_with
from kehoach_cli.plan.standing import TaskStatus, task_status
from kehoach_cli.reports.record.record_facts import conclusion_line, due_wording, standing_wording
from kehoach_cli.vocabulary import answer_words, entry_words, record_words, terms, wording


def entry_summary_lines(entries: Sequence[Entry], record: Record | Agency, plan: Plan, as_of: Day) -> list[str]:
    """The record, its new entries, and where it stands on `as_of`. `plan` already holds the entries."""
    present = {each.id: each for each in in_force(plan, as_of).records}
    now = record if isinstance(record, Agency) else present.get(record.id) or record_in_force(record, as_of)
    lines = [f"{record.id}: {now.name}"]
    for entry in entries:
        lines += [f"Mới ghi: {worded_entry(entry, record, plan)}.", *_consequences(entry, record, plan, as_of)]
    if isinstance(record, Agency) or record.heading:
        return lines
    if not in_plan(record, as_of):
        return [*lines, conclusion_line("Không có trong Kế hoạch", as_of)]
    if isinstance(now, Indicator):
        return lines + _indicator_lines(progress(now, as_of), plan)
    return lines + _task_lines(task_status(now, plan, as_of)) if isinstance(now, Task) else lines


def worded_entry(entry: Entry, record: Record | Agency, plan: Plan) -> str:
    """The entry in words; of a change also what it replaces, which `record` holds with the change."""
    agencies, names = register(in_force(plan, entry.date)), plan.target_names
    unit = "" if isinstance(record, Agency) else entry_words.unit_of(record_in_force(record, entry.date), entry)
    match entry, record:
        case Change(), Indicator() | Task():
            applied = next(each for each in applied_changes(record) if each.change == entry)
            said = entry_words.applied(applied, unit, agencies, names)
            return f"{said} theo {entry_words.document(entry.by, entry.date)}"
        case LegalAct(), Indicator() | Task():
            return entry_words.act("added" if record.added == entry else "removed", entry)
        case Succession(), _:
            return f"{entry_words.succession(entry, agencies)} theo {entry.by}"
        case _:
            return entry_words.entry(entry, unit, agencies, names)


def _consequences(entry: Entry, record: Record | Agency, plan: Plan, as_of: Day) -> Iterator[str]:
    """What follows from the entry besides where the record stands."""
    if isinstance(entry, Measurement):
        yield _reports_line(entry, plan)
    elif isinstance(entry, Update) and not entry.agency and isinstance(record, Task) and record.parts:
        if record.answers:
            yield "Đã có cơ quan báo cáo nên tình hình chung theo báo cáo của từng cơ quan, không theo dòng này."
    elif isinstance(entry, Succession):
        yield from _succession_lines(record.id, entry.date, plan)
    elif isinstance(entry, Change | LegalAct) and entry.date > as_of:
        day = wording.day(entry.date)
        yield f"Có hiệu lực từ ngày {day}; trước ngày đó vẫn tính như cũ."


def _reports_line(entry: Measurement, plan: Plan) -> str:
    """Which report the figure enters: the first regular one that counts its day; of an estimate those of its period."""
    if not entry.estimate:
        period = report_of(entry.date, plan)
        if closed := sent_with(plan, entry):
            told = wording.period(next_open(plan, closed.period))
            return f"Báo cáo {wording.period(closed.period)} đã gửi; điều nay khác đi sẽ nêu trong báo cáo {told}."
        last = wording.day(data_window(period, plan).last_day)
        return f"Số liệu này vào báo cáo {wording.period(period)} (số liệu đến hết ngày {last})."
    shortest = MONTHS_IN[header_in_force(plan, entry.date).reporting.cadence]
    periods = [period_of(entry.date, kind) for kind in MONTHS_IN]
    ending = [period for period in periods if period.last_day == entry.date]
    named = [period for period in ending if MONTHS_IN[period.kind] >= shortest] or ending
    return f"Số ước này chỉ dùng trong báo cáo {wording.enumerated([*map(wording.period, named)])}."


def _succession_lines(agency: str, first_day: Day, plan: Plan) -> Iterator[str]:
    """Who goes on with what the agency led, supported and oversaw from that day, and the groups that name it."""
    now = in_force(plan, first_day)
    agencies, day = register(now), wording.day(first_day)
    for role in ROLES:
        by_heirs: dict[str, list[Record]] = {}
        for record in now.records:
            if agency in agencies_in(record, role):
                heirs = agencies.heirs(agency, record.id)
                by_heirs.setdefault(", ".join(map(agencies.short_name, heirs)), []).append(record)
        for heirs_named, records in by_heirs.items():
            tasks = sum(isinstance(record, Task) for record in records)
            what = f"{wording.sentence(terms.ROLE[role])} {wording.counted(tasks, len(records) - tasks)}"
            who = f"do {heirs_named} tiếp tục" if heirs_named else "không còn cơ quan nào tiếp tục"
            yield f"{what}: từ ngày {day} {who}."
    if groups := agencies.groups_of(agency):
        named = agencies.names(group.id for group in now.agencies if group.id in groups)
        all_heirs = ", ".join(map(agencies.short_name, agencies.heirs(agency)))
        yield f"Thuộc nhóm {named}: từ ngày {day} {f'{all_heirs} thay chỗ' if all_heirs else 'không còn'}."


def _indicator_lines(item: Progress, plan: Plan) -> list[str]:
    lines = []
    if item.current and item.measured:
        value = answer_words.current(item, f"ngày {wording.day(item.current.date)}")
        lines.append(f"Số liệu mới nhất: {value}.")
    if item.whole:
        lines.append(f"Đã báo cáo {answer_words.coverage(item.whole.coverage)}.")
    gaps = [
        _distance_words(distance, distance.left, name, item.indicator)
        for distance, name in _distances(item, plan)
        if distance is not None and distance.left is not None
    ]
    if gaps:
        aside = f"{answer_words.PROVISIONAL}: " if item.provisional else ""
        lines.append(f"{wording.sentence(aside + '; '.join(gaps))}.")
    lines += [
        f"Mốc {wording.inline(record_words.goal_result(state, item.indicator.unit))}." for state in _at_hand(item)
    ]
    return [*lines, conclusion_line(terms.ASSESSMENT[item.assessment], item.as_of)]


def _at_hand(item: Progress) -> list[GoalState]:
    """The last milestone whose day has passed, and the next one."""
    passed = [state for state in item.milestones if state.goal.end and state.goal.end < item.as_of]
    return [*passed[-1:], *([item.next_milestone] if item.next_milestone else [])]


def _distances(item: Progress, plan: Plan) -> list[tuple[Distance | None, str]]:
    """The distances to show, each with its name, the binding one first. A range has one to each end."""
    if not item.goals:
        return []
    named, low, high = record_words.judged(item, plan.target_names), item.provincial_min, item.provincial_max
    national = item.national, record_words.field_name("targets.national", plan.target_names)
    if item.indicator.parts == "each":
        return [(item.commitment, named)]
    if low == high:
        return [(low, named), national]
    near, far = (low, high) if item.indicator.direction == "increase" else (high, low)
    return [(near, f"{named} phải đạt"), (far, f"{named} cao nhất"), national]


def _distance_words(distance: Distance, left: Decimal, name: str, indicator: Indicator) -> str:
    unit = scale(indicator)
    if indicator.parts != "each":  # which names no figure of the whole
        name += f" ({wording.quantity(distance.goal, unit)})"
    if left > 0:
        return f"khoảng cách còn {wording.gap(left, unit)} đến {name}"
    if left < 0 and not (indicator.maintained or distance.strict):
        return f"đã vượt {name} {wording.gap(-left, unit)}"
    return f"mới bằng {name}" if distance.strict and not left else f"đã đạt {name}"


def _task_lines(item: TaskStatus) -> list[str]:
    late = f", trễ {item.days_late} ngày" if item.days_late else ""
    answered = [f"Đã báo cáo {answer_words.coverage(item.whole.coverage)}."] if item.whole else []
    return [
        *answered,
        f"Thời hạn: {wording.inline(due_wording(item.due))}.",
        conclusion_line(f"{standing_wording(item)}{late}", item.as_of),
    ]
