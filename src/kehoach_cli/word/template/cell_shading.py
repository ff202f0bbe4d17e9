"""Shade table cells: the filter `shade` prints a mark with its text, and the cell around the mark is shaded."""

import re
from typing import Any

from kehoach_cli.sandbox.package.xml import Element, w
from kehoach_cli.word.template.marks import mark, marks
from kehoach_cli.word.template.value_text import RefusedOperation, value_text

_MARK = "kehoach-shade"
_COLOR = re.compile("([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})")
_GREY = (0.299, 0.587, 0.114)  # the parts of red, green and blue in the grey of a printer
DARKEST = 200  # of 255: black text on it has a contrast of more than 12 to 1
_BEFORE = (*map(w, ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders")),)  # ECMA-376 part 1, CT_TcPr


class ShadedText(str):
    """A text that shades the cell in which it is printed; other filters and `~` take the text alone."""

    mark = ""


def shade(value: Any, color: Any) -> str:
    """The filter: `color` is six hexadecimal digits, or empty for no shading.

    Raises:
        RefusedOperation: no color, or too dark for black text.
    """
    text, wanted = value_text(value), value_text(color).upper()
    if not wanted:
        return text
    parts = _COLOR.fullmatch(wanted)
    if parts is None or grey(wanted) < DARKEST:
        raise RefusedOperation("shade chỉ nhận màu nhạt, viết bằng sáu chữ số như E2F0D9")
    shaded = ShadedText(text)
    shaded.mark = mark(_MARK, wanted)
    return shaded


def grey(color: str) -> float:
    """How light the color is in grey, from 0 to 255."""
    return sum(part * int(color[at : at + 2], 16) for part, at in zip(_GREY, (0, 2, 4), strict=True))


def shade_cells(root: Element) -> None:
    """Shade the cells with marks in a filled-in part, and remove the marks."""
    for found, color in list(marks(root, _MARK)):
        cell, parent = next(found.iterancestors(w("tc")), None), found.getparent()
        if cell is not None:
            _shade(cell, color)
        if parent is not None:
            parent.remove(found)


def _shade(cell: Element, color: str) -> None:
    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = cell.makeelement(w("tcPr"))
        cell.insert(0, properties)
    for former in properties.findall(w("shd")):
        properties.remove(former)
    shading = cell.makeelement(w("shd"), {w("val"): "clear", w("color"): "auto", w("fill"): color})
    properties.insert(sum(each.tag in _BEFORE for each in properties), shading)
