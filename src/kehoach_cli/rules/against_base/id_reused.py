"""Mã cũ dùng cho nội dung khác

Số liệu và báo cáo đã ghi dưới một mã sẽ bị hiểu là của nội dung mới. Mã coi là bị dùng lại khi tên mới giữ chưa đến
một nửa số chữ của tên cũ, khi hai bản ghi đổi tên cho nhau, hoặc khi mã của chỉ tiêu thành mã của nhiệm vụ. Sửa lỗi
chính tả, viết lại cho rõ không sao; văn bản đổi hẳn tên thì giữ tên cũ và ghi tên mới vào changes.

Sai:
    - id: CQS-02                                   # phiên bản trước: Tỷ lệ dịch vụ công trực tuyến toàn trình
      name: Số cán bộ được tập huấn kỹ năng số

Đúng:
    - id: CQS-18
      name: Số cán bộ được tập huấn kỹ năng số
"""

from collections.abc import Iterator
from typing import Any

from kehoach_cli.diagnostics import Collection, FieldRef, Problem
from kehoach_cli.plan.agencies import name_key
from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.differences import RecordDifference
from kehoach_cli.rules.against_base.comparison import Comparison, by_collection, change_line, only_reworded
from kehoach_cli.vocabulary import record_words


def check(comparison: Comparison) -> Iterator[Problem]:
    earlier = {record.id: record for _, change in by_collection(comparison.changes) for record in change.removed}
    for collection, change in by_collection(comparison.changes):
        for record in change.added:
            if record.id in earlier:
                yield _finding(collection, record.id, earlier[record.id].name, record.name)
        names = {name_key(each.before.name): each.before.id for each in change.changed}
        for each in change.changed:
            before, after = each.before.name, each.after.name
            taken = names.get(name_key(after), each.after.id) != each.after.id
            if (taken or not only_reworded(before, after)) and not _explained(each):
                yield _finding(collection, each.after.id, before, after)


def _explained(change: RecordDifference[Any]) -> bool:
    """Whether the agency has its former name among its aliases."""
    return isinstance(change.after, Agency) and name_key(change.before.name) in map(name_key, change.after.aliases)


def _finding(collection: Collection, identifier: str, before: str, after: str) -> Problem:
    remedy = (
        "Đặt mã mới; nếu vẫn là cơ quan ấy nay đổi tên thì thêm tên cũ vào «aliases:»"
        if collection == "agencies"
        else "Trả lại bản ghi cũ và đặt mã mới cho nội dung mới; nếu văn bản đã đổi tên thì giữ tên cũ và thêm "
        f"«{change_line('name')}»"
    )
    message = (
        f"Mã {identifier} trước đây là của {record_words.quoted(before)}, nay dùng cho {record_words.quoted(after)}"
    )
    return Problem(message, remedy, FieldRef(collection, identifier, ("name",)))
