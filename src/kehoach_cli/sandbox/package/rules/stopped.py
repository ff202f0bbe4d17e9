"""Tệp làm tiến trình đọc nó dừng đột ngột

Tệp Word, Excel được đọc và điền trong một tiến trình riêng, không có mạng, không mở được tệp. Tiến trình đó dừng đột
ngột hoặc bị chặn khi làm điều không được phép thì báo cáo không được lập, văn bản không được soát, số liệu không được
nhận.

Sai:
    mẫu tìm cách mở tệp khác

Đúng:
    mẫu lập từ: kehoach template init
"""

from kehoach_cli.sandbox.problems import FILE, WordFinding

CODE = "KH833"


_REMEDIES = {
    "templates": "Lập lại mẫu từ bản gốc: kehoach template init",
    "forms": "Mở văn bản bằng Word, lưu thành một tệp .docx mới rồi soát lại",
    "tables": "Mở tệp bằng Excel hoặc Word, chép bảng sang một tệp mới rồi chạy lại",
}


def finding(message: str, role: str) -> WordFinding:
    """The finding about a file that a child of this role has read."""
    return WordFinding(CODE, message, _REMEDIES[role], FILE)
