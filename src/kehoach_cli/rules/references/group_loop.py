"""Nhóm cơ quan chứa chính nó

Nhóm có thể chứa nhóm khác, nhưng không thể chứa chính mình, kể cả vòng qua nhóm khác: khi đó không biết thành viên
thật sự là ai để gửi công văn đôn đốc.

Sai:
    - {id: SBN, name: Các sở ban ngành, short_name: Sở ban ngành, group: true, members: [DP]}
    - {id: DP, name: Các địa phương, short_name: Địa phương, group: true, members: [SBN]}

Đúng:
    - {id: SBN, name: Các sở ban ngành, short_name: Sở ban ngành, group: true, members: [SYT, STC]}
    - {id: DP, name: Các địa phương, short_name: Địa phương, group: true, members: [UBNDH]}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem
from kehoach_cli.plan.agency import Agency
from kehoach_cli.rules.references.loops import closing_steps
from kehoach_cli.rules.rule import Subject


def check(subject: Subject) -> Iterator[Problem]:
    groups = {agency.id: agency for agency in subject.plan.agencies if agency.members}
    members = {identifier: [member.id for member in group.members] for identifier, group in groups.items()}
    for identifier, index, member in closing_steps(members):
        yield _finding(subject, groups[identifier], index, member)


def _finding(subject: Subject, group: Agency, index: int, member: str) -> Problem:
    how = (
        "chính nó"
        if member == group.id
        else f"nhóm {member}, mà nhóm đó (trực tiếp hoặc qua nhóm khác) lại chứa {group.id}"
    )
    return Problem(
        f"Nhóm {group.id} chứa {how}",
        f"Xóa {member} khỏi danh sách thành viên, hoặc bỏ {group.id} ở nhóm kia",
        subject.at(group, "members", index),
    )
