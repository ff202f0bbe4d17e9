"""What a paragraph and its text look like once styles, defaults and direct formatting have been put together.

The order is that of ECMA-376 part 1, §17.7.2: document defaults, the paragraph's style with those it is based on, the
character style, then what is set on the spot. Table styles are left out: they colour cells more than they set type.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kehoach_cli.sandbox.package.xml import Element, attribute, number, w
from kehoach_cli.word.paragraphs import is_on

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MM_PER_TWIP = 25.4 / 1440
_BLACK = ("000000", "auto", "")
_BLACK_THEMES = ("text1", "dark1")


class Type(NamedTuple):
    """How a stretch of text is set; `size` in points."""

    font: str
    size: float
    bold: bool
    italic: bool
    underlined: bool
    capitals: bool
    black: bool


class Layout(NamedTuple):
    """How a paragraph is set: lengths in millimetres, spaces in points, `lines` as a multiple of single spacing.

    `lines` is None where the height of a line is given in points.
    """

    align: str
    first_line: float
    left: float
    before: float
    after: float
    lines: float | None


class Formatting:
    """Answers for one document, from its styles and its theme."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default_paragraph = ""
        self._defaults: dict[str, Element | None] = {"rPr": None, "pPr": None}
        self._theme = _theme_fonts(theme)
        if styles is None:
            return
        for kind in ("rPr", "pPr"):
            self._defaults[kind] = styles.find(f"{w('docDefaults')}/{w(kind + 'Default')}/{w(kind)}")
        for style in styles.iter(w("style")):
            identifier = attribute(style, "styleId") or ""
            self._styles[identifier] = style
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on"):
                self._default_paragraph = identifier

    def type(self, run: Element, paragraph: Element) -> Type:
        """How a run of the paragraph is set."""
        own = run.find(w("rPr"))
        sources = [*self._sources("rPr", self._style_of(paragraph))]
        if own is not None:
            sources += [*self._chain("rPr", _reference(own, "rStyle")), own]
        found = _last(sources)
        color = found.get("color")
        return Type(
            self._font(sources),
            number(_value(found.get("sz"), ""), 20) / 2,
            is_on(found.get("b")),
            is_on(found.get("i")),
            found.get("u") is not None and attribute(found["u"], "val") not in (None, "none"),
            is_on(found.get("caps")),
            color is None
            or attribute(color, "themeColor") in _BLACK_THEMES
            or _value(color, "auto").upper() in (name.upper() for name in _BLACK),
        )

    def layout(self, paragraph: Element) -> Layout:
        """How the paragraph is set."""
        own = paragraph.find(w("pPr"))
        sources = [*self._sources("pPr", self._style_of(paragraph)), *([own] if own is not None else [])]
        indent, spacing = _merged(sources, "ind"), _merged(sources, "spacing")
        found = _last(sources)
        first = number(indent.get("firstLine")) - number(indent.get("hanging"))
        rule, height = spacing.get("lineRule", "auto"), number(spacing.get("line"), 240)
        return Layout(
            _value(found.get("jc"), "left"),
            first * _MM_PER_TWIP,
            number(indent.get("left") or indent.get("start")) * _MM_PER_TWIP,
            number(spacing.get("before")) / 20,
            number(spacing.get("after")) / 20,
            height / 240 if rule == "auto" else None,
        )

    def _style_of(self, paragraph: Element) -> str:
        properties = paragraph.find(w("pPr"))
        named = _reference(properties, "pStyle") if properties is not None else ""
        return named if named in self._styles else self._default_paragraph

    def _sources(self, kind: str, style: str) -> Iterator[Element]:
        default = self._defaults[kind]
        if default is not None:
            yield default
        yield from self._chain(kind, style)

    def _chain(self, kind: str, style: str) -> list[Element]:
        """The properties of a style and of those it is based on, the first ancestor's first."""
        found: list[Element] = []
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            properties = self._styles[style].find(w(kind))
            if properties is not None:
                found.append(properties)
            style = _reference(self._styles[style], "basedOn")
        return found[::-1]

    def _font(self, sources: list[Element]) -> str:
        name = "Times New Roman"
        for source in sources:
            fonts = source.find(w("rFonts"))
            if fonts is not None:
                theme = attribute(fonts, "asciiTheme")
                name = self._theme.get((theme or "")[:5], name) if theme else attribute(fonts, "ascii") or name
        return name


def _theme_fonts(theme: Element | None) -> Mapping[str, str]:
    fonts = {}
    for kind in ("major", "minor"):
        latin = theme.find(f".//{_A}{kind}Font/{_A}latin") if theme is not None else None
        if latin is not None:
            fonts[kind] = latin.get("typeface") or ""
    return fonts


def _last(sources: list[Element]) -> dict[str, Element]:
    """Each property as the last source that has it sets it."""
    return {str(item.tag).rpartition("}")[2]: item for source in sources for item in source}


def _merged(sources: list[Element], name: str) -> dict[str, str]:
    """The attributes of one property, each as the last source that has it sets it."""
    merged: dict[str, str] = {}
    for source in sources:
        item = source.find(w(name))
        if item is not None:
            given = {key.rpartition("}")[2]: value for key, value in item.attrib.items()}
            if "firstLine" in given:
                merged.pop("hanging", None)
            if "hanging" in given:
                merged.pop("firstLine", None)
            merged |= given
    return merged


def _reference(element: Element, name: str) -> str:
    item = element.find(w(name))
    return _value(item, "")


def _value(element: Element | None, otherwise: str) -> str:
    return (attribute(element, "val") or otherwise) if element is not None else otherwise
