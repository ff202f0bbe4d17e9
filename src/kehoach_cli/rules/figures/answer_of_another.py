"""Báo cáo của cơ quan không phải báo cáo

Phải báo cáo một chỉ tiêu, nhiệm vụ vào một ngày là các cơ quan chủ trì khi đó và từng thành viên của nhóm chủ trì, hoặc
cơ quan tiếp nhận của những cơ quan ấy. Báo cáo của cơ quan khác, trước ngày cơ quan hoạt động hoặc sau ngày cơ quan kết
thúc thì không được tính.

Sai:
    # answers/STTTT.yaml; STTTT có until: 2025-02-28, SKHCN tiếp nhận
    - {record: CQS-03, numerator: 45, denominator: 120, date: 2025-03-31, source: BC 20/STTTT}

Đúng:
    # answers/SKHCN.yaml
    - {record: CQS-03, numerator: 45, denominator: 120, date: 2025-03-31, source: BC 2/SKHCN}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Severity
from kehoach_cli.plan.agency import Agency
from kehoach_cli.rules.given_answers import GivenAnswer, given_answers
from kehoach_cli.rules.record_states import state_on
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for answer in given_answers(subject):
        agency = subject.agencies.by_id.get(answer.entry.agency or "")
        if agency and not any(body.agency == agency.id for body in answer.asked.bodies):
            message, remedy, key = _fault(subject, answer, agency)
            where = subject.at(answer.record, "answers", answer.place, key)
            yield Problem(message, f"Báo cáo này không được tính: {remedy}", where)


def _fault(subject: Subject, answer: GivenAnswer, agency: Agency) -> tuple[str, str, str]:
    """A message, its remedy, and the key that both are about."""
    record, day, agencies = answer.record.id, answer.entry.date, answer.agencies
    last, bodies = agency.last_day, {body.agency for body in answer.asked.bodies}
    if last and last < day:
        ended = f"{agency.short_name} kết thúc ngày {wording.day(last)}"
        heirs = agencies.short_names(heir for heir in agencies.heirs(agency.id, record) if heir in bodies)
        if heirs:
            return f"{ended}; từ đó {heirs} báo cáo {record}", "xem lại ngày, hoặc ghi vào tệp của cơ quan ấy", "date"
        return f"{ended}, không báo cáo {record} ngày {wording.day(day)}", "xem lại ngày", "date"
    if agency.from_ and day < agency.from_:
        message = f"{agency.short_name} hoạt động từ ngày {wording.day(agency.from_)}, sau ngày {wording.day(day)}"
        return message, "xem lại ngày, hoặc ghi vào tệp của cơ quan có khi đó", "date"
    if any(agencies.stands_for(body, agency.id, record) for body in bodies):
        message = f"{agency.short_name} là nhóm; từng thành viên báo cáo {record}"
        return message, "ghi vào tệp của từng cơ quan", "record"
    lead = subject.agencies.short_names(state_on(subject.states.of(answer.record), day).record.lead)
    why = f"chủ trì khi đó là {lead}" if lead else "khi đó không cơ quan nào chủ trì"
    message = f"{agency.short_name} không phải báo cáo {record} ngày {wording.day(day)}, vì {why}"
    unlisted = "; là thành viên mà nhóm chưa kể thì thêm vào members" if answer.asked.open_groups else ""
    return message, f"xem lại mã và ngày{unlisted}", "record"
