"""Dòng không theo thứ tự ngày

Kết quả và tiến độ được ghi nối tiếp theo ngày, để đọc tệp là thấy diễn biến. Báo cáo vẫn tính theo ngày, nên đây chỉ
là lưu ý; nhưng dòng lệch thứ tự hay là dòng gõ nhầm tháng.

Sai:
    - {value: 41, date: 2023-09-30, source: CV 18/VPUBND}
    - {value: 35, date: 2023-06-30, source: CV 12/VPUBND}

Đúng:
    - {value: 35, date: 2023-06-30, source: CV 12/VPUBND}
    - {value: 41, date: 2023-09-30, source: CV 18/VPUBND}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Related, Severity
from kehoach_cli.rules.reported_entries import reported_entries
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Problem]:
    for reported in reported_entries(subject):
        latest: int | None = None
        for index, entry in enumerate(reported.entries):
            if entry.corrects is not None:  # has the day of the entry it corrects
                continue
            if latest is not None and entry.date < reported.entries[latest].date:
                yield Problem(
                    f"{wording.sentence(reported.noun)} ngày {wording.day(entry.date)} đứng sau dòng ngày "
                    f"{wording.day(reported.entries[latest].date)}",
                    "Xem lại ngày; nếu đúng là số liệu đến muộn thì giữ nguyên",
                    reported.at(index, "date"),
                    related=(Related(reported.at(latest, "date"), "dòng muộn hơn"),),
                )
            else:
                latest = index
