"""Số liệu có vẻ sai dấu thập phân

Gõ 292 thay cho 29,2, hay 0.5 thay cho 50%, là lỗi hay gặp nhất khi nhập số và làm sai cả báo cáo. Số liệu lệch
hẳn so với số ngay trước nó và với mức phấn đấu, mà dời dấu thập phân thì lại khớp, được nêu ra để xem lại.

Sai:
    baseline: {value: 29.2, as_of: 2023-05-31}
    measurements:
      - {value: 0.31, date: 2023-06-30, source: CV 12/VPUBND}

Đúng:
    baseline: {value: 29.2, as_of: 2023-05-31}
    measurements:
      - {value: 31, date: 2023-06-30, source: CV 12/VPUBND}
"""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.diagnostics import Problem, Related, Severity
from kehoach_cli.plan.measures import measure_of
from kehoach_cli.plan.model import Indicator
from kehoach_cli.rules.figures.indicator_figures import (
    Figure,
    decided_figures,
    measured_figures,
    short_quantity,
    target_figures,
)
from kehoach_cli.rules.record_states import RecordState
from kehoach_cli.rules.rule import Subject

SEVERITY: Severity = "warning"

_FAR_FACTOR = 5  # a value this many times the previous one is no progress within a plan's year
_NEAR_FACTOR = 2  # the meant value is within this factor of the previous value and the targets
_SHIFTS = (Decimal(10), Decimal(100), Decimal(1000))
_HUNDRED = Decimal(100)


def check(subject: Subject) -> Iterator[Problem]:
    for indicator in subject.plan.indicators:
        states = subject.states.of(indicator)
        if (indicator.measurements or indicator.answers) and measure_of(indicator) != "rank":
            for agency, series in measured_figures(indicator).items():
                yield from _measurements(subject, indicator, states, series, of_whole=agency is None)
        for state in states:
            if state.record.unit == "%" and state.sets("targets"):
                yield from _targets(subject, indicator, state)


def _measurements(
    subject: Subject,
    indicator: Indicator,
    states: list[RecordState[Indicator]],
    series: list[Figure],
    *,
    of_whole: bool,
) -> Iterator[Problem]:
    baseline = states[0].record.baseline.value if of_whole else None
    before = None if baseline is None else Figure(baseline, states[0].path("baseline.value"))
    targets = [target.value for state in states for target in target_figures(state)]
    for figure in series:
        meant = None
        if before is not None:
            meant = _meant(figure.value, before.value, max([before.value, *targets]), indicator)
            if meant is not None:
                yield _finding(subject, indicator, figure, meant=meant, other=before, other_name="số liệu ngay trước")
        if meant is None:  # later values are compared with the last plausible one
            before = figure


def _meant(value: Decimal, before: Decimal, highest: Decimal, indicator: Indicator) -> Decimal | None:
    """The value with its decimal point moved so that it is plausible; None if it is plausible as it is."""
    if before <= 0:
        return None
    if value > _FAR_FACTOR * highest and not (indicator.unit == "%" and value > _HUNDRED):  # KH402's finding
        candidates = [value / shift for shift in _SHIFTS]
    elif indicator.unit == "%" and value <= 1 and before >= 10:
        candidates = [value * _HUNDRED]
    else:
        return None
    return next((meant for meant in candidates if before / _NEAR_FACTOR <= meant <= highest * _NEAR_FACTOR), None)


def _targets(subject: Subject, indicator: Indicator, state: RecordState[Indicator]) -> Iterator[Problem]:
    """Targets written as a fraction next to one written as a percentage."""
    figures = list(target_figures(state))
    fractions = [figure for figure in figures if figure.value <= 1]
    new = list(decided_figures(state)) if fractions else []
    for figure in fractions:
        other = next((each for each in figures if figure in new and each.value >= 10), None)
        meant = figure.value * _HUNDRED
        if other is not None and other.value / _NEAR_FACTOR <= meant <= other.value * _NEAR_FACTOR:
            yield _finding(subject, indicator, figure, meant=meant, other=other, other_name="mức phấn đấu kia")


def _finding(
    subject: Subject, indicator: Indicator, figure: Figure, *, meant: Decimal, other: Figure, other_name: str
) -> Problem:
    return Problem(
        f"Số liệu {short_quantity(figure.value, indicator)} lệch hẳn so với {other_name} là "
        f"{short_quantity(other.value, indicator)}",
        f"Có phải là {short_quantity(meant, indicator)}? Nếu số liệu đúng thì giữ nguyên",
        subject.at(indicator, *figure.path),
        related=(Related(subject.at(indicator, *other.path), other_name),),
    )
