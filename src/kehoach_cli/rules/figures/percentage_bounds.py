"""Tỷ lệ phần trăm ngoài khoảng 0–100

Chỉ tiêu có đơn vị % là một phần của tổng số, nên không thể âm hay quá 100. Đại lượng có thể vượt 100% (mức tăng
trưởng chẳng hạn) thì ghi đơn vị khác, ví dụ "% so với năm trước".

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
from itertools import chain

from kehoach_cli.diagnostics import FieldRef, Finding, Severity
from kehoach_cli.rules.figures.indicator_figures import decided_figures, measured_figures
from kehoach_cli.rules.record_states import state_on
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

CODE = "KH402"
SEVERITY: Severity = "error"
_HUNDRED = Decimal(100)


def check(subject: Subject) -> Iterator[Finding]:
    for indicator in subject.plan.indicators:
        states = subject.states.of(indicator)
        shares = (decided_figures(state) for state in states if state.record.unit == "%")
        measured = (
            figure
            for figure, entry in zip(measured_figures(indicator), indicator.measurements, strict=True)
            if state_on(states, entry.date).record.unit == "%"
        )
        for value, path in chain(*shares, measured):
            if not 0 <= value <= _HUNDRED:
                yield _finding(value, subject.at(indicator, *path))
    for task in subject.plan.tasks:
        for index, update in enumerate(task.updates):
            if update.percent is not None and not 0 <= update.percent <= _HUNDRED:
                yield _finding(update.percent, subject.at(task, "updates", index, "percent"))


def _finding(value: Decimal, where: FieldRef) -> Finding:
    return Finding(
        CODE,
        SEVERITY,
        f"Tỷ lệ {wording.number(value)}% nằm ngoài khoảng từ 0% đến 100%",
        f"{_lost_comma_hint(value)}Sửa lại số liệu; nếu số liệu đúng thì đơn vị tính không phải là %",
        where,
    )


def _lost_comma_hint(value: Decimal) -> str:
    """A question whether a decimal comma is missing (292 for 29,2), or ""."""
    if not _HUNDRED < value < 10 * _HUNDRED or value != value.to_integral_value():
        return ""
    return f"Có phải là {wording.number(value / 10)}%? "
