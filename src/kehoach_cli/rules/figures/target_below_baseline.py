"""Mức phấn đấu kém hiện trạng

Mức phấn đấu kém hiện trạng thì không đòi hỏi gì thêm: thường là nhập nhầm một trong hai số. Mức cấp trên giao chung
cả nước có thể thấp hơn hiện trạng của tỉnh, khi đó tỉnh phấn đấu theo mức của mình; vì vậy mức cấp trên chỉ là lưu
ý khi tỉnh đã có mức riêng không kém hiện trạng.

Sai:
    baseline: {value: 85, as_of: 2023-05-31}
    targets: {national: 50, provincial: 60}

Đúng:
    baseline: {value: 58, as_of: 2023-05-31}
    targets: {national: 50, provincial: 60}
"""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.diagnostics import Finding, Related, Severity
from kehoach_cli.plan.gaps import gap, stretch
from kehoach_cli.plan.model import Indicator, Target
from kehoach_cli.rules.figures.indicator_figures import short_quantity
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

CODE = "KH405"
SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Finding]:
    names = subject.plan.target_names
    for indicator in subject.plan.indicators:
        start = indicator.baseline.value
        if start is None:
            continue
        national, provincial = indicator.targets
        if _surpassed(provincial, start, indicator):
            yield _finding(subject, indicator, "provincial", names.provincial, SEVERITY)
        elif _surpassed(national, start, indicator):
            yield _finding(subject, indicator, "national", names.national, "info" if provincial else SEVERITY)


def _surpassed(target: Target | None, start: Decimal, indicator: Indicator) -> bool:
    """Whether the baseline is beyond the far end of the target."""
    return target is not None and gap(indicator.direction, stretch(indicator.direction, target), start) < 0


def _finding(subject: Subject, indicator: Indicator, level: str, name: str, severity: Severity) -> Finding:
    target = indicator.targets.provincial if level == "provincial" else indicator.targets.national
    end = None if target is None else stretch(indicator.direction, target)
    how = "thấp hơn" if indicator.direction == "increase" else "cao hơn"
    baseline = indicator.baseline
    remedy = (
        "Không phải sửa nếu văn bản ghi đúng như vậy; chỉ tiêu này được tính theo mức của tỉnh"
        if severity == "info"
        else "So lại hai số với văn bản; nếu văn bản ghi đúng như vậy thì giữ nguyên"
    )
    return Finding(
        CODE,
        severity,
        f"Mức {name[:80]} {short_quantity(end or Decimal(0), indicator)} {how} hiện trạng "
        f"{short_quantity(baseline.value or Decimal(0), indicator)} ngày {wording.day(baseline.as_of)}",
        remedy,
        subject.at(indicator, "targets", level),
        related=(Related(subject.at(indicator, "baseline", "value"), "hiện trạng"),),
    )
