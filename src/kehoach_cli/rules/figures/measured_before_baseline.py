"""Kết quả thực hiện có ngày không sau ngày hiện trạng

Kết quả thực hiện là số liệu có sau hiện trạng. Số liệu cùng ngày hoặc trước đó chỉ có thể là hiện trạng, hoặc bị
ghi nhầm ngày.

Sai:
    baseline: {value: 29.2, as_of: 2023-05-31}
    measurements:
      - {value: 35, date: 2023-05-31, source: CV 12/VPUBND}

Đúng:
    baseline: {value: 29.2, as_of: 2023-05-31}
    measurements:
      - {value: 35, date: 2023-06-30, source: CV 12/VPUBND}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Related
from kehoach_cli.rules.record_states import state_on
from kehoach_cli.rules.reported_entries import reports
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording


def check(subject: Subject) -> Iterator[Problem]:
    for indicator in subject.plan.indicators:
        states = subject.states.of(indicator)
        for entry, path in reports(indicator):
            state = state_on(states, entry.date)
            since = state.record.baseline.as_of
            if since and entry.date <= since:
                yield Problem(
                    f"Kết quả ngày {wording.day(entry.date)} không sau ngày hiện trạng {wording.day(since)}",
                    "Sửa lại ngày của kết quả",
                    subject.at(indicator, *path, "date"),
                    related=(Related(subject.at(indicator, *state.path("baseline.as_of")), "ngày hiện trạng"),),
                )
