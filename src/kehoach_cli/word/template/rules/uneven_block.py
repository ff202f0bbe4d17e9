"""Khối mở ở cấp này, đóng ở cấp khác

Thẻ mở và thẻ đóng của một khối phải cùng cấp và cùng chỗ: mở bằng {%tr %} thì đóng bằng {%tr %} trong cùng bảng; mở
giữa một ô thì đóng trong cùng ô đó, mở trong kết quả của một trường (số trang, mục lục) thì đóng trong đó. Nếu không,
phần nằm giữa không còn là những đoạn, hàng, trường trọn vẹn.

Sai:
    {%tr for muc in chi_tieu %} … {% endfor %}

Đúng:
    {%tr for muc in chi_tieu %} … {%tr endfor %}
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.template.blocks import Block, blocks, enclose_whole_elements
from kehoach_cli.word.template.open_fields import open_fields
from kehoach_cli.word.template.tags import Scan

CODE = "KH819"


def check(scan: Scan) -> Iterator[WordFinding]:
    matched = [block for block in blocks(scan.tags) if isinstance(block, Block)]
    fields = open_fields(scan.tags[0].holder.getroottree().getroot()) if matched else {}
    for block in matched:
        opener = block.tags[0]
        for tag in block.tags[1:]:
            if tag.level != opener.level:
                wanted = f"{{%{opener.level} {tag.word}" if opener.level else f"{{% {tag.word}"
                message = f"Thẻ {tag.shown} khác cấp với thẻ mở khối {opener.shown} ở {opener.place.words()}"
                yield WordFinding(CODE, message, f"Viết thành {wanted} … %}}", tag.place)
            elif not enclose_whole_elements(opener, tag):
                message = f"Thẻ {tag.shown} không cùng chỗ với thẻ mở khối {opener.shown} ở {opener.place.words()}"
                remedy = "Đặt cả hai trong cùng một bảng, ô hoặc đoạn; lặp cả hàng thì dùng {%tr … %}"
                yield WordFinding(CODE, message, remedy, tag.place)
            elif fields.get(tag.holder) != fields.get(opener.holder):
                message = (
                    f"Khối mở ở {opener.shown} ({opener.place.words()}) cắt ngang một trường như số trang, mục lục"
                )
                remedy = "Đặt hai thẻ cùng ở ngoài trường, hoặc cùng trong kết quả của trường"
                yield WordFinding(CODE, message, remedy, tag.place)
