"""Widen the columns in which a number would break: Word and LibreOffice cut a word that is wider than its cell.

A range, a date in brackets, a number with what is bound to it and a code stand on one line where the table has room for
all of them; where it has not, at least the numbers in them do. The room comes from columns that have more than their
longest word takes. A table without enough of it gets what there is; one whose numbers fit stays as it is.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from kehoach_cli.sandbox.package.xml import Element, attribute, number, w
from kehoach_cli.word.text_width import text_width

_BLANKS = r"[^\S\u00a0\u202f]+"  # where a line may end: not at a no-break space
_WORD = re.compile(_BLANKS)
_PIECE = re.compile(rf"{_BLANKS}|(?<=[-–])")
_WORD_END = re.compile(rf"{_BLANKS}|(?<=[-–/])")
_NUMBERED = re.compile(r"^(?!.*/.*[A-ZĐ]{2}).*[0-9]")  # a document's number may break: 1398/STTTT-CNTT
_LONGEST_NUMBER = 24  # characters: a longer word with a digit is an address
_TWIPS_PER_MM = 1440 / 25.4
_MARGIN = 108.0  # on either side of a cell, where no style says another
_BORDER = 30.0  # both borders of a cell, and what is lost by rounding
_LONGEST_CHAIN = 20  # styles based on one another
_EM = 20  # twips in a point of size
_PARAGRAPH, _RUN, _RUN_PROPERTIES, _TEXT = w("p"), w("r"), w("rPr"), (w("t"), w("br"), w("tab"))
_OWN_SIZE, _STYLE = f"{w('r')}/{w('rPr')}/{w('sz')}", f"{w('pPr')}/{w('pStyle')}"
_SIZE = 20.0  # half-points, where nothing says another


class _Styles(NamedTuple):
    """The styles by their ids, the size in half-points of text that names no style, and the sizes found so far."""

    by_id: Mapping[str | None, Element]
    usual: float
    sizes: dict[str | None, float]


class _Cell(NamedTuple):
    """A cell, its first column, and how many columns it covers."""

    element: Element
    first: int
    columns: int


def fit_numbers(root: Element, styles: Element | None) -> None:
    """Widen the columns of each table in the part, as its numbers need; `styles` is the root of the styles part."""
    listed = list(styles.iter(w("style"))) if styles is not None else []
    usual = [style for style in listed if attribute(style, "type") == "paragraph" and attribute(style, "default")]
    defaults = styles.findall(f"{w('docDefaults')}/{w('rPrDefault')}") if styles is not None else []
    by_id = {attribute(style, "styleId"): style for style in listed}
    known = _Styles(by_id, _first_size([*usual, *defaults], _SIZE), {})
    for table in root.iter(w("tbl")):
        _fit(table, known)


def _first_size(places: Iterable[Element | None], otherwise: float) -> float:
    """The first size of text in half-points that one of the places sets."""
    found = (place.find(f"{w('rPr')}/{w('sz')}") for place in places if place is not None)
    return next((number(attribute(size, "val")) for size in found if size is not None), otherwise)


def _fit(table: Element, styles: _Styles) -> None:
    grid = table.findall(f"{w('tblGrid')}/{w('gridCol')}")
    widths = [number(attribute(column, "w")) for column in grid]
    cells = [cell for cell in _cells(table) if cell.first + cell.columns <= len(grid)]
    texts = [(cell, *text) for cell in cells for text in _texts(cell.element, styles)]
    room = 2 * _margin(table, styles) + _BORDER
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
    return [word for word in ends.split(text) if _NUMBERED.match(word) and len(word) <= _LONGEST_NUMBER]


def _cells(table: Element) -> Iterator[_Cell]:
    for row in table.iterchildren(w("tr")):
        first = _count(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
        for cell in row.iterchildren(w("tc")):
            columns = _count(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), 1)
            yield _Cell(cell, first, columns)
            first += columns


def _count(element: Element | None, otherwise: int) -> int:
    return max(otherwise, int(number(attribute(element, "val")))) if element is not None else otherwise


def _texts(cell: Element, styles: _Styles) -> Iterator[tuple[str, float]]:
    """The visible text of each paragraph and its size in points."""
    for paragraph in cell.iterchildren(_PARAGRAPH):
        runs = [run for run in paragraph.iter(_RUN) if not _hidden(run, styles)]
        text = "".join(part.text or " " for run in runs for part in run.iterchildren(*_TEXT))
        own = [number(attribute(size, "val")) for size in paragraph.iterfind(_OWN_SIZE)]
        yield text, (max(own) if own else _style_size(paragraph, styles)) / 2


def _hidden(run: Element, styles: _Styles) -> bool:
    """Whether the run's text is hidden, by itself or by its style: a form's rows are marked by such text."""
    own = run.find(_RUN_PROPERTIES)
    if own is None:
        return False
    named = own.find(w("rStyle"))
    style = styles.by_id.get(attribute(named, "val")) if named is not None else None
    of_style = style.find(_RUN_PROPERTIES) if style is not None else None
    return any(place is not None and place.find(w("vanish")) is not None for place in (own, of_style))


def _style_size(paragraph: Element, styles: _Styles) -> float:
    """The size that the paragraph's style sets, or one that it is based on."""
    named = paragraph.find(_STYLE)
    key = attribute(named, "val") if named is not None else None
    if key not in styles.sizes:
        styles.sizes[key] = _first_size(_style_and_bases(key, styles), styles.usual)
    return styles.sizes[key]


def _style_and_bases(key: str | None, styles: _Styles) -> Iterator[Element]:
    for _ in range(_LONGEST_CHAIN):
        style = styles.by_id.get(key) if key is not None else None
        if style is None:
            return
        yield style
        based_on = style.find(w("basedOn"))
        key = attribute(based_on, "val") if based_on is not None else None


def _needed(
    texts: list[tuple[_Cell, str, float]], parts: Callable[[str], list[str]], room: float, widths: Sequence[float]
) -> list[float]:
    """The width in twips that each column needs for its widest part. Columns share what a cell over them needs."""
    needed = [0.0] * len(widths)
    for cell, text, size in texts:
        last = cell.first + cell.columns
        known, wide = sum(needed[cell.first : last]), 0.0
        for part in parts(text):
            if room + len(part) * size * _EM > max(known, wide):  # no letter is wider than an em
                wide = max(wide, room + text_width(part, size) * _TWIPS_PER_MM)
        covered = sum(widths[cell.first : last]) or 1.0
        for column in range(cell.first, last):
            share = widths[column] / covered if cell.columns > 1 else 1.0
            needed[column] = max(needed[column], wide * share)
    return needed


def _margin(table: Element, styles: _Styles) -> float:
    named = table.find(f"{w('tblPr')}/{w('tblStyle')}")
    for place in (table, styles.by_id.get(attribute(named, "val")) if named is not None else None):
        margin = place.find(f"{w('tblPr')}/{w('tblCellMar')}/{w('left')}") if place is not None else None
        if margin is not None:
            return number(attribute(margin, "w"), _MARGIN)
    return _MARGIN
