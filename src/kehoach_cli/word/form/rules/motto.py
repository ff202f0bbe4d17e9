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
from kehoach_cli.word.form.requirements import Clause, Form, RequiredFormat, check_format, line_with_rule, millimetres
from kehoach_cli.word.text_width import text_width

CODE = "KH855"
_CLAUSE = Clause(CODE, "Tiêu ngữ", "II.1")
_REQUIRED = RequiredFormat((13, 14), bold=True, align=("center",))
_FORM = "Độc lập - Tự do - Hạnh phúc"


def check(form: Form) -> Iterator[WordFinding]:
    line = form.elements.motto
    if line is None:
        yield _CLAUSE.finding("không có", f"Thêm “{_FORM}” ngay dưới Quốc hiệu", Place("thân văn bản"))
        return
    yield from check_format(line, _REQUIRED, _CLAUSE)
    if line.text != _FORM:
        yield _CLAUSE.finding(f"viết là “{line.text[:40]}”", f"Viết “{_FORM}”, gạch nối ngắn có cách chữ", line.place)
    ruled = line_with_rule(form, line)
    if ruled is None or ruled.rule_length is None:
        remedy = "Vẽ đường kẻ dài bằng dòng chữ: Chèn > Hình dạng > Đường thẳng"
        yield _CLAUSE.finding("không có đường kẻ ngang phía dưới", remedy, line.place)
    elif ruled.rule_length and line.format is not None:
        wanted = text_width(line.text, line.format.size)
        if not 0.85 * wanted <= ruled.rule_length <= 1.15 * wanted:
            message = f"đường kẻ dài {millimetres(ruled.rule_length)} mm, dòng chữ dài khoảng {millimetres(wanted)} mm"
            yield _CLAUSE.finding(message, "Kéo đường kẻ dài bằng dòng chữ", line.place)
