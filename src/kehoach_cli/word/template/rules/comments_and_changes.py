"""Nhận xét, vết sửa hoặc khóa còn lại trong mẫu

Nhận xét (comment) và vết sửa (Theo dõi Thay đổi) trong mẫu sẽ có mặt trong mọi báo cáo lập từ mẫu đó, và người nhận báo
cáo đọc được. Mẫu đang bật Hạn chế Chỉnh sửa (bảo vệ biểu mẫu, chỉ đọc) thì báo cáo cũng bị khóa: người soạn không sửa
được câu chữ, văn thư không điền được số, ngày.

Sai:
    mẫu còn nhận xét «chỗ này hỏi lại anh Minh»

Đúng:
    Word: Xem lại > Xóa tất cả nhận xét; Chấp nhận Tất cả Thay đổi; Hạn chế Chỉnh sửa > Dừng Bảo vệ
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Severity
from kehoach_cli.sandbox.package.xml import Element, attribute, w
from kehoach_cli.sandbox.problems import Place, WordFinding

CODE = "KH825"
SEVERITY: Severity = "warning"
_CHANGES = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))


def check(root: Element, label: str) -> Iterator[WordFinding]:
    if next(root.iter(w("comment")), None) is not None:
        yield WordFinding(
            CODE, "Mẫu còn nhận xét", "Trong Word: Xem lại > Xóa > Xóa tất cả Chú thích", Place(label), SEVERITY
        )
    if next(root.iter(*_CHANGES), None) is not None:
        remedy = "Trong Word: Xem lại > Chấp nhận > Chấp nhận Tất cả Thay đổi"
        yield WordFinding(CODE, "Mẫu còn vết sửa chưa chấp nhận", remedy, Place(label), SEVERITY)
    protection = root.find(w("documentProtection"))
    if protection is not None and attribute(protection, "enforcement") in ("1", "true", "on"):
        message = "Mẫu đang bật Hạn chế Chỉnh sửa; văn bản lập ra cũng sẽ bị khóa như vậy"
        remedy = "Trong Word: Xem lại > Hạn chế Chỉnh sửa > Dừng Bảo vệ, rồi lưu lại"
        yield WordFinding(CODE, message, remedy, Place(label), SEVERITY)
