"""Dòng đã ghi bị sửa hoặc bị xóa

Kết quả, tiến độ, gia hạn và điều chỉnh đã ghi thì không sửa, không xóa: báo cáo đã gửi dựa vào chúng. Ghi sai thì
thêm một dòng mới có corrects là ngày của dòng sai; dòng mới sẽ được tính thay. Dòng thêm cùng ngày với một dòng cũ mà
không có corrects cũng là sửa dòng cũ. Gộp hai nhánh (merge) thì giữ đủ dòng mà mỗi nhánh đã ghi. Bổ sung source, by
hoặc note còn trống, hoặc đổi thứ tự các dòng, thì không sao.

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

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.plan.differences import AlteredEntry, Entry, HistoryDifference, RecordDifference, same
from kehoach_cli.plan.model import Measurement, Record, Update
from kehoach_cli.rules.against_base.comparison import Comparison, changed_records, corrects_one_of
from kehoach_cli.rules.rule import at
from kehoach_cli.vocabulary import record_words, terms

CODE = "KH708"
SEVERITY: Severity = "error"

_MAY_BE_FILLED_IN = ("source", "by", "note")  # if empty before


def check(comparison: Comparison) -> Iterator[Finding]:
    for change in changed_records(comparison.changes):
        for history in change.histories:
            yield from _altered_entries(change.after, history, "phiên bản trước")
            yield from _replacing_entries(change, history)
    for side in comparison.merged:
        for change in changed_records(side):
            for history in change.histories:
                yield from _altered_entries(change.after, history, "nhánh được gộp")


def _altered_entries(record: Record, history: HistoryDifference, where: str) -> Iterator[Finding]:
    for altered in history.altered:
        if not _only_filled_in(altered):
            place = at(record, history.key)
            if altered.after is not None:
                place = at(record, history.key, altered.after.place)
            message = _altered_message(altered, record_words.unit_of(record), where)
            yield Finding(CODE, SEVERITY, message, _restore_remedy(altered.before), place)


def _replacing_entries(change: RecordDifference[Any], history: HistoryDifference) -> Iterator[Finding]:
    """Findings for new entries that replace an old one because they have the same day."""
    days = {entry.date: entry for entry in getattr(change.before, history.key)}
    for place, entry in history.added:
        if isinstance(entry, Measurement | Update) and entry.date in days and not corrects_one_of(entry, days):
            message = _replaced_message(days[entry.date], entry, record_words.unit_of(change.after))
            where = at(change.after, history.key, place, "date")
            yield Finding(CODE, SEVERITY, message, _corrects_remedy(entry), where)


def _changed_keys(altered: AlteredEntry) -> list[str]:
    """The keys whose value differs in the new entry."""
    after: Any = altered.after and altered.after.entry
    return [key for key, value in altered.before._asdict().items() if not same(value, getattr(after, key, None))]


def _only_filled_in(altered: AlteredEntry) -> bool:
    return altered.after is not None and all(
        key in _MAY_BE_FILLED_IN and getattr(altered.before, key) is None for key in _changed_keys(altered)
    )


def _altered_message(altered: AlteredEntry, unit: str, where: str) -> str:
    before = f"{record_words.titled_entry(altered.before, unit)}, có ở {where}"
    if altered.after is None:
        return f"{before}, nay không còn"
    old, new = (record_words.entry(entry, unit) for entry in (altered.before, altered.after.entry))
    names = ", ".join(terms.ENTRY_FIELD[key] for key in _changed_keys(altered))
    return f"{before}, nay bị sửa {names}" + (f" thành: {new}" if new != old else "")


def _restore_remedy(entry: Entry) -> str:
    if isinstance(entry, Measurement | Update):
        return f"Trả lại dòng cũ; nếu dòng cũ sai thì thêm một dòng mới có «corrects: {entry.date}»"
    return "Trả lại dòng cũ; nếu dòng cũ sai thì thêm một dòng mới bên dưới"


def _replaced_message(old: Entry, new: Entry, unit: str) -> str:
    return (
        f"{record_words.titled_entry(new, unit)} mới thêm cùng ngày nên thay cho dòng đã có: "
        f"{record_words.entry(old, unit)}"
    )


def _corrects_remedy(entry: Entry) -> str:
    return f"Nếu là đính chính thì thêm «corrects: {entry.date}» vào dòng mới; nếu không thì xem lại ngày"
