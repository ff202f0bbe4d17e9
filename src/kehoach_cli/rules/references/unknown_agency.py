"""Cơ quan không có trong agencies.yaml

Mọi cơ quan chủ trì, phối hợp, theo dõi, kể cả do văn bản sau giao, thành viên của nhóm, cơ quan tiếp nhận và cơ quan
ban hành văn bản ghi bằng mã phải có trong danh sách cơ quan, để báo cáo gọi đúng tên và công văn đôn đốc gửi đúng nơi.

Sai:
    lead: [STTTTT]

Đúng:
    lead: [STTTT]
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import FieldRef, Problem
from kehoach_cli.plan.agencies import agencies_in
from kehoach_cli.plan.document_heads import DOCUMENT_KINDS, is_code
from kehoach_cli.plan.model import ROLES, Plan
from kehoach_cli.plan.suggest import near_ids
from kehoach_cli.rules.rule import Subject

# Comparing ids is slow, and a plan with this many wrong ids has no mere typing errors.
_MOST_COMPARED = 10_000


def check(subject: Subject) -> Iterator[Problem]:
    known = subject.ids.get("agencies")
    if known is None:  # agencies.yaml could not be read: reported elsewhere
        return
    remedies: dict[str, str] = {}
    for agency, where in _agency_references(subject):
        if agency not in known:
            if agency not in remedies:
                suggest = (len(remedies) + 1) * len(known) <= _MOST_COMPARED
                remedies[agency] = _remedy(subject, agency, suggest=suggest)
            message = f"Không có cơ quan nào mang mã «{agency}» trong agencies.yaml"
            yield Problem(message, remedies[agency], where)


def _agency_references(subject: Subject) -> Iterator[tuple[str, FieldRef]]:
    """References to agencies: id and place. Lists in which all ids are known may be left out."""
    known = subject.ids["agencies"]
    plan = subject.plan
    for record in plan.records:
        for state in subject.states.of(record):
            for role in ROLES:
                agencies = agencies_in(state.record, role)
                if state.sets(role) and not known.issuperset(agencies):
                    places = (subject.at(record, *state.path(role, index)) for index in range(len(agencies)))
                    yield from zip(agencies, places, strict=True)
    for agency in plan.agencies:
        for index, member in enumerate(agency.members):
            yield member.id, subject.at(agency, "members", index)
        if agency.successors:
            for index, successor in enumerate(agency.successors.to):
                yield successor, subject.at(agency, "successors", "to", index)
            for record_id, taker in agency.successors.takes:
                yield taker, subject.at(agency, "successors", "takes", record_id)
    yield from _named_in_the_header(plan)


def _named_in_the_header(plan: Plan) -> Iterator[tuple[str, FieldRef]]:
    if plan.standing_agency is not None:
        yield plan.standing_agency, FieldRef("plan", None, ("standing_agency",))
    for kind in DOCUMENT_KINDS:
        issuer = getattr(plan.documents, kind).issuer
        if is_code(issuer):
            yield issuer, FieldRef("plan", None, ("documents", kind, "issuer"))


def _remedy(subject: Subject, agency: str, *, suggest: bool) -> str:
    found = subject.agencies.find(agency) if suggest else None
    near = [found.id] if found else near_ids(agency, subject.ids["agencies"], most=1) if suggest else []
    if near:
        return f"Có phải là {near[0]}? Nếu không, thêm cơ quan này vào agencies.yaml"
    return "Thêm cơ quan này vào agencies.yaml, hoặc sửa lại mã"
