"""Dấu kết thúc văn bản

Nội dung văn bản kết thúc bằng dấu “./.” như các mẫu ở Phụ lục III của Nghị định.

Sai:
    Đề nghị các cơ quan triển khai thực hiện.

Đúng:
    Đề nghị các cơ quan triển khai thực hiện./.
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Severity
from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.form.requirements import Form

CODE = "KH867"
SEVERITY: Severity = "warning"


def check(form: Form) -> Iterator[WordFinding]:
    for line in form.elements.body[-1:]:
        if not line.text.endswith("./."):
            message = "Nội dung không kết thúc bằng “./.”"
            yield WordFinding(
                CODE, message, "Thêm “./.” vào cuối câu cuối (các mẫu ở Phụ lục III)", line.place, SEVERITY
            )
