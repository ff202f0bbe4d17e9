"""List what a person must confirm before entries are written: one Vietnamese sentence for each doubt."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from kehoach_cli.entering.prepare import PreparedEdit
from kehoach_cli.plan.additions import Timing, implausible_jump
from kehoach_cli.plan.agency import Succession
from kehoach_cli.plan.entries import Measurement, Update
from kehoach_cli.plan.history import is_estimate
from kehoach_cli.plan.in_force import in_force, record_in_force
from kehoach_cli.plan.measures import measure_of
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.periods import MONTHS_IN, period_of
from kehoach_cli.plan.restatements import next_open, restatements, sent_with
from kehoach_cli.plan.standing import task_status
from kehoach_cli.vocabulary import move_words, said_words, wording

_LOST_COMMA = "KH406"

# A finding's own remedy is about editing the file; these are about the command.
_REMEDIES: Mapping[str, str] = {
    "KH409": "đính chính lần nữa thì dùng «kehoach correct»",
    "KH410": "dòng trước sai thì dùng «kehoach correct»",
    "KH411": "số liệu đến muộn thì nên nói rõ ở ghi chú",
    "KH419": "báo cáo này không được tính; xem lại cơ quan báo cáo và ngày",
    "KH420": "bỏ --agency",
    "KH508": "xem lại giá trị và ngày theo văn bản",
    "KH504": "dòng trước sai thì dùng «kehoach correct»; mở lại thật thì nêu lý do ở ghi chú",
}


def doubts(prepared: PreparedEdit, as_of: date) -> list[str]:
    """The doubts about an edit: new warnings of the checks, jumps, days still to come, records that nobody leads."""
    found = [
        *prepared.doubts,
        *(f"{addition.label}: {doubt}" for addition in prepared.additions for doubt in addition.doubts),
        *_from_checks(prepared),
        *_from_figures(prepared, as_of),
        *_from_future_days(prepared, as_of),
        *_from_timings(prepared),
        *_from_ended_leads(prepared),
        *_from_sent_reports(prepared),
    ]
    return list(dict.fromkeys(found))


def _from_checks(prepared: PreparedEdit) -> Iterator[str]:
    for number, item in prepared.new_findings:
        finding = item.finding
        about = prepared.additions[number].label if number is not None else item.record
        own = _REMEDIES.get(finding.code) if number is not None else None
        remedy = own or wording.inline(finding.remedy)
        yield f"{f'{about}: ' if about else ''}{finding.message}; {remedy} ({finding.code})"


def _from_figures(prepared: PreparedEdit, as_of: date) -> Iterator[str]:
    """Figures far from the one before, and how many bodies reach what each has to, which goes where it likes."""
    warned = {number for number, item in prepared.new_findings if item.finding.code == _LOST_COMMA}
    indicators = {record.id: record for record in prepared.after.indicators}
    for number, addition in enumerate(prepared.additions):
        if not isinstance(addition.entry, Measurement) or number in warned:
            continue
        recorded = indicators[addition.record]
        indicator = record_in_force(recorded, as_of)
        if indicator.parts == "each" and not addition.agency:
            share = wording.quantity(addition.entry.value, "%")
            yield f"{addition.label}: {share} là tỷ lệ cơ quan đạt; số của một cơ quan thì thêm --agency"
            continue
        if addition.listed_at and _seems_a_fraction(addition.entry, indicator):
            said = wording.quantity(addition.entry.value, indicator.unit)
            hundredfold = wording.quantity(addition.entry.value * 100, indicator.unit)
            yield f"{addition.label}: {said} hay {hundredfold}? Chỉ tiêu tính bằng phần trăm mà ô ghi số nhỏ hơn 1"
            continue
        alike = [each for each in (*recorded.measurements, *recorded.answers) if each.agency == addition.agency]
        before = implausible_jump(indicator, alike, addition.entry)
        if before:
            earlier, now = (wording.quantity(value, indicator.unit) for value in (before.value, addition.entry.value))
            moved, to = ("nhảy", "lên") if addition.entry.value > before.value else ("tụt", "xuống")
            yield f"{addition.label}: số liệu {moved} từ {earlier} (ngày {wording.day(before.date)}) {to} {now}"


def _seems_a_fraction(entry: Measurement, indicator: Indicator) -> bool:
    """Whether a table gives 0,455 where 45,5 % is likely: a share below 1 %, where more than 10 % is to be reached."""
    goal = indicator.targets.judged
    wanted = goal.min if goal and goal.min is not None else Decimal(0)
    return entry.denominator is None and measure_of(indicator) == "share" and 0 < entry.value < 1 and wanted > 10


def _from_future_days(prepared: PreparedEdit, as_of: date) -> Iterator[str]:
    """A document may set what is in force later, and an estimate is of the last day of a period under way."""
    last_days = [period_of(as_of, kind).last_day for kind in MONTHS_IN]
    for addition in prepared.additions:
        entry = addition.entry
        if not isinstance(entry, Measurement | Update) or entry.date <= as_of:
            continue
        if not (is_estimate(entry) and entry.date in last_days):
            day, now = wording.day(entry.date), wording.day(as_of)
            yield f"{addition.label}: ngày {day} còn chưa tới, tính đến ngày {now}"


def _from_sent_reports(prepared: PreparedEdit) -> Iterator[str]:
    """What comes after the report on its day was sent, and makes it say something else, stands in a later one."""
    plan = prepared.after
    late = [addition for addition in prepared.additions if sent_with(plan, addition.entry)]
    for period, closing, moves in restatements(plan) if late else ():
        moved = {move.id for move in moves}
        for addition in late:
            if addition.record in moved or isinstance(addition.entry, Succession):
                yield (
                    f"{addition.label}: báo cáo {wording.period(period)} đã chốt "
                    f"({wording.inline(move_words.report(closing))}) vẫn giữ nguyên; điều nay khác đi sẽ nêu ở mục "
                    f"«Điều chỉnh, bổ sung sau kỳ báo cáo» của báo cáo {wording.period(next_open(plan, period))}"
                )


def _from_timings(prepared: PreparedEdit) -> Iterator[str]:
    """Reports that say «đúng hạn» or «quá hạn» of a day that is not."""
    tasks = {task.id: task for task in prepared.after.tasks}
    for addition in prepared.additions:
        if addition.said is None:
            continue
        status = task_status(tasks[addition.record], prepared.after, addition.entry.date)
        day, end = status.done_on or addition.entry.date, status.due.end
        if end is not None and addition.said not in _timings(day, end):
            words = next(words for words, timing in said_words.TIMING_WORDS.items() if timing == addition.said)
            yield (
                f"{addition.label}: ghi là {words} mà ngày {wording.day(day)} "
                f"{_BESIDE[(day > end) - (day < end)]} hạn {wording.day(end)}; xem lại ngày và tình trạng"
            )


_BESIDE = ("đúng vào ngày cuối của", "đã sau", "còn trước")


def _timings(day: date, end: date) -> tuple[Timing, ...]:
    """What can be said of the day: the last day is in time, and not early."""
    if day > end:
        return ("late",)
    return ("in_time",) if day == end else ("early", "in_time")


def _from_ended_leads(prepared: PreparedEdit) -> Iterator[str]:
    for addition in prepared.additions:
        if isinstance(addition.entry, Succession):
            records = in_force(prepared.after, addition.entry.date).records
            left = [record.id for record in records if addition.record in record.lead and not record.lead_now]
            if left:
                yield (
                    f"{addition.record}: từ ngày {wording.day(addition.entry.date)} không còn cơ quan nào chủ trì "
                    f"{', '.join(left)}; giao cho cơ quan khác thì dùng «kehoach amend»"
                )
