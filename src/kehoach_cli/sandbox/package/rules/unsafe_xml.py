"""Nội dung XML không an toàn hoặc bị hỏng

Các phần của tệp .docx, .xlsx hay .ods là XML do Word, Excel hay LibreOffice viết: bảng mã UTF-8, không khai báo DTD hay
thực thể (entity). Khai báo như vậy có thể bắt máy đọc tệp khác, gọi ra mạng, hoặc nở ra vô hạn, nên bị từ chối trước
khi đọc.

Sai:
    <!DOCTYPE x [<!ENTITY bi-mat SYSTEM "file:///etc/passwd">]>

Đúng:
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
"""

from kehoach_cli.sandbox.package.xml import UnsafeXml
from kehoach_cli.sandbox.problems import FileKind, Place, WordFinding, save_anew

CODE = "KH807"


def finding(problem: UnsafeXml, part: str, kind: FileKind = "word") -> WordFinding:
    """Report a part that cannot be parsed."""
    return WordFinding(CODE, f"Không đọc được phần này: {problem}", save_anew(kind), Place(part))
