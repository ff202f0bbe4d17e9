"""Báo cáo thiếu tử số, mẫu số

Kết quả chung của chỉ tiêu có «parts: ratio» là tổng tử số trên tổng mẫu số của các cơ quan. Báo cáo chỉ ghi tỷ lệ thì
không cộng vào được, nên cơ quan coi như chưa báo cáo.

Sai:
    - {record: CQS-03, value: 37.5, date: 2023-09-30, source: BC 1/SYT}

Đúng:
    - {record: CQS-03, numerator: 45, denominator: 120, date: 2023-09-30, source: BC 1/SYT}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Severity
from kehoach_cli.plan.history import uncorrected_indexes
from kehoach_cli.rules.record_states import state_on
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for indicator in subject.plan.indicators:
        states = subject.states.of(indicator)
        for place in uncorrected_indexes(indicator.answers):
            entry = indicator.answers[place]
            record = state_on(states, entry.date).record
            ratio = record.parts == "ratio" and record.unit.startswith("%")  # else it is KH423's finding
            if ratio and entry.denominator is None and entry.verdict is None:  # a verdict is KH416's finding
                yield Problem(
                    f"Báo cáo ngày {wording.day(entry.date)} không có tử số, mẫu số nên không tính được vào kết quả "
                    f"chung của {indicator.id}",
                    "Ghi numerator và denominator thay cho value",
                    subject.at(indicator, "answers", place, "value"),
                )
