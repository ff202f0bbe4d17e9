"""Tiến độ ghi sau khi nhiệm vụ đã xong

Nhiệm vụ đã hoàn thành hoặc đã dừng thì không còn tiến độ. Dòng sau nói khác đi sẽ mở lại nhiệm vụ trong mọi báo
cáo: dòng trước sai thì đính chính nó, còn mở lại thật thì nêu lý do ở note. Việc định kỳ, thường xuyên không tính,
vì «xong» ở đó là xong của một kỳ.

Sai:
    - {state: done, date: 2023-06-28, source: QĐ 1690/QĐ-UBND}
    - {state: in_progress, date: 2023-09-10, source: BC 15/BC-SYT}

Đúng:
    - {state: done, date: 2023-06-28, source: QĐ 1690/QĐ-UBND}
    - {state: in_progress, date: 2023-09-10, source: BC 15/BC-SYT, note: Mở lại vì phần mềm chưa đạt nghiệm thu}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Finding, Related, Severity
from kehoach_cli.plan.history import uncorrected_indexes
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import terms, wording

CODE = "KH504"
SEVERITY: Severity = "warning"

_FINAL = ("done", "cancelled")
_NEVER_FINISHED = ("recurring", "ongoing")


def check(subject: Subject) -> Iterator[Finding]:
    for task in subject.plan.tasks:
        dues = [state.record.due for state in subject.states.of(task)]
        if any(due.kind in _NEVER_FINISHED or due.then_ongoing for due in dues):
            continue
        final: int | None = None
        for index in sorted(uncorrected_indexes(task.updates), key=lambda index: task.updates[index].date):
            update = task.updates[index]
            if final is not None and update.state != task.updates[final].state and update.note is None:
                ended = task.updates[final]
                yield Finding(
                    CODE,
                    SEVERITY,
                    f"Nhiệm vụ {terms.STATE[ended.state].lower()} từ {wording.day(ended.date)} mà lại có tiến độ "
                    f"«{terms.STATE[update.state].lower()}» ngày {wording.day(update.date)}",
                    f"Nếu dòng trước sai thì thêm «corrects: {ended.date.isoformat()}» vào dòng này; nếu nhiệm vụ được "
                    "mở lại thì nêu lý do ở «note:»",
                    subject.at(task, "updates", index, "state"),
                    related=(Related(subject.at(task, "updates", final, "state"), "dòng kết thúc nhiệm vụ"),),
                )
            if update.state in _FINAL:
                final = index
