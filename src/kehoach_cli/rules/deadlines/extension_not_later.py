"""Gia hạn mà không lùi thời hạn

Thời hạn mới phải sau thời hạn đang có, kể cả các lần gia hạn trước. Bằng hoặc sớm hơn thì không phải gia hạn:
thường là gõ nhầm quý, nhầm năm, hoặc ghi trùng một lần gia hạn.

Sai:
    due: Quý III/2023
    extensions:
      - {due: Quý II/2023, by: CV 456/UBND-VP, date: 2023-08-15}

Đúng:
    due: Quý III/2023
    extensions:
      - {due: Quý IV/2023, by: CV 456/UBND-VP, date: 2023-08-15}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Finding, Related, Severity
from kehoach_cli.plan.model import Task
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import record_words, wording

CODE = "KH505"
SEVERITY: Severity = "error"


def check(subject: Subject) -> Iterator[Finding]:
    for task in subject.plan.tasks:
        if task.extensions:
            yield from _check_task(subject, task)


def _check_task(subject: Subject, task: Task) -> Iterator[Finding]:
    due, where = task.due, subject.at(task, "due")
    for index in sorted(range(len(task.extensions)), key=lambda index: task.extensions[index].date):
        extension = task.extensions[index]
        here = subject.at(task, "extensions", index, "due")
        if extension.due.end is None:
            yield Finding(
                CODE,
                SEVERITY,
                f"Gia hạn «{wording.deadline(extension.due)}» không nêu thời hạn mới là ngày nào",
                "Ghi một thời hạn có ngày cuối, ví dụ Quý IV/2023",
                here,
            )
        elif due.end is not None and extension.due.end <= due.end:
            yield Finding(
                CODE,
                SEVERITY,
                f"Gia hạn đến {record_words.due(extension.due)} không muộn hơn thời hạn đang có là "
                f"{record_words.due(due)}",
                "Sửa lại thời hạn mới; nếu văn bản rút ngắn thời hạn thì sửa due và ghi amendments",
                here,
                related=(Related(where, "thời hạn đang có"),),
            )
        else:
            due, where = extension.due, here
