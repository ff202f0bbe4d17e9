"""Kính gửi

“Kính gửi” chữ thường, cỡ 13–14, đứng. Gửi một nơi thì ghi cùng dòng; gửi nhiều nơi thì mỗi nơi một dòng bắt đầu bằng
gạch đầu dòng, cuối dòng là dấu chấm phẩy, dòng cuối là dấu chấm.

Sai:
    KÍNH GỬI: Sở Y tế

Đúng:
    Kính gửi: Sở Y tế
"""

import re
from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.requirements import Clause, Form, RequiredFormat, check_ends, check_format

CODE = "KH864"
_CLAUSE = Clause(CODE, "Kính gửi", "II.9")
_REQUIRED = RequiredFormat((13, 14))
_SEVERAL = re.compile(
    r";\s*\S|(?:,| và) (?:và )?(?:Sở|Ủy ban|Uỷ ban|UBND|Bộ|Ban|Văn phòng|Cục|Công an|Phòng|Trung tâm) "
)
_LABEL = "Kính gửi:"


def check(form: Form) -> Iterator[WordFinding]:
    found = form.elements
    if found.addressees:
        label, *items = found.addressees
        for line in found.addressees:
            yield from check_format(line, _REQUIRED, _CLAUSE)
        text = label.text.replace(" :", ":", 1)
        if not text.startswith("Kính gửi"):
            yield _CLAUSE.finding(f"viết là “{text[:8]}”", f"Viết “{_LABEL}”", label.place)
        elif not text.startswith(_LABEL):
            yield _CLAUSE.finding("thiếu dấu hai chấm", f"Viết “{_LABEL}”", label.place)
        elif text == _LABEL and not items:
            yield _CLAUSE.finding(
                "không ghi nơi gửi", "Một nơi thì ghi cùng dòng, nhiều nơi thì mỗi nơi một dòng “- …;”", label.place
            )
        elif _SEVERAL.search(text):
            yield _CLAUSE.finding("nhiều nơi viết trên một dòng", "Ghi mỗi nơi một dòng “- …;”", label.place)
        yield from check_ends(items, _CLAUSE)
    elif found.about is not None:
        remedy = "Thêm dòng “Kính gửi: …” dưới Số và ngày tháng"
        yield _CLAUSE.finding("công văn không có", remedy, Place("thân văn bản"))
