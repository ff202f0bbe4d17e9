"""Cách tính kết quả chung không dùng được

Khóa `parts` nói kết quả chung tính từ báo cáo của các cơ quan thế nào. Đánh giá bằng lời và thứ hạng không cộng được,
nên chỉ có each (bao nhiêu cơ quan đạt). Tổng tử số trên tổng mẫu số (ratio) chỉ dùng cho đơn vị tính bắt đầu bằng %.
Tỷ lệ, tốc độ, điểm số không lấy tổng (sum). Từ đầu chỉ một cơ quan phải báo cáo thì không có gì để
tính, kết quả của cơ quan đó là kết quả chung; khi ấy chỉ là cảnh báo.

Sai:
    unit: "%"
    parts: sum

Đúng:
    unit: "%"
    parts: ratio
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem
from kehoach_cli.plan.in_force import asked_by
from kehoach_cli.plan.measures import measure_of
from kehoach_cli.plan.model import PARTS, Indicator, Parts
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.roster import Roster
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import terms

_ONLY_EACH = ("rank", "verdict")
_NOT_ADDED = ("share", "growth", "attainment", "score")


def check(subject: Subject) -> Iterator[Problem]:
    for indicator in subject.plan.indicators:
        for state in subject.states.of(indicator):
            parts, suit = state.record.parts, [parts for parts in PARTS if _suits(parts, state.record)]
            if parts not in (None, *suit) and state.sets("parts", "unit", "measure", "targets"):
                kind = terms.MEASURE[measure_of(state.record)]
                yield Problem(
                    f"«parts: {parts}» không dùng cho {kind} (đơn vị tính {state.record.unit[:40]})",
                    f"Ghi một trong: {', '.join(suit)}" if suit[1:] else f"Ghi {suit[0]}",
                    subject.at(indicator, *state.path("parts")),
                )
    yield from _of_one_body(subject)


def _of_one_body(subject: Subject) -> Iterator[Problem]:
    roster = Roster(subject.plan.agencies)
    for record in subject.plan.records:
        state = subject.states.of(record)[-1]
        if not (state.record.parts and subject.knows_leads(record)):
            continue
        asked = [each for each in asked_by(record, Day.max, roster) if each.bodies]
        if asked and not any(each.several for each in asked):
            name = subject.agencies.short_name(asked[-1].bodies[0].agency)
            yield Problem(
                f"Chỉ {name} phải báo cáo {record.id}, nên «parts: {state.record.parts}» không dùng đến",
                "Bỏ khóa parts, hoặc xem lại lead",
                subject.at(record, *state.path("parts")),
                severity="warning",
            )


def _suits(parts: Parts, indicator: Indicator) -> bool:
    measure = measure_of(indicator)
    if measure in _ONLY_EACH:
        return parts == "each"
    if parts == "ratio":
        return indicator.unit.startswith("%")
    return parts != "sum" or measure not in _NOT_ADDED
