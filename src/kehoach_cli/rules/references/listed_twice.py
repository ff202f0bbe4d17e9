"""Một mã ghi hai lần trong cùng danh sách

Mã lặp lại trong danh sách chủ trì, phối hợp, theo dõi hay thành viên không thêm nghĩa gì; nó thường là dấu vết của
một mã khác bị gõ nhầm.

Sai:
    support: [SNV, STC, SNV]

Đúng:
    support: [SNV, STC, SKHDT]
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.plan.model import ROLES, Agency, Record
from kehoach_cli.rules.rule import Subject

CODE = "KH307"
SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Finding]:
    for record in subject.plan.records:
        for role, listed in zip(ROLES, (record.lead, record.support, record.oversight), strict=True):
            yield from _repeated(subject, record, role, listed)
    for group in subject.plan.agencies:
        if group.members:
            yield from _repeated(subject, group, "members", tuple(member.id for member in group.members))


def _repeated(subject: Subject, record: Record | Agency, key: str, listed: tuple[str, ...]) -> Iterator[Finding]:
    if len(set(listed)) == len(listed):
        return
    seen: set[str] = set()
    for index, identifier in enumerate(listed):
        if identifier in seen:
            yield Finding(
                CODE,
                SEVERITY,
                f"{identifier} đã có trong danh sách {key} này",
                "Xóa mã lặp lại, hoặc thay bằng mã đúng",
                subject.at(record, key, index),
            )
        seen.add(identifier)
