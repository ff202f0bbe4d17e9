"""Read a document's lines: its paragraphs, cut where tabs or line breaks arrange them in columns or lines."""

import re
import unicodedata
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from kehoach_cli.sandbox.package.xml import MC, WP, A, Element, V, attribute, number, w
from kehoach_cli.sandbox.problems import Place
from kehoach_cli.word.form.formatting import FormatResolver, Layout, TextFormat
from kehoach_cli.word.form.numbering import Label, Numbering
from kehoach_cli.word.paragraphs import Paragraph, Piece, paragraphs
from kehoach_cli.word.text_width import text_width

FLOATING = -1  # the table of text boxes and frames
_MM_PER_EMU = 1 / 36000
_SHOWN = 70
_DRAWN = ("line", "straightConnector1")
_A, _WP, _V = (f"{{{namespace}}}" for namespace in (A, WP, V))
_TYPED_RULE = re.compile(r"[_—─]{3,}")
_BESIDE = ("CONG HOA XA HOI CHU NGHIA", "DANG CONG SAN VIET NAM", "NOI NHAN")  # what stands beside a second column
_DEFAULT_TAB = 12.7  # millimetres
_LONGEST_IN_COLUMNS = 120  # characters: a longer paragraph is running text


class Line(NamedTuple):
    """One paragraph, or a part of it that stands in a line of its own. `text` begins with its automatic number.

    `formats` are those of its letters, each with the number of letters; `first` is that of the first one.
    `rule_length` is the length of a rule in it, in millimetres: 0 if unknown, None without a rule.
    `table`, `row` and `cell` number the innermost ones around it; 0 outside tables. Text boxes, frames and columns
    made with tabs count as cells; `table` is negative there.
    """

    text: str
    formats: tuple[tuple[TextFormat, int], ...]
    first: TextFormat | None
    layout: Layout
    rule_length: float | None
    table: int
    row: int
    cell: int
    section: int
    source: Paragraph

    @property
    def format(self) -> TextFormat | None:
        """The format of most letters; None for an empty paragraph."""
        return max(self.formats, key=lambda item: item[1])[0] if self.formats else None

    @property
    def place(self) -> Place:
        """The paragraph's place, with the beginning of its text."""
        shown = self.text if len(self.text) <= _SHOWN else self.text[:_SHOWN] + "…"
        return Place(self.source.part, self.source.position, shown)


