"""Địa danh và thời gian ban hành

Địa danh và ngày tháng năm ở cùng dòng với số, ký hiệu, cỡ 13–14, chữ thường, nghiêng, canh giữa dưới Tiêu ngữ; sau địa
danh có dấu phẩy; ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0 phía trước. Ngày để trống chờ ban hành thì được;
biên bản ghi ngày ở phần nội dung.

Sai:
    Bà Rịa - Vũng Tàu, ngày 5 tháng 2 năm 2024

Đúng:
    Bà Rịa - Vũng Tàu, ngày 05 tháng 02 năm 2024
"""

import re
from calendar import monthrange
from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.elements import MINUTES, day_and_month
from kehoach_cli.word.form.lines import normalized
from kehoach_cli.word.form.requirements import Clause, Form, RequiredFormat, check_format

CODE = "KH858"
_CLAUSE = Clause(CODE, "Địa danh và ngày tháng", "II.4")
_REQUIRED = RequiredFormat((13, 14), italic=True, align=("center",))
_BLANK = re.compile(r"[.…_]*")
_SLASHED = re.compile(r"^[^,]{2,40},\s*(?:ngày\s*)?\d{1,2}/\d{1,2}/\d{4}\s*$")


def check(form: Form) -> Iterator[WordFinding]:
    line = form.elements.date
    kind = form.elements.kind
    if line is None and kind is not None and normalized(kind.text) == MINUTES:
        return
    if line is None:
        slashed = next((line for line in form.document.lines[:40] if _SLASHED.match(line.text)), None)
        remedy = "Viết “Địa danh, ngày … tháng … năm …” canh giữa dưới Tiêu ngữ"
        message = "viết ngày bằng dấu gạch chéo" if slashed else "không có"
        yield _CLAUSE.finding(message, remedy, slashed.place if slashed else Place("thân văn bản"))
        return
    yield from check_format(line, _REQUIRED, _CLAUSE)
    place, comma, _ = line.text.partition(",")
    if not comma or "ngày" in place:
        yield _CLAUSE.finding("thiếu địa danh và dấu phẩy phía trước", "Viết “Địa danh, ngày … ”", line.place)
    day, month = day_and_month(line)
    if day.isdecimal() and month.isdecimal() and not _may_be(int(day), int(month)):
        yield _CLAUSE.finding(f"không có ngày {day} tháng {month}", "Sửa lại ngày, tháng", line.place)
    for what, text, padded in (("ngày", day, range(1, 10)), ("tháng", month, (1, 2))):
        if not text.isdecimal():
            if not _BLANK.fullmatch(text):
                yield _CLAUSE.finding(f"{what} viết là “{text}”", f"Ghi {what} bằng chữ số", line.place)
        elif int(text) in padded and not text.startswith("0"):
            yield _CLAUSE.finding(f"{what} {text} thiếu số 0 phía trước", f"Viết {what} 0{text}", line.place)
        elif int(text) not in padded and text.startswith("0"):
            yield _CLAUSE.finding(f"{what} {text} thừa số 0 phía trước", f"Viết {what} {int(text)}", line.place)


def _may_be(day: int, month: int) -> bool:
    """Whether some year has this day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(2024, month)[1]
