"""Bản ghi nay có lỗi nên không so được với phiên bản trước

Bản ghi có lỗi thì không được tính vào Kế hoạch, nên có thể che mất một thay đổi: xóa bản ghi bằng cách làm sai nó. Vì
thế lỗi này không bỏ qua được, kể cả khi lỗi kia đã được bỏ qua theo khai báo.

Sai:
    lead: STTTT                                   # phiên bản trước: [STTTT]

Đúng:
    lead: [STTTT]
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import FieldRef, Problem
from kehoach_cli.rules.against_base.comparison import Comparison


def check(comparison: Comparison) -> Iterator[Problem]:
    for collection, unreadable in comparison.unreadable_now.items():
        for identifier in sorted(unreadable.intersection(comparison.earlier.ids.get(collection, ()))):
            yield Problem(
                f"Bản ghi {identifier} nay có lỗi nên không so được với phiên bản trước",
                "Sửa lỗi của bản ghi này rồi kiểm tra lại",
                FieldRef(collection, identifier, ("id",)),
            )
