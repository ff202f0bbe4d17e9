"""Cơ quan chủ trì cũng là cơ quan phối hợp

Một cơ quan chủ trì thì không phối hợp với chính mình. Ghi cả hai thường do chép nhầm dòng; khi tính việc theo vai
phối hợp thì việc này bị đếm thừa. Có quyết định ghi cả hai thật, nên đây chỉ là cảnh báo.

Sai:
    lead: [STTTT]
    support: [STTTT, SNV]

Đúng:
    lead: [STTTT]
    support: [SNV]
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Related, Severity
from kehoach_cli.rules.rule import Subject

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for record in subject.plan.records:
        for state in subject.states.of(record):
            lead, support = state.record.lead, state.record.support
            if not state.sets("lead", "support") or set(lead).isdisjoint(support):
                continue
            leads = {agency: index for index, agency in reversed(list(enumerate(lead)))}
            for index, agency in enumerate(support):
                if agency in leads:
                    led = subject.at(record, *state.path("lead", leads[agency]))
                    yield Problem(
                        f"{subject.agencies.short_name(agency)[:80]} vừa chủ trì vừa phối hợp",
                        f"So lại với văn bản rồi xóa {agency} ở một trong hai danh sách; văn bản ghi cả hai thì giữ "
                        "nguyên",
                        subject.at(record, *state.path("support", index)),
                        related=(Related(led, "ghi là cơ quan chủ trì"),),
                    )
