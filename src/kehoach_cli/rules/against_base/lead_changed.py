"""Cơ quan chủ trì bị đổi mà không dẫn văn bản

Cơ quan chủ trì là nơi chịu trách nhiệm và nhận công văn đôn đốc. Giao lại cho cơ quan khác phải có văn bản, ghi vào
amendments của chính chỉ tiêu, nhiệm vụ. Đổi thứ tự các cơ quan không phải là giao lại.

Sai:
    lead: [SYT]                                   # phiên bản trước: [STTTT]

Đúng:
    lead: [SYT]
    amendments:
      - {fields: [lead], by: CV 456/UBND-VP ngày 02/8/2023, date: 2023-08-02}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.rules.against_base.comparison import Comparison, undocumented_changes

CODE = "KH703"
SEVERITY: Severity = "error"


def check(comparison: Comparison) -> Iterator[Finding]:
    return undocumented_changes(comparison, ("lead",), CODE, SEVERITY)
