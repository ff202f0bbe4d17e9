"""Thẻ mở mà không đóng, hoặc đóng mà không mở

Một thẻ bắt đầu và kết thúc trong cùng một đoạn: {{ tên }} in ra một giá trị, {% lệnh %} điều khiển, {# ghi chú #} bị bỏ
qua. Thẻ thiếu một dấu, hoặc bị xuống dòng (Enter) ở giữa, sẽ in nguyên ra báo cáo.

Sai:
    Số chỉ tiêu đạt: {{ so_dat }

Đúng:
    Số chỉ tiêu đạt: {{ so_dat }}
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.template.tags import Scan, loose_delimiters

CODE = "KH811"
_PAIRS = {"{{": "}}", "{%": "%}", "{#": "#}"}


def check(scan: Scan) -> Iterator[WordFinding]:
    for paragraph in scan.paragraphs:
        for start, end in loose_delimiters(paragraph):
            mark = paragraph.text[start:end]
            if mark in _PAIRS:
                message = f"Thẻ mở bằng {mark} nhưng không có {_PAIRS[mark]} trong cùng đoạn"
                remedy = f"Thêm {_PAIRS[mark]}; nếu thẻ bị ngắt sang đoạn sau thì nối lại thành một đoạn"
            else:
                message = f"Có {mark} mà không có dấu mở thẻ đứng trước trong cùng đoạn"
                remedy = "Thêm dấu mở thẻ, hoặc xóa dấu này"
            yield WordFinding(CODE, message, remedy, paragraph.place(start, end))
