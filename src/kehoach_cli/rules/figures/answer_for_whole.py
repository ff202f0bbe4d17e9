"""Kết quả chung ghi như báo cáo của một trong nhiều cơ quan

Chỉ có một cơ quan phải báo cáo thì số liệu, tình hình của cơ quan đó là của cả chỉ tiêu, nhiệm vụ: ghi vào measurements
hoặc updates của bản ghi. Thư mục data/answers chỉ dành cho việc mà nhiều cơ quan phải báo cáo, nên dòng ghi ở đó không
báo cáo nào dùng đến.

Sai:
    # answers/STTTT.yaml; CQS-01 có lead: [STTTT]
    - {record: CQS-01, value: 45.5, date: 2023-09-30, source: BC 12/STTTT}

Đúng:
    # indicators.yaml
    - id: CQS-01
      measurements:
        - {value: 45.5, date: 2023-09-30, source: BC 12/STTTT}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Severity
from kehoach_cli.plan.model import Indicator
from kehoach_cli.rules.given_answers import given_answers
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for record, place, entry, asked, agencies, shared in given_answers(subject):
        if not shared and [body.agency for body in asked.bodies] == [entry.agency]:
            key, file = ("measurements", "indicators") if isinstance(record, Indicator) else ("updates", "tasks")
            yield Problem(
                f"Ngày {wording.day(entry.date)} chỉ {agencies.short_name(entry.agency or '')} phải báo cáo "
                f"{record.id}, nên đây là kết quả chung",
                f"Ghi vào {key} của {record.id} trong {file}.yaml",
                subject.at(record, "answers", place, "record"),
            )
