"""Mẫu làm tiến trình lập báo cáo dừng đột ngột

Mẫu được đọc và điền trong một tiến trình riêng, không có mạng, không mở được tệp. Tiến trình đó dừng đột ngột hoặc
bị chặn khi làm điều không được phép thì báo cáo không được lập.

Sai:
    mẫu tìm cách mở tệp khác

Đúng:
    mẫu lập từ: kehoach template init
"""

from kehoach_cli.diagnostics import Severity
from kehoach_cli.sandbox.problems import FILE, WordFinding

CODE = "KH833"
SEVERITY: Severity = "error"


def finding(message: str) -> WordFinding:
    return WordFinding(CODE, SEVERITY, message, "Lập lại mẫu từ bản gốc: kehoach template init", FILE)
