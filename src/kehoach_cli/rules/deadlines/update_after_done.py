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

from kehoach_cli.diagnostics import Problem, Related, Severity, Step
from kehoach_cli.plan.entries import Update
from kehoach_cli.plan.history import uncorrected_indexes
from kehoach_cli.plan.model import Task
from kehoach_cli.rules.reported_entries import has_reports, reports, work_of
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import terms, wording

SEVERITY: Severity = "warning"

_FINAL = ("done", "cancelled")
_NEVER_FINISHED = ("recurring", "ongoing")


def check(subject: Subject) -> Iterator[Problem]:
    for task in subject.plan.tasks:
        if not has_reports(task) or _never_finished(subject, task):
            continue
        entries = [*reports(task)]
        final: dict[str | None, tuple[Update, tuple[Step, ...]]] = {}
        for index in sorted(
            uncorrected_indexes(entry for entry, _ in entries), key=lambda index: entries[index][0].date
        ):
            update, path = entries[index]
            ended, ended_at = final.get(update.agency, (None, ()))
            if ended is not None and update.state != ended.state and update.note is None:
                yield Problem(
                    f"{work_of(update)} {terms.STATE[ended.state].lower()} từ {wording.day(ended.date)} mà lại có tiến "
                    f"độ «{terms.STATE[update.state].lower()}» ngày {wording.day(update.date)}",
                    f"Nếu dòng trước sai thì thêm «corrects: {ended.date.isoformat()}» vào dòng này; nếu nhiệm vụ được "
                    "mở lại thì nêu lý do ở «note:»",
                    subject.at(task, *path, "state"),
                    related=(Related(subject.at(task, *ended_at, "state"), "dòng kết thúc nhiệm vụ"),),
                )
            if update.state in _FINAL:
                final[update.agency] = update, path


def _never_finished(subject: Subject, task: Task) -> bool:
    """Whether the task recurs or goes on, so that "done" is about one period."""
    dues = (state.record.due for state in subject.states.of(task))
    return any(due.kind in _NEVER_FINISHED or due.then_ongoing for due in dues)
