"""Mức phấn đấu bị đổi mà không dẫn văn bản

Mức phấn đấu là điều đã giao; đổi đơn vị tính hay chiều phấn đấu cũng là đổi điều đã giao. Muốn đổi phải có văn bản,
ghi vào amendments của chính chỉ tiêu. Chỉ tiêu không còn giao nữa thì vẫn giữ bản ghi: ghi mức phấn đấu là null và
dẫn văn bản.

Sai:
    targets: {national: 40, provincial: 45}       # phiên bản trước: provincial: 50

Đúng:
    targets: {national: 40, provincial: 45}
    amendments:
      - {fields: [targets], by: QĐ 250/QĐ-BCĐ ngày 05/10/2023, date: 2023-10-05}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.rules.against_base.comparison import Comparison, undocumented_changes

CODE = "KH702"
SEVERITY: Severity = "error"


def check(comparison: Comparison) -> Iterator[Finding]:
    return undocumented_changes(comparison, ("targets", "unit", "direction"), CODE, SEVERITY)
