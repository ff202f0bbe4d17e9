"""Quốc hiệu

Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” viết in hoa, cỡ chữ 12–13, đứng, đậm, ở phía trên bên phải trang đầu.

Sai:
    Cộng hòa xã hội chủ nghĩa Việt Nam

Đúng:
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM    (cỡ 13, đậm)
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.setting import Ruling, Setting, Subject, compare

CODE = "KH854"
_RULING = Ruling(CODE, "Quốc hiệu", "II.1")
_SETTING = Setting((12, 13), bold=True, align=("center",), capitals=True)
_FORMS = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def check(subject: Subject) -> Iterator[WordFinding]:
    line = subject.elements.nation
    if line is None:
        yield _RULING.finding("không có", f"Thêm “{_FORMS[0]}” ở trên cùng bên phải trang đầu", Place("thân văn bản"))
        return
    yield from compare(line, _SETTING, _RULING)
    if line.text.upper() not in _FORMS:
        yield _RULING.finding("viết không đúng", f"Viết “{_FORMS[0]}”", line.place)
