"""Nội dung văn bản

Nội dung trình bày chữ đứng, cỡ 13–14, canh đều cả hai lề; đầu dòng lùi vào 1 cm hoặc 1,27 cm; khoảng cách giữa các đoạn
tối thiểu 6 pt; khoảng cách dòng từ dòng đơn đến 1,5 dòng. Căn cứ ban hành viết nghiêng, mỗi căn cứ
một đoạn, cuối đoạn là dấu chấm phẩy, căn cứ cuối cùng kết thúc bằng dấu chấm.

Sai:
    canh trái, không lùi đầu dòng, cách dòng đôi

Đúng:
    canh đều, lùi đầu dòng 1,27 cm, cách đoạn 6 pt, cách dòng 1,15
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.form.lines import Line
from kehoach_cli.word.form.requirements import Clause, Form, check_ends, millimetres, points

CODE = "KH860"
_CLAUSE = Clause(CODE, "Nội dung", "II.6")
_GROUNDS = Clause(CODE, "Căn cứ ban hành", "II.6")
_LONG = 60  # characters: a shorter paragraph is a heading, a caption or a single line
_NOTES = ("center", "right", "end")  # captions, units of tables
_INDENTS = ((9.5, 10.5), (12.2, 13.2))


class Fault(NamedTuple):
    """One kind of fault. It is reported once, at its first place, with the number of paragraphs that have it."""

    applies: Callable[[Line], bool]
    message: Callable[[Line], str]
    remedy: str
    from_length: int = _LONG


_ITALIC = Fault(
    lambda line: line.format is not None and line.format.italic,
    lambda _: "chữ nghiêng, quy định chữ đứng",
    "Bỏ chữ nghiêng",
)
_FAULTS = (
    Fault(
        lambda line: line.format is not None and not 13 <= line.format.size <= 14,
        lambda line: f"cỡ chữ {points(line.format.size if line.format else 0)}, quy định 13–14",
        "Đặt cỡ chữ 13–14",
        from_length=1,
    ),
    Fault(
        lambda line: line.format is not None and line.format.underlined,
        lambda _: "chữ bị gạch dưới",
        "Bỏ gạch dưới",
        from_length=1,
    ),
    _ITALIC,
    Fault(lambda line: line.layout.align != "both", lambda _: "không canh đều hai lề", "Chọn căn đều hai bên (Ctrl+J)"),
    Fault(
        lambda line: not any(low <= line.layout.first_line <= high for low, high in _INDENTS),
        lambda line: f"đầu dòng lùi {millimetres(line.layout.first_line)} mm, quy định 10 hoặc 12,7 mm",
        "Đặt thụt lề dòng đầu 1 cm hoặc 1,27 cm",
    ),
    Fault(
        lambda line: line.layout.before + line.layout.after < 6,
        lambda line: f"cách đoạn {points(line.layout.before + line.layout.after)} pt, quy định ít nhất 6 pt",
        "Đặt giãn cách đoạn (Trước hoặc Sau) 6 pt",
    ),
    Fault(
        lambda line: line.layout.lines is not None and not 0.99 <= line.layout.lines <= 1.51,
        lambda line: f"cách dòng {points(round(line.layout.lines or 0, 2))}, quy định từ 1 đến 1,5",
        "Đặt giãn cách dòng từ đơn đến 1,5",
    ),
)


def check(form: Form) -> Iterator[WordFinding]:
    grounds = form.elements.grounds
    for line in grounds:
        if line.format is not None and not line.format.italic:
            yield _GROUNDS.finding("chữ không nghiêng", "Đặt chữ nghiêng", line.place)
    yield from check_ends(grounds, _GROUNDS, (".", ","))
    body = [line for line in form.elements.body if line.layout.align not in _NOTES]
    for fault in _FAULTS:
        lines = [line for line in body if len(line.text) >= fault.from_length]
        wrong = [line for line in lines if fault.applies(line) and not (fault is _ITALIC and line in grounds)]
        if wrong:
            count = f" (ở {len(wrong)}/{len(lines)} đoạn)" if len(lines) > 1 else ""
            yield _CLAUSE.finding(fault.message(wrong[0]) + count, fault.remedy, wrong[0].place)
