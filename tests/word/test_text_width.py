"""Widths of bold text, from which the length of drawn rules follows."""

import pytest

from kehoach_cli.word.text_width import longest_line, text_width


@pytest.mark.parametrize(
    ("text", "size", "millimetres"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95.7),  # as measured in LibreOffice with a font of the same widths
        ("Độc lập - Tự do - Hạnh phúc", 14, 60.5),
        ("", 14, 0),
    ],
)
def test_known_widths(text: str, size: float, millimetres: float) -> None:
    assert text_width(text, size) == pytest.approx(millimetres, abs=0.1)


def test_marks_do_not_widen_a_letter_but_the_horn_does() -> None:
    assert text_width("Ế", 14) == text_width("E", 14)
    assert text_width("Ừ", 14) == text_width("Ư", 14) > text_width("U", 14)


def test_a_long_text_is_as_wide_as_its_longest_line() -> None:
    text = "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ TỈNH BÀ RỊA - VŨNG TÀU"
    first = text_width("BAN CHỈ ĐẠO CHUYỂN ĐỔI", 13)
    assert longest_line(text, 13, 66) == pytest.approx(max(first, text_width("SỐ TỈNH BÀ RỊA - VŨNG TÀU", 13)))
    assert longest_line("X" * 100, 13, 66) == 66
