"""Thẻ ở chỗ không được thay

Thẻ chỉ được thay trong chữ của thân văn bản, đầu trang, chân trang, cước chú, khung chữ. Thẻ đặt ở chú thích ảnh, nhận
xét, mã trường, thuộc tính của tệp, công thức sẽ không được thay.

Sai:
    Tiêu đề tài liệu (Tệp > Thông tin): {{ ten_bao_cao }}

Đúng:
    để trống; kehoach tự ghi tiêu đề khi lập báo cáo
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Severity
from kehoach_cli.reports.word.problems import Place, WordFinding
from kehoach_cli.reports.word.xml import Element, local_name, w

CODE = "KH817"
SEVERITY: Severity = "error"
_MARKS = ("{{", "{%", "{#")
_WORDS = {
    "instrText": "mã trường",
    "fldSimple": "mã trường",
    "docPr": "mô tả của hình",
    "cNvPr": "mô tả của hình",
    "bookmarkStart": "tên dấu trang",
    "hyperlink": "chú thích của liên kết",
    "tblCaption": "chú thích của bảng",
    "tblDescription": "chú thích của bảng",
    "delText": "chữ đã xóa",
}


def check(root: Element, label: str, filled: bool) -> Iterator[WordFinding]:  # noqa: FBT001
    """Tags in the XML of one part; where the part is `filled`, those in its text are left to the other rules."""
    for element in root.iter("*"):
        texts = [*element.values(), *([element.text or ""] if _stays(element, filled=filled) else [])]
        for text in texts:
            if any(mark in text for mark in _MARKS):
                where = _WORDS.get(local_name(element), "chỗ này")
                yield WordFinding(
                    CODE,
                    SEVERITY,
                    f"Thẻ ở {where} không được thay: «{text.strip()[:60]}»",
                    "Chuyển thẻ ra phần chữ của văn bản, hoặc xóa đi",
                    Place(label),
                )


def _stays(element: Element, *, filled: bool) -> bool:
    """Whether the element's text comes out as it is."""
    return not (filled and element.tag in (w("t"), w("delText")))
