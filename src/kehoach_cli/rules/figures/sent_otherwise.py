"""Báo cáo đã gửi nói khác các tệp, mà không văn bản nào nói vì sao

Kỳ đã chốt giữ điều báo cáo đã gửi nói về từng chỉ tiêu, nhiệm vụ. Số đến muộn, đính chính, gia hạn, điều chỉnh làm kết
quả của kỳ ấy khác đi thì dẫn văn bản của nó; báo cáo sau nêu ở mục điều chỉnh, bổ sung sau kỳ báo cáo. Khác mà không
có văn bản nào mới thì một trong hai bên đã bị sửa.

Sai:
    # periods/2023-Q3.yaml ghi 45 theo BC 12/VPUBND, indicators.yaml nay có
    - {value: 54, date: 2023-08-31, source: BC 12/VPUBND}

Đúng:
    - {value: 45, date: 2023-08-31, source: BC 12/VPUBND}
    - {value: 54, date: 2023-08-31, source: BC 19/VPUBND, corrects: 2023-08-31}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Problem, Route, Severity
from kehoach_cli.plan.closed_period import ClosedPeriod
from kehoach_cli.plan.measures import scale
from kehoach_cli.plan.model import Indicator, Record
from kehoach_cli.plan.moves import Move
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.restatements import restatements
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import move_words, wording

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    closed_periods = {each.period: each for each in subject.plan.closed}
    records = {record.id: record for record in subject.plan.records}
    for period, closing, moves in restatements(subject.plan):
        for move in moves:
            record = records.get(move.id)
            if not _explained(move, record):
                unit = scale(record) if isinstance(record, Indicator) else ""
                said, now = move_words.said_and_now(move, unit, subject.agencies)
                yield Problem(
                    f"{move_words.report(closing)} ({wording.period(period)}) nói về {move.id}: {said}; theo các tệp "
                    f"nay là {now}, mà không văn bản nào mới nói vì sao",
                    "Xem bên nào đã bị sửa: tệp của kỳ thì lấy lại từ git; tệp của Kế hoạch thì trả lại dòng cũ, số "
                    "mới ghi ở dòng khác có văn bản ở source",
                    _place(move, closed_periods[period]),
                )


def _explained(move: Move, record: Record | None) -> bool:
    """Whether a document says why; what changes who leads a record has one by itself."""
    if move.before is None or move.after is None:
        return bool(record and (record.added if move.before is None else record.removed))
    return bool(move.new_documents) or move.kinds == ("reorganised",)


def _place(move: Move, closed: ClosedPeriod) -> Route:
    """The record's line in the last closing; of a record that came later, the list."""
    last = closed.closings[-1]
    for key in ("indicators", "tasks"):
        for place, record in enumerate(getattr(last, key)):
            if record.id == move.id:
                return _at(closed.period, len(closed.closings) - 1, key, place)
    return _at(closed.period, len(closed.closings) - 1, "number")


def _at(period: Period, closing: int, *path: str | int) -> Route:
    return Route(f"periods/{period}", ("closings", closing, *path))
