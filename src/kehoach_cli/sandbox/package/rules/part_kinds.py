"""Mẫu chứa thứ không được phép

Mẫu báo cáo chỉ gồm chữ, bảng, ảnh, đầu trang, chân trang, cước chú. Macro, tệp nhúng, điều khiển ActiveX, phông nhúng…
có thể chạy mã trên máy người mở báo cáo, nên mẫu chứa chúng bị từ chối.

Sai:
    mau.docm có macro tự chạy

Đúng:
    mau.docx chỉ có chữ, bảng và ảnh PNG
"""

from kehoach_cli.sandbox.package.allowed_parts import danger
from kehoach_cli.sandbox.problems import FILE, WordFinding

CODE = "KH804"


def finding(name: str, content_type: str) -> WordFinding:
    """Report a part whose content type is not on the list."""
    found = danger(content_type)
    return WordFinding(CODE, f"Mẫu chứa {found.name} ({name[:60]})", found.remedy, FILE)
