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

from kehoach_cli.diagnostics import Finding, Related, Severity
from kehoach_cli.rules.histories import histories
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

CODE = "KH411"
SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Finding]:
    for history in histories(subject):
        latest: int | None = None
        for place, entry in enumerate(history.entries):
            if entry.corrects is not None:  # carries the day of what it corrects
                continue
            if latest is not None and entry.date < history.entries[latest].date:
                yield Finding(
                    CODE,
                    SEVERITY,
                    f"{wording.sentence(history.what)} ngày {wording.day(entry.date)} đứng sau dòng ngày "
                    f"{wording.day(history.entries[latest].date)}",
                    "Xem lại ngày; nếu đúng là số liệu đến muộn thì giữ nguyên",
                    history.at(place, "date"),
                    (Related(history.at(latest, "date"), "dòng muộn hơn"),),
                )
            else:
                latest = place
