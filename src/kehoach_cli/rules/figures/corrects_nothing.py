"""Đính chính một ngày chưa có số liệu

Dòng đính chính nêu ở corrects ngày của dòng bị thay. Không có dòng nào mang ngày ấy ở phía trên thì không có gì được
thay, và số cũ sai vẫn còn hiệu lực.

Sai:
    - {value: 35, date: 2023-06-30, source: CV 12/VPUBND}
    - {value: 36, date: 2023-06-30, corrects: 2023-07-30, source: CV 15/VPUBND}

Đúng:
    - {value: 35, date: 2023-06-30, source: CV 12/VPUBND}
    - {value: 36, date: 2023-06-30, corrects: 2023-06-30, source: CV 15/VPUBND}
"""

from collections.abc import Iterator
from datetime import date

from kehoach_cli.diagnostics import Problem
from kehoach_cli.rules.reported_entries import ReportedEntries, reported_entries
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording


def check(subject: Subject) -> Iterator[Problem]:
    for reported in reported_entries(subject):
        earlier: set[date] = set()
        for index, entry in enumerate(reported.entries):
            if entry.corrects is not None and entry.corrects not in earlier:
                day = wording.day(entry.corrects)
                yield Problem(
                    f"Dòng này đính chính {reported.noun} ngày {day} nhưng ở trên không có dòng nào ngày đó",
                    _remedy(reported, index),
                    reported.at(index, "corrects"),
                )
            earlier.add(entry.date)


def _remedy(reported: ReportedEntries, index: int) -> str:
    if index == 0:
        return "Xóa «corrects:»: đây là dòng đầu tiên của bản ghi"
    day = reported.entries[index - 1].date.isoformat()
    return f"Ghi đúng ngày của dòng bị đính chính, ví dụ {day} của dòng ngay trên"
