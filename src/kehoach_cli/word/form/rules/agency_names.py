"""Tên cơ quan ban hành văn bản

Tên cơ quan chủ quản viết in hoa, cỡ 12–13, đứng; tên cơ quan ban hành viết in hoa, cỡ 12–13, đứng, đậm, canh giữa dưới
tên cơ quan chủ quản; phía dưới có đường kẻ ngang nét liền dài bằng 1/3 đến 1/2 dòng chữ.

Sai:
    Sở Thông tin và Truyền thông    (chữ thường, không kẻ)

Đúng:
    UBND TỈNH BÀ RỊA - VŨNG TÀU
    SỞ THÔNG TIN VÀ TRUYỀN THÔNG    (đậm, có đường kẻ ngắn phía dưới)
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.setting import Ruling, Setting, Subject, compare, short_rule

CODE = "KH856"
_PARENT = Ruling(CODE, "Tên cơ quan chủ quản", "II.2")
_ISSUER = Ruling(CODE, "Tên cơ quan ban hành", "II.2")
_PLAIN = Setting((12, 13), align=("center",), capitals=True)
_BOLD = Setting((12, 13), bold=True, align=("center",), capitals=True)
_ROOM = 100.0  # no name's line is longer than the half of the page that it has


def check(subject: Subject) -> Iterator[WordFinding]:
    """The last names in bold are the issuer's; what stands above them is the parent's."""
    lines = subject.elements.agencies
    if not lines:
        place = subject.elements.nation.place if subject.elements.nation else Place("thân văn bản")
        remedy = "Ghi tên cơ quan ở ô bên trái, ngang hàng với Quốc hiệu, trong một bảng hai cột không kẻ"
        yield _ISSUER.finding("không thấy bên trái Quốc hiệu", remedy, place)
        return
    bold = [line.type is not None and line.type.bold for line in lines]
    first = bold.index(True) if any(bold) else len(lines) - 1
    for line in lines[:first]:
        yield from compare(line, _PLAIN, _PARENT)
    for line in lines[first:]:
        yield from compare(line, _BOLD, _ISSUER)
    yield from short_rule(subject, lines[-1], _ISSUER, _ROOM)
