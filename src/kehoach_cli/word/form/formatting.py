"""Resolve the format of paragraphs and text from defaults, styles and direct formatting.

The order is that of ECMA-376 part 1, §17.7.2: document defaults, the paragraph's style after those it is based on, the
character style, direct formatting. Table styles are ignored: they rarely set fonts.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kehoach_cli.sandbox.package.xml import A, Element, attribute, number, w
from kehoach_cli.word.paragraphs import is_on

_A = f"{{{A}}}"
MM_PER_TWIP = 25.4 / 1440
_BLACK = ("000000", "auto", "")
_BLACK_THEMES = ("text1", "dark1")


class TextFormat(NamedTuple):
    """The format of a run of text; `size` is in points."""

    font: str
    size: float
    bold: bool
    italic: bool
    underlined: bool
    capitals: bool
    black: bool
    hidden: bool


class Layout(NamedTuple):
    """The format of a paragraph. Indents are in millimetres, spacing `before` and `after` in points.

    `lines` is a multiple of single spacing; None if the line height is given in points.
    """

    align: str
    first_line: float
    left: float
    before: float
    after: float
    lines: float | None


class FormatResolver:
    """Resolve formats in one document, from its styles and theme."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        self.styles: dict[str, Element] = {}
        self._chains: dict[tuple[str, str], list[Element]] = {}
        self._formats: dict[str, TextFormat] = {}  # of text without formatting of its own, by style
        self._default_paragraph = ""
        self._defaults: dict[str, Element | None] = {"rPr": None, "pPr": None}
        self._theme = _theme_fonts(theme)
        if styles is None:
            return
        for kind in ("rPr", "pPr"):
            self._defaults[kind] = styles.find(f"{w('docDefaults')}/{w(kind + 'Default')}/{w(kind)}")
        for style in styles.iter(w("style")):
            identifier = attribute(style, "styleId") or ""
            self.styles[identifier] = style
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on"):
                self._default_paragraph = identifier

    def format(self, run: Element, paragraph: Element) -> TextFormat:
        """The format of a run in the paragraph."""
        return self._format(paragraph, run.find(w("rPr")))

    def label_format(self, level: Element, paragraph: Element) -> TextFormat:
        """The format of the paragraph's automatic number: that of its end mark, then of the list's level."""
        return self._format(paragraph, paragraph.find(f"{w('pPr')}/{w('rPr')}"), level.find(w("rPr")))

    def _format(self, paragraph: Element, *direct: Element | None) -> TextFormat:
        style = self._style_of(paragraph)
        given = [own for own in direct if own is not None]
        if not given and style in self._formats:
            return self._formats[style]
        sources = [*self._sources("rPr", style)]
        for own in given:
            sources += [*self._chain("rPr", child_value(own, "rStyle")), own]
        found = _last(sources)
        color = found.get("color")
        resolved = TextFormat(
            font=self._font(sources),
            size=number(_value(found.get("sz"), ""), 20) / 2,
            bold=is_on(found.get("b")),
            italic=is_on(found.get("i")),
            underlined=found.get("u") is not None and attribute(found["u"], "val") not in (None, "none"),
            capitals=is_on(found.get("caps")),
            black=color is None
            or attribute(color, "themeColor") in _BLACK_THEMES
            or _value(color, "auto").upper() in (name.upper() for name in _BLACK),
            hidden=is_on(found.get("vanish")),
        )
        if not given:
            self._formats[style] = resolved
        return resolved

    def layout(self, paragraph: Element) -> Layout:
        """The format of the paragraph itself."""
        sources = self._paragraph_sources(paragraph)
        indent, spacing = _merged(sources, "ind"), _merged(sources, "spacing")
        found = _last(sources)
        first = number(indent.get("firstLine")) - number(indent.get("hanging"))
        rule, height = spacing.get("lineRule", "auto"), number(spacing.get("line"), 240)
        frame = found.get("framePr")
        centred = frame is not None and attribute(frame, "xAlign") == "center"
        return Layout(
            align="center" if centred else _value(found.get("jc"), "left"),
            first_line=first * MM_PER_TWIP,
            left=number(indent.get("left") or indent.get("start")) * MM_PER_TWIP,
            before=_space(spacing, "before"),
            after=_space(spacing, "after"),
            lines=height / 240 if rule == "auto" else None,
        )

    def tab_stops(self, paragraph: Element) -> list[tuple[float, str]]:
        """The tab stops, by position in millimetres, each with its kind: `left`, `center`, `right` …"""
        stops: dict[float, str] = {}
        for source in self._paragraph_sources(paragraph):
            for stop in source.iterfind(f"{w('tabs')}/{w('tab')}"):
                stops[number(attribute(stop, "pos")) * MM_PER_TWIP] = attribute(stop, "val") or "left"
        return sorted((position, kind) for position, kind in stops.items() if kind != "clear")

    def numbered(self, paragraph: Element) -> tuple[str, int]:
        """The id of the list that the paragraph belongs to, "" without one, and its level."""
        found = {}
        for source in self._paragraph_sources(paragraph):
            for item in source.iterfind(f"{w('numPr')}/*"):
                found[item.tag] = attribute(item, "val") or ""
        return found.get(w("numId"), ""), int(number(found.get(w("ilvl"))))

    def _paragraph_sources(self, paragraph: Element) -> list[Element]:
        own = paragraph.find(w("pPr"))
        return [*self._sources("pPr", self._style_of(paragraph)), *([own] if own is not None else [])]

    def _style_of(self, paragraph: Element) -> str:
        properties = paragraph.find(w("pPr"))
        named = child_value(properties, "pStyle") if properties is not None else ""
        return named if named in self.styles else self._default_paragraph

    def _sources(self, kind: str, style: str) -> Iterator[Element]:
        default = self._defaults[kind]
        if default is not None:
            yield default
        yield from self._chain(kind, style)

    def _chain(self, kind: str, style: str) -> list[Element]:
        """The properties of a style after those of the styles it is based on; worked out once."""
        if (kind, style) in self._chains:
            return self._chains[kind, style]
        found: list[Element] = []
        seen: set[str] = set()
        of = style
        while style in self.styles and style not in seen:
            seen.add(style)
            properties = self.styles[style].find(w(kind))
            if properties is not None:
                found.append(properties)
            style = child_value(self.styles[style], "basedOn")
        self._chains[kind, of] = found[::-1]
        return self._chains[kind, of]

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
    """Each property, from the last source that sets it."""
    return {str(item.tag).rpartition("}")[2]: item for source in sources for item in source}


def _merged(sources: list[Element], name: str) -> dict[str, str]:
    """The attributes of one property, each from the last source that sets it."""
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


def _space(spacing: Mapping[str, str], side: str) -> float:
    """The space in points. Word takes 14 points where a web page's spacing is kept."""
    return 14.0 if spacing.get(f"{side}Autospacing") in ("1", "true", "on") else number(spacing.get(side)) / 20


def child_value(element: Element, name: str) -> str:
    """The `w:val` of a child; "" without one."""
    return _value(element.find(w(name)), "")


def _value(element: Element | None, otherwise: str) -> str:
    return (attribute(element, "val") or otherwise) if element is not None else otherwise
