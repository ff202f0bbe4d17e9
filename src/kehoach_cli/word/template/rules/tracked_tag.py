"""Thẻ nằm trong vết sửa chưa chấp nhận

Khi bật Theo dõi Thay đổi, chữ đã xóa vẫn còn trong tệp và chữ mới thêm vẫn có thể bị từ chối. Thẻ nằm ở đó thì không
biết là có hay không, nên phải chấp nhận hoặc từ chối thay đổi trước.

Sai:
    thẻ {{ so_dat }} bị gạch ngang màu đỏ

Đúng:
    Word: Xem lại > Chấp nhận > Chấp nhận Tất cả Thay đổi
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.template.tags import DELIMITER, Scan

CODE = "KH815"
_REMEDY = "Trong Word: Xem lại > Chấp nhận (hoặc Từ chối) thay đổi ở đây, rồi lưu lại"


def check(scan: Scan) -> Iterator[WordFinding]:
    for paragraph in scan.paragraphs:
        if DELIMITER.search(paragraph.deleted):
            shown = " ".join(paragraph.deleted.split())[:60]
            message = f"Chữ đã xóa nhưng còn vết sửa có thẻ: «{shown}»"
            yield WordFinding(CODE, message, _REMEDY, paragraph.place())
    for tag in scan.tags:
        if tag.touches("inserted"):
            yield WordFinding(CODE, f"Thẻ {tag.shown} nằm trong chữ mới thêm chưa được chấp nhận", _REMEDY, tag.place)
