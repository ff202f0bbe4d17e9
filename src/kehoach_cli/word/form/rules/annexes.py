"""Phụ lục

Từ “Phụ lục” và số thứ tự (La Mã, khi có từ hai phụ lục) ở dòng riêng, canh giữa, chữ thường, cỡ 14, đứng, đậm; tên phụ
lục viết in hoa, cỡ 13–14, đứng, đậm, canh giữa; dòng “(Kèm theo …)” chữ thường, nghiêng, cỡ 13–14, canh giữa.

Sai:
    PHỤ LỤC 1: Danh mục chỉ tiêu

Đúng:
    Phụ lục I
    DANH MỤC CHỈ TIÊU
    (Kèm theo Báo cáo số 05/BC-BCĐ ngày 05 tháng 10 năm 2023 của Ban Chỉ đạo)
"""

import re
from collections.abc import Iterator

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.form.requirements import Clause, Form, RequiredFormat, check_format

CODE = "KH865"
_NUMBER = Clause(CODE, "Phụ lục", "III.1")
_TITLE = Clause(CODE, "Tên phụ lục", "III.1")
_WITH = Clause(CODE, "Dòng kèm theo", "III.1")
_ROMAN = re.compile(r"Phụ lục(?: [IVXLC]+)?")


def check(form: Form) -> Iterator[WordFinding]:
    annexes = form.elements.annexes
    for head, *rest in annexes:
        yield from check_format(head, RequiredFormat((14, 14), bold=True, align=("center",)), _NUMBER)
        if not _ROMAN.fullmatch(head.text) or (len(annexes) > 1 and head.text == "Phụ lục"):
            yield _NUMBER.finding(f"viết là “{head.text[:30]}”", "Viết “Phụ lục I”, “Phụ lục II”…", head.place)
        attached = next((line for line in rest if line.text.startswith("(")), None)
        for title in rest[: rest.index(attached)] if attached else rest[:1]:
            yield from check_format(
                title, RequiredFormat((13, 14), bold=True, align=("center",), capitals=True), _TITLE
            )
        if attached is None:
            remedy = "Thêm “(Kèm theo Báo cáo số … ngày … của …)” dưới tên phụ lục"
            yield _WITH.finding("không có", remedy, head.place)
        else:
            yield from check_format(attached, RequiredFormat((13, 14), italic=True, align=("center",)), _WITH)
