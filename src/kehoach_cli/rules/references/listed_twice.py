"""Một mã ghi hai lần trong cùng danh sách

Mã lặp lại trong danh sách chủ trì, phối hợp, theo dõi hay thành viên không thêm nghĩa gì; nó thường là dấu vết của
một mã khác bị gõ nhầm.

Sai:
    support: [SNV, STC, SNV]

Đúng:
    support: [SNV, STC, SKHDT]
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Finding, Severity, Step
from kehoach_cli.plan.agencies import agencies_in
from kehoach_cli.plan.model import ROLES, Agency, Member, Record
from kehoach_cli.rules.rule import Subject

CODE = "KH307"
SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Finding]:
    for record in subject.plan.records:
        for state in subject.states(record):
            for role in ROLES:
                listed = agencies_in(state.record, role)
                if state.sets(role) and len(set(listed)) < len(listed):
                    for index, identifier in enumerate(listed):
                        if identifier in listed[:index]:
                            yield _finding(subject, record, role, identifier, state.path(role, index))
    for group in subject.plan.agencies:
        seen: dict[str, list[Member]] = {}
        for index, member in enumerate(group.members):
            earlier = seen.setdefault(member.id, [])
            if any(_at_one_time(member, other) for other in earlier):
                yield _finding(subject, group, "members", member.id, ("members", index))
            earlier.append(member)


def _at_one_time(one: Member, other: Member) -> bool:
    """Whether the two are members on a day; one that left and came again is no repetition."""
    return all(
        first.from_ is None or last.until is None or first.from_ <= last.until
        for first, last in ((one, other), (other, one))
    )


def _finding(subject: Subject, record: Record | Agency, key: str, identifier: str, path: tuple[Step, ...]) -> Finding:
    return Finding(
        CODE,
        SEVERITY,
        f"{identifier} đã có trong danh sách {key} này",
        "Xóa mã lặp lại, hoặc thay bằng mã đúng",
        subject.at(record, *path),
    )
