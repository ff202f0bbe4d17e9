"""Cách tính kết quả chung không hợp với loại số đo

Khóa `parts` nói kết quả chung tính từ báo cáo của các cơ quan thế nào. Đánh giá bằng lời và thứ hạng không cộng được,
nên chỉ có each (bao nhiêu cơ quan đạt). Tổng tử số trên tổng mẫu số (ratio) chỉ dùng cho đơn vị tính bắt đầu bằng %.
Tỷ lệ, tốc độ, điểm số không lấy tổng (sum).

Sai:
    unit: "%"
    parts: sum

Đúng:
    unit: "%"
    parts: ratio
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem
from kehoach_cli.plan.measures import measure_of
from kehoach_cli.plan.model import PARTS, Indicator, Parts
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
                    f"Ghi {' hoặc '.join(suit)}",
                    subject.at(indicator, *state.path("parts")),
                )


def _suits(parts: Parts, indicator: Indicator) -> bool:
    measure = measure_of(indicator)
    if measure in _ONLY_EACH:
        return parts == "each"
    if parts == "ratio":
        return indicator.unit.startswith("%")
    return parts != "sum" or measure not in _NOT_ADDED
