"""Thẻ ở chỗ không được thay

Thẻ chỉ được thay trong chữ của thân văn bản, đầu trang, chân trang, cước chú, khung chữ. Thẻ đặt ở chú thích ảnh, nhận
xét, mã trường, thuộc tính của tệp, công thức sẽ không được thay.

Sai:
    Tiêu đề tài liệu (Tệp > Thông tin): {{ ten_bao_cao }}

Đúng:
    để trống; kehoach tự ghi tiêu đề khi lập báo cáo
"""

from collections.abc import Iterator

from lxml import etree

from kehoach_cli.sandbox.package.xml import Element, W, local_name
from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.template.open_fields import open_fields
from kehoach_cli.word.template.tags import Scan

CODE = "KH817"
_MARKED = "[contains(., '{{') or contains(., '{%') or contains(., '{#')]"
_ANYWHERE = etree.XPath(f"//@*{_MARKED} | //text(){_MARKED}")
_OUTSIDE_TEXT = etree.XPath(
    f"//@*{_MARKED} | //text()[not(parent::w:t or parent::w:delText)]{_MARKED}", namespaces={"w": W}
)
_TEXT_WITH_TAGS = etree.XPath(f"//w:t[not(ancestor::w:del or ancestor::w:moveFrom)]{_MARKED}", namespaces={"w": W})
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


def check_unread(scan: Scan) -> Iterator[WordFinding]:
    """Find tags in text that stands where no reader of text looks, or in the code of a field."""
    root = scan.paragraphs[0].element.getroottree().getroot() if scan.paragraphs else None
    marked = _TEXT_WITH_TAGS(root) if root is not None else []
    if not marked:
        return
    read = {piece.element for paragraph in scan.paragraphs for piece in paragraph.pieces}
    fields = open_fields(marked[0].getroottree().getroot())
    for element in marked:
        in_code = any(field.inside == "code" for field in fields.get(element, ()))
        if in_code or element not in read:
            yield _finding(element.text, "mã trường" if in_code else "chỗ này", scan.label)


def check(root: Element, label: str, *, filled: bool) -> Iterator[WordFinding]:
    """Find tags in the XML of one part. If the part is `filled`, tags in its text are left to other rules."""
    for text in (_OUTSIDE_TEXT if filled else _ANYWHERE)(root):
        yield _finding(text, _WORDS.get(local_name(text.getparent()), "chỗ này"), label)


def _finding(text: str, where: str, label: str) -> WordFinding:
    message = f"Thẻ ở {where} không được thay: «{text.strip()[:60]}»"
    return WordFinding(CODE, message, "Chuyển thẻ ra phần chữ của văn bản, hoặc xóa đi", Place(label))
