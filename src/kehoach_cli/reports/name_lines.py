"""Break the name of a body at the head of a document into lines of the letterhead's left column."""

import re
from itertools import combinations, pairwise

from kehoach_cli.word.text_width import text_width

NBSP = "\u00a0"
ROOM, SIZE = 66.0, 13  # millimetres of the column, points of the letters
_MOST_UNITS = 12  # of more, the ways to break a name are too many to look at
# Words that stay on one line; whatever follows a unit of territory is its name.
_BOUND = re.compile(
    "BAN CHỈ ĐẠO|BAN CHỈ HUY|BAN QUẢN LÝ|[ỦU]Y BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|CHUYỂN ĐỔI SỐ|CẢI CÁCH HÀNH CHÍNH"
    "|NÔNG THÔN MỚI|THÔNG TIN|KHOA HỌC|TÀI NGUYÊN|NÔNG NGHIỆP|KẾ HOẠCH|KHU CÔNG NGHIỆP|VÀ TRUYỀN THÔNG|VÀ CÔNG NGHỆ"
    "|VÀ MÔI TRƯỜNG|VÀ ĐẦU TƯ|VÀ ĐÀO TẠO|VÀ (?=\\S)|(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN) .+"
)


def name_in_lines(name: str) -> str:
    """The name in capitals, with no-break spaces everywhere but where a line is to end.

    Units of meaning stay whole. Among the ways that take the fewest lines, the lines differ least in width.
    """
    capitals = " ".join(name.upper().split())
    units = _BOUND.sub(lambda unit: unit[0].replace(" ", NBSP), capitals).split(" ")
    if len(units) > _MOST_UNITS or any(_width(unit) > ROOM for unit in units):
        return capitals
    for breaks in range(len(units)):
        ends = ((0, *places, len(units)) for places in combinations(range(1, len(units)), breaks))
        ways = ([NBSP.join(units[first:last]) for first, last in pairwise(each)] for each in ends)
        fitting = [lines for lines in ways if max(map(_width, lines)) <= ROOM]
        if fitting:
            return " ".join(min(fitting, key=lambda lines: max(map(_width, lines)) - min(map(_width, lines))))
    return capitals


def _width(line: str) -> float:
    return text_width(line, SIZE)
