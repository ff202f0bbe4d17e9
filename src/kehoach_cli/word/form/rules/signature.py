"""Quyền hạn, chức vụ, họ tên người ký

Quyền hạn (TM., KT., TL., TUQ., Q.) và chức vụ viết in hoa, cỡ 13–14, đứng, đậm, canh giữa; họ tên người ký viết thường,
cỡ 13–14, đứng, đậm, canh giữa, không ghi học hàm, học vị, danh hiệu.

Sai:
    TS. Nguyễn Văn A

Đúng:
    KT. CHỦ TỊCH
    PHÓ CHỦ TỊCH

    Nguyễn Văn A
"""

import re
from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.requirements import Clause, Form, RequiredFormat, check_format

CODE = "KH862"
_OFFICE = Clause(CODE, "Chức vụ người ký", "II.7")
_NAME = Clause(CODE, "Họ tên người ký", "II.7")
_BOLD = RequiredFormat((13, 14), bold=True, align=("center",))
_TITLES = re.compile(r"(?:GS|PGS|TS|ThS|CN|KS|BS|Ths|Ks|Bs|Ts)\b\.?", re.UNICODE)


def check(form: Form) -> Iterator[WordFinding]:
    lines = form.elements.signature
    if not lines:
        remedy = "Thêm chức vụ, họ tên người ký ở ô bên phải, ngang hàng với “Nơi nhận”"
        yield _OFFICE.finding("không thấy", remedy, Place("thân văn bản"))
        return
    for line in lines:
        is_office = line is not lines[-1] or line.text == line.text.upper()
        yield from check_format(line, _BOLD, _OFFICE if is_office else _NAME)
        if is_office and line.text != line.text.upper() and not line.text.startswith("("):
            yield _OFFICE.finding("không viết hoa hết", "Viết bằng chữ in hoa", line.place)
        elif not is_office and _TITLES.match(line.text):
            yield _NAME.finding("ghi học hàm, học vị", "Chỉ ghi họ, tên đệm và tên", line.place)
