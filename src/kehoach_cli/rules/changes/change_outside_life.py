"""Việc ghi ngoài thời gian bản ghi ở trong Kế hoạch

Bản ghi ở trong Kế hoạch từ ngày ban hành, hoặc từ ngày bổ sung (added), cho đến trước ngày bị đưa ra (removed). Điều
chỉnh ngoài thời gian ấy không áp dụng vào đâu; kết quả, tiến độ sau khi đưa ra thì không được tính (cảnh báo). Đính
chính (corrigendum) mang ngày của chính văn bản được đính chính: ngày ban hành, ngày bổ sung, hoặc ngày của một lần
điều chỉnh khác.

Sai:
    changes:
      - {date: 2023-06-06, by: CV 456/UBND-VP, set: {due: Quý IV/2023}}    # Kế hoạch ban hành ngày 26/6/2023

Đúng:
    changes:
      - {date: 2023-08-06, by: CV 456/UBND-VP, set: {due: Quý IV/2023}}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import FieldRef, Problem, Related
from kehoach_cli.plan.model import Plan, Record
from kehoach_cli.plan.periods import Day
from kehoach_cli.rules.record_states import first_day
from kehoach_cli.rules.reported_entries import reported_entries
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import wording


def check(subject: Subject) -> Iterator[Problem]:
    issued = min(subject.header.date, subject.plan.date)
    yield from _changes(subject, subject.plan, issued, None)
    for record in subject.plan.records:
        start, removed = first_day(record, issued), record.removed
        if record.added and record.added.date < issued:
            message = f"Ngày bổ sung {wording.day(start)} trước ngày ban hành Kế hoạch {wording.day(issued)}"
            remedy = "Xem lại ngày; có trong Kế hoạch từ đầu thì ghi ngày ban hành"
            yield _finding(message, remedy, subject.at(record, "added", "date"), _issued(subject))
        if removed and removed.date <= start:
            message = (
                f"Ngày đưa ra khỏi Kế hoạch {wording.day(removed.date)} không sau {_from(record)} {wording.day(start)}"
            )
            where = subject.at(record, "removed", "date")
            yield _finding(message, "Xem lại hai ngày theo văn bản", where, _start(subject, record))
        else:
            yield from _changes(subject, record, start, removed.date if removed else None)
    yield from _late_reports(subject)


def _changes(subject: Subject, owner: Plan | Record, start: Day, end: Day | None) -> Iterator[Problem]:
    """Findings for changes before the first day, or from the day `end` on, and for corrigenda of nothing."""
    if not owner.changes:
        return
    issued = () if not isinstance(owner, Plan) and owner.added else (subject.plan.date, subject.header.date)
    documents = {start, *issued, *(change.date for change in owner.changes if not change.corrigendum)}
    for index, change in enumerate(owner.changes):
        where, day = subject.at(owner, "changes", index, "date"), wording.day(change.date)
        if change.corrigendum and change.date not in documents:
            message = f"Đính chính ngày {day} không mang ngày của văn bản nào của bản ghi này"
            remedy = (
                f"Ghi ngày của văn bản được đính chính: {start.isoformat()} nếu là văn bản giao, hoặc ngày của một lần "
                "điều chỉnh; văn bản đổi hẳn từ ngày này thì bỏ «corrigendum: true»"
            )
            yield _finding(message, remedy, where)
        elif change.date < start:
            message = f"Ngày điều chỉnh {day} trước {_from(owner)} {wording.day(start)}"
            remedy = (
                "Xem lại ngày; sửa chỗ ghi sai của văn bản giao thì lấy ngày của văn bản đó, kèm «corrigendum: true»"
            )
            yield _finding(message, remedy, where, _start(subject, owner))
        elif end is not None and change.date >= end:
            message = f"Ngày điều chỉnh {day} không trước ngày đưa ra khỏi Kế hoạch {wording.day(end)}"
            related = Related(subject.at(owner, "removed", "date"), "ngày đưa ra")
            yield _finding(message, "Xem lại hai ngày theo văn bản", where, related)


def _late_reports(subject: Subject) -> Iterator[Problem]:
    for reported in reported_entries(subject):
        removed = reported.record.removed
        for index, entry in enumerate(reported.entries) if removed else ():
            if removed and entry.date >= removed.date:
                what = f"{wording.sentence(reported.noun)} ngày {wording.day(entry.date)}"
                yield Problem(
                    f"{what} không được tính, vì bản ghi đã ra khỏi Kế hoạch từ ngày {wording.day(removed.date)}",
                    "Xem lại ngày; nếu đúng thì giữ nguyên",
                    reported.at(index, "date"),
                    related=(Related(subject.at(reported.record, "removed", "date"), "ngày đưa ra"),),
                    severity="warning",
                )


def _from(owner: Plan | Record) -> str:
    return "ngày bổ sung" if not isinstance(owner, Plan) and owner.added else "ngày ban hành Kế hoạch"


def _start(subject: Subject, owner: Plan | Record) -> Related:
    if not isinstance(owner, Plan) and owner.added:
        return Related(subject.at(owner, "added", "date"), "ngày bổ sung")
    return _issued(subject)


def _issued(subject: Subject) -> Related:
    return Related(subject.at(subject.plan, "date"), "ngày ban hành")


def _finding(message: str, remedy: str, where: FieldRef, *related: Related) -> Problem:
    return Problem(message, remedy, where, related=related)
