"""Tên cơ quan ban hành văn bản

Tên cơ quan chủ quản viết in hoa, cỡ 12–13, đứng; tên cơ quan ban hành viết in hoa, cỡ 12–13, đứng, đậm, canh giữa dưới
tên cơ quan chủ quản; phía dưới có đường kẻ ngang nét liền dài bằng 1/3 đến 1/2 dòng chữ.

Sai:
    Sở Thông tin và Truyền thông    (chữ thường, không kẻ)

Đúng:
    UBND TỈNH BÀ RỊA - VŨNG TÀU
    SỞ THÔNG TIN VÀ TRUYỀN THÔNG    (đậm, có đường kẻ ngắn phía dưới)
"""

import re
from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.requirements import Clause, Form, RequiredFormat, check_drawn_rule, check_format

CODE = "KH856"
_PARENT = Clause(CODE, "Tên cơ quan chủ quản", "II.2")
_ISSUER = Clause(CODE, "Tên cơ quan ban hành", "II.2")
_PLAIN = RequiredFormat((12, 13), align=("center",), capitals=True)
_BOLD = RequiredFormat((12, 13), bold=True, align=("center",), capitals=True)
# A bold name like the first, above one like the second, is its parent's and no beginning of it.
_PARENTS = re.compile(r"(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|BỘ|SỞ|TỔNG CỤC) ")
_CHILDREN = re.compile(r"(?:SỞ|PHÒNG|CỤC|CHI CỤC|BAN|VĂN PHÒNG|TRUNG TÂM) ")
_ROOM = 100.0  # millimetres: a name has half the page's width


def check(form: Form) -> Iterator[WordFinding]:
    """The names from the first bold one on are the issuer's; those above are its parent's, as its words may tell."""
    lines = [line for line in form.elements.agencies if not line.text.startswith("[")]  # what is left to be written
    if not lines:
        place = form.elements.nation.place if form.elements.nation else Place("thân văn bản")
        remedy = "Ghi tên cơ quan ở ô bên trái, ngang hàng với Quốc hiệu, trong một bảng hai cột không kẻ"
        yield _ISSUER.finding("không thấy bên trái Quốc hiệu", remedy, place)
        return
    bold = [line.format is not None and line.format.bold for line in lines]
    first = bold.index(True) if any(bold) else len(lines) - 1
    if _PARENTS.match(lines[first].text):
        below = range(first + 1, len(lines))
        first = next((at for at in below if _CHILDREN.match(lines[at].text)), first)
    for line in lines[:first]:
        yield from check_format(line, _PLAIN, _PARENT)
    for line in lines[first:]:
        yield from check_format(line, _BOLD, _ISSUER)
    yield from check_drawn_rule(form, lines[-1], _ISSUER, _ROOM)
