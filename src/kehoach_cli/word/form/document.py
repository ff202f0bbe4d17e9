"""A Word document as its form is looked at: sections, and paragraphs with what they look like."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.sandbox.package import allowed_parts
from kehoach_cli.sandbox.package.archive import read_members, read_xml
from kehoach_cli.sandbox.package.opening import declared_links
from kehoach_cli.sandbox.package.rules.unreadable_file import refusal
from kehoach_cli.sandbox.package.xml import MC, Element, R, attribute, number, w
from kehoach_cli.sandbox.problems import Place, TemplateProblem
from kehoach_cli.word.form.formatting import Formatting, Layout, Type
from kehoach_cli.word.paragraphs import Paragraph, paragraphs

_MM_PER_TWIP = 25.4 / 1440
_MM_PER_EMU = 1 / 36000
_SHOWN = 70
_LINES = ("line", "straightConnector1")
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"


class Line(NamedTuple):
    """One paragraph. `text` is in one line; `types` say how its letters are set, each with how many there are.

    `rule` is the length in millimetres of a line drawn in it: 0 where its length is not known, None where there is
    none. `cell` tells paragraphs of one table cell from others; `row` those of one row; both 0 outside tables.
    """

    text: str
    types: tuple[tuple[Type, int], ...]
    layout: Layout
    rule: float | None
    table: int
    row: int
    cell: int
    section: int
    source: Paragraph

    @property
    def type(self) -> Type | None:
        """How most of the text is set; None for an empty paragraph."""
        return max(self.types, key=lambda item: item[1])[0] if self.types else None

    @property
    def place(self) -> Place:
        """Where the paragraph stands, with its beginning."""
        shown = self.text if len(self.text) <= _SHOWN else self.text[:_SHOWN] + "…"
        return Place(self.source.part, self.source.position, shown)


class Page(NamedTuple):
    """One section's page: lengths in millimetres; the page number's paragraphs by kind of header and footer."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    title_page: bool
    first_number: str | None
    numbers: dict[str, list["PageNumber"]]


class PageNumber(NamedTuple):
    """A page number field: how its paragraph and its figures are set."""

    layout: Layout
    type: Type | None


class FormDocument(NamedTuple):
    """The whole document, in order."""

    pages: tuple[Page, ...]
    lines: tuple[Line, ...]


def read_document(data: bytes) -> FormDocument:
    """The document in a .docx file, whatever else the file holds.

    Raises:
        TemplateProblem: the file cannot be read, is too large, or has XML that is not to be parsed.
    """
    members = read_members(data)
    bodies = {target for kind, _, target in _links(members, "") if kind == "officeDocument"}
    main = bodies.pop() if len(bodies) == 1 else ""  # which of several Word shows is not known
    root = read_xml(members[main], f"phần {main}") if main else None
    if root is None or root.tag != w("document"):
        raise TemplateProblem([refusal("Tệp không có phần thân của một văn bản Word, hoặc có nhiều hơn một")])
    links = list(_links(members, main))
    firsts = {kind: target for kind, _, target in reversed(links)}
    targets = {identifier: target for kind, identifier, target in links if kind in ("header", "footer")}
    styles, theme = firsts.get("styles", ""), firsts.get("theme", "")
    read = {name for name in (styles, theme, *targets.values()) if name}
    trees = {name: read_xml(members[name], f"phần {name}") for name in sorted(read)}
    formatting = Formatting(trees.get(styles), trees.get(theme))
    breaks = list(root.iter(w("sectPr")))
    pages: list[Page] = []
    for properties in breaks:
        pages.append(_page(properties, pages[-1] if pages else None, targets, trees, formatting))
    return FormDocument(tuple(pages), tuple(_lines(root, formatting)))


def _links(members: dict[str, bytes], source: str) -> Iterator[tuple[str, str, str]]:
    """The relationships of a part to others that are there: the last word of the type, the id, the target."""
    for link in declared_links(members, source):
        if not link.external and link.target in members and link.type.lower() in allowed_parts.KEPT:
            yield allowed_parts.KEPT[link.type.lower()][0].rpartition("/")[2], link.id, link.target


