"""Quốc hiệu

Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” viết in hoa, cỡ chữ 12–13, đứng, đậm, ở phía trên bên phải trang đầu.

Sai:
    Cộng hòa xã hội chủ nghĩa Việt Nam

Đúng:
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM    (cỡ 13, đậm)
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.requirements import Clause, Form, RequiredFormat, check_format

CODE = "KH854"
_CLAUSE = Clause(CODE, "Quốc hiệu", "II.1")
_REQUIRED = RequiredFormat((12, 13), bold=True, align=("center",), capitals=True)
_FORMS = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def check(form: Form) -> Iterator[WordFinding]:
    line = form.elements.nation
    if line is None:
        yield _CLAUSE.finding("không có", f"Thêm “{_FORMS[0]}” ở trên cùng bên phải trang đầu", Place("thân văn bản"))
        return
    yield from check_format(line, _REQUIRED, _CLAUSE)
    if line.text.upper() not in _FORMS:
        yield _CLAUSE.finding("viết không đúng", f"Viết “{_FORMS[0]}”", line.place)
