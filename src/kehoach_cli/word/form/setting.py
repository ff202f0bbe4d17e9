"""Comparing how an element is set with how the decree wants it, and saying the difference."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.document import FormDocument, Line
from kehoach_cli.word.form.elements import Elements
from kehoach_cli.word.text_width import text_width

ANNEX = "Phụ lục I, phần I"


class Subject(NamedTuple):
    """A document to be looked at, and the elements that were found in it."""

    document: FormDocument
    elements: Elements


class Setting(NamedTuple):
    """How an element must be set. `sizes` are the smallest and the largest in points."""

    sizes: tuple[float, float]
    bold: bool = False
    italic: bool = False
    align: tuple[str, ...] = ()
    capitals: bool = False


class Ruling(NamedTuple):
    """Which rule speaks, of which element, by which article of the decree."""

    code: str
    element: str
    article: str

    def finding(self, message: str, remedy: str, place: Place) -> WordFinding:
        return WordFinding(
            self.code, "error", f"{self.element}: {message}", f"{remedy} ({ANNEX}, mục {self.article})", place
        )


_ALIGNMENTS = {
    "center": "canh giữa",
    "both": "căn đều hai bên",
    "left": "canh trái",
    "start": "canh trái",
    "right": "canh phải",
    "end": "canh phải",
    "distribute": "dàn đều",
}


def compare(line: Line, setting: Setting, ruling: Ruling) -> Iterator[WordFinding]:
    """How the line departs from the setting."""
    found = line.type
    if found is None:
        return
    low, high = setting.sizes
    wanted = f"{points(low)}" if low == high else f"{points(low)}–{points(high)}"
    if not low <= found.size <= high:
        yield ruling.finding(f"cỡ chữ {points(found.size)}, quy định {wanted}", f"Đặt cỡ chữ {wanted}", line.place)
    for name, is_set, should in (("đậm", found.bold, setting.bold), ("nghiêng", found.italic, setting.italic)):
        if is_set != should:
            message = f"chữ {name} trong khi quy định không {name}" if is_set else f"chữ không {name}"
            yield ruling.finding(message, f"{'Đặt' if should else 'Bỏ'} chữ {name}", line.place)
    if found.underlined:
        yield ruling.finding(
            "chữ bị gạch dưới", "Bỏ gạch dưới; đường kẻ vẽ bằng Chèn > Hình dạng > Đường thẳng", line.place
        )
    if setting.align and line.layout.align not in setting.align:
        shown, wanted = _ALIGNMENTS.get(line.layout.align, line.layout.align), _ALIGNMENTS[setting.align[0]]
        yield ruling.finding(f"{shown}, quy định {wanted}", f"Chọn {wanted}", line.place)
    if setting.capitals and line.text != line.text.upper():
        yield ruling.finding("không viết hoa hết", "Viết bằng chữ in hoa", line.place)


def points(size: float) -> str:
    """`13`, `12,5`."""
    return f"{size:g}".replace(".", ",")


def millimetres(length: float) -> str:
    """`20`, `12,7`."""
    return f"{round(length, 1):g}".replace(".", ",")


def drawn_after(subject: Subject, last: Line) -> Line | None:
    """The line with a drawn rule at this element or among the next two paragraphs."""
    lines = subject.document.lines
    at = next(index for index, line in enumerate(lines) if line is last)
    near = [line for line in lines[at : at + 3] if line.cell == last.cell]
    return next((line for line in near if line.rule is not None), None)


def short_rule(subject: Subject, last: Line, ruling: Ruling, room: float) -> Iterator[WordFinding]:
    """What is wrong with the rule below an element, which is to be 1/3 to 1/2 as long as the line of text above it.

    `room` is the longest that a line can be, in millimetres. Where a line breaks is not known to the millimetre, so
    only what the eye would see as too short or too long is told.
    """
    drawn = drawn_after(subject, last)
    if drawn is None or drawn.rule is None:
        remedy = "Vẽ đường kẻ dài 1/3–1/2 dòng chữ: Chèn > Hình dạng > Đường thẳng"
        yield ruling.finding("không có đường kẻ ngang phía dưới", remedy, last.place)
    elif drawn.rule and last.type is not None:
        width = min(room, text_width(last.text, last.type.size))
        if not 0.25 * width <= drawn.rule <= 0.6 * width and not 15 <= drawn.rule <= 35:
            message = f"đường kẻ dài {millimetres(drawn.rule)} mm, dòng chữ dài khoảng {millimetres(width)} mm"
            yield ruling.finding(message, "Kéo đường kẻ dài bằng 1/3–1/2 dòng chữ", last.place)
