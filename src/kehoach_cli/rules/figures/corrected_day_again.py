"""Ghi lại số liệu cho ngày đã đính chính

Số liệu của một ngày đã được đính chính mà sau đó lại có thêm một dòng thường cho chính ngày ấy: không rõ số nào mới
là số cuối cùng. Nếu lại phải sửa thì dòng mới cũng phải là dòng đính chính.

Sai:
    - {value: 35, date: 2023-06-30, source: CV 12/VPUBND}
    - {value: 36, date: 2023-06-30, corrects: 2023-06-30, source: CV 15/VPUBND}
    - {value: 35, date: 2023-06-30, source: CV 12/VPUBND}

Đúng:
    - {value: 35, date: 2023-06-30, source: CV 12/VPUBND}
    - {value: 36, date: 2023-06-30, corrects: 2023-06-30, source: CV 15/VPUBND}
"""

from collections.abc import Iterator
from datetime import date

from kehoach_cli.diagnostics import Problem, Related, Severity
from kehoach_cli.rules.reported_entries import reported_entries
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for reported in reported_entries(subject):
        corrected: dict[date, int] = {}
        for index, entry in enumerate(reported.entries):
            if entry.corrects is not None:
                corrected[entry.corrects] = index
            elif entry.date in corrected:
                yield Problem(
                    f"{wording.sentence(reported.noun)} ngày {wording.day(entry.date)} đã được đính chính ở dòng trên, "
                    "nay lại có thêm một dòng",
                    "Xóa dòng này; nếu là đính chính lần nữa thì thêm "
                    f"«corrects: {reported.entries[corrected[entry.date]].date.isoformat()}»",
                    reported.at(index, "date"),
                    related=(Related(reported.at(corrected[entry.date], "corrects"), "dòng đính chính"),),
                )
