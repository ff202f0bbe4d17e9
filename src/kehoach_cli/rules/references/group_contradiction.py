"""Khai báo nhóm cơ quan mâu thuẫn

Có thành viên thì phải là nhóm (group: true); nói danh sách thành viên đã đủ (members_complete: true) thì phải có
thành viên; ngày vào nhóm thì không sau ngày ra. Sai một trong các điều đó thì công văn đôn đốc không biết gửi cho nhóm
hay cho từng thành viên.

Sai:
    - id: SBN
      name: Các sở, ban, ngành
      short_name: Các sở
      members: [SYT, STC]

Đúng:
    - id: SBN
      name: Các sở, ban, ngành
      short_name: Các sở
      group: true
      members: [SYT, STC]
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Severity
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for agency in subject.plan.agencies:
        if agency.members and not agency.group:
            yield Problem(
                f"{agency.id} có thành viên nhưng không được khai là nhóm",
                "Thêm «group: true», hoặc xóa danh sách members",
                subject.at(agency, "members"),
            )
        for index, member in enumerate(agency.members):
            if member.from_ and member.until and member.from_ > member.until:
                days = wording.day(member.from_), wording.day(member.until)
                yield Problem(
                    f"{member.id} vào {agency.id} ngày {days[0]}, sau ngày cuối {days[1]}",
                    "Xem lại hai ngày theo văn bản",
                    subject.at(agency, "members", index, "from"),
                )
        if agency.members_complete and not agency.members:
            yield Problem(
                f"{agency.id} được ghi là đã đủ thành viên nhưng chưa có thành viên nào",
                "Ghi các thành viên vào members, hoặc xóa «members_complete: true»",
                subject.at(agency, "members_complete"),
            )
