"""Khổ giấy và lề trang

Văn bản trình bày trên khổ A4 (210 mm x 297 mm); lề trên và lề dưới 20–25 mm, lề trái 30–35 mm, lề phải 15–20 mm. Văn
bản có bảng rộng được để trang ngang; khi đó lề tính theo chiều đọc của trang, hoặc xoay theo trang như Word xoay.

Sai:
    khổ Letter, lề trái 25 mm

Đúng:
    khổ A4, lề trên 20, dưới 20, trái 30, phải 15
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.document import Page
from kehoach_cli.word.form.requirements import Clause, Form, millimetres

CODE = "KH851"
_PAPER = Clause(CODE, "Khổ giấy", "I.1")
_MARGIN = Clause(CODE, "Lề trang", "I.3")
_SLACK = 0.6  # millimetres: Word rounds to twentieths of a point, its rulers to half millimetres
_MARGINS = (("top", "trên", 20, 25), ("bottom", "dưới", 20, 25), ("left", "trái", 30, 35), ("right", "phải", 15, 20))

_TURNED = {"left": "top", "right": "bottom", "bottom": "left", "top": "right"}


def check(form: Form) -> Iterator[WordFinding]:
    for number, page in enumerate(form.document.pages, 1):
        place = Place("trang", f"phần {number}" if len(form.document.pages) > 1 else "")
        short, long = sorted((page.width, page.height))
        if abs(short - 210) > 1 or abs(long - 297) > 1:
            size = f"{millimetres(page.width)} × {millimetres(page.height)} mm"
            yield _PAPER.finding(f"{size}, không phải A4", "Chọn Bố trí > Kích cỡ > A4", place)
        yield from _margins(page, place)


def _margins(page: Page, place: Place) -> Iterator[WordFinding]:
    turned = page.width > page.height and page.top - _SLACK > page.left  # Word turns the margins with the page
    for name, side, low, high in _MARGINS:
        length = getattr(page, _TURNED[name] if turned else name)
        if not low - _SLACK <= length <= high + _SLACK:
            yield _MARGIN.finding(
                f"lề {side} {millimetres(length)} mm, quy định {low}–{high} mm",
                f"Đặt lề {side} {low}–{high} mm ở Bố trí > Lề",
                place,
            )
