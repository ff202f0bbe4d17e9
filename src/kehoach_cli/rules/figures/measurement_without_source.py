"""Số liệu, tiến độ không ghi văn bản

Con số trong báo cáo phải chỉ ra được nó từ văn bản nào, để người đọc đối chiếu và để người nhập sau biết đã có số
này.

Sai:
    - {value: 45.5, date: 2023-09-30}

Đúng:
    - {value: 45.5, date: 2023-09-30, source: CV 123/VPUBND-KSTT ngày 02/10/2023}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Severity
from kehoach_cli.plan.entries import Measurement, Update
from kehoach_cli.rules.reported_entries import reported_entries
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    for reported in reported_entries(subject):
        for index, entry in enumerate(reported.entries):
            finished = isinstance(entry, Update) and entry.state == "done"  # KH503 asks for evidence there
            if entry.source is None and not finished:
                yield Problem(
                    f"{wording.sentence(reported.noun)} ngày {wording.day(entry.date)} không ghi văn bản báo cáo",
                    "Thêm «source:» với số, ký hiệu và ngày của văn bản",
                    reported.at(index),
                )
            elif isinstance(entry, Measurement) and entry.verdict and entry.judged_by is None:
                yield Problem(
                    f"Kết quả bằng lời ngày {wording.day(entry.date)} không ghi cơ quan nào đánh giá",
                    "Thêm «judged_by:» với tên cơ quan đánh giá",
                    reported.at(index),
                )
