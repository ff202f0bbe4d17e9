"""Ghi chú bỏ qua không còn tác dụng

Ghi chú hoặc mục ignore này không gặp cảnh báo nào để bỏ qua: chỗ sai đã được sửa, hoặc ghi chú đặt sai dòng, sai mã.
Để lại thì sau này nó sẽ che một lỗi mới.

Sai:
    due: Quý III/2023  # kehoach: ignore KH502 đúng như Phụ lục II của Quyết định

Đúng:
    due: Quý III/2023
"""

from kehoach_cli.diagnostics import Severity

SEVERITY: Severity = "warning"
