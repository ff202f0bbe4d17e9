"""Thời hạn nằm ngoài năm của Kế hoạch

Kế hoạch của một năm giao việc trong năm đó. Thời hạn rơi vào năm khác thường là gõ nhầm năm; việc được lùi sang năm
sau thì ghi ở changes, kèm văn bản cho gia hạn.

Sai:
    due: Quý IV/2032

Đúng:
    due: Quý IV/2023
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording


def check(subject: Subject) -> Iterator[Problem]:
    years = subject.header.years
    named = wording.years(years)
    for record in subject.plan.records:
        decided = subject.states.of(record)[0]
        start, end = decided.record.due.start, decided.record.due.end
        if record.added:  # late in the year, work of the next one too
            continue
        if start is not None and end is not None and not (start.year in years and end.year in years):
            yield Problem(
                f"Thời hạn {decided.record.due.text} nằm ngoài {named} của Kế hoạch",
                f"Sửa lại thành thời hạn trong {named}; nếu được lùi ra ngoài thì ghi vào changes",
                subject.at(record, *decided.path("due")),
            )
