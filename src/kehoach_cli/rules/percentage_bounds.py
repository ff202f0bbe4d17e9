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

from kehoach_cli.diagnostics import FieldRef, Finding, Severity, Step
from kehoach_cli.plan.model import Indicator
from kehoach_cli.rules.rule import Subject, at
from kehoach_cli.vocabulary import wording

CODE = "KH402"
SEVERITY: Severity = "error"
_ALL = Decimal(100)


def check(subject: Subject) -> Iterator[Finding]:
    for indicator in subject.plan.indicators:
        if indicator.unit == "%":
            for value, path in _values(indicator):
                if not 0 <= value <= _ALL:
                    yield _finding(value, at(indicator, *path))
    for task in subject.plan.tasks:
        for index, update in enumerate(task.updates):
            if update.percent is not None and not 0 <= update.percent <= _ALL:
                yield _finding(update.percent, at(task, "updates", index, "percent"))


def _values(indicator: Indicator) -> Iterator[tuple[Decimal, tuple[Step, ...]]]:
    if indicator.baseline.value is not None:
        yield indicator.baseline.value, ("baseline", "value")
    national, provincial = indicator.targets
    for level, target in (("national", national), ("provincial", provincial)):
        if target is not None:
            yield target.min, ("targets", level, "min")
            if target.max != target.min:
                yield target.max, ("targets", level, "max")
    for index, measurement in enumerate(indicator.measurements):
        yield measurement.value, ("measurements", index, "value")


def _finding(value: Decimal, where: FieldRef) -> Finding:
    return Finding(
        CODE,
        SEVERITY,
        f"Tỷ lệ {wording.number(value)}% nằm ngoài khoảng từ 0% đến 100%",
        "Sửa lại số liệu; nếu số liệu đúng thì đơn vị tính không phải là %",
        where,
    )
