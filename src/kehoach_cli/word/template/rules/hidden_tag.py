"""Thẻ nằm trong chữ ẩn

Chữ ẩn không hiện trên màn hình và không in, nhưng vẫn ở trong tệp. Thẻ trong chữ ẩn là thẻ mà người sửa mẫu không nhìn
thấy, nên không được dùng. Riêng nhận dạng trong mẫu phiếu báo cáo thì ẩn được, bằng kiểu chữ «Nhận dạng phiếu».

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
        if tag.touches("hidden"):
            yield WordFinding(
                CODE,
                f"Thẻ {tag.shown} nằm trong chữ ẩn",
                "Bôi đen đoạn này, mở hộp Phông (Ctrl+D) và bỏ chọn Ẩn; nếu không cần thì xóa thẻ",
                tag.place,
            )
