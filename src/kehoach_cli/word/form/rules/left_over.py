"""Chỗ còn phải viết

Văn bản dự thảo của chương trình đánh dấu chỗ người soạn phải viết bằng “[Cần bổ sung: …]”. Trước khi ký không được còn
dấu ấy.

Sai:
    [Cần bổ sung: nguyên nhân chủ quan]

Đúng:
    Một số cơ quan chưa cử người theo dõi.
"""

import re
from collections.abc import Iterator

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.form.requirements import Form

CODE = "KH866"
_MARK = re.compile(r"\[Cần bổ sung[^\]]{0,200}\]?", re.IGNORECASE)


def check(form: Form) -> Iterator[WordFinding]:
    for line in form.document.lines:
        for found in _MARK.finditer(line.text):
            yield WordFinding(CODE, f"Còn chỗ phải viết: {found[0]}", "Viết vào chỗ này, hoặc bỏ cả câu", line.place)
