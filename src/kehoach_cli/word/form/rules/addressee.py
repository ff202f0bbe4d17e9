"""Kính gửi

“Kính gửi” chữ thường, cỡ 13–14, đứng. Gửi một nơi thì ghi cùng dòng; gửi nhiều nơi thì mỗi nơi một dòng bắt đầu bằng
gạch đầu dòng, cuối dòng là dấu chấm phẩy, dòng cuối là dấu chấm.

Sai:
    KÍNH GỬI: Sở Y tế

Đúng:
    Kính gửi: Sở Y tế
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.requirements import Clause, Form, RequiredFormat, check_format

CODE = "KH864"
_CLAUSE = Clause(CODE, "Kính gửi", "II.9")
_REQUIRED = RequiredFormat((13, 14))


def check(form: Form) -> Iterator[WordFinding]:
    found = form.elements
    if found.addressee is not None:
        yield from check_format(found.addressee, _REQUIRED, _CLAUSE)
        if not found.addressee.text.startswith("Kính gửi:"):
            yield _CLAUSE.finding("thiếu dấu hai chấm", "Viết “Kính gửi:”", found.addressee.place)
    elif found.about is not None and found.kind is None:
        remedy = "Thêm dòng “Kính gửi: …” dưới Số và ngày tháng"
        yield _CLAUSE.finding("công văn không có", remedy, Place("thân văn bản"))
