"""Hai dòng cùng ngày

Một ngày chỉ có một số liệu, một tình hình. Hai dòng cùng ngày thì dòng sau được dùng mà không ai biết; nếu dòng sau
sửa dòng trước thì phải nói rõ bằng corrects.

Sai:
    - {value: 35, date: 2023-06-30, source: CV 12/VPUBND}
    - {value: 36, date: 2023-06-30, source: CV 15/VPUBND}

Đúng:
    - {value: 35, date: 2023-06-30, source: CV 12/VPUBND}
    - {value: 36, date: 2023-06-30, corrects: 2023-06-30, source: CV 15/VPUBND}
"""

from collections.abc import Iterator
from datetime import date

from kehoach_cli.diagnostics import Problem, Related, Severity
from kehoach_cli.plan.history import uncorrected_indexes
from kehoach_cli.rules.reported_entries import reported_entries
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for reported in reported_entries(subject):
        if len(reported.entries) == len({entry.date for entry in reported.entries}):
            continue
        corrected = {entry.corrects for entry in reported.entries}  # another entry of such a day is KH409's finding
        first: dict[date, int] = {}
        for index in uncorrected_indexes(reported.entries):
            day = reported.entries[index].date
            if day in first and day not in corrected and reported.entries[index].corrects is None:
                yield Problem(
                    f"Đã có một dòng {reported.noun} ngày {wording.day(day)}",
                    f"Xóa một dòng; nếu dòng này sửa dòng trước thì thêm «corrects: {day.isoformat()}»",
                    reported.at(index, "date"),
                    related=(Related(reported.at(first[day], "date"), "dòng cùng ngày"),),
                )
            first.setdefault(day, index)