def _lines(root: Element, formatting: Formatting) -> Iterator[Line]:
    section = 0
    numbers = {element: number for number, element in enumerate(root.iter(w("tbl"), w("tr"), w("tc")), 1)}
    for paragraph in paragraphs(root, "thân văn bản"):
        element = paragraph.element
        counts: dict[Type, int] = {}
        for piece in paragraph.pieces:
            run = piece.element.getparent()
            letters = len("".join(piece.text.split()))
            if run is not None and letters:
                set_as = formatting.type(run, element)
                counts[set_as] = counts.get(set_as, 0) + letters
        table, row, cell = (_nearest(element, name, numbers) for name in ("tbl", "tr", "tc"))
        text = " ".join(paragraph.text.split())
        if any(set_as.capitals for set_as in counts):
            text = text.upper()
        yield Line(
            text,
            tuple(counts.items()),
            formatting.layout(element),
            _drawn(element),
            table,
            row,
            cell,
            section,
            paragraph,
        )
        if element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            section += 1


def _nearest(element: Element, name: str, numbers: dict[Element, int]) -> int:
    """Which table, row or cell the element stands in: a number that is the same for all that share it, 0 for none."""
    return next((numbers[ancestor] for ancestor in element.iterancestors(w(name))), 0)


def _drawn(paragraph: Element) -> float | None:
    """The length of a line drawn in the paragraph, whether Word's drawing or the older kind."""
    for shape in paragraph.iter(f"{_A}prstGeom"):
        if shape.get("prst") in _LINES:
            extent = next(
                (box.find(f"{_WP}extent") for box in shape.iterancestors(f"{_WP}inline", f"{_WP}anchor")), None
            )
            return number(extent.get("cx")) * _MM_PER_EMU if extent is not None else 0.0
    if next(paragraph.iter(f"{_V}line"), None) is not None:
        return 0.0
    for shape in paragraph.iter(f"{_V}shape"):
        if "#_x0000_t32" in (shape.get("type") or ""):
            return 0.0
    return None


def _page(
    properties: Element,
    before: Page | None,
    targets: dict[str, str],
    trees: dict[str, Element],
    formatting: Formatting,
) -> Page:
    size, margins = properties.find(w("pgSz")), properties.find(w("pgMar"))
    numbering = properties.find(w("pgNumType"))
    numbers = dict(before.numbers) if before else {}
    for kind in ("header", "footer"):
        for reference in properties.findall(w(f"{kind}Reference")):
            which = attribute(reference, "type") or "default"
            tree = trees.get(targets.get(reference.get(f"{{{R}}}id") or "", ""))
            numbers[f"{kind} {which}"] = list(_page_numbers(tree, formatting))
    title = properties.find(w("titlePg"))
    return Page(
        _length(size, "w"),
        _length(size, "h"),
        _length(margins, "top"),
        _length(margins, "bottom"),
        _length(margins, "left"),
        _length(margins, "right"),
        title is not None and attribute(title, "val") not in ("0", "false", "off"),
        attribute(numbering, "start") if numbering is not None else None,
        numbers,
    )


def _length(element: Element | None, name: str) -> float:
    return number(attribute(element, name) if element is not None else None) * _MM_PER_TWIP


def _page_numbers(tree: Element | None, formatting: Formatting) -> Iterator[PageNumber]:
    for paragraph in tree.iter(w("p")) if tree is not None else ():
        codes = [code.text or "" for code in paragraph.iter(w("instrText"))]
        codes += [attribute(code, "instr") or "" for code in paragraph.iter(w("fldSimple"))]
        if any(code.split()[:1] == ["PAGE"] for code in codes) or "PAGE" in "".join(codes).split():
            runs = [run for run in paragraph.iter(w("r")) if not _is_fallback(run)]
            shown = [run for run in runs if run.find(w("t")) is not None] or runs
            yield PageNumber(formatting.layout(paragraph), formatting.type(shown[0], paragraph) if shown else None)


def _is_fallback(run: Element) -> bool:
    return next(run.iterancestors(f"{{{MC}}}Fallback"), None) is not None
