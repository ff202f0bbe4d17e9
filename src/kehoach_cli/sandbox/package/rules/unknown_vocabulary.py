"""Nội dung không thuộc ngôn ngữ của tệp Word

Các phần của tệp .docx viết bằng những từ vựng XML mà Word và LibreOffice dùng. Nội dung viết bằng từ vựng khác (XML
của Word 2003, OpenDocument, XInclude…) có thể được một chương trình nào đó hiểu và làm theo mà kehoach không biết, nên
bị từ chối; chỗ mà tệp tự ghi là có thể bỏ qua thì kehoach bỏ qua.

Sai:
    <office:event-listeners xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">

Đúng:
    tệp do Word hoặc LibreOffice lưu ở dạng Tài liệu Word (*.docx)
"""

from collections.abc import Iterable, Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding

CODE = "KH810"


def findings(vocabularies: Iterable[str], part: str) -> Iterator[WordFinding]:
    """Report the unknown XML namespaces that are left in one part."""
    for name in sorted(vocabularies):
        yield WordFinding(
            CODE,
            f"Nội dung không thuộc ngôn ngữ của tệp Word: «{name[:80] or 'không có tên'}»",
            "Mở tệp trong Word rồi lưu lại thành Tài liệu Word (*.docx)",
            Place(part),
        )
