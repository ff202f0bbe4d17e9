"""Dòng đã ghi bị sửa hoặc bị xóa

Kết quả, tiến độ, điều chỉnh, việc bổ sung, đưa ra khỏi Kế hoạch và sắp xếp cơ quan đã ghi thì không sửa, không xóa:
báo cáo đã gửi dựa vào chúng. Kết quả, tiến độ ghi sai thì thêm một dòng mới có corrects là ngày của dòng sai; dòng mới
sẽ được tính thay. Dòng thêm cùng ngày với một dòng cũ mà không có corrects cũng là sửa dòng cũ. Gộp hai nhánh (merge)
thì giữ đủ dòng mà mỗi nhánh đã ghi. Bổ sung source, by hoặc note còn trống, hoặc đổi thứ tự các dòng, thì không sao.

Sai:
    measurements:
      - {value: 54.5, date: 2023-09-30, source: CV 2/STTTT}    # phiên bản trước: 45.5

Đúng:
    measurements:
      - {value: 45.5, date: 2023-09-30, source: CV 2/STTTT}
      - {value: 54.5, date: 2023-09-30, source: CV 9/STTTT, corrects: 2023-09-30}
"""

from collections.abc import Iterator
from typing import Any

from kehoach_cli.diagnostics import FieldRef, Problem, Route
from kehoach_cli.plan.differences import (
    AlteredEntry,
    Entry,
    HistoryDifference,
    HistoryKey,
    RecordDifference,
    entries_of,
    same,
)
from kehoach_cli.plan.entries import Change, Measurement, Update
from kehoach_cli.plan.history import identity
from kehoach_cli.rules.against_base.comparison import (
    JUDGED_BY_PEOPLE,
    Changed,
    Comparison,
    changed_records,
    corrects_one_of,
    entry_at,
)
from kehoach_cli.rules.rule import at
from kehoach_cli.vocabulary import terms

_MAY_BE_FILLED_IN = ("source", "by", "note", "evidence")  # if empty before


def check(comparison: Comparison) -> Iterator[Problem]:
    for change in changed_records(comparison.changes):
        for history in change.histories:
            yield from _altered_entries(comparison, change.after, history, "phiên bản trước")
            yield from _replacing_entries(comparison, change, history)
    for side in comparison.merged:
        for change in changed_records(side):
            for history in change.histories:
                yield from _altered_entries(comparison, change.after, history, "nhánh được gộp")


def _altered_entries(
    comparison: Comparison, record: Changed, history: HistoryDifference, where: str
) -> Iterator[Problem]:
    for altered in history.altered:
        if not _only_filled_in(altered):
            place = _where_lost(record, history.key, altered.before)
            if altered.after is not None:
                place = entry_at(record, history.key, altered.after.place)
            message = _altered_message(comparison, record, history.key, altered, where)
            yield Problem(message, _restore_remedy(altered.before), place)


def _where_lost(record: Changed, key: HistoryKey, entry: Entry) -> FieldRef | Route:
    agency = getattr(entry, "agency", None)
    return Route(f"answers/{agency}", ("answers",)) if agency else at(record, key)


def _replacing_entries(
    comparison: Comparison, change: RecordDifference[Any], history: HistoryDifference
) -> Iterator[Problem]:
    """Findings for new entries that replace an old one because they have the same day."""
    before = [entry for entry in entries_of(change.before, history.key) if isinstance(entry, Measurement | Update)]
    days = {identity(entry): entry for entry in before}
    for place, entry in history.added:
        if (
            isinstance(entry, Measurement | Update)
            and identity(entry) in days
            and not corrects_one_of(entry, {old.date for old in before if old.agency == entry.agency})
        ):
            new, old = (
                comparison.titled_words(history.key, entry, change.after),
                comparison.words(days[identity(entry)], change.after),
            )
            message = f"{new} mới thêm cùng ngày nên thay cho dòng đã có: {old}"
            where = entry_at(change.after, history.key, place, "date")
            yield Problem(message, _corrects_remedy(entry), where)


def _changed_keys(altered: AlteredEntry) -> list[str]:
    """The keys whose value differs in the new entry; a value that a numerator and a denominator give is no key."""
    after: Any = altered.after and altered.after.entry
    derived = ["value"] if getattr(after, "denominator", None) is not None else []
    before = altered.before._asdict()
    return [key for key, value in before.items() if key not in derived and not same(value, getattr(after, key, None))]


def _only_filled_in(altered: AlteredEntry) -> bool:
    return altered.after is not None and all(
        key in _MAY_BE_FILLED_IN and not getattr(altered.before, key) for key in _changed_keys(altered)
    )


def _altered_message(
    comparison: Comparison, record: Changed, key: HistoryKey, altered: AlteredEntry, where: str
) -> str:
    about = f" về {at(record).record}" if key == "answers" else ""  # its file has those of other records too
    before = f"{comparison.titled_words(key, altered.before, record)}{about}, có ở {where}"
    if altered.after is None:
        return f"{before}, nay không còn"
    old, new = (comparison.words(entry, record) for entry in (altered.before, altered.after.entry))
    names = ", ".join(terms.ENTRY_FIELD[key] for key in _changed_keys(altered))
    return f"{before}, nay bị sửa {names}" + (f" thành: {new}" if new != old else "")


def _restore_remedy(entry: Entry) -> str:
    if isinstance(entry, Measurement | Update):
        return f"Trả lại dòng cũ; nếu dòng cũ sai thì thêm một dòng mới có «corrects: {entry.date}»"
    if isinstance(entry, Change):
        right = f"corrigendum: true, date: {entry.date}"
        return f"Trả lại dòng cũ; nếu dòng cũ sai thì thêm một lần đính chính bên dưới, có «{right}»"
    return f"Trả lại như cũ; {JUDGED_BY_PEOPLE}"


def _corrects_remedy(entry: Entry) -> str:
    return f"Nếu là đính chính thì thêm «corrects: {entry.date}» vào dòng mới; nếu không thì xem lại ngày"
