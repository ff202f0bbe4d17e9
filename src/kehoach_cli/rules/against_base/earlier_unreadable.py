"""Bản ghi ở phiên bản trước có lỗi

Bản ghi sai từ phiên bản trước thì không biết nay đã đổi những gì. Sửa cho đúng là việc nên làm, nhưng người duyệt
phải tự so, vì máy không so được.

Sai:
    baseline: {value: "29,2", as_of: 2023-05-31}  # ở phiên bản trước

Đúng:
    baseline: {value: 29.2, as_of: 2023-05-31}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import FieldRef, Problem, Severity
from kehoach_cli.rules.against_base.comparison import Comparison

SEVERITY: Severity = "warning"


def check(comparison: Comparison) -> Iterator[Problem]:
    for collection, unreadable in comparison.unreadable_before.items():
        for identifier in sorted(unreadable.intersection(comparison.present.ids.get(collection, ()))):
            yield Problem(
                f"Bản ghi {identifier} ở phiên bản trước có lỗi nên không so sánh được",
                "Người duyệt tự so bản ghi này với phiên bản trước",
                FieldRef(collection, identifier, ("id",)),
            )
