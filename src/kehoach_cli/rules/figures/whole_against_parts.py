"""Kết quả chung khác báo cáo của các cơ quan

Đến ngày của một kết quả chung mà mọi cơ quan phải báo cáo đã báo cáo, thì tính gộp theo `parts` phải ra kết quả ấy, sai
khác không quá nửa đơn vị của chữ số cuối: 45,5% thì không quá 0,05. Nhiệm vụ có «parts: each» cũng vậy: ghi hoàn thành
mà một cơ quan chưa xong, hoặc ngược lại. Báo cáo có sau ngày ấy, hoặc đã so ở lần trước, thì không so nữa.

Sai:
    # indicators.yaml; báo cáo đến 30/9/2023: SYT 45/120, SCT 10/80
    - {value: 35, date: 2023-09-30, source: BC 3/UBND}

Đúng:
    - {value: 27.5, date: 2023-09-30, source: BC 3/UBND}
"""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.diagnostics import Finding, Related, Severity
from kehoach_cli.plan.differences import HistoryKey, entries_of
from kehoach_cli.plan.entries import Measurement, Report, Update
from kehoach_cli.plan.goals import attained, goals_of
from kehoach_cli.plan.history import answers_by, is_estimate, uncorrected_indexes
from kehoach_cli.plan.in_force import record_in_force
from kehoach_cli.plan.measures import measure_of, scale
from kehoach_cli.plan.model import Indicator, Record
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.readings import first_counted
from kehoach_cli.plan.roster import Roster
from kehoach_cli.plan.task_parts import state_of_parts
from kehoach_cli.plan.wholes import Whole, whole_on
from kehoach_cli.rules.deadlines.update_after_done import never_finished
from kehoach_cli.rules.given_answers import answered_records
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import record_words, terms, wording

CODE = "KH421"
SEVERITY: Severity = "warning"
_MOST_RELATED = 3


def check(subject: Subject) -> Iterator[Finding]:
    for record, known in answered_records(subject, Roster(subject.plan.agencies)):
        if not isinstance(record, Indicator) and never_finished(subject, record):
            continue
        key: HistoryKey = "measurements" if isinstance(record, Indicator) else "updates"
        entries = [entry for entry in entries_of(record, key) if isinstance(entry, Report)]
        compared = Day.min
        for place in sorted(uncorrected_indexes(entries), key=lambda place: entries[place].date):
            entry = entries[place]
            current = record_in_force(known, entry.date)
            whole = None if is_estimate(entry) else _complete(current, entry.date)
            if whole and any(answer.date > compared for answer in whole.entries):
                if said := _contradiction(current, entry, whole):
                    yield Finding(
                        CODE,
                        SEVERITY,
                        said,
                        "So hai bên với văn bản, bên nào sai thì đính chính; văn bản ghi đúng như vậy thì giữ nguyên",
                        subject.at(record, key, place, "value" if key == "measurements" else "state"),
                        related=tuple(_related(subject, record, entry, whole)),
                    )
                compared = entry.date


def _complete(record: Record, day: Day) -> Whole | None:
    """The answers that say how the whole stands on the day; None unless all have answered. The record is in force."""
    if record.parts is None:
        return None
    first = first_counted(record, day) if isinstance(record, Indicator) else Day.min
    whole = whole_on(record, day, answers_by(record, day, first=first))
    return whole if whole and whole.known else None


def _contradiction(record: Record, entry: Report, whole: Whole) -> str | None:
    """How an entry of the whole is said to contradict the answers; None if it does not."""
    day, those = wording.day(entry.date), f"báo cáo của đủ {len(whole.parts)} cơ quan đến ngày đó"
    if isinstance(record, Indicator) and isinstance(entry, Measurement):
        value = _value(record, whole)
        if value is None or (entry.verdict is not None) != (measure_of(record) == "verdict") or _agree(entry, value):
            return None
        unit = scale(record)
        places = max(wording.QUOTIENT_PLACES, 1 - _exponent(entry.value))
        shown = wording.quantity(value, unit, places)
        return f"Kết quả chung {record_words.reported(entry, unit)} ngày {day} khác kết quả tính từ {those}: {shown}"
    if isinstance(entry, Update):
        state = state_of_parts(whole)
        if (entry.state == "done") != (state == "done"):
            before, now = (terms.STATE[each].lower() for each in (entry.state, state))
            return f"Tiến độ chung «{before}» ngày {day} khác {those}: «{now}»"
    return None


def _value(indicator: Indicator, whole: Whole) -> Decimal | None:
    goals = goals_of(indicator, whole.day)
    target = goals[-1].target if goals else None

    def reaches(value: Decimal) -> bool:
        return target is not None and attained(indicator, target, value) is not None

    return whole.value(indicator.parts, reaches) if indicator.parts else None


def _agree(entry: Measurement, value: Decimal) -> bool:
    """Whether the value rounds to the whole's at its last written digit; of a verdict, whether all reach the target."""
    if entry.verdict is not None:
        return (entry.verdict != "not_met") == (value == 100)
    return abs(value - entry.value) <= Decimal(5).scaleb(_exponent(entry.value) - 1)


def _exponent(value: Decimal) -> int:
    return int(value.as_tuple().exponent)


def _related(subject: Subject, record: Record, entry: Report, whole: Whole) -> Iterator[Related]:
    """A few of the answers: for a task, of those that say something else."""
    places = {id(answer): place for place, answer in enumerate(record.answers)}
    state = entry.state if isinstance(entry, Update) else None
    others = [each for each in whole.entries if not (isinstance(each, Update) and each.state == state)]
    unit, names = record_words.unit_of(record), subject.plan.target_names
    for answer in others[:_MOST_RELATED]:
        words = record_words.entry(answer, unit, subject.agencies, names)
        yield Related(subject.at(record, "answers", places[id(answer)]), words)
