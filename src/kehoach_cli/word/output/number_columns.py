"""Widen the columns in which a number would break: Word and LibreOffice cut a word that is wider than its cell.

A range, a date in brackets, a number with what is bound to it and a code stand on one line where the table has room for
all of them; where it has not, at least the numbers in them do. The room comes from columns that have more than their
longest word takes. A table without enough of it gets what there is; one whose numbers fit stays as it is.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from kehoach_cli.sandbox.package.xml import Element, attribute, number, w
from kehoach_cli.word.form.formatting import MM_PER_TWIP, FormatResolver
from kehoach_cli.word.text_width import text_width

_BLANKS = r"[^\S\u00a0\u202f]+"  # where a line may end: not at a no-break space
_WORD = re.compile(_BLANKS)
_PIECE = re.compile(rf"{_BLANKS}|(?<=[-–])")
_WORD_END = re.compile(rf"{_BLANKS}|(?<=[-–/])")
_NUMBERED = re.compile(r"[0-9]")
_DOCUMENT = re.compile(r"/\w{0,9}[A-ZĐ]{2}")  # its number may break: 1398/STTTT-CNTT
_LONGEST_NUMBER = 24  # characters: a longer word with a digit is an address
_MARGIN = 108.0  # on either side of a cell, where no style says another
_TWIPS_PER_POINT = 20
_BORDER = 30.0  # both borders of a cell, and what is lost by rounding


class _Cell(NamedTuple):
    """A cell, its first column, and how many columns it covers."""

    element: Element
    first: int
    columns: int


def fit_numbers(root: Element, styles: Element | None) -> None:
    """Widen the columns of each table in the part, as its numbers need; `styles` is the root of the styles part."""
    formats = FormatResolver(styles, None)
    for table in root.iter(w("tbl")):
        _fit(table, formats, _margin(table, formats.styles))


def _fit(table: Element, formats: FormatResolver, margin: float) -> None:
    grid = table.findall(f"{w('tblGrid')}/{w('gridCol')}")
    widths = [number(attribute(column, "w")) for column in grid]
    cells = [cell for cell in _cells(table) if cell.first + cell.columns <= len(grid)]
    texts = [(cell, *text) for cell in cells for text in _texts(cell.element, formats)]
    room = 2 * margin + _BORDER
    words = _needed(texts, _WORD_END.split, room, widths)
    missing, spare = [0.0], [0.0]
    for ends in (_WORD, _PIECE):
        numbers = _needed(texts, partial(_numbers, ends), room, widths)
        missing = [max(0.0, need - width) for need, width in zip(numbers, widths, strict=True)]
        spare = [max(0.0, width - max(need)) for width, *need in zip(widths, numbers, words, strict=True)]
        if sum(missing) <= sum(spare):
            break
    moved = min(sum(missing), sum(spare))
    if moved < 1:
        return
    for column, element in enumerate(grid):
        widths[column] += moved * (missing[column] / sum(missing) - spare[column] / sum(spare))
        element.set(w("w"), str(round(widths[column])))
    for cell in cells:
        for width in cell.element.iterfind(f"{w('tcPr')}/{w('tcW')}"):
            width.set(w("w"), str(round(sum(widths[cell.first : cell.first + cell.columns]))))
            width.set(w("type"), "dxa")


def _numbers(ends: re.Pattern[str], text: str) -> list[str]:
    words = (word for word in ends.split(text) if len(word) <= _LONGEST_NUMBER and _NUMBERED.search(word))
    return [word for word in words if not _DOCUMENT.search(word)]


def _cells(table: Element) -> Iterator[_Cell]:
    for row in table.iterchildren(w("tr")):
        first = _count(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
        for cell in row.iterchildren(w("tc")):
            columns = _count(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), 1)
            yield _Cell(cell, first, columns)
            first += columns


def _count(element: Element | None, otherwise: int) -> int:
    return max(otherwise, int(number(attribute(element, "val")))) if element is not None else otherwise


def _texts(cell: Element, formats: FormatResolver) -> Iterator[tuple[str, float]]:
    """The visible text of each paragraph and its size in points."""
    for paragraph in cell.iterchildren(w("p")):
        known = [(run, formats.format(run, paragraph)) for run in paragraph.iter(w("r"))]
        shown = [(run, found.size) for run, found in known if not found.hidden]
        text = "".join(part.text or " " for run, _ in shown for part in run.iterchildren(w("t"), w("br"), w("tab")))
        yield text, max((size for _, size in shown), default=0.0)


def _needed(
    texts: list[tuple[_Cell, str, float]], parts: Callable[[str], list[str]], room: float, widths: Sequence[float]
) -> list[float]:
    """The width in twips that each column needs for its widest part. Columns share what a cell over them needs."""
    needed = [0.0] * len(widths)
    for cell, text, size in texts:
        last = cell.first + cell.columns
        known, wide = sum(needed[cell.first : last]), 0.0
        for part in parts(text):
            if room + len(part) * size * _TWIPS_PER_POINT > max(known, wide):  # no letter is wider than an em
                wide = max(wide, room + text_width(part, size) / MM_PER_TWIP)
        covered = sum(widths[cell.first : last]) or 1.0
        for column in range(cell.first, last):
            share = widths[column] / covered if cell.columns > 1 else 1.0
            needed[column] = max(needed[column], wide * share)
    return needed


def _margin(table: Element, styles: Mapping[str, Element]) -> float:
    named = table.find(f"{w('tblPr')}/{w('tblStyle')}")
    for place in (table, styles.get(attribute(named, "val") or "") if named is not None else None):
        margin = place.find(f"{w('tblPr')}/{w('tblCellMar')}/{w('left')}") if place is not None else None
        if margin is not None:
            return number(attribute(margin, "w"), _MARGIN)
    return _MARGIN
