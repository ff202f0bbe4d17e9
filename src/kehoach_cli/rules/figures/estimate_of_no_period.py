"""Số ước không phải của ngày cuối kỳ

Số ước thực hiện (estimate: true) là ước đến ngày cuối của một kỳ và chỉ được dùng trong báo cáo của kỳ hết ngày đó.
Ngày khác thì không báo cáo nào dùng đến nó. Kế hoạch báo cáo theo quý mà số ước là của cuối một tháng giữa quý thì chỉ
báo cáo tháng dùng đến (lưu ý).

Sai:
    - {value: 52, date: 2023-12-14, estimate: true, source: BC 15/BC-SYT}

Đúng:
    - {value: 52, date: 2023-12-31, estimate: true, source: BC 15/BC-SYT}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.plan.in_force import header_in_force
from kehoach_cli.plan.periods import period_of
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording

CODE = "KH414"
SEVERITY: Severity = "error"


def check(subject: Subject) -> Iterator[Finding]:
    for indicator in subject.plan.indicators:
        for index, entry in enumerate(indicator.measurements):
            if not entry.estimate:
                continue
            day, where = wording.day(entry.date), subject.at(indicator, "measurements", index, "date")
            last = period_of(entry.date, "month").last_day
            cadence = header_in_force(subject.plan, entry.date).reporting.cadence
            if entry.date != last:
                message = f"Số ước ngày {day} không phải của ngày cuối kỳ nên không báo cáo nào dùng đến"
                remedy = (
                    f"Ghi ngày cuối của kỳ được ước, ví dụ {last.isoformat()}; số đã có thật thì bỏ «estimate: true»"
                )
                yield Finding(CODE, SEVERITY, message, remedy, where)
            elif entry.date != period_of(entry.date, cadence).last_day:
                message = f"Số ước ngày {day} chỉ được dùng trong báo cáo tháng, mà Kế hoạch báo cáo theo quý"
                remedy = "Xem lại ngày; nếu có báo cáo tháng thì giữ nguyên"
                yield Finding(CODE, "info", message, remedy, where)
