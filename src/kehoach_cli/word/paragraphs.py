"""Read the paragraphs of a part: each with its text and its place in words."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from kehoach_cli.sandbox.package.xml import MC, Element, attribute, w
from kehoach_cli.sandbox.problems import Place

State = Literal["", "deleted", "inserted", "hidden"]

HIDDEN_BY_US = "Nhận dạng phiếu"  # a style for what only programs read
_DELETED = {w("del"), w("moveFrom")}
_INSERTED = {w("ins"), w("moveTo")}
# Elements between a container and its paragraphs, or between a paragraph and its runs.
_WRAPPERS = {*map(w, ("sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo"))}
_CHARACTERS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("ptab"): "\t"}
_NOTES = {w("footnote"): "cước chú", w("endnote"): "chú thích cuối"}


class Piece(NamedTuple):
    """A piece of a paragraph's text, and the element that holds it; `start` is its offset in characters."""

    start: int
    text: str
    element: Element
    state: State

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Paragraph(NamedTuple):
    """One paragraph. `text` includes tracked insertions and hidden text; `deleted` is the tracked deletions."""

    element: Element
    part: str
    position: str
    text: str
    pieces: tuple[Piece, ...]
    deleted: str

    def place(self, start: int = 0, end: int = 0) -> Place:
        """The paragraph's place, with the text around the range from `start` to `end`."""
        first, end = max(0, start - 40), min(end, start + 200)
        excerpt = self.text[first : max(end, first) + 40]
        lead = "…" if first else ""
        tail = "…" if first + len(excerpt) < len(self.text) else ""
        shift = len(lead) - first
        return Place(self.part, self.position, lead + excerpt + tail, (start + shift, end + shift))


def paragraphs(root: Element, part: str, hidden_styles: frozenset[str] = frozenset()) -> Iterator[Paragraph]:
    """Yield every paragraph of a part in document order, also in tables and text boxes.

    `hidden_styles` are the ids of styles whose text Word does not show.
    """
    body = root.find(w("body"))
    walk = _Walk(part, hidden_styles)
    notes = [child for child in root if child.tag in _NOTES]
    if notes:
        for note in notes:
            yield from _Walk(f"{_NOTES[str(note.tag)]} số {attribute(note, 'id')}", hidden_styles).blocks(note, "")
    else:
        yield from walk.blocks(root if body is None else body, "")


class _Walk:
    def __init__(self, part: str, hidden_styles: frozenset[str]) -> None:
        self._part = part
        self._hidden_styles = hidden_styles

    def blocks(self, container: Element, prefix: str, *, cell: bool = False) -> Iterator[Paragraph]:
        """Yield the paragraphs of a body, cell, note or text box. Tables and paragraphs are each numbered from 1."""
        tables = lines = 0
        for block in _unwrapped(container):
            if block.tag == w("tbl"):
                tables += 1
                yield from self._table(block, f"{prefix}bảng {tables}, ")
            elif block.tag == w("p"):
                lines += 1
                position = prefix.removesuffix(", ") if cell and lines == 1 else f"{prefix}đoạn {lines}"
                yield from self._paragraph(block, position)

    def _table(self, table: Element, prefix: str) -> Iterator[Paragraph]:
        rows = [row for row in _unwrapped(table) if row.tag == w("tr")]
        for row_number, row in enumerate(rows, 1):
            cells = [cell for cell in _unwrapped(row) if cell.tag == w("tc")]
            for cell_number, cell in enumerate(cells, 1):
                yield from self.blocks(cell, f"{prefix}hàng {row_number}, ô {cell_number}, ", cell=True)

    def _paragraph(self, element: Element, position: str) -> Iterator[Paragraph]:
        boxes: list[Element] = []
        pieces: list[Piece] = []
        deleted: list[str] = []
        length = 0
        hidden = self._style_hides(element.find(w("pPr")), "pStyle")
        for text, holder, state in self._runs(element, "hidden" if hidden else "", boxes):
            if state == "deleted":
                deleted.append(text)
                continue
            pieces.append(Piece(length, text, holder, state))
            length += len(text)
        whole = "".join(piece.text for piece in pieces)
        yield Paragraph(element, self._part, position, text=whole, pieces=tuple(pieces), deleted="".join(deleted))
        for box in boxes:
            yield from self.blocks(box, f"{position}, khung chữ, ")

    def _runs(self, element: Element, state: State, boxes: list[Element]) -> Iterator[tuple[str, Element, State]]:
        for child in element:
            if child.tag == w("r"):
                yield from self._run(child, state, boxes)
            elif child.tag in _DELETED:
                yield from self._runs(child, "deleted", boxes)
            elif child.tag in _INSERTED:
                yield from self._runs(child, "inserted", boxes)
            elif child.tag in _WRAPPERS:
                yield from self._runs(child, state, boxes)

    def _run(self, run: Element, state: State, boxes: list[Element]) -> Iterator[tuple[str, Element, State]]:
        properties = run.find(w("rPr"))
        if state == "" and properties is not None and self._hides(properties):
            state = "hidden"
        for child in run:
            if child.tag in (w("t"), w("delText")):
                yield child.text or "", child, "deleted" if child.tag == w("delText") else state
            elif child.tag in _CHARACTERS:
                yield _CHARACTERS[str(child.tag)], child, state
            else:
                boxes.extend(child.iter(w("txbxContent")))

    def _hides(self, properties: Element) -> bool:
        return is_on(properties.find(w("vanish"))) or self._style_hides(properties, "rStyle")

    def _style_hides(self, properties: Element | None, reference: str) -> bool:
        style = properties.find(w(reference)) if properties is not None else None
        return style is not None and attribute(style, "val") in self._hidden_styles


def is_on(flag: Element | None) -> bool:
    """Whether an on/off property is present and not off (ECMA-376 part 1, §17.17.4)."""
    return flag is not None and attribute(flag, "val") not in ("0", "false", "off")


def _unwrapped(container: Element) -> Iterator[Element]:
    """The children, with Word's wrappers around blocks, rows and cells removed."""
    for child in container:
        if child.tag in _WRAPPERS or child.tag in _DELETED or child.tag in _INSERTED:
            yield from _unwrapped(child)
        elif child.tag == f"{{{MC}}}AlternateContent":
            choice = child.find(f"{{{MC}}}Choice")
            yield from _unwrapped(choice) if choice is not None else ()
        else:
            yield child


def hidden_styles(styles: Element | None) -> frozenset[str]:
    """The ids of styles that hide their text, directly or through the style they are based on, except HIDDEN_BY_US."""
    if styles is None:
        return frozenset()
    bases: dict[str, str] = {}
    hidden: set[str] = set()
    for style in styles.iter(w("style")):
        identifier = attribute(style, "styleId") or ""
        base = style.find(w("basedOn"))
        bases[identifier] = (attribute(base, "val") or "") if base is not None else ""
        name = style.find(w("name"))
        ours = name is not None and attribute(name, "val") == HIDDEN_BY_US
        if not ours and is_on(style.find(f"{w('rPr')}/{w('vanish')}")):
            hidden.add(identifier)
    for _ in bases:  # a chain of styles is no longer than their number
        more = {identifier for identifier, base in bases.items() if base in hidden} - hidden
        if not more:
            break
        hidden |= more
    return frozenset(hidden)
