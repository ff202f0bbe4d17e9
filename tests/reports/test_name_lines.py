"""Where the name of a body breaks at the head of a document."""

import pytest

from kehoach_cli.reports.name_lines import NBSP, ROOM, SIZE, name_in_lines
from kehoach_cli.word.text_width import text_width


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "Ban Chỉ đạo Chuyển đổi số tỉnh Bà Rịa - Vũng Tàu",
            ["BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ", "TỈNH BÀ RỊA - VŨNG TÀU"],
        ),
        ("Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", ["ỦY BAN NHÂN DÂN", "TỈNH BÀ RỊA - VŨNG TÀU"]),
        ("Sở Thông tin và Truyền thông", ["SỞ THÔNG TIN", "VÀ TRUYỀN THÔNG"]),
        ("Sở Y tế", ["SỞ Y TẾ"]),
        ("Ủy  ban nhân dân\nhuyện Mẫu", ["ỦY BAN NHÂN DÂN", "HUYỆN MẪU"]),
        ("", [""]),
    ],
)
def test_a_name_breaks_between_units_of_meaning(name: str, lines: list[str]) -> None:
    assert [line.replace(NBSP, " ") for line in name_in_lines(name).split(" ")] == lines


@pytest.mark.parametrize("name", ["Ban Quản lý các khu công nghiệp tỉnh Mẫu", "Trường Cao đẳng Kỹ thuật Công nghệ Mẫu"])
def test_each_line_has_room(name: str) -> None:
    lines = name_in_lines(name).split(" ")
    assert len(lines) > 1
    assert all(text_width(line, SIZE) <= ROOM for line in lines)


@pytest.mark.parametrize("name", ["từ " * 1000, "W" * 300, "R&D <b> {{ x }}"])
def test_any_name_comes_out_whole(name: str) -> None:
    assert " ".join(name_in_lines(name).replace(NBSP, " ").split()) == " ".join(name.upper().split())
