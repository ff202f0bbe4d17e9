"""Cơ quan không hoạt động vào ngày được giao việc

Văn bản giao việc cho một cơ quan đã kết thúc trước đó, hoặc chưa thành lập. Cơ quan đã kết thúc thì cơ quan tiếp nhận
làm thay, và văn bản ban hành ngay sau khi sắp xếp vẫn hay ghi tên cũ, nên đây là cảnh báo. Cơ quan chủ trì chưa thành
lập thì không có ai để gửi công văn đôn đốc, nên là lỗi.

Sai:
    lead: [STTTT]           # Kế hoạch ban hành ngày 26/6/2025, STTTT có until: 2025-02-28

Đúng:
    lead: [SKHCN]
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import FieldRef, Problem, Related, Severity
from kehoach_cli.plan.agencies import agencies_in
from kehoach_cli.plan.model import ROLES
from kehoach_cli.plan.periods import Day
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    plan = subject.plan
    if not any(agency.from_ or agency.until for agency in plan.agencies):
        return
    for record in plan.records:
        for state in subject.states.of(record):
            for role in ROLES:
                for index, agency in enumerate(agencies_in(state.record, role)) if state.sets(role) else ():
                    where = subject.at(record, *state.path(role, index))
                    yield from _absent(subject, agency, state.day, "ngày được giao việc", where, leads=role == "lead")
    for group in plan.agencies:
        for index, member in enumerate(group.members):
            if member.from_:
                where = subject.at(group, "members", index)
                yield from _absent(subject, member.id, member.from_, "ngày vào nhóm", where)
    if plan.standing_agency:
        where = subject.at(plan, "standing_agency")
        yield from _absent(subject, plan.standing_agency, subject.header.date, "ngày ban hành Kế hoạch", where)


def _absent(
    subject: Subject, identifier: str, day: Day, what: str, where: FieldRef, *, leads: bool = False
) -> Iterator[Problem]:
    agency = subject.agencies.by_id.get(identifier)
    if agency is None:  # KH302's finding
        return
    if agency.until and agency.until < day:
        message = f"{identifier} kết thúc ngày {wording.day(agency.until)}, trước {what} {wording.day(day)}"
        severity, key, remedy = SEVERITY, "until", "Ghi cơ quan tiếp nhận; nếu văn bản ghi đúng như vậy thì giữ nguyên"
    elif agency.from_ and agency.from_ > day:
        message = f"{identifier} hoạt động từ ngày {wording.day(agency.from_)}, sau {what} {wording.day(day)}"
        severity, key, remedy = "error" if leads else SEVERITY, "from", "Ghi cơ quan có khi đó, hoặc xem lại hai ngày"
    else:
        return
    yield Problem(message, remedy, where, (Related(subject.at(agency, key), f"ngày của {identifier}"),), severity)
