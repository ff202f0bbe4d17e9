"""Gia hạn không ghi văn bản

Lùi thời hạn phải có văn bản của cấp giao việc. Không ghi văn bản thì nhiệm vụ quá hạn thành đúng hạn mà không ai kiểm
lại được.

Sai:
    - {due: Quý IV/2023, date: 2023-08-15}

Đúng:
    - {due: Quý IV/2023, by: CV 456/UBND-VP, date: 2023-08-15}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import record_words

CODE = "KH506"
SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Finding]:
    for task in subject.plan.tasks:
        for index, extension in enumerate(task.extensions):
            if extension.by is None:
                yield Finding(
                    CODE,
                    SEVERITY,
                    f"Gia hạn đến {record_words.due(extension.due)} không ghi văn bản cho phép",
                    "Thêm «by:» với số, ký hiệu của văn bản",
                    subject.at(task, "extensions", index),
                )
