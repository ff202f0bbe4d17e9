"""Giá trị không hợp với loại số đo

Loại số đo (`measure`, bỏ trống thì suy từ đơn vị tính) nói giá trị nào có thể có: tỷ lệ (share) từ 0 đến 100%; tỷ lệ
so với mức giao (attainment) không âm, có thể quá 100%; số đếm (count) là số nguyên không âm; thứ hạng (rank) là số
nguyên từ 1. Tốc độ tăng, giảm (growth, đơn vị %/năm hoặc "% so với năm trước") không có giới hạn.

Báo cáo của cơ quan ghi tử số và mẫu số thì hai số không âm, tử số của tỷ lệ không lớn hơn mẫu số; không có gì để tính
thì cả hai là 0.

Sai:
    unit: "%"
    baseline:
      value: 292

Đúng:
    unit: "%"
    baseline:
      value: 29.2
"""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.diagnostics import Problem
from kehoach_cli.plan.entries import Measurement
from kehoach_cli.plan.measures import WHOLE_NUMBERS, measure_of
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.values import Measure
from kehoach_cli.rules.figures.indicator_figures import decided_figures, short_quantity
from kehoach_cli.rules.record_states import state_on
from kehoach_cli.rules.reported_entries import reports
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

_HUNDRED = Decimal(100)
_LEAST: dict[Measure, int] = {"attainment": 0, "count": 0, "rank": 1}


def check(subject: Subject) -> Iterator[Problem]:
    for indicator in subject.plan.indicators:
        states = subject.states.of(indicator)
        decided = ((state.record, figure) for state in states for figure in decided_figures(state))
        for record, (value, path) in decided:
            if fault := _fault(value, record):
                yield Problem(*fault, subject.at(indicator, *path))
        for entry, path in reports(indicator):
            record = state_on(states, entry.date).record
            if fault := _fault_of(entry, record):
                key = "value" if entry.denominator is None else "numerator"
                yield Problem(*fault, subject.at(indicator, *path, key))
    for task in subject.plan.tasks:
        for update, path in reports(task):
            if update.percent is not None and not 0 <= update.percent <= _HUNDRED:
                yield Problem(*_of_share(update.percent, ""), subject.at(task, *path, "percent"))


def _fault_of(entry: Measurement, indicator: Indicator) -> tuple[str, str] | None:
    """As `_fault`, of a reported figure: of the whole, or what an agency answers."""
    if entry.verdict is not None:
        return None
    if entry.numerator is not None and entry.denominator is not None:
        return _fault_of_pair(entry.numerator, entry.denominator, indicator)
    if indicator.parts == "each" and entry.agency is None:  # the share of those who reach the target
        return None if 0 <= entry.value <= _HUNDRED else _of_share(entry.value, "")
    return _fault(entry.value, indicator)


def _fault_of_pair(numerator: Decimal, denominator: Decimal, indicator: Indicator) -> tuple[str, str] | None:
    measure = measure_of(indicator)
    if measure == "verdict":  # KH416's finding
        return None
    if not indicator.unit.startswith("%"):
        return f"Tử số, mẫu số không đi với đơn vị tính {indicator.unit[:40]}", "Ghi kết quả ở value"
    upper, lower = map(wording.number, (numerator, denominator))
    if min(numerator, denominator) < 0 and measure != "growth":
        return f"{f'Tử số {upper}' if numerator < 0 else f'Mẫu số {lower}'} nhỏ hơn 0", "Sửa lại số liệu"
    if numerator and not denominator:
        return f"Mẫu số là 0 mà tử số {upper}", "Sửa lại số liệu; chưa phát sinh gì thì cả hai là 0"
    if measure == "share" and numerator > denominator:
        return (
            f"Tử số {upper} lớn hơn mẫu số {lower}",
            "Xem có đổi chỗ hai số không; tỷ lệ so với mức giao thì ghi measure: attainment",
        )
    return None


def _fault(value: Decimal, indicator: Indicator) -> tuple[str, str] | None:
    """A message and its remedy; None for a value that the measure allows."""
    measure = measure_of(indicator)
    least = _LEAST.get(measure)
    if measure == "share":
        measures = "; tốc độ tăng thì measure: growth, tỷ lệ so với mức giao thì measure: attainment"
        return None if 0 <= value <= _HUNDRED else _of_share(value, measures)
    named = short_quantity(value, indicator)
    if measure in WHOLE_NUMBERS and value != value.to_integral_value():
        remedy = "Sửa lại số liệu" + ("" if measure == "rank" else "; nếu số liệu đúng thì ghi measure: amount")
        return f"{named} không phải số nguyên, mà đơn vị tính là {indicator.unit[:40]}", remedy
    if least is not None and value < least:
        return f"{named} nhỏ hơn {least}", "Sửa lại số liệu; nếu số liệu đúng thì ghi loại số đo ở measure"
    return None


def _of_share(value: Decimal, measures: str) -> tuple[str, str]:
    return (
        f"Tỷ lệ {wording.number(value)}% nằm ngoài khoảng từ 0% đến 100%",
        f"{_lost_comma_hint(value)}Sửa lại số liệu{measures}",
    )


def _lost_comma_hint(value: Decimal) -> str:
    """A question whether a decimal comma is missing (292 for 29,2), or ""."""
    if not _HUNDRED < value < 10 * _HUNDRED or value != value.to_integral_value():
        return ""
    return f"Có phải là {wording.number(value / 10)}%? "
