"""Lần điều chỉnh không đổi gì

Mọi giá trị mà lần điều chỉnh này ghi đã có hiệu lực ngay trước đó: hoặc nó được ghi hai lần, hoặc giá trị hay ngày bị
gõ nhầm nên điều văn bản đổi thật chưa được tính.

Sai:
    due: Quý III/2023
    changes:
      - {date: 2023-08-02, by: CV 456/UBND-VP, set: {due: Quý III/2023}}

Đúng:
    due: Quý III/2023
    changes:
      - {date: 2023-08-02, by: CV 456/UBND-VP, set: {due: Quý IV/2023}}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Severity
from kehoach_cli.plan.differences import same
from kehoach_cli.plan.in_force import applied_changes
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for owner in (subject.plan, *subject.plan.records):
        index = {id(change): place for place, change in enumerate(owner.changes)}
        for change, fields in applied_changes(owner) if index else ():
            if all(same(field.before, field.after) for field in fields):
                what = f"Lần {'đính chính' if change.corrigendum else 'điều chỉnh'} ngày {wording.day(change.date)}"
                yield Problem(
                    f"{what} không đổi gì: các giá trị này đã có hiệu lực ngay trước đó",
                    "Xem lại giá trị và ngày theo văn bản; ghi thừa mà chưa gộp vào nhánh chính thì xóa lần này",
                    subject.at(owner, "changes", index[id(change)], "set"),
                )
