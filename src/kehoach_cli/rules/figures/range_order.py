"""Khoảng phấn đấu có đầu dưới lớn hơn đầu trên

Khoảng phấn đấu viết đầu nhỏ trước, đầu lớn sau, kể cả khi chỉ tiêu càng thấp càng tốt.

Sai:
    provincial: {min: 50, max: 30}

Đúng:
    provincial: {min: 30, max: 50}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem
from kehoach_cli.rules.figures.indicator_figures import new_levels_of
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording


def check(subject: Subject) -> Iterator[Problem]:
    for indicator in subject.plan.indicators:
        for state in subject.states.of(indicator):
            for target, path in new_levels_of(state):
                if target.min > target.max:
                    low, high = wording.number(target.min), wording.number(target.max)
                    yield Problem(
                        f"Khoảng phấn đấu có đầu dưới {low} lớn hơn đầu trên {high}",
                        f"Đổi chỗ hai số: min là {high}, max là {low}",
                        subject.at(indicator, *path, "min"),
                    )
