"""Thời hạn đã qua trước ngày ban hành Kế hoạch

Việc có hạn trước ngày ban hành, bổ sung hay điều chỉnh thì quá hạn ngay khi được giao. Có Kế hoạch giao như vậy thật
(Quyết định 180/QĐ-BCĐ ngày 26/6/2023 giao một việc hạn quý I/2023), nên đây chỉ là cảnh báo để người nhập so lại văn
bản.

Sai:
    due: Quý I/2023        # Kế hoạch ban hành ngày 26/6/2023

Đúng:
    due: Quý III/2023
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import FieldRef, Problem, Related, Severity
from kehoach_cli.plan.model import Record
from kehoach_cli.rules.record_states import RecordState
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for record in subject.plan.records:
        for state in subject.states.of(record):
            if state.sets("due") and state.record.due.missed_on(state.day):
                yield _finding(subject, record, state)


def _finding(subject: Subject, record: Record, state: RecordState[Record]) -> Problem:
    place = state.path("due")
    if state.new is not None:
        what, day = "ngày điều chỉnh", subject.at(record, *place[:2], "date")
    elif record.added:
        what, day = "ngày bổ sung", subject.at(record, "added", "date")
    else:
        what, day = "ngày ban hành Kế hoạch", FieldRef("plan", None, ("date",))
    return Problem(
        f"Thời hạn {state.record.due.text} đã qua trước {what} {wording.day(state.day)}",
        "So lại với văn bản; nếu văn bản ghi đúng như vậy thì giữ nguyên",
        subject.at(record, *place),
        related=(Related(day, what.removesuffix(" Kế hoạch")),),
    )
