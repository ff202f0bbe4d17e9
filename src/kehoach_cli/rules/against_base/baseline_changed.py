"""Hiện trạng bị đổi mà không dẫn văn bản

Hiện trạng là chỗ xuất phát để tính khoảng cách và nhịp độ. Đổi hiện trạng thì mọi đánh giá đã báo cáo đổi theo, nên
phải có văn bản: ghi văn bản đó vào amendments của chính chỉ tiêu. Nhập sai so với Kế hoạch thì dẫn chính quyết định
ban hành Kế hoạch.

Sai:
    baseline: {value: 35, as_of: 2023-05-31}      # phiên bản trước: 29.2

Đúng:
    baseline: {value: 35, as_of: 2023-05-31}
    amendments:
      - {fields: [baseline], by: QĐ 250/QĐ-BCĐ ngày 05/10/2023, date: 2023-10-05}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.rules.against_base.comparison import Comparison, undocumented_changes

CODE = "KH701"
SEVERITY: Severity = "error"


def check(comparison: Comparison) -> Iterator[Finding]:
    return undocumented_changes(comparison, ("baseline",), CODE, SEVERITY)
