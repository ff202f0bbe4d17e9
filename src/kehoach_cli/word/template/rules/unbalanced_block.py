"""Khối mở mà không đóng, hoặc đóng nhầm

Mỗi {% if %} có một {% endif %}, mỗi {% for %} có một {% endfor %}, lồng nhau đúng thứ tự, trong cùng một phần (thân văn
bản, đầu trang…). Mỗi khối có nhiều nhất một {% else %}, đứng sau mọi {% elif %}.

Sai:
    {% if qua_han %}Có việc quá hạn.{% endfor %}

Đúng:
    {% if qua_han %}Có việc quá hạn.{% endif %}
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.template.blocks import CLOSERS, MIDDLES, OPENERS, Unmatched, blocks
from kehoach_cli.word.template.tags import Scan

CODE = "KH818"


def check(scan: Scan) -> Iterator[WordFinding]:
    for found in blocks(scan.tags):
        if isinstance(found, Unmatched):
            yield _finding(found)


def _finding(found: Unmatched) -> WordFinding:
    tag, opened = found
    if tag.word in OPENERS:
        message = f"Khối {tag.shown} không được đóng"
        remedy = f"Thêm {{% {OPENERS[tag.word]} %}} ở chỗ khối kết thúc"
    elif opened is None:
        message = f"Thẻ {tag.shown} không có khối nào đang mở"
        remedy = f"Thêm {{% {CLOSERS.get(tag.word, 'if')} … %}} ở phía trước, hoặc xóa thẻ này"
    elif opened.word in MIDDLES.get(tag.word, ()):
        message = f"Thẻ {tag.shown} đứng sau {{% else %}} của khối {opened.shown} ở {opened.place.words()}"
        remedy = "Mỗi khối chỉ có một {% else %}, đứng sau mọi {% elif %}; xóa hoặc dời thẻ này"
    else:
        message = f"Thẻ {tag.shown} không khớp với khối đang mở {opened.shown} ở {opened.place.words()}"
        remedy = f"Đóng khối đó bằng {{% {OPENERS[opened.word]} %}} trước"
    return WordFinding(CODE, message, remedy, tag.place)
