"""Ảnh không đúng như tên của nó

Ảnh trong mẫu phải là PNG, JPEG, GIF, BMP hoặc TIFF thật. Tệp khác đội tên ảnh bị từ chối.

Sai:
    media/image1.png    # thật ra là một chương trình

Đúng:
    media/image1.png    # ảnh PNG
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import FILE, WordFinding

CODE = "KH809"
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*")


def check(name: str, content: bytes) -> Iterator[WordFinding]:
    if not content.startswith(_BEGINNINGS):
        yield WordFinding(
            CODE, f"Ảnh «{name[:60]}» không phải ảnh thật", "Lưu ảnh thành PNG rồi chèn lại vào mẫu", FILE
        )
