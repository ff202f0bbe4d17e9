"""How the neighbours of a new entry are written: indented, quoted, in brackets or in lines."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kehoach_cli.editing.places import Tree
from kehoach_cli.yaml.nodes import Node

DEFAULT_STEP = 2


class Scribe(NamedTuple):
    """How one value under a key is written: what stands between colon and value, and the quotes around text."""

    gap: str = " "
    quote: str = ""


class ItemManner(NamedTuple):
    """How the items of a list are written.

    `step` is how far a list is indented below its key, `dash_gap` what follows a dash. `in_line` tells a mapping in
    braces from one of lines, `pad` is what stands inside the braces. `scribes` go by the key, `quote` is for items
    that are text.
    """

    step: int = DEFAULT_STEP
    dash_gap: str = " "
    in_line: bool = False
    pad: str = ""
    scribes: Mapping[str, Scribe] = {}
    quote: str = ""


def manner_of_list(tree: Tree, node: Node | None, key: Node | None) -> ItemManner:
    """How a new item of the list is to be written: as its last one, else as in the other lists of the text.

    `node` is None for a list that is not there yet.
    """
    if node and node.items:
        return _manner(tree, node, key)
    name = key.value if key else None
    alike: ItemManner | None = None
    other: ItemManner | None = None
    for label, found in _lists_with_items(tree.root):
        if found.flow:
            continue
        if label is not None and label.value == name:
            alike = _manner(tree, found, label)
        elif label is not None and other is None:
            other = ItemManner(step=found.start.column - label.start.column)
    return alike or other or ItemManner()


def scribe_of(tree: Tree, key: Node, value: Node) -> Scribe:
    """How the value under the key is written; a value on lines of its own tells nothing."""
    between = tree.text[key.end.offset : value.start.offset]
    gap = re.fullmatch(r"[ \t]*:([ \t]+)", between)
    return Scribe(gap[1] if gap else " ", _quote_of(value))


def _manner(tree: Tree, node: Node, key: Node | None) -> ItemManner:
    last = node.items[-1]
    gap = re.search(r"-( +)\Z", tree.text[tree.line_start(last.start.offset) : last.start.offset])
    return ItemManner(
        node.start.column - key.start.column if key and not node.flow else DEFAULT_STEP,
        gap[1] if gap and not node.flow else " ",
        last.kind == "mapping" and last.flow,
        " " if last.flow and tree.text[last.start.offset + 1 : last.start.offset + 2] == " " else "",
        {name.value: scribe_of(tree, name, value) for name, value in last.entries},
        _quote_of(last),
    )


def _quote_of(value: Node) -> str:
    """The quotes around a text, "" where it has none."""
    return value.style if value.style in ("'", '"') else ""


def _lists_with_items(root: Node) -> Iterator[tuple[Node | None, Node]]:
    """Every list that holds something, with the key that it stands under, from the top of the text."""
    pending: list[tuple[Node | None, Node]] = [(None, root)]
    while pending:
        key, node = pending.pop()
        if node.items:
            yield key, node
        children: list[tuple[Node | None, Node]] = [*node.entries, *((None, item) for item in node.items)]
        pending.extend(reversed(children))
