"""Giá trị không đúng loại

Chỗ cần danh sách lại ghi một chữ, chỗ cần chữ lại ghi một số, hoặc cả tệp không phải danh sách bản ghi.

Sai:
    lead: STTTT

Đúng:
    lead: [STTTT]
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH203"
SEVERITY: Severity = "error"
