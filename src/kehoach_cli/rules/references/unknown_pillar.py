"""Nhóm không có trong plan.yaml

Nhóm của chỉ tiêu, nhiệm vụ phải là một trong các nhóm mà Kế hoạch chia. Chỉ tiêu không ghi nhóm thì lấy phần đầu
của mã: CQS-01 thuộc nhóm CQS; là một phần của bản ghi khác thì cùng nhóm với bản ghi ấy, sai nhóm thì nêu ở bản ghi ấy.

Sai:
    pillar: CQX

Đúng:
    pillar: CQS
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem
from kehoach_cli.plan.hierarchy import parent_of
from kehoach_cli.plan.model import Plan, Record
from kehoach_cli.rules.rule import Subject

_MOST_SHOWN = 12


def _of_parent(record: Record, pillar: str | None, plan: Plan) -> bool:
    """Whether the pillar is that of the record whose part this one is: it is told there, as is that there is none."""
    parent = parent_of(plan, record)
    return record.parent is not None and (parent is None or parent.pillar == pillar)


def check(subject: Subject) -> Iterator[Problem]:
    pillars = [pillar.id for pillar in subject.plan.pillars]
    known = frozenset((None, *pillars))
    listed = ", ".join(pillars[:_MOST_SHOWN])
    for record in subject.plan.records:
        for state in subject.states.of(record):
            pillar = state.record.pillar
            if state.sets("pillar") and pillar not in known and not _of_parent(record, pillar, subject.plan):
                yield Problem(
                    f"Không có nhóm nào mang mã «{pillar}»",
                    f"Ghi «pillar:» là một trong: {listed}",
                    subject.at(record, *state.path("pillar")),
                )
