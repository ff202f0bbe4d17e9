"""Tiêu ngữ

Tiêu ngữ “Độc lập - Tự do - Hạnh phúc” viết thường, cỡ chữ 13–14, đứng, đậm, canh giữa dưới Quốc hiệu; giữa các cụm từ
có gạch nối, có cách chữ; phía dưới có đường kẻ ngang nét liền, dài bằng dòng chữ, vẽ bằng lệnh Draw chứ không
gạch dưới.

Sai:
    Độc lập – Tự do – Hạnh phúc    (gạch dài, gạch dưới)

Đúng:
    Độc lập - Tự do - Hạnh phúc
    ───────────────────────────
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.setting import Ruling, Setting, Subject, compare, drawn_after, millimetres
from kehoach_cli.word.text_width import text_width

CODE = "KH855"
_RULING = Ruling(CODE, "Tiêu ngữ", "II.1")
_SETTING = Setting((13, 14), bold=True, align=("center",))
_FORM = "Độc lập - Tự do - Hạnh phúc"


def check(subject: Subject) -> Iterator[WordFinding]:
    line = subject.elements.motto
    if line is None:
        yield _RULING.finding("không có", f"Thêm “{_FORM}” ngay dưới Quốc hiệu", Place("thân văn bản"))
        return
    yield from compare(line, _SETTING, _RULING)
    if line.text != _FORM:
        yield _RULING.finding(f"viết là “{line.text[:40]}”", f"Viết “{_FORM}”, gạch nối ngắn có cách chữ", line.place)
    rule = drawn_after(subject, line)
    if rule is None or rule.rule is None:
        remedy = "Vẽ đường kẻ dài bằng dòng chữ: Chèn > Hình dạng > Đường thẳng"
        yield _RULING.finding("không có đường kẻ ngang phía dưới", remedy, line.place)
    elif rule.rule and line.type is not None:
        wanted = text_width(line.text, line.type.size)
        if not 0.85 * wanted <= rule.rule <= 1.15 * wanted:
            message = f"đường kẻ dài {millimetres(rule.rule)} mm, dòng chữ dài khoảng {millimetres(wanted)} mm"
            yield _RULING.finding(message, "Kéo đường kẻ dài bằng dòng chữ", line.place)
