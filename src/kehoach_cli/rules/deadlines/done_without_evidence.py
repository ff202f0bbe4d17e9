"""Đánh dấu hoàn thành mà không có căn cứ

Nhiệm vụ được tính là hoàn thành kể từ ngày của dòng done. Dòng ấy phải nêu văn bản, minh chứng, hoặc ít nhất ghi chú
sản phẩm đã có, để người khác tin được.

Sai:
    - {state: done, date: 2023-06-28}

Đúng:
    - {state: done, date: 2023-06-28, source: QĐ 1690/QĐ-UBND ngày 28/6/2023}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Severity
from kehoach_cli.rules.reported_entries import reports, work_of
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for task in subject.plan.tasks:
        for update, path in reports(task):
            if update.state == "done" and not (update.source or update.note or update.evidence):
                yield Problem(
                    f"{work_of(update)} được đánh dấu hoàn thành ngày {wording.day(update.date)} mà không nêu căn cứ",
                    "Thêm «source:» với số, ký hiệu, ngày của văn bản, «evidence:» hoặc «note:» nêu sản phẩm đã có",
                    subject.at(task, *path, "state"),
                )
