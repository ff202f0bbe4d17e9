"""Match the tags that open and close a block, and tell whether whole paragraphs, rows or runs lie between them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kehoach_cli.sandbox.package.xml import Element, w
from kehoach_cli.word.template.tags import Tag, replaced_element

OPENERS: Mapping[str, str] = {"if": "endif", "for": "endfor"}
CLOSERS: Mapping[str, str] = {"endif": "if", "endfor": "for", "elif": "if", "else": "if"}
MIDDLES: Mapping[str, tuple[str, ...]] = {"elif": ("if",), "else": ("if", "for")}
_APART = tuple(map(w, ("tc", "tr", "footnote", "endnote", "txbxContent")))


class Block(NamedTuple):
    """The tags of one block: the opening one, those in the middle (elif, else), the closing one."""

    tags: tuple[Tag, ...]


class Unmatched(NamedTuple):
    """A tag that belongs to no block; `opened` is the opening tag of the block that is open there."""

    tag: Tag
    opened: Tag | None


def blocks(tags: tuple[Tag, ...]) -> Iterator[Block | Unmatched]:
    """Yield the blocks of one part in the order in which they close, and the tags that belong to none."""
    open_blocks: list[list[Tag]] = []
    for tag in tags:
        word = tag.word
        if tag.kind != "{%":
            continue
        opened = open_blocks[-1][0] if open_blocks else None
        if word in OPENERS:
            open_blocks.append([tag])
        elif word in MIDDLES:
            if opened is not None and opened.word in MIDDLES[word] and open_blocks[-1][-1].word != "else":
                open_blocks[-1].append(tag)
            else:
                yield Unmatched(tag, opened)
        elif word in CLOSERS:
            if opened is not None and OPENERS[opened.word] == word:
                yield Block((*open_blocks.pop(), tag))
                continue
            yield Unmatched(tag, opened)
            crossed = next((block for block in reversed(open_blocks) if OPENERS[block[0].word] == word), None)
            if crossed is not None:  # it is closed in the wrong place: one fault, reported once
                open_blocks.remove(crossed)
    for left in open_blocks:
        yield Unmatched(left[0], None)


def enclose_whole_elements(opener: Tag, other: Tag) -> bool:
    """Whether the XML stays well-formed if everything from one tag to the other is removed or repeated."""
    if opener.level:
        one, two = replaced_element(opener), replaced_element(other)
        return one is not None and two is not None and one.getparent() is two.getparent()
    first, second = _ancestors(opener), _ancestors(other)
    while first and second and first[0] is second[0]:
        del first[0], second[0]
    names = [element.tag for element in first]
    return names == [element.tag for element in second] and not any(name in _APART for name in names)


def _ancestors(tag: Tag) -> list[Element]:
    """The elements from the part's root down to the text in which the tag starts."""
    ancestors: list[Element] = []
    element: Element | None = tag.holder
    while element is not None:
        ancestors.append(element)
        element = element.getparent()
    return ancestors[::-1]
