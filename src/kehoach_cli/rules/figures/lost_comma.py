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

from kehoach_cli.diagnostics import Finding, Related, Severity
from kehoach_cli.plan.model import Indicator
from kehoach_cli.rules.figures.values import Figure, amount, measured, targets_of
from kehoach_cli.rules.rule import Subject

CODE = "KH406"
SEVERITY: Severity = "warning"

_FAR = 5  # so many times the value before, or a fifth of it, is no progress within a plan's year
_NEAR = 2  # what was meant lies within so many times the value before and the targets
_SHIFTS = (Decimal(10), Decimal(100), Decimal(1000))
_PERCENT = Decimal(100)


def check(subject: Subject) -> Iterator[Finding]:
    for indicator in subject.plan.indicators:
        if indicator.measurements:
            yield from _measurements(subject, indicator)
        if indicator.unit == "%":
            yield from _targets(subject, indicator)


def _measurements(subject: Subject, indicator: Indicator) -> Iterator[Finding]:
    before: Figure | None = None
    targets = [target.value for target in targets_of(indicator)]
    for figure in measured(indicator):
        meant = None
        if before is not None:
            meant = _meant(figure.value, before.value, max([before.value, *targets]), indicator)
            if meant is not None:
                yield _finding(subject, indicator, figure, meant, before, "số liệu ngay trước")
        if meant is None:  # else what follows is compared with the last value that looked right
            before = figure


def _meant(value: Decimal, before: Decimal, highest: Decimal, indicator: Indicator) -> Decimal | None:
    """The value with its decimal point moved to where it fits, or None where it fits as it is."""
    if before <= 0:
        return None
    if value > _FAR * highest and not (indicator.unit == "%" and value > _PERCENT):  # that is another rule's
        candidates = [value / shift for shift in _SHIFTS]
    elif indicator.unit == "%" and value <= 1 and before >= 10:
        candidates = [value * _PERCENT]
    else:
        return None
    return next((meant for meant in candidates if before / _NEAR <= meant <= highest * _NEAR), None)


def _targets(subject: Subject, indicator: Indicator) -> Iterator[Finding]:
    """A target written as a fraction beside one written as a percentage."""
    figures = list(targets_of(indicator))
    for figure in figures:
        other = next((each for each in figures if figure.value <= 1 and each.value >= 10), None)
        if other is not None and other.value / _NEAR <= figure.value * _PERCENT <= other.value * _NEAR:
            yield _finding(subject, indicator, figure, figure.value * _PERCENT, other, "mức phấn đấu kia")


def _finding(
    subject: Subject, indicator: Indicator, figure: Figure, meant: Decimal, other: Figure, what: str
) -> Finding:
    return Finding(
        CODE,
        SEVERITY,
        f"Số liệu {amount(figure.value, indicator)} lệch hẳn so với {what} là {amount(other.value, indicator)}",
        f"Có phải là {amount(meant, indicator)}? Nếu số liệu đúng thì giữ nguyên",
        subject.at(indicator, *figure.path),
        (Related(subject.at(indicator, *other.path), what),),
    )
