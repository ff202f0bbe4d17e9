"""Thẻ nằm trong chữ ẩn

Chữ ẩn không hiện trên màn hình và không in, nhưng vẫn ở trong tệp. Thẻ trong chữ ẩn là thẻ mà người sửa mẫu không nhìn
thấy, nên không được dùng.

Sai:
    {{ so_dat }} định dạng Ẩn (Phông > Ẩn)

Đúng:
    {{ so_dat }} định dạng thường
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.template.tags import Scan

CODE = "KH816"


def check(scan: Scan) -> Iterator[WordFinding]:
    for tag in scan.tags:
        if any(
            piece.state == "hidden" and piece.start < tag.end and tag.start < piece.end
            for piece in tag.paragraph.pieces
        ):
            yield WordFinding(
                CODE,
                f"Thẻ {tag.shown} nằm trong chữ ẩn",
                "Bôi đen đoạn này, mở hộp Phông (Ctrl+D) và bỏ chọn Ẩn; nếu không cần thì xóa thẻ",
                tag.place,
            )
