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

from kehoach_cli.diagnostics import Problem
from kehoach_cli.plan.agencies import agencies_in
from kehoach_cli.plan.agency import Agency, Succession
from kehoach_cli.plan.model import Record
from kehoach_cli.rules.rule import Subject


def check(subject: Subject) -> Iterator[Problem]:
    records = {record.id: record for record in subject.plan.records}
    known = subject.ids.get("indicators", frozenset()) | subject.ids.get("tasks", frozenset())
    readable = "indicators" in subject.ids and "tasks" in subject.ids
    origins = _Origins(subject.plan.agencies)
    for agency in subject.plan.agencies:
        succession = agency.successors
        if succession is None or not succession.takes:
            continue
        if len(succession.to) < 2:
            message = f"{agency.id} chỉ có một cơ quan tiếp nhận nên không có gì để chia bằng takes"
            yield Problem(message, "Xóa takes", subject.at(agency, "successors", "takes"))
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
                and not origins.has_part(agency.id, identifier, _named(subject, records[identifier]))
            ):
                message = f"{agency.id} không có phần nào trong {identifier} để chia cho {taker}"
                remedy = "Xóa dòng này, hoặc ghi đúng mã bản ghi"
            else:
                continue
            yield Problem(message, remedy, subject.at(agency, "successors", "takes", identifier))


def _named(subject: Subject, record: Record) -> set[str]:
    return {agency for state in subject.states.of(record) for agency in agencies_in(state.record, None)}


class _Origins:
    """Where the parts of agencies come from: the groups that they are ever members of, and whom they succeeded."""

    def __init__(self, agencies: tuple[Agency, ...]) -> None:
        self._groups: dict[str, list[str]] = {}
        self._former: dict[str, list[tuple[str, Succession]]] = {}
        for agency in agencies:
            for member in agency.members:
                self._groups.setdefault(member.id, []).append(agency.id)
            if agency.successors:
                for heir in agency.successors.to:
                    self._former.setdefault(heir, []).append((agency.id, agency.successors))

    def has_part(self, agency: str, record: str, named: set[str]) -> bool:
        """Whether the record, which names these agencies, ever names this one, a group of it, or whom it succeeded."""
        pending, seen = [agency], {agency}
        while pending:
            current = pending.pop()
            if current in named:
                return True
            former = (old for old, given in self._former.get(current, ()) if current in given.taken_by(record))
            for origin in (*self._groups.get(current, ()), *former):
                if origin not in seen:
                    seen.add(origin)
                    pending.append(origin)
        return False
