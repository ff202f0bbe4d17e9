"""Tell what a file holds that should be text but is not, by its content; and what to do about it."""

from typing import NamedTuple

_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
_OTHER_MARKS = {b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


class Advice(NamedTuple):
    """What to do about a file that cannot be read as the text it should be: one Vietnamese sentence for each case.

    `ending`: only another ending of its name is there. `encoding`: it is text in another encoding. `sheet`: it is a
    workbook. `document`: it is anything else. `wanted`: what the file should be.
    """

    ending: str
    folder: str
    too_large: str
    encoding: str
    sheet: str
    document: str
    wanted: str = "tệp chữ"


_WRITE_YAML = "Dời tệp này đi, rồi ghi nội dung vào tệp YAML theo tệp mẫu mà «kehoach init» lập ở một thư mục mới"
PLAN_FILE = Advice(
    ending="Đổi đuôi tên tệp đó thành .yaml",
    folder="Dời thư mục này đi, rồi đặt tệp YAML vào chỗ đó",
    too_large="Tách kế hoạch thành nhiều thư mục, mỗi tệp dưới 16 MiB",
    encoding="Mở tệp trong trình soạn thảo (Notepad) và lưu lại với bảng mã UTF-8",
    sheet=_WRITE_YAML,
    document=_WRITE_YAML,
)


class _Kind(NamedTuple):
    """How a kind of file begins, what else it holds, and its name."""

    start: bytes
    holds: bytes
    name: str
    sheet: bool = False


_KINDS = (
    _Kind(_ZIP, b"xl/workbook", "sổ tính Excel (.xlsx)", sheet=True),
    _Kind(_ZIP, b"opendocument.spreadsheet", "bảng tính LibreOffice (.ods)", sheet=True),
    _Kind(_ZIP, b"word/document", "văn bản Word (.docx)"),
    _Kind(_ZIP, b"opendocument.text", "văn bản LibreOffice (.odt)"),
    _Kind(_ZIP, b"", "tệp nén"),
    _Kind(_OLE, "WordDocument".encode("utf-16-le"), "văn bản Word kiểu cũ (.doc)"),
    _Kind(_OLE, "EncryptedPackage".encode("utf-16-le"), "tệp Excel hoặc Word có mật khẩu", sheet=True),
    _Kind(_OLE, "Book".encode("utf-16-le"), "sổ tính Excel kiểu cũ (.xls)", sheet=True),
    _Kind(_OLE, "book".encode("utf-16-le"), "sổ tính Excel kiểu cũ (.xls)", sheet=True),
    _Kind(b"%PDF-", b"", "tệp PDF"),
    _Kind(b"{\\rtf", b"", "văn bản Word (.rtf)"),
    _Kind(b"<?xml", b"", "tệp XML", sheet=True),
    _Kind(b"<html", b"", "trang web", sheet=True),
    _Kind(b"<!DOCTYPE", b"", "trang web", sheet=True),
    _Kind(b"\x89PNG", b"", "ảnh"),
    _Kind(b"\xff\xd8\xff", b"", "ảnh"),
)


def other_content(raw: bytes, advice: Advice) -> tuple[str, str] | None:
    """What the bytes are if not UTF-8 text, and the advice, each a sentence without its full stop; None if unknown."""
    begins = raw[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for kind in _KINDS:
        if begins.startswith(kind.start.lower()) and kind.holds in raw:
            return f"Đây là {kind.name}, không phải {advice.wanted}", advice.sheet if kind.sheet else advice.document
    for mark, encoding in _OTHER_MARKS.items():
        if raw.startswith(mark):
            return f"Tệp được lưu ở dạng {encoding}", advice.encoding
    return None
