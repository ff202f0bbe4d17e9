"""Đánh giá ở chỗ của số liệu, hoặc ngược lại

Chỉ tiêu có mức bằng lời thì kết quả là đạt, chưa đạt hoặc vượt, do một cơ quan đánh giá (judged_by); chỉ tiêu có mức
bằng số thì kết quả là số. Từng cơ quan phải đạt (parts: each) thì kết quả chung là tỷ lệ cơ quan đạt, bằng số. Hiện
trạng của chỉ tiêu bằng lời để trống.

Sai:
    targets: {provincial: Đạt mức trung bình của cả nước}
    measurements:
      - {value: 1, date: 2023-09-30, source: BC 12}

Đúng:
    targets: {provincial: Đạt mức trung bình của cả nước}
    measurements:
      - {value: đạt, date: 2023-09-30, source: BC 12, judged_by: Bộ TT&TT}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem
from kehoach_cli.plan.measures import is_judged, measure_of
from kehoach_cli.rules.record_states import state_on
from kehoach_cli.rules.reported_entries import reports
from kehoach_cli.rules.rule import Subject

_FIGURE = ("Chỉ tiêu bằng lời có kết quả bằng số", "Ghi đạt, chưa đạt hoặc vượt, với judged_by là cơ quan đánh giá")
_SHARE = (
    "Kết quả chung bằng lời, trong khi từng cơ quan phải đạt",
    "Ghi tỷ lệ cơ quan đạt bằng số; mọi cơ quan đạt thì ghi 100",
)
_WORDS = ("Kết quả bằng lời ở chỉ tiêu có mức bằng số", "Ghi kết quả bằng số, theo đơn vị tính của chỉ tiêu")


def check(subject: Subject) -> Iterator[Problem]:
    for indicator in subject.plan.indicators:
        states = subject.states.of(indicator)
        for state in states:
            verdict = measure_of(state.record) == "verdict" and state.sets("baseline.value")
            if verdict and state.record.baseline.value is not None:
                message = "Chỉ tiêu bằng lời có hiện trạng bằng số"
                where = subject.at(indicator, *state.path("baseline.value"))
                yield Problem(message, "Bỏ khóa baseline; hiện trạng bằng lời ghi ở note", where)
        for entry, path in reports(indicator):
            record = state_on(states, entry.date).record
            wanted = is_judged(record, entry.agency)
            if wanted != (entry.verdict is not None):
                said = _FIGURE if wanted else _SHARE if measure_of(record) == "verdict" else _WORDS
                yield Problem(*said, subject.at(indicator, *path, "value"))