def normalized(text: str) -> str:
    """Upper case without Vietnamese marks, with single blanks and plain dashes: for comparing wordings."""
    plain = unicodedata.normalize("NFD", text.upper().replace("Đ", "D"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.sub("[–—‐‑−]", "-", plain).split())


def read_lines(root: Element, formatting: FormatResolver, numbering: Numbering) -> Iterator[Line]:
    """Yield the lines of the document's body in order, also those in tables and text boxes."""
    reader = _Reader(formatting, numbering)
    for paragraph in paragraphs(root, "thân văn bản"):
        if not is_fallback(paragraph.element):  # an older program's copy of a text box
            yield from reader.lines(paragraph)


def is_fallback(element: Element) -> bool:
    return next(element.iterancestors(f"{{{MC}}}Fallback"), None) is not None


class _Reader:
    def __init__(self, formatting: FormatResolver, numbering: Numbering) -> None:
        self._formatting = formatting
        self._numbering = numbering
        self._ids: dict[Hashable, int] = {}
        self._section = 0
        self._columns = self._runs = 0  # the run of paragraphs set in columns by tabs, and how many there were

    def lines(self, paragraph: Paragraph) -> Iterator[Line]:
        element = paragraph.element
        layout = self._formatting.layout(element)
        stops = self._formatting.tab_stops(element) if self._columns or "\t" in paragraph.text else []
        label = self._numbering.label(*self._formatting.numbered(element))
        place = self._cell(element)
        rule = _rule_length(element)
        if not any(place) and self._goes_on_in_columns(paragraph.text, stops):
            for column, pieces in _columns(paragraph, len(stops), has_rule=rule is not None):
                align = stops[column - 1][1] if 0 < column <= len(stops) else ""
                table = FLOATING - self._columns
                place = table, table, self._id((self._columns, column))
                yield self._line(paragraph, pieces, layout._replace(align=align), rule and 0.0, place)
        else:
            if not layout.first_line and paragraph.text.startswith("\t"):
                layout = layout._replace(first_line=stops[0][0] if stops else _DEFAULT_TAB)
            parts = _split(paragraph.pieces, "br") if any(place) or layout.align == "center" else [paragraph.pieces]
            for pieces in parts:
                below, before = rule if pieces is parts[-1] else None, label if pieces is parts[0] else None
                yield self._line(paragraph, pieces, layout, below, place, before)
        if element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            self._section += 1

    def _line(
        self,
        paragraph: Paragraph,
        pieces: Sequence[Piece],
        layout: Layout,
        rule: float | None,
        place: tuple[int, int, int],
        label: Label | None = None,
    ) -> Line:
        counts: dict[TextFormat, int] = {}
        for piece in pieces:
            run = piece.element.getparent()
            letters = len("".join(piece.text.split()))
            if run is not None and letters:
                text_format = self._formatting.format(run, paragraph.element)
                counts[text_format] = counts.get(text_format, 0) + letters
        text = unicodedata.normalize("NFC", " ".join("".join(piece.text for piece in pieces).split()))
        if any(text_format.capitals for text_format in counts):
            text = text.upper()
        first = next(iter(counts), None)
        if _TYPED_RULE.fullmatch(text) and first is not None:
            text, rule, counts = "", text_width(text, first.size), {}
        if label is not None and text:
            text, first = f"{label.text} {text}", self._formatting.label_format(label.level, paragraph.element)
        return Line(text, tuple(counts.items()), first, layout, rule, *place, self._section, paragraph)

    def _cell(self, element: Element) -> tuple[int, int, int]:
        """The innermost table, row and cell around the paragraph."""
        around = next(element.iterancestors(w("tc"), w("txbxContent")), None)
        frame = element.find(f"{w('pPr')}/{w('framePr')}")
        if around is not None and around.tag == w("tc"):
            table, row = (next(around.iterancestors(w(name)), None) for name in ("tbl", "tr"))
            return self._id(table), self._id(row), self._id(around)
        if around is not None or frame is not None:
            return FLOATING, FLOATING, self._id(around if frame is None else tuple(sorted(frame.items())))
        return 0, 0, 0

    def _id(self, key: Hashable) -> int:
        return self._ids.setdefault(key, len(self._ids) + 1)

    def _goes_on_in_columns(self, text: str, stops: list[tuple[float, str]]) -> bool:
        """Whether the paragraph is set in columns by tabs: it begins to be, or follows one that is."""
        parts = [part.strip() for part in text.split("\t")]
        several = sum(map(bool, parts)) > 1
        if several and (
            any(kind == "center" for _, kind in stops) or any(normalized(part).startswith(_BESIDE) for part in parts)
        ):
            if not self._columns:
                self._runs += 1
            self._columns = self._runs
        elif len(text) > _LONGEST_IN_COLUMNS or "Kính gửi" in text or (text and len(parts) == 1 and text[0] != "-"):
            self._columns = 0
        return bool(self._columns)


def _columns(paragraph: Paragraph, stops: int, *, has_rule: bool) -> Iterator[tuple[int, Sequence[Piece]]]:
    """The parts between tabs that have text, each with its column; a rule may stand under any."""
    last = max(1, stops)
    for tabs, pieces in enumerate(_split(paragraph.pieces, "tab")):
        if any(piece.text.strip() for piece in pieces):
            yield min(tabs, last), pieces
    if has_rule:
        yield from ((column, ()) for column in range(last + 1))


def _split(pieces: Sequence[Piece], at: str) -> list[Sequence[Piece]]:
    """Cut the pieces at tabs or breaks."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.element.tag == w(at):
            parts.append([])
        else:
            parts[-1].append(piece)
    return [*parts]


def _rule_length(paragraph: Element) -> float | None:
    """The length in millimetres of a rule drawn in the paragraph: as DrawingML, VML or a border below it."""
    for shape in paragraph.iter(f"{_A}prstGeom"):
        if shape.get("prst") in _DRAWN:
            extent = next(
                (box.find(f"{_WP}extent") for box in shape.iterancestors(f"{_WP}inline", f"{_WP}anchor")), None
            )
            return number(extent.get("cx")) * _MM_PER_EMU if extent is not None else 0.0
    drawn = paragraph.iter(f"{_V}line", f"{_V}shape")
    if any(shape.tag == f"{_V}line" or "#_x0000_t32" in (shape.get("type") or "") for shape in drawn):
        return 0.0
    border = paragraph.find(f"{w('pPr')}/{w('pBdr')}/{w('bottom')}")
    return 0.0 if border is not None and attribute(border, "val") not in (None, "none", "nil") else None
