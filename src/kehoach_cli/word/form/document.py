"""Read a Word document as the form rules see it: its pages, and its paragraphs with their format."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.sandbox.package import allowed_parts
from kehoach_cli.sandbox.package.archive import read_members, read_xml
from kehoach_cli.sandbox.package.opening import declared_links
from kehoach_cli.sandbox.package.rules.unreadable_file import refusal
from kehoach_cli.sandbox.package.xml import Element, R, attribute, number, w
from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.form.formatting import MM_PER_TWIP, FormatResolver, Layout, TextFormat
from kehoach_cli.word.form.lines import Line, is_fallback, read_lines
from kehoach_cli.word.form.numbering import Numbering
from kehoach_cli.word.paragraphs import is_on


class Page(NamedTuple):
    """The page of one section: lengths in millimetres, and page numbers by kind of header or footer."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    title_page: bool
    continuous: bool
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
    styles, theme, lists = (firsts.get(kind, "") for kind in ("styles", "theme", "numbering"))
    needed = {name for name in (styles, theme, lists, *targets.values()) if name}
    trees = {name: read_xml(members[name], f"phần {name}") for name in sorted(needed)}
    formatting = FormatResolver(trees.get(styles), trees.get(theme))
    pages: list[Page] = []
    for properties in root.iter(w("sectPr")):
        pages.append(_page(properties, pages[-1] if pages else None, targets, trees, formatting))
    return FormDocument(tuple(pages), tuple(read_lines(root, formatting, Numbering(trees.get(lists)))))


def _links(members: dict[str, bytes], source: str) -> Iterator[tuple[str, str, str]]:
    """A part's relationships to parts that exist: the last word of the type, the id, the target."""
    for link in declared_links(members, source):
        if not link.external and link.target in members and link.type.lower() in allowed_parts.KEPT_RELATIONSHIPS:
            yield allowed_parts.KEPT_RELATIONSHIPS[link.type.lower()][0].rpartition("/")[2], link.id, link.target


def _page(
    properties: Element,
    previous: Page | None,
    targets: dict[str, str],
    trees: dict[str, Element],
    formatting: FormatResolver,
) -> Page:
    size, margins = properties.find(w("pgSz")), properties.find(w("pgMar"))
    numbering, begins = properties.find(w("pgNumType")), properties.find(w("type"))
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
        continuous=begins is not None and attribute(begins, "val") == "continuous",
        first_number=attribute(numbering, "start") if numbering is not None else None,
        numbers=numbers,
    )


def _length(element: Element | None, name: str) -> float:
    return number(attribute(element, name) if element is not None else None) * MM_PER_TWIP


def _page_numbers(tree: Element | None, formatting: FormatResolver) -> Iterator[PageNumber]:
    for paragraph in tree.iter(w("p")) if tree is not None else ():
        codes = [code.text or "" for code in paragraph.iter(w("instrText"))]
        codes += [attribute(code, "instr") or "" for code in paragraph.iter(w("fldSimple"))]
        if any(code.split()[:1] == ["PAGE"] for code in codes) or "PAGE" in "".join(codes).split():
            runs = [run for run in paragraph.iter(w("r")) if not is_fallback(run)]
            shown = [run for run in runs if run.find(w("t")) is not None] or runs
            layout, stops = formatting.layout(paragraph), formatting.tab_stops(paragraph)
            tabs = len(paragraph.findall(f"{w('r')}/{w('tab')}"))
            if 0 < tabs <= len(stops):
                layout = layout._replace(align=stops[tabs - 1][1])
            yield PageNumber(layout, formatting.format(shown[0], paragraph) if shown else None)
