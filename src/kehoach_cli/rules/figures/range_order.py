"""Khoảng phấn đấu có đầu dưới lớn hơn đầu trên

Khoảng phấn đấu viết đầu nhỏ trước, đầu lớn sau, kể cả khi chỉ tiêu càng thấp càng tốt.

Sai:
    provincial: {min: 50, max: 30}

Đúng:
    provincial: {min: 30, max: 50}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.rules.figures.indicator_figures import new_levels_of
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

CODE = "KH401"
SEVERITY: Severity = "error"


def check(subject: Subject) -> Iterator[Finding]:
    for indicator in subject.plan.indicators:
        for state in subject.states.of(indicator):
            for target, path in new_levels_of(state):
                if target.min > target.max:
                    low, high = wording.number(target.min), wording.number(target.max)
                    yield Finding(
                        CODE,
                        SEVERITY,
                        f"Khoảng phấn đấu có đầu dưới {low} lớn hơn đầu trên {high}",
                        f"Đổi chỗ hai số: min là {high}, max là {low}",
                        subject.at(indicator, *path, "min"),
                    )
