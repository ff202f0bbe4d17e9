"""Đề mục không có bản ghi nào

Đề mục chỉ hiện ra khi có bản ghi thuộc về nó. Đề mục trống thường là quên ghi parent ở các bản ghi con.

Sai:
    - {id: CT-11, name: Hạ tầng số, heading: true}
    - id: CT-11.1

Đúng:
    - {id: CT-11, name: Hạ tầng số, heading: true}
    - id: CT-11.1
      parent: CT-11
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Severity
from kehoach_cli.rules.rule import Subject

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for records in (subject.plan.indicators, subject.plan.tasks):
        parents = {state.record.parent for record in records for state in subject.states.of(record)}
        for record in records:
            if record.heading and record.id not in parents:
                yield Problem(
                    f"Không có bản ghi nào thuộc đề mục {record.id}",
                    f"Ghi «parent: {record.id}» ở các bản ghi thuộc mục này, hoặc xóa đề mục",
                    subject.at(record, "heading"),
                )
