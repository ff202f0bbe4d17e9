"""Phần trăm không khớp trạng thái

Việc đã hoàn thành thì phải làm xong 100%, việc chưa thực hiện thì chưa có phần trăm nào. Hai điều mâu thuẫn thì
không rõ tin điều nào.

Sai:
    - {state: done, percent: 80, date: 2023-09-28, source: BC 15/BC-SYT}

Đúng:
    - {state: in_progress, percent: 80, date: 2023-09-28, source: BC 15/BC-SYT}
"""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.diagnostics import Problem, Related, Severity
from kehoach_cli.plan.entries import State
from kehoach_cli.rules.reported_entries import reports
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import terms, wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for task in subject.plan.tasks:
        for update, path in reports(task):
            if update.percent is not None and _contradict(update.state, update.percent):
                state = terms.STATE[update.state].lower()
                yield Problem(
                    f"Ghi «{state}» mà phần việc đã làm là {wording.number(update.percent)}%",
                    "Sửa lại state hoặc percent cho khớp nhau",
                    subject.at(task, *path, "percent"),
                    related=(Related(subject.at(task, *path, "state"), "trạng thái"),),
                )


def _contradict(state: State, percent: Decimal) -> bool:
    return (state == "done" and percent < 100) or (state == "not_started" and percent > 0)
