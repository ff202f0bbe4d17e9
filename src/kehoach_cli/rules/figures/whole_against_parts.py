"""Kết quả chung khác báo cáo của các cơ quan

Đến ngày của một kết quả chung mà mọi cơ quan phải báo cáo đã báo cáo, thì tính gộp theo `parts` phải ra kết quả ấy, sai
khác không quá nửa đơn vị của chữ số cuối: 45,5% thì không quá 0,05. Báo cáo có sau ngày ấy, hoặc đã so ở lần trước, thì
không so nữa.

Sai:
    # indicators.yaml; báo cáo đến 30/9/2023: SYT 45/120, SCT 10/80
    - {value: 35, date: 2023-09-30, source: BC 3/UBND}

Đúng:
    - {value: 27.5, date: 2023-09-30, source: BC 3/UBND}
"""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.diagnostics import Problem, Related, Severity
from kehoach_cli.plan.entries import Measurement
from kehoach_cli.plan.goals import goals_of
from kehoach_cli.plan.history import answers_by, is_estimate, uncorrected_indexes
from kehoach_cli.plan.in_force import record_in_force
from kehoach_cli.plan.measures import QUOTIENT_PLACES, scale
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.readings import first_counted, value_of
from kehoach_cli.plan.roster import Roster
from kehoach_cli.plan.wholes import Whole, whole_on
from kehoach_cli.rules.given_answers import with_respondents
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import entry_words, wording

SEVERITY: Severity = "warning"
_MOST_RELATED = 3


def check(subject: Subject) -> Iterator[Problem]:
    for indicator, known in with_respondents(subject.plan.indicators, Roster(subject.plan.agencies)):
        compared = Day.min
        entries = indicator.measurements
        for place in sorted(uncorrected_indexes(entries), key=lambda place: entries[place].date):
            entry = entries[place]
            current = record_in_force(known, entry.date)
            whole = None if is_estimate(entry) else _complete(current, entry.date)
            if whole and any(answer.date > compared for answer in whole.entries):
                if said := _contradiction(current, entry, whole):
                    yield Problem(
                        said,
                        "So hai bên với văn bản, bên nào sai thì đính chính; văn bản ghi đúng như vậy thì giữ nguyên",
                        subject.at(indicator, "measurements", place, "value"),
                        related=tuple(_related(subject, indicator, whole)),
                    )
                compared = entry.date


def _complete(indicator: Indicator, day: Day) -> Whole | None:
    """The answers on the day; None unless all have answered. The indicator is in force."""
    if indicator.parts is None:
        return None
    whole = whole_on(indicator, day, answers_by(indicator, day, first=first_counted(indicator, day)))
    return whole if whole and whole.known else None


def _contradiction(indicator: Indicator, entry: Measurement, whole: Whole) -> str | None:
    """How a measurement of the whole is said to contradict the answers; None if it does not."""
    goals = goals_of(indicator, whole.day)
    value = value_of(whole, indicator, goals[-1].target if goals else None)
    if value is None or entry.verdict is not None or _agree(entry, value):
        return None
    unit, day = scale(indicator), wording.day(entry.date)
    shown = wording.quantity(value, unit, max(QUOTIENT_PLACES, 1 - _exponent(entry.value)))
    those = f"báo cáo của đủ {len(whole.parts)} cơ quan đến ngày đó"
    return f"Kết quả chung {entry_words.reported(entry, unit)} ngày {day} khác kết quả tính từ {those}: {shown}"


def _agree(entry: Measurement, value: Decimal) -> bool:
    """Whether the value rounds to the whole's at its last written digit."""
    return abs(value - entry.value) <= Decimal(5).scaleb(_exponent(entry.value) - 1)


def _exponent(value: Decimal) -> int:
    return int(value.as_tuple().exponent)


def _related(subject: Subject, indicator: Indicator, whole: Whole) -> Iterator[Related]:
    """A few of the answers."""
    places = {id(answer): place for place, answer in enumerate(indicator.answers)}
    for answer in whole.entries[:_MOST_RELATED]:
        words = entry_words.entry(answer, indicator.unit, subject.agencies, subject.plan.target_names)
        yield Related(subject.at(indicator, "answers", places[id(answer)]), words)
