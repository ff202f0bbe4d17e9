"""Cơ quan tiếp nhận chính nó

Cơ quan kết thúc thì việc của nó chuyển cho cơ quan tiếp nhận, rồi cho cơ quan tiếp nhận của cơ quan ấy. Đi vòng lại
chỗ cũ thì không còn cơ quan nào đang hoạt động để giao việc.

Sai:
    - {id: STTTT, until: 2025-02-28, successors: {kind: merged, to: [SKHCN], date: 2025-03-01, by: NQ 45/NQ-HĐND}}
    - {id: SKHCN, until: 2025-06-30, successors: {kind: renamed, to: [STTTT], date: 2025-07-01, by: NQ 60/NQ-HĐND}}

Đúng:
    - {id: STTTT, until: 2025-02-28, successors: {kind: merged, to: [SKHCN], date: 2025-03-01, by: NQ 45/NQ-HĐND}}
    - {id: SKHCN}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem
from kehoach_cli.rules.references.loops import closing_steps
from kehoach_cli.rules.rule import Subject


def check(subject: Subject) -> Iterator[Problem]:
    ended = {agency.id: agency for agency in subject.plan.agencies if agency.successors}
    heirs = {identifier: agency.successors.to for identifier, agency in ended.items() if agency.successors}
    for identifier, index, heir in closing_steps(heirs):
        how = (
            "chính nó"
            if heir == identifier
            else f"{heir}, mà việc của {heir} (trực tiếp hoặc qua cơ quan khác) lại chuyển về {identifier}"
        )
        yield Problem(
            f"Việc của {identifier} chuyển cho {how}",
            f"Ghi cơ quan tiếp nhận khác thay cho {heir}, hoặc sửa successors của cơ quan kia",
            subject.at(ended[identifier], "successors", "to", index),
        )
