"""Thời hạn đã qua trước ngày ban hành Kế hoạch

Việc có hạn trước ngày ban hành thì quá hạn ngay khi được giao. Có Kế hoạch giao như vậy thật (Quyết định
180/QĐ-BCĐ ngày 26/6/2023 giao một việc hạn quý I/2023), nên đây chỉ là cảnh báo để người nhập so lại văn bản.

Sai:
    due: Quý I/2023        # Kế hoạch ban hành ngày 26/6/2023

Đúng:
    due: Quý III/2023
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import FieldRef, Finding, Related, Severity
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

CODE = "KH502"
SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Finding]:
    issued = subject.plan.date
    for record in subject.plan.records:
        if record.due.missed_on(issued):
            yield Finding(
                CODE,
                SEVERITY,
                f"Thời hạn {record.due.text} đã qua trước ngày ban hành Kế hoạch {wording.day(issued)}",
                "So lại với văn bản; nếu văn bản ghi đúng như vậy thì giữ nguyên",
                subject.at(record, "due"),
                related=(Related(FieldRef("plan", None, ("date",)), "ngày ban hành"),),
            )
