"""Một mã ghi hai lần trong cùng danh sách

Mã lặp lại trong danh sách chủ trì, phối hợp, theo dõi hay thành viên không thêm nghĩa gì; nó thường là dấu vết của
một mã khác bị gõ nhầm. Minh chứng lặp lại của một tiến độ cũng vậy.

Sai:
    support: [SNV, STC, SNV]

Đúng:
    support: [SNV, STC, SKHDT]
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Severity, Step
from kehoach_cli.plan.agencies import agencies_in
from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.model import ROLES, Record
from kehoach_cli.plan.periods import Day
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import record_words

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for record in subject.plan.records:
        for state in subject.states.of(record):
            for role in ROLES:
                listed = agencies_in(state.record, role)
                if state.sets(role) and len(set(listed)) != len(listed):
                    for index in _repeated([(agency, Day.min, Day.max) for agency in listed]):
                        yield _finding(subject, record, role, listed[index], state.path(role, index))
    for group in subject.plan.agencies:
        spans = [(member.id, member.from_ or Day.min, member.until or Day.max) for member in group.members]
        for index in _repeated(spans):
            yield _finding(subject, group, "members", group.members[index].id, ("members", index))
        heirs = group.successors.to if group.successors else ()
        for index in _repeated([(agency, Day.min, Day.max) for agency in heirs]):
            yield _finding(subject, group, "to", heirs[index], ("successors", "to", index))

    for task in subject.plan.tasks:
        for place, update in enumerate(task.updates):
            for index in _repeated([(item, Day.min, Day.max) for item in update.evidence]):
                path = ("updates", place, "evidence", index)
                yield _finding(subject, task, "evidence", record_words.quoted(update.evidence[index]), path)


def _repeated(spans: list[tuple[str, Day, Day]]) -> list[int]:
    """The indexes of ids that are listed before for a day of theirs; what left and came again is no repetition."""
    if not spans:
        return []
    last: dict[str, Day] = {}
    found = []
    for (identifier, start, end), index in sorted(zip(spans, range(len(spans)), strict=True)):
        if identifier in last and start <= last[identifier]:
            found.append(index)
        last[identifier] = max(end, last.get(identifier, end))
    return sorted(found)


def _finding(subject: Subject, record: Record | Agency, key: str, identifier: str, path: tuple[Step, ...]) -> Problem:
    return Problem(
        f"{identifier} đã có trong danh sách {key} này",
        "Xóa mục lặp lại, hoặc thay bằng mục đúng",
        subject.at(record, *path),
    )
