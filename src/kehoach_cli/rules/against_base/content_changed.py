"""Nội dung Kế hoạch giao bị sửa

Các khóa của một bản ghi giữ đúng điều Kế hoạch đã giao, để báo cáo của ngày trước vẫn đúng như đã gửi. Văn bản sau
gia hạn, điều chỉnh thì thêm vào changes, có ngày, văn bản và giá trị mới. Nhập sai so với văn bản thì cũng thêm vào
changes, có «corrigendum: true» và ngày của chính văn bản giao. Ngày, năm, chế độ báo cáo trong plan.yaml cũng vậy. Cơ
quan kết thúc thì thêm until và successors; thành viên ra khỏi nhóm thì thêm until. Sửa chính tả, viết lại cho rõ,
bổ sung ghi chú, parts, carried_from, nguồn của hiện trạng còn trống, viết cùng một thời hạn theo cách khác, chuyển sang
thuộc mục khác thì không sao.

Sai:
    due: Quý IV/2023                              # phiên bản trước: Quý II/2023

Đúng:
    due: Quý II/2023
    changes:
      - {date: 2023-08-02, by: CV 456/UBND-VP ngày 02/8/2023, set: {due: Quý IV/2023}}
"""

from collections.abc import Iterator
from typing import Any

from kehoach_cli.diagnostics import Problem
from kehoach_cli.plan.agency import Agency, Member
from kehoach_cli.plan.differences import FieldDifference, RecordDifference, history_of
from kehoach_cli.plan.model import Plan
from kehoach_cli.rules.against_base.comparison import (
    JUDGED_BY_PEOPLE,
    Comparison,
    change_line,
    changed_records,
    only_reworded,
)
from kehoach_cli.rules.rule import at
from kehoach_cli.vocabulary import entry_words, record_words, wording

_OF_PLAN = ("date", "year", "last_year", "baseline_date", "reporting")
_OF_AGENCY = ("from_", "until", "members")
_MAY_BE_REWORDED = ("output", "note", "source")


def check(comparison: Comparison) -> Iterator[Problem]:
    for change in changed_records(comparison.changes):
        for _, act in history_of(change, "added").added:
            if act.date > comparison.present.plan.date:
                message = (
                    f"{change.after.id} có ở phiên bản trước, nay ghi là bổ sung từ ngày {wording.day(act.date)}, nên "
                    "không còn trong Kế hoạch của những ngày trước đó"
                )
                yield Problem(message, "Xóa added", at(change.after, "added"))
        for field in change.fields:
            if not _allowed(field, change.after):
                path = tuple(key.rstrip("_") for key in field.path)
                message, remedy = _message(comparison, change, field), _remedy(field, change.after)
                yield Problem(message, remedy, at(change.after, *path))


def _allowed(field: FieldDifference, record: Any) -> bool:
    key, before, after = field.path[0], field.before, field.after
    if isinstance(record, Plan):
        return key not in _OF_PLAN
    if isinstance(record, Agency):
        if key == "members":
            return not before or (all(_kept(m, after) for m in before) and all(_dated(m, before) for m in after))
        return key not in _OF_AGENCY or (key == "until" and before is None)
    if key in _MAY_BE_REWORDED:
        return before is None or (after is not None and only_reworded(before, after))
    if field.field in ("parts", "carried_from", "baseline.source"):
        return before is None
    return key in ("name", "parent")  # KH707 looks at names; a parent is only where the record stands


def _dated(member: Member, before: tuple[Member, ...]) -> bool:
    """Whether the member was there, or says since when it is."""
    return member.from_ is not None or any(member.id == other.id for other in before)


def _kept(member: Member, after: tuple[Member, ...]) -> bool:
    """Whether the member is still there, with nothing but an end or a document added."""
    return any(
        member.id == other.id
        and all(was is None or was == now for was, now in zip(member[1:], other[1:], strict=True))
        and member.from_ == other.from_
        for other in after
    )


def _message(comparison: Comparison, change: RecordDifference[Any], field: FieldDifference) -> str:
    if field.field == "heading":
        return f"{change.after.id} trước đây {_headed(field.before)}, nay {_headed(field.after)}"
    before = record_words.value(
        field.field, field.before, entry_words.unit_of(change.before), comparison.earlier.agencies
    )
    now = record_words.value(field.field, field.after, entry_words.unit_of(change.after), comparison.present.agencies)
    subject = wording.sentence(record_words.field_name(field.field, comparison.present.plan.target_names))
    of = "Kế hoạch" if isinstance(change.after, Plan) else change.after.id
    return f"{subject} của {of} trước đây {_clause(before)}, nay {_clause(now)} mà không dẫn văn bản nào"


def _headed(given: Any) -> str:
    return "là đề mục" if given else "không là đề mục"


def _clause(value: str) -> str:
    return value if value.startswith("không ") else f"là {value}"


def _remedy(field: FieldDifference, record: Any) -> str:
    if field.field == "members":
        return (
            "Trả lại như cũ; thành viên ra khỏi nhóm thì ghi {id: …, until: …, by: …}, vào nhóm thì ghi "
            "{id: …, from: …, by: …}, có từ đầu mà ghi thiếu thì from là ngày ban hành Kế hoạch"
        )
    if isinstance(record, Agency) or field.field in ("heading", "carried_from"):
        return f"Trả lại như cũ; {JUDGED_BY_PEOPLE}"
    where = "tệp này" if isinstance(record, Plan) else "bản ghi này"
    return (
        f"Trả lại như cũ; văn bản sau đã đổi thì thêm vào {where} «{change_line(field.field)}», nhập sai thì thêm "
        "«corrigendum: true» và lấy ngày của văn bản giao"
    )
