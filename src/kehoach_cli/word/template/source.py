"""From a part with tags to the text that Jinja compiles.

Each tag is put there with one line feed of its own, and the rest with none: so the line that an error speaks of
is the number of the tag, and the tag knows its paragraph. All else in the part is made inert for Jinja.
"""

import re
from typing import NamedTuple

from lxml import etree

from kehoach_cli.sandbox.package.xml import SPACE, Element, w
from kehoach_cli.word.template.levels import holder
from kehoach_cli.word.template.tags import Tag

_TARGET = "kehoach"
_MARK = re.compile(rf"<\?{_TARGET} (\d+)\?>")
_BODY = re.compile(r"(?P<left>[-+]?)(?P<code>.*?)(?P<right>[-+]?)", re.DOTALL)


class Source(NamedTuple):
    """Jinja's source of one part; the tag on its line n is `tags[n - 2]`."""

    text: str
    tags: tuple[Tag, ...]

    def tag(self, line: int) -> Tag | None:
        """The tag that an error on this line is about."""
        return self.tags[line - 2] if 2 <= line < len(self.tags) + 2 else None


def jinja_source(root: Element, tags: tuple[Tag, ...]) -> Source:
    """The source of a part whose tags are known to be in order. The tree itself is used up."""
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
    return Source("".join(written), tuple(placed))


def tags_alone(tags: tuple[Tag, ...]) -> Source:
    """The source of the tags with nothing between them, for looking at what they say."""
    return Source("".join(map(tag_source, tags)), tags)


def tag_source(tag: Tag) -> str:
    """The tag as Jinja reads it, with its one line feed."""
    body = _BODY.fullmatch(tag.body)
    left, code, right = body.group("left", "code", "right") if body else ("", tag.body, "")
    closer = "}}" if tag.kind == "{{" else "%}"
    return f"{tag.kind}{left}\n{code.replace(chr(10), ' ')} {right}{closer}"


def _place_marks(tags: tuple[Tag, ...]) -> None:
    """Put a processing instruction in the place of each tag: nothing that is typed in Word can look like one."""
    replaced: dict[int, Element] = {}
    inline: dict[int, list[tuple[int, Tag]]] = {}
    for index, tag in enumerate(tags):
        whole = holder(tag) if tag.level else None
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
