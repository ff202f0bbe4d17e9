"""Phông chữ và màu chữ

Văn bản dùng phông chữ tiếng Việt Times New Roman, bộ mã Unicode, màu đen.

Sai:
    Calibri; .VnTime; chữ xanh

Đúng:
    Times New Roman, màu đen
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.form.lines import Line
from kehoach_cli.word.form.requirements import Clause, Form

CODE = "KH852"
_FONT = Clause(CODE, "Phông chữ", "I.4")
_COLOR = Clause(CODE, "Màu chữ", "I.4")


def check(form: Form) -> Iterator[WordFinding]:
    """Report each wrong font once, at its first place, with the number of paragraphs that have it."""
    wrong: dict[str, list[Line]] = {}
    colored: list[Line] = []
    for line in form.document.lines:
        for font in {found.font for found, _ in line.formats if found.font.casefold() != "times new roman"}:
            wrong.setdefault(font, []).append(line)
        if any(not found.black for found, _ in line.formats):
            colored.append(line)
    for font, lines in wrong.items():
        message = f"{font} (ở {len(lines)} đoạn), quy định Times New Roman"
        yield _FONT.finding(message, "Bôi đen chỗ này rồi chọn phông Times New Roman", lines[0].place)
    if colored:
        message = f"có chữ không phải màu đen (ở {len(colored)} đoạn)"
        yield _COLOR.finding(message, "Chọn màu chữ Tự động hoặc Đen", colored[0].place)
