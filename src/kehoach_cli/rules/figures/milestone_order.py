"""Mốc sau kém mốc trước

Các mốc dẫn dần đến mức cuối, nên mốc sau thường phải hơn mốc trước, và không mốc nào hơn mức cuối; ngược lại thường là
nhập nhầm số hoặc nhầm chỗ. Văn bản ghi như vậy thật thì giữ nguyên: đây chỉ là cảnh báo.

Sai:
    targets: {provincial: 60}
    milestones:
      - {due: Quý II/2023, provincial: 70}

Đúng:
    targets: {provincial: 60}
    milestones:
      - {due: Quý II/2023, provincial: 40}
"""

from collections.abc import Iterator
from itertools import pairwise

from kehoach_cli.diagnostics import Problem, Severity
from kehoach_cli.plan.goals import commitment, gap, goals_of
from kehoach_cli.rules.figures.indicator_figures import in_unit, short_quantity
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import record_words, wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for indicator in subject.plan.indicators:
        for state in subject.states.of(indicator):
            record, direction = state.record, state.record.direction
            if not record.milestones or not state.sets("milestones", "targets", "direction"):
                continue
            places = {milestone.due: place for place, milestone in enumerate(record.milestones)}
            goals = [goal for goal in goals_of(record, state.day) if in_unit(goal.target, record)]
            for earlier, later in pairwise(goals):
                before, after = commitment(direction, earlier.target), commitment(direction, later.target)
                if gap(direction, before, after) > 0:
                    named = f"mốc {wording.inline(record_words.due(earlier.due))}"
                    place = places[later.due if later.due in places else earlier.due]
                    yield Problem(
                        f"{record_words.due(later.due)} phải đạt "
                        f"{short_quantity(after, record)}, kém {named} {short_quantity(before, record)}",
                        "So lại với văn bản; nếu văn bản ghi đúng như vậy thì giữ nguyên",
                        subject.at(indicator, *state.path("milestones", place, "due")),
                    )
