"""Giá trị không nằm trong các giá trị dùng được

Một số khóa chỉ nhận vài giá trị, như direction (increase, decrease) hay state (not_started, in_progress, done,
cancelled). Câu báo liệt kê đủ các giá trị.

Sai:
    state: xong

Đúng:
    state: done
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH206"
SEVERITY: Severity = "error"
