"""Phông chữ và màu chữ

Văn bản dùng phông chữ tiếng Việt Times New Roman, bộ mã Unicode, màu đen.

Sai:
    Calibri; .VnTime; chữ xanh

Đúng:
    Times New Roman, màu đen
"""

from collections.abc import Iterator

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.form.document import Line
from kehoach_cli.word.form.setting import Ruling, Subject

CODE = "KH852"
_FONT = Ruling(CODE, "Phông chữ", "I.4")
_COLOR = Ruling(CODE, "Màu chữ", "I.4")


def check(subject: Subject) -> Iterator[WordFinding]:
    """One finding for each wrong font, at the first place where it is met, with how many paragraphs have it."""
    wrong: dict[str, list[Line]] = {}
    colored: list[Line] = []
    for line in subject.document.lines:
        for font in {found.font for found, _ in line.types if found.font.casefold() != "times new roman"}:
            wrong.setdefault(font, []).append(line)
        if any(not found.black for found, _ in line.types):
            colored.append(line)
    for font, lines in wrong.items():
        message = f"{font} (ở {len(lines)} đoạn), quy định Times New Roman"
        yield _FONT.finding(message, "Bôi đen chỗ này rồi chọn phông Times New Roman", lines[0].place)
    if colored:
        message = f"có chữ không phải màu đen (ở {len(colored)} đoạn)"
        yield _COLOR.finding(message, "Chọn màu chữ Tự động hoặc Đen", colored[0].place)
