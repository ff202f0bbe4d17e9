"""Số, ký hiệu của văn bản

Từ “Số” viết thường, cỡ 13, đứng, sau có dấu hai chấm; số nhỏ hơn 10 ghi thêm số 0 phía trước; giữa số và ký hiệu có dấu
gạch chéo, giữa các nhóm chữ viết tắt có gạch nối, không cách chữ. Ký hiệu của văn bản có tên loại bắt đầu bằng chữ viết
tắt tên loại. Số để trống chờ văn thư cấp thì được.

Sai:
    Số: 5 / BC - BCĐ

Đúng:
    Số: 05/BC-BCĐ
"""

import re
from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.elements import kind_abbreviation
from kehoach_cli.word.form.requirements import Clause, Form, RequiredFormat, check_format

CODE = "KH857"
_CLAUSE = Clause(CODE, "Số, ký hiệu", "II.3")
_REQUIRED = RequiredFormat((13, 13), align=("center",))
_FORM = re.compile(r"Số\s*:\s{0,40}(?P<number>[0-9]*)[.…_]*\s{0,40}/(?P<sign>\S(?:.*\S)?)")
_SIGN = re.compile(r"[A-ZĐÀ-ỸƠƯ0-9&.]+(?:-[A-ZĐÀ-ỸƠƯ0-9&.]+)*", re.IGNORECASE)


def check(form: Form) -> Iterator[WordFinding]:
    line = form.elements.number
    if line is None:
        remedy = "Thêm dòng “Số:     /KÝ-HIỆU” canh giữa dưới tên cơ quan ban hành"
        yield _CLAUSE.finding("không có", remedy, Place("thân văn bản"))
        return
    yield from check_format(line, _REQUIRED, _CLAUSE)
    found = _FORM.fullmatch(line.text)
    if not line.text.startswith("Số"):
        yield _CLAUSE.finding(f"từ “Số” viết là “{line.text[:2]}”", "Viết “Số:”", line.place)
    elif ":" not in line.text:
        yield _CLAUSE.finding("thiếu dấu hai chấm sau từ “Số”", "Viết “Số:”", line.place)
    elif not found or not _SIGN.fullmatch(found["sign"]):
        yield _CLAUSE.finding(
            f"viết là “{line.text[:40]}”", "Viết theo dạng “Số: 05/BC-BCĐ”, không cách chữ quanh / và -", line.place
        )
    elif len(found["number"]) == 1:
        yield _CLAUSE.finding(
            f"số {found['number']} thiếu số 0 phía trước", f"Viết “Số: 0{found['number']}/{found['sign']}”", line.place
        )
    elif form.elements.kind is not None:
        short = kind_abbreviation(form.elements.kind)
        if found["sign"].split("-")[0].upper() != short.upper():
            message = f"ký hiệu “{found['sign']}” không bắt đầu bằng “{short}”"
            yield _CLAUSE.finding(message, f"Viết “Số: {found['number']}/{short}-…”", line.place)
