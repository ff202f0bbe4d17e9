"""Mẫu đang khóa

Mẫu có bật Hạn chế Chỉnh sửa (bảo vệ biểu mẫu, chỉ đọc…) thì mọi văn bản lập từ mẫu cũng bị khóa như vậy: người soạn
không sửa được câu chữ, văn thư không điền được số, ngày.

Sai:
    Word: Xem lại > Hạn chế Chỉnh sửa đang bật bảo vệ «Điền vào biểu mẫu»

Đúng:
    Word: Xem lại > Hạn chế Chỉnh sửa > Dừng Bảo vệ
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Severity
from kehoach_cli.sandbox.package.xml import Element, attribute, w
from kehoach_cli.sandbox.problems import Place, WordFinding

CODE = "KH827"
SEVERITY: Severity = "warning"


def check(root: Element, label: str) -> Iterator[WordFinding]:
    protection = root.find(w("documentProtection"))
    if protection is not None and attribute(protection, "enforcement") in ("1", "true", "on"):
        message = "Mẫu đang bật Hạn chế Chỉnh sửa; văn bản lập ra cũng sẽ bị khóa như vậy"
        remedy = "Trong Word: Xem lại > Hạn chế Chỉnh sửa > Dừng Bảo vệ, rồi lưu lại"
        yield WordFinding(CODE, message, remedy, Place(label), SEVERITY)
