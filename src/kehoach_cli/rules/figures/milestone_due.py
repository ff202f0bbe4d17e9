"""Mốc không có ngày cuối, hoặc không trước thời hạn của chỉ tiêu

Mốc là mức phải đạt vào một ngày trước thời hạn cuối của chỉ tiêu, nên phải có ngày cuối, trước ngày cuối của chỉ
tiêu, và mỗi ngày chỉ có một mốc. Mức của thời hạn cuối thì ghi ở targets.

Sai:
    targets: {provincial: 60}
    due: Năm 2023
    milestones:
      - {due: Năm 2023, provincial: 60}

Đúng:
    targets: {provincial: 60}
    due: Năm 2023
    milestones:
      - {due: Quý II/2023, provincial: 40}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.values import Milestone
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import record_words, wording


def check(subject: Subject) -> Iterator[Problem]:
    for indicator in subject.plan.indicators:
        for state in subject.states.of(indicator):
            if not state.sets("milestones", "due"):
                continue
            taken: set[Day | None] = set()
            for index, milestone in enumerate(state.record.milestones):
                if fault := _fault(milestone, state.record, taken):
                    message, remedy = fault
                    where = subject.at(indicator, *state.path("milestones", index, "due"))
                    yield Problem(message, remedy, where)
                taken.add(milestone.due.end)


def _fault(milestone: Milestone, indicator: Indicator, taken: set[Day | None]) -> tuple[str, str] | None:
    """A message and its remedy."""
    named, end, last = wording.inline(record_words.due(milestone.due)), milestone.due.end, indicator.due.end
    if milestone.judged is None:
        return f"Mốc {named} không có mức nào", "Ghi mức phải đạt ở provincial hoặc national, hoặc xóa mốc"
    if end is None:
        return f"Mốc {named} không có ngày cuối", "Ghi thời hạn có ngày cuối, ví dụ Quý II/2023"
    if last is not None and end >= last:
        return (
            f"Mốc {named} không trước thời hạn của chỉ tiêu là {wording.inline(record_words.due(indicator.due))}",
            "Sửa thời hạn của mốc; mức của thời hạn cuối thì ghi ở targets",
        )
    if end in taken:
        return f"Có hai mốc cùng hạn {wording.day(end)}", "Giữ một mốc cho mỗi ngày"
    return None
