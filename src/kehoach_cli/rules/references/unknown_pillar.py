"""Nhóm không có trong plan.yaml

Nhóm của chỉ tiêu, nhiệm vụ phải là một trong các nhóm mà Kế hoạch chia. Chỉ tiêu không ghi nhóm thì lấy phần đầu
của mã: CQS-01 thuộc nhóm CQS.

Sai:
    pillar: CQX

Đúng:
    pillar: CQS
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.rules.rule import Subject

CODE = "KH303"
SEVERITY: Severity = "error"


_MOST_SHOWN = 12


def check(subject: Subject) -> Iterator[Finding]:
    pillars = [pillar.id for pillar in subject.plan.pillars]
    known = frozenset(pillars)
    listed = ", ".join(pillars[:_MOST_SHOWN])
    for record in subject.plan.records:
        for state in subject.states.of(record):
            pillar = state.record.pillar
            if state.sets("pillar") and pillar is not None and pillar not in known:
                yield Finding(
                    CODE,
                    SEVERITY,
                    f"Không có nhóm nào mang mã «{pillar}»",
                    f"Ghi «pillar:» là một trong: {listed}",
                    subject.at(record, *state.path("pillar")),
                )
