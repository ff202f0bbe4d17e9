"""Detect the YAML style of neighbouring entries: indent, quotes, flow or block."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kehoach_cli.editing.places import Tree
from kehoach_cli.yaml.nodes import Node

DEFAULT_STEP = 2
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")


class ValueStyle(NamedTuple):
    """The style of a value under a key: the blanks after the colon, and the quotes around text."""

    gap: str = " "
    quote: str = ""


class ListStyle(NamedTuple):
    """The style of a list's items.

    `step` is the indent of the list below its key, `dash_gap` the blanks after a dash. If `in_line`, items are mappings
    in braces, with `pad` inside them. `value_styles` are by key; `quote` is for items that are text. `apart`: a blank
    line stands before each item but the first.
    """

    step: int = DEFAULT_STEP
    dash_gap: str = " "
    in_line: bool = False
    pad: str = ""
    value_styles: Mapping[str, ValueStyle] = {}
    quote: str = ""
    apart: bool = False


def style_of_list(tree: Tree, node: Node | None, key: Node | None) -> ListStyle:
    """The style of the list's last item, else that of the text's other lists. `node` is None for a new list."""
    if node and node.items:
        return _style_of_items(tree, node, key)
    name = key.value if key else None
    alike: ListStyle | None = None
    other: ListStyle | None = None
    for label, found in _lists_with_items(tree.root):
        if found.flow:
            continue
        if label is not None and label.value == name:
            alike = _style_of_items(tree, found, label)
        elif label is not None and other is None:
            other = ListStyle(step=found.start.column - label.start.column)
    return alike or other or ListStyle()


def style_of_value(tree: Tree, key: Node, value: Node) -> ValueStyle:
    """The style of the value under the key. A value on lines of its own has the default gap."""
    between = tree.text[key.end.offset : value.start.offset]
    gap = re.fullmatch(r"[ \t]*:([ \t]+)", between)
    return ValueStyle(gap[1] if gap else " ", _quote_of(value))


def _style_of_items(tree: Tree, node: Node, key: Node | None) -> ListStyle:
    last = node.items[-1]
    gap = re.search(r"-( +)\Z", tree.text[tree.line_start(last.start.offset) : last.start.offset])
    return ListStyle(
        step=node.start.column - key.start.column if key and not node.flow else DEFAULT_STEP,
        dash_gap=gap[1] if gap and not node.flow else " ",
        in_line=last.kind == "mapping" and last.flow,
        pad=" " if last.flow and tree.text[last.start.offset + 1 : last.start.offset + 2] == " " else "",
        value_styles={name.value: style_of_value(tree, name, value) for name, value in last.entries},
        quote=_quote_of(last),
        apart=len(node.items) > 1 and bool(_BLANK_LINE.search(tree.text, node.items[-2].end.offset, last.start.offset)),
    )


def _quote_of(value: Node) -> str:
    """The quotes around a text, or ""."""
    return value.style if value.style in ("'", '"') else ""


def _lists_with_items(root: Node) -> Iterator[tuple[Node | None, Node]]:
    """Every list that is not empty, with its key, from the top of the text."""
    pending: list[tuple[Node | None, Node]] = [(None, root)]
    while pending:
        key, node = pending.pop()
        if node.items:
            yield key, node
        children: list[tuple[Node | None, Node]] = [*node.entries, *((None, item) for item in node.items)]
        pending.extend(reversed(children))
