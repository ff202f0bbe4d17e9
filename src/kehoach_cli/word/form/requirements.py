"""Compare the format of an element with what the decree requires, and report the differences."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.form.document import FormDocument
from kehoach_cli.word.form.elements import Elements
from kehoach_cli.word.form.lines import Line
from kehoach_cli.word.text_width import text_width

ANNEX = "Phụ lục I, phần I"


class Form(NamedTuple):
    """The document under check, and the elements found in it."""

    document: FormDocument
    elements: Elements


class RequiredFormat(NamedTuple):
    """The format that an element must have. `sizes` are the smallest and largest allowed, in points."""

    sizes: tuple[float, float]
    bold: bool = False
    italic: bool = False
    align: tuple[str, ...] = ()
    capitals: bool = False


class Clause(NamedTuple):
    """A clause of the decree: the rule's code, its element, and the section of the annex."""

    code: str
    element: str
    article: str

    def finding(self, message: str, remedy: str, place: Place) -> WordFinding:
        return WordFinding(self.code, f"{self.element}: {message}", f"{remedy} ({ANNEX}, mục {self.article})", place)


_ALIGNMENTS = {
    "center": "canh giữa",
    "both": "căn đều hai bên",
    "left": "canh trái",
    "start": "canh trái",
    "right": "canh phải",
    "end": "canh phải",
    "distribute": "dàn đều",
}


def check_format(line: Line, required: RequiredFormat, clause: Clause) -> Iterator[WordFinding]:
    """Report where the line departs from the required format."""
    found = line.format
    if found is None:
        return
    low, high = required.sizes
    wanted = f"{points(low)}" if low == high else f"{points(low)}–{points(high)}"
    if not low <= found.size <= high:
        yield clause.finding(f"cỡ chữ {points(found.size)}, quy định {wanted}", f"Đặt cỡ chữ {wanted}", line.place)
    for name, is_set, should in (("đậm", found.bold, required.bold), ("nghiêng", found.italic, required.italic)):
        if is_set != should:
            message = f"chữ {name} trong khi quy định không {name}" if is_set else f"chữ không {name}"
            yield clause.finding(message, f"{'Đặt' if should else 'Bỏ'} chữ {name}", line.place)
    if found.underlined:
        yield clause.finding(
            "chữ bị gạch dưới", "Bỏ gạch dưới; đường kẻ vẽ bằng Chèn > Hình dạng > Đường thẳng", line.place
        )
    if required.align and line.layout.align and line.layout.align not in required.align:
        shown, wanted = _ALIGNMENTS.get(line.layout.align, line.layout.align), _ALIGNMENTS[required.align[0]]
        yield clause.finding(f"{shown}, quy định {wanted}", f"Chọn {wanted}", line.place)
    if required.capitals and line.text != line.text.upper():
        yield clause.finding("không viết hoa hết", "Viết bằng chữ in hoa", line.place)


def check_ends(items: Sequence[Line], clause: Clause, last: tuple[str, ...] = (".",)) -> Iterator[WordFinding]:
    """Report where a list's lines do not end with ";", and its last one not with a mark of `last`."""
    for item in items:
        wanted = last if item is items[-1] else (";",)
        if not item.text.endswith(wanted):
            name = {".": "dấu chấm", ";": "dấu chấm phẩy"}[wanted[0]]
            yield clause.finding(f"dòng không kết thúc bằng {name}", f"Kết thúc dòng bằng “{wanted[0]}”", item.place)


def points(size: float) -> str:
    """`13`, `12,5`."""
    return f"{size:g}".replace(".", ",")


def millimetres(length: float) -> str:
    """`20`, `12,7`."""
    return f"{round(length, 1):g}".replace(".", ",")


def line_with_rule(form: Form, last: Line) -> Line | None:
    """The line that has a drawn rule: this element's last line, or one near it, since rules float.

    A rule under a text box hangs on any paragraph nearby, so its length says nothing.
    """
    lines = form.document.lines
    at = next(index for index, line in enumerate(lines) if line is last)
    near = [line for line in (*lines[at : at + 3], *lines[max(0, at - 1) : at]) if line.cell == last.cell]
    found = next((line for line in near if line.rule_length is not None), None)
    if found is None and last.table < 0:
        near = [line for line in lines[: at + 8] if line.rule_length is not None]
        return near[0]._replace(rule_length=0.0) if near else None
    return found


def check_drawn_rule(form: Form, last: Line, clause: Clause, room: float) -> Iterator[WordFinding]:
    """Report a drawn rule that is missing, or is not about 1/3 to 1/2 as long as the line of text above it.

    `room` is the longest possible line, in millimetres. Line breaks are not known exactly, so only clearly wrong
    lengths are reported.
    """
    ruled = line_with_rule(form, last)
    if ruled is None or ruled.rule_length is None:
        remedy = "Vẽ đường kẻ dài 1/3–1/2 dòng chữ: Chèn > Hình dạng > Đường thẳng"
        yield clause.finding("không có đường kẻ ngang phía dưới", remedy, last.place)
    elif ruled.rule_length and last.format is not None:
        width = min(room, text_width(last.text, last.format.size))
        if not 0.25 * width <= ruled.rule_length <= 0.6 * width and not 15 <= ruled.rule_length <= 35:
            message = f"đường kẻ dài {millimetres(ruled.rule_length)} mm, dòng chữ dài khoảng {millimetres(width)} mm"
            yield clause.finding(message, "Kéo đường kẻ dài bằng 1/3–1/2 dòng chữ", last.place)
