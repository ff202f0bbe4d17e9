"""Mã của bản ghi bị đổi

Mã là thứ duy nhất nối một bản ghi với số liệu, báo cáo và lịch sử của nó. Đổi mã thì lịch sử đứt ở đó. Bản ghi mới
mang mã khác nhưng cùng tên, hoặc cùng chỗ trong Kế hoạch (source), với một bản ghi vừa mất được coi là bản ghi cũ đổi
mã.

Sai:
    - id: CQS-20                                   # phiên bản trước: CQS-02
      name: Tỷ lệ dịch vụ công trực tuyến toàn trình

Đúng:
    - id: CQS-02
      name: Tỷ lệ dịch vụ công trực tuyến toàn trình
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import FieldRef, Problem
from kehoach_cli.rules.against_base.comparison import Comparison, by_collection
from kehoach_cli.vocabulary import terms


def check(comparison: Comparison) -> Iterator[Problem]:
    for collection, change in by_collection(comparison.changes):
        for before, after in change.renumbered:
            yield Problem(
                f"{terms.RECORD[collection]} này trước đây mang mã {before.id}, nay mang mã {after.id}",
                f"Trả lại mã {before.id}",
                FieldRef(collection, after.id, ("id",)),
            )
