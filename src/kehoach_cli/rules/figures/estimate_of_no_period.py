"""Số ước không phải của ngày cuối kỳ

Số ước thực hiện (estimate: true) là ước đến ngày cuối của một kỳ và chỉ được dùng trong báo cáo của kỳ hết ngày đó.
Ngày khác thì không báo cáo nào dùng đến nó.

Sai:
    - {value: 52, date: 2023-12-14, estimate: true, source: BC 15/BC-SYT}

Đúng:
    - {value: 52, date: 2023-12-31, estimate: true, source: BC 15/BC-SYT}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem
from kehoach_cli.plan.periods import period_of
from kehoach_cli.rules.reported_entries import reports
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording


def check(subject: Subject) -> Iterator[Problem]:
    for indicator in subject.plan.indicators:
        for entry, path in reports(indicator):
            last = period_of(entry.date, "month").last_day
            if entry.estimate and entry.date != last:
                yield Problem(
                    f"Số ước ngày {wording.day(entry.date)} không phải của ngày cuối kỳ nên không báo cáo nào dùng đến",
                    f"Ghi ngày cuối của kỳ được ước, ví dụ {last.isoformat()}; số đã có thật thì bỏ «estimate: true»",
                    subject.at(indicator, *path, "date"),
                )
