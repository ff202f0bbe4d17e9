"""Edits between brackets and braces, on one line or on several."""

from kehoach_cli.editing.block import list_begun
from kehoach_cli.editing.extent import line_end_at, next_line, rest_of_line
from kehoach_cli.editing.places import Place, Splice, Tree
from kehoach_cli.editing.style import manner_of_list, quote_of, scribe_of
from kehoach_cli.editing.writing import in_flow, item_in_line
from kehoach_cli.yaml.events import Data
from kehoach_cli.yaml.nodes import Node


def flow_value_set(place: Place, value: Data) -> Splice:
    """Another value in place of the one that stands there."""
    node = place.value
    if node.start.offset < node.end.offset or place.key is None:
        return Splice(node.start.offset, node.end.offset, in_flow(value, quote_of(node)))
    end = place.key.end.offset  # an empty value is marked where the parser saw what comes next
    text = place.tree.text
    colon = _past_blanks(text, end)
    written = in_flow(value)
    return Splice(colon + 1, colon + 1, f" {written}") if text[colon] == ":" else Splice(end, end, f": {written}")


def flow_key_added(place: Place, value: Data) -> Splice:
    """A new key after the last one."""
    mapping = place.parent
    gap = scribe_of(place.tree, *mapping.entries[-1]).gap if mapping.entries else " "
    return _added(place.tree, mapping, f"{in_flow(place.step)}:{gap}{in_flow(value)}")


def flow_appended(tree: Tree, place: Place | None, node: Node, item: Data) -> Splice:
    """A new item after the last one. An empty list of records becomes one of lines, where its neighbours are."""
    in_block = place is not None and not place.parent.flow
    manner = manner_of_list(tree, node, place.key if place else None)
    if (
        place
        and in_block
        and not node.items
        and isinstance(item, dict)
        and not tree.text[node.start.offset + 1 : node.end.offset - 1].strip()
    ):
        return list_begun(place, item, manner)
    return _added(tree, node, item_in_line(item, manner))


def flow_deleted(place: Place) -> Splice:
    """An entry and one comma beside it."""
    node, text = place.value, place.tree.text
    entries = _entries(place.parent)
    index = next(number for number, (_, value) in enumerate(entries) if value is node)
    spans = [(first.start.offset, last.end.offset) for first, last in entries]
    start, end = spans[index]
    comma = _past_blanks(text, end)
    after = comma + 1 if text[comma] == "," else end
    if place.tree.leads_its_line(start) and _ends_its_line(text, after):
        return Splice(place.tree.line_start(start), next_line(text, after), "")
    if index + 1 < len(spans):
        return Splice(start, spans[index + 1][0], "")
    if index and not rest_of_line(text, spans[index - 1][1]).partition("#")[1]:
        return Splice(spans[index - 1][1], end, "")
    return Splice(start, after, "")  # a comma that is left closes the collection as well


def _added(tree: Tree, node: Node, written: str) -> Splice:
    """One more entry behind the last: on a line of its own where the last one has one."""
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
    rest = rest_of_line(text, at) if _ends_its_line(text, at) else ""  # else the collection closes on this line
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
