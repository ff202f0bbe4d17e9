"""Convert a part with tags to the source text that Jinja compiles.

Each tag holds exactly one line feed and the rest none, so the line of an error gives the tag, which knows its
paragraph. Everything else in the part is escaped for Jinja.
"""

import re
from typing import NamedTuple
from unicodedata import normalize

from lxml import etree

from kehoach_cli.sandbox.package.xml import SPACE, Element, w
from kehoach_cli.word.template.tags import Tag, replaced_element

_TARGET = "kehoach"
_MARK = re.compile(rf"<\?{_TARGET} (\d+)\?>")
# A record's code after a dot, outside of quotes: `ma.CQS-14` is `ma["CQS-14"]`, which Word would give curly quotes.
_CODE = re.compile(r"""("[^"]*"|'[^']*')|\.([A-Z][A-Z0-9]*(?:[-.][A-Z0-9]+)*)(?!\w)""")
_BODY = re.compile(r"(?P<left>[-+]?)(?P<code>.*?)(?P<right>[-+]?)", re.DOTALL)


class JinjaSource(NamedTuple):
    """The source of one part; the tag on line n is `tags[n - 2]`."""

    text: str
    tags: tuple[Tag, ...]

    def tag(self, line: int) -> Tag | None:
        """The tag on this line, for an error that Jinja reports there."""
        return self.tags[line - 2] if 2 <= line < len(self.tags) + 2 else None


def jinja_source(root: Element, tags: tuple[Tag, ...]) -> JinjaSource:
    """Write the source of a part whose tags passed the rules. Changes the tree."""
    _place_marks(tags)
    pieces = _MARK.split(etree.tostring(root, encoding="unicode"))
    written: list[str] = []
    placed: list[Tag] = []
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            written.append(piece.replace("{", "&#123;").replace("\n", " "))
        else:
            tag = tags[int(piece)]
            placed.append(tag)
            written.append(tag_source(tag))
    return JinjaSource("".join(written), tuple(placed))


def tags_only_source(tags: tuple[Tag, ...]) -> JinjaSource:
    """Write the source of the tags with nothing between them, to check the tags by themselves."""
    return JinjaSource("".join(map(tag_source, tags)), tags)


def tag_source(tag: Tag) -> str:
    """Write one tag for Jinja, with its line feed. A name is the same in whatever Unicode form it was typed."""
    body = _BODY.fullmatch(normalize("NFC", tag.body))
    left, code, right = body.group("left", "code", "right") if body else ("", tag.body, "")
    code = _CODE.sub(lambda found: found[1] or f'["{found[2]}"]', code)
    closer = "}}" if tag.kind == "{{" else "%}"
    return f"{tag.kind}{left}\n{code.replace(chr(10), ' ')} {right}{closer}"


def _place_marks(tags: tuple[Tag, ...]) -> None:
    """Replace each tag by a processing instruction: no text typed in Word can look like one."""
    replaced: dict[int, Element] = {}
    inline: dict[int, list[tuple[int, Tag]]] = {}
    for index, tag in enumerate(tags):
        whole = replaced_element(tag)
        if whole is None:
            inline.setdefault(id(tag.paragraph.element), []).append((index, tag))
        else:
            if tag.kind != "{#":
                whole.addprevious(etree.ProcessingInstruction(_TARGET, str(index)))
            replaced[id(whole)] = whole
    for marked in inline.values():
        _mark_text(marked)
    for whole in replaced.values():
        parent = whole.getparent()
        if parent is not None:
            parent.remove(whole)


def _mark_text(marked: list[tuple[int, Tag]]) -> None:
    """Cut the tags of one paragraph out of its text and leave a mark where each began."""
    for piece in marked[0][1].paragraph.pieces:
        touching = [(index, tag) for index, tag in marked if tag.start < piece.end and piece.start < tag.end]
        if not touching:
            continue
        element = piece.element
        if element.tag != w("t"):  # a tab or a line break inside a tag
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        kept, at = "", piece.start
        last: Element | None = None
        for index, tag in touching:
            kept += piece.text[max(0, at - piece.start) : max(0, tag.start - piece.start)]
            at = tag.end
            if tag.start >= piece.start and tag.kind != "{#":
                mark = etree.ProcessingInstruction(_TARGET, str(index))
                _put(element, last, kept)
                element.append(mark)
                last, kept = mark, ""
        kept += piece.text[max(0, at - piece.start) :]
        _put(element, last, kept)
        element.set(SPACE, "preserve")


def _put(element: Element, last: Element | None, text: str) -> None:
    if last is None:
        element.text = text
    else:
        last.tail = text
