"""Bản ghi được chia cho cơ quan không đúng

Khi chia, tách cơ quan, takes cho biết bản ghi nào do cơ quan nào trong to tiếp nhận. Bản ghi phải có thật, cơ quan cũ
phải có phần trong đó (được nêu tên, là thành viên của nhóm được nêu, hoặc tiếp nhận của cơ quan được nêu), và cơ quan
nhận phải nằm trong to; nếu không thì takes không có tác dụng gì, hay bản ghi của người khác bị giao nhầm.

Sai:
    successors: {kind: split, to: [SNV, STC], date: 2025-03-01, by: NQ 45/NQ-HĐND, takes: {CQS-01: SYT}}

Đúng:
    successors: {kind: split, to: [SNV, STC], date: 2025-03-01, by: NQ 45/NQ-HĐND, takes: {CQS-01: SNV}}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.plan.agencies import agencies_in
from kehoach_cli.plan.model import Record
from kehoach_cli.rules.rule import Subject

CODE = "KH313"
SEVERITY: Severity = "error"


def check(subject: Subject) -> Iterator[Finding]:
    records = {record.id: record for record in subject.plan.records}
    known = subject.ids.get("indicators", frozenset()) | subject.ids.get("tasks", frozenset())
    readable = {"indicators", "tasks"} <= subject.ids.keys()
    for agency in subject.plan.agencies:
        succession = agency.successors
        if succession is None or not succession.takes:
            continue
        if len(succession.to) < 2:
            message = f"{agency.id} chỉ có một cơ quan tiếp nhận nên không có gì để chia bằng takes"
            yield Finding(CODE, SEVERITY, message, "Xóa takes", subject.at(agency, "successors", "takes"))
            continue
        for identifier, taker in succession.takes:
            if readable and identifier not in known:
                message, remedy = f"Không có bản ghi nào mang mã {identifier}", "Sửa lại mã, hoặc xóa dòng này"
            elif taker not in succession.to and taker in subject.agencies.by_id:  # else KH302's finding
                message = f"{taker} nhận {identifier} mà không nằm trong to của {agency.id}"
                remedy = f"Chọn một trong: {', '.join(succession.to)}"
            elif (
                taker in succession.to
                and identifier in records
                and agency.id not in _bodies(subject, records[identifier])
            ):
                message = f"{agency.id} không có phần nào trong {identifier} để chia cho {taker}"
                remedy = "Xóa dòng này, hoặc ghi đúng mã bản ghi"
            else:
                continue
            yield Finding(CODE, SEVERITY, message, remedy, subject.at(agency, "successors", "takes", identifier))


def _bodies(subject: Subject, record: Record) -> set[str]:
    """All that ever have a part in the record: agencies it names, their members and successors, and theirs."""
    pending = [agency for state in subject.states.of(record) for agency in agencies_in(state.record, None)]
    found: set[str] = set()
    while pending:
        current = pending.pop()
        agency = subject.agencies.by_id.get(current)
        if current in found or agency is None:
            continue
        found.add(current)
        pending += [member.id for member in agency.members]
        pending += agency.successors.taken_by(record.id) if agency.successors else ()
    return found
