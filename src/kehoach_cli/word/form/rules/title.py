"""Tên loại và trích yếu nội dung

Văn bản có tên loại: tên loại viết in hoa, cỡ 13–14, đứng, đậm, canh giữa; trích yếu ngay dưới, chữ thường, cỡ 13–14,
đứng, đậm, canh giữa, phía dưới có đường kẻ ngang nét liền dài bằng 1/3 đến 1/2 dòng chữ. Công văn không có tên loại:
trích yếu “V/v …” cỡ 12–13, đứng, canh giữa, cách dòng số, ký hiệu 6 pt.

Sai:
    Báo cáo kết quả quý III

Đúng:
    BÁO CÁO
    Kết quả thực hiện quý III năm 2023
    ──────
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.requirements import Clause, Form, RequiredFormat, check_drawn_rule, check_format

CODE = "KH859"
_KIND = Clause(CODE, "Tên loại", "II.5")
_SUBJECT = Clause(CODE, "Trích yếu", "II.5")
_BOLD = RequiredFormat((13, 14), bold=True, align=("center",))
_ABOUT = RequiredFormat((12, 13), align=("center",))


def check(form: Form) -> Iterator[WordFinding]:
    found = form.elements
    if found.about is not None:
        yield from check_format(found.about, _ABOUT, _SUBJECT)
        if not found.about.text.startswith("V/v"):
            yield _SUBJECT.finding(f"viết là “{found.about.text[:10]}…”", "Viết “V/v …”", found.about.place)
        if found.about.layout.before < 6:
            remedy = "Đặt giãn cách Trước đoạn là 6 pt"
            yield _SUBJECT.finding("không cách dòng số, ký hiệu 6 pt", remedy, found.about.place)
        return
    if found.kind is None:
        remedy = "Thêm tên loại (BÁO CÁO, KẾ HOẠCH…) viết hoa, đậm, canh giữa; công văn thì thêm “V/v …” dưới số"
        yield _KIND.finding("không thấy tên loại hay “V/v”", remedy, Place("thân văn bản"))
        return
    yield from check_format(found.kind, _BOLD._replace(capitals=True), _KIND)
    if not found.subject:
        yield _SUBJECT.finding("không có", "Viết trích yếu ngay dưới tên loại", found.kind.place)
        return
    for line in found.subject:
        yield from check_format(line, _BOLD, _SUBJECT)
        if line.text == line.text.upper() and len(line.text) > 10:
            yield _SUBJECT.finding("viết in hoa", "Viết bằng chữ thường", line.place)
    rooms = [page.width - page.left - page.right for page in form.document.pages]
    yield from check_drawn_rule(form, found.subject[-1], _SUBJECT, max(rooms, default=0.0))
