"""Read a Word document as the form rules see it: its pages, and its paragraphs with their format."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.sandbox.package import allowed_parts
from kehoach_cli.sandbox.package.archive import read_members, read_xml
from kehoach_cli.sandbox.package.opening import declared_links
from kehoach_cli.sandbox.package.rules.unreadable_file import refusal
from kehoach_cli.sandbox.package.xml import MC, WP, A, Element, R, V, attribute, number, w
from kehoach_cli.sandbox.problems import Place, TemplateProblem
from kehoach_cli.word.form.formatting import FormatResolver, Layout, TextFormat
from kehoach_cli.word.paragraphs import Paragraph, is_on, paragraphs

_MM_PER_TWIP = 25.4 / 1440
_MM_PER_EMU = 1 / 36000
_SHOWN = 70
_LINES = ("line", "straightConnector1")
_A, _WP, _V = (f"{{{namespace}}}" for namespace in (A, WP, V))


class Line(NamedTuple):
    """One paragraph, its `text` in one line. `formats` are those of its letters, each with the number of letters.

    `rule_length` is the length of a rule drawn in it, in millimetres: 0 if unknown, None without a rule.
    `table`, `row` and `cell` number the innermost ones around it; 0 outside tables.
    """

    text: str
    formats: tuple[tuple[TextFormat, int], ...]
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


class Page(NamedTuple):
    """The page of one section: lengths in millimetres, and page numbers by kind of header or footer."""

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
    """The format of a page number field: of its paragraph and of its figures."""

    layout: Layout
    format: TextFormat | None


class FormDocument(NamedTuple):
    """The whole document, in order."""

    pages: tuple[Page, ...]
    lines: tuple[Line, ...]


def read_document(data: bytes) -> FormDocument:
    """Read the document in a .docx file; other parts of the file are ignored.

    Raises:
        TemplateProblem: the file is unreadable, too large, or has unsafe XML.
    """
    members = read_members(data)
    bodies = {target for kind, _, target in _links(members, "") if kind == "officeDocument"}
    main = bodies.pop() if len(bodies) == 1 else ""  # of several, it is unknown which Word shows
    root = read_xml(members[main], f"phần {main}") if main else None
    if root is None or root.tag != w("document"):
        raise TemplateProblem([refusal("Tệp không có phần thân của một văn bản Word, hoặc có nhiều hơn một")])
    links = list(_links(members, main))
    firsts = {kind: target for kind, _, target in reversed(links)}
    targets = {identifier: target for kind, identifier, target in links if kind in ("header", "footer")}
    styles, theme = firsts.get("styles", ""), firsts.get("theme", "")
    needed = {name for name in (styles, theme, *targets.values()) if name}
    trees = {name: read_xml(members[name], f"phần {name}") for name in sorted(needed)}
    formatting = FormatResolver(trees.get(styles), trees.get(theme))
    pages: list[Page] = []
    for properties in root.iter(w("sectPr")):
        pages.append(_page(properties, pages[-1] if pages else None, targets, trees, formatting))
    return FormDocument(tuple(pages), tuple(_lines(root, formatting)))


def _links(members: dict[str, bytes], source: str) -> Iterator[tuple[str, str, str]]:
    """A part's relationships to parts that exist: the last word of the type, the id, the target."""
    for link in declared_links(members, source):
        if not link.external and link.target in members and link.type.lower() in allowed_parts.KEPT_RELATIONSHIPS:
            yield allowed_parts.KEPT_RELATIONSHIPS[link.type.lower()][0].rpartition("/")[2], link.id, link.target


def _lines(root: Element, formatting: FormatResolver) -> Iterator[Line]:
    section = 0
    numbers = {element: number for number, element in enumerate(root.iter(w("tbl"), w("tr"), w("tc")), 1)}
    for paragraph in paragraphs(root, "thân văn bản"):
        element = paragraph.element
        counts: dict[TextFormat, int] = {}
        for piece in paragraph.pieces:
            run = piece.element.getparent()
            letters = len("".join(piece.text.split()))
            if run is not None and letters:
                text_format = formatting.format(run, element)
                counts[text_format] = counts.get(text_format, 0) + letters
        table, row, cell = (_nearest(element, name, numbers) for name in ("tbl", "tr", "tc"))
        text = " ".join(paragraph.text.split())
        if any(text_format.capitals for text_format in counts):
            text = text.upper()
        yield Line(
            text=text,
            formats=tuple(counts.items()),
            layout=formatting.layout(element),
            rule_length=_rule_length(element),
            table=table,
            row=row,
            cell=cell,
            section=section,
            source=paragraph,
        )
        if element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            section += 1


def _nearest(element: Element, name: str, numbers: dict[Element, int]) -> int:
    """The number of the innermost table, row or cell around the element; 0 without one."""
    return next((numbers[ancestor] for ancestor in element.iterancestors(w(name))), 0)


def _rule_length(paragraph: Element) -> float | None:
    """The length in millimetres of a rule drawn in the paragraph, as DrawingML or VML."""
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
    previous: Page | None,
    targets: dict[str, str],
    trees: dict[str, Element],
    formatting: FormatResolver,
) -> Page:
    size, margins = properties.find(w("pgSz")), properties.find(w("pgMar"))
    numbering = properties.find(w("pgNumType"))
    numbers = dict(previous.numbers) if previous else {}
    for kind in ("header", "footer"):
        for reference in properties.findall(w(f"{kind}Reference")):
            pages = attribute(reference, "type") or "default"
            tree = trees.get(targets.get(reference.get(f"{{{R}}}id") or "", ""))
            numbers[f"{kind} {pages}"] = list(_page_numbers(tree, formatting))
    return Page(
        width=_length(size, "w"),
        height=_length(size, "h"),
        top=_length(margins, "top"),
        bottom=_length(margins, "bottom"),
        left=_length(margins, "left"),
        right=_length(margins, "right"),
        title_page=is_on(properties.find(w("titlePg"))),
        first_number=attribute(numbering, "start") if numbering is not None else None,
        numbers=numbers,
    )


def _length(element: Element | None, name: str) -> float:
    return number(attribute(element, name) if element is not None else None) * _MM_PER_TWIP


def _page_numbers(tree: Element | None, formatting: FormatResolver) -> Iterator[PageNumber]:
    for paragraph in tree.iter(w("p")) if tree is not None else ():
        codes = [code.text or "" for code in paragraph.iter(w("instrText"))]
        codes += [attribute(code, "instr") or "" for code in paragraph.iter(w("fldSimple"))]
        if any(code.split()[:1] == ["PAGE"] for code in codes) or "PAGE" in "".join(codes).split():
            runs = [run for run in paragraph.iter(w("r")) if not _is_fallback(run)]
            shown = [run for run in runs if run.find(w("t")) is not None] or runs
            yield PageNumber(formatting.layout(paragraph), formatting.format(shown[0], paragraph) if shown else None)


def _is_fallback(run: Element) -> bool:
    return next(run.iterancestors(f"{{{MC}}}Fallback"), None) is not None
