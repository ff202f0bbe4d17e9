"""Cơ quan không có trong agencies.yaml

Mọi cơ quan chủ trì, phối hợp, theo dõi phải có trong danh sách cơ quan, để báo cáo gọi đúng tên và công văn
đôn đốc gửi đúng nơi.

Sai:
    lead: [STTTTT]

Đúng:
    lead: [STTTT]
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import FieldRef, Finding, Severity
from kehoach_cli.plan.suggest import near_ids
from kehoach_cli.rules.rule import Subject, at

CODE = "KH302"
SEVERITY: Severity = "error"


def check(subject: Subject) -> Iterator[Finding]:
    known = subject.ids["agencies"]
    plan = subject.plan
    for record in plan.records:
        for role, agencies in (("lead", record.lead), ("support", record.support), ("oversight", record.oversight)):
            for index, agency in enumerate(agencies):
                if agency not in known:
                    yield _finding(subject, agency, at(record, role, index))
    for group in plan.agencies:
        for index, member in enumerate(group.members):
            if member not in known:
                yield _finding(subject, member, FieldRef("agencies", group.id, ("members", index)))
    if plan.standing_agency is not None and plan.standing_agency not in known:
        yield _finding(subject, plan.standing_agency, FieldRef("plan", None, ("standing_agency",)))


def _finding(subject: Subject, agency: str, where: FieldRef) -> Finding:
    found = subject.agencies.find(agency)
    near = [found.id] if found else near_ids(agency, subject.ids["agencies"], most=1)
    remedy = (
        f"Có phải là {near[0]}? Nếu không, thêm cơ quan này vào agencies.yaml"
        if near
        else "Thêm cơ quan này vào agencies.yaml, hoặc sửa lại mã"
    )
    return Finding(CODE, SEVERITY, f"Không có cơ quan nào mang mã «{agency}» trong agencies.yaml", remedy, where)
