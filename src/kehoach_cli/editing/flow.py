"""Add items, keys and values between brackets and braces, on one line or several."""

from kehoach_cli.editing.block import start_list_of_lines
from kehoach_cli.editing.extent import line_end_at, rest_of_line
from kehoach_cli.editing.places import Place, Splice, Tree
from kehoach_cli.editing.style import style_of_list, style_of_value
from kehoach_cli.editing.writing import in_flow, item_in_line
from kehoach_cli.yaml.events import Data
from kehoach_cli.yaml.nodes import Node


def put_in_flow(place: Place, value: Data) -> Splice:
    """Put a value in place of an empty one."""
    node, written = place.value, in_flow(value)
    if node.start.offset < node.end.offset or place.key is None:
        return Splice(node.start.offset, node.end.offset, written)
    end = place.key.end.offset  # the parser places an empty value at the next token
    text = place.tree.text
    colon = _past_blanks(text, end)
    return Splice(colon + 1, colon + 1, f" {written}") if text[colon] == ":" else Splice(end, end, f": {written}")


def add_flow_key(place: Place, value: Data) -> Splice:
    """Add a key with its value after the last key."""
    mapping = place.parent
    gap = style_of_value(place.tree, *mapping.entries[-1]).gap if mapping.entries else " "
    return _insert_entry(place.tree, mapping, f"{in_flow(place.step)}:{gap}{in_flow(value)}")


def append_to_flow(tree: Tree, place: Place | None, node: Node, item: Data) -> Splice:
    """Add an item after the last one. An empty list in a block gets its first record on lines of its own."""
    in_block = place is not None and not place.parent.flow
    style = style_of_list(tree, node, place.key if place else None)
    if (
        place
        and in_block
        and not node.items
        and isinstance(item, dict)
        and not tree.text[node.start.offset + 1 : node.end.offset - 1].strip()
    ):
        return start_list_of_lines(place, item, style)
    return _insert_entry(tree, node, item_in_line(item, style))


def _insert_entry(tree: Tree, node: Node, written: str) -> Splice:
    """Add an entry after the last: on a line of its own if the last one has its own line."""
    text = tree.text
    if not (node.items or node.entries):
        return Splice(node.start.offset + 1, node.start.offset + 1, written)
    first, last = _entries(node)[-1]
    start, end = first.start.offset, max(first.end.offset, last.end.offset)
    after = _past_blanks(text, end)
    closed_by_comma = text[after : after + 1] == ","
    at = after + 1 if closed_by_comma else end
    if not tree.leads_its_line(start):
        return Splice(at, at, f" {written}" if closed_by_comma else f", {written}")
    rest = rest_of_line(text, at) if _ends_its_line(text, at) else ""  # otherwise the collection closes on this line
    line = f"{rest}{line_end_at(text, tree.line_start(start))}{' ' * (start - tree.line_start(start))}{written}"
    return Splice(at, at + len(rest), f"{line}," if closed_by_comma else f",{line}")


def _entries(node: Node) -> list[tuple[Node, Node]]:
    """The first and the last node of each entry: a key and its value, or an item twice."""
    return list(node.entries) or [(item, item) for item in node.items]


def _past_blanks(text: str, offset: int) -> int:
    while text[offset : offset + 1] in (" ", "\t", "\r", "\n"):
        offset += 1
    return offset


def _ends_its_line(text: str, offset: int) -> bool:
    """Whether nothing but a comment follows on the line."""
    return rest_of_line(text, offset).strip(" \t")[:1] in ("", "#")
