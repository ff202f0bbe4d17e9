"""Edits among the lines of a block: values after a colon or a dash, items and keys on lines of their own."""

from kehoach_cli.editing.extent import content_end, entry_end, line_end_at, rest_of_line
from kehoach_cli.editing.places import EditRefused, Place, Splice, Tree
from kehoach_cli.editing.style import ItemManner, manner_of_list, quote_of
from kehoach_cli.editing.writing import in_block, item_lines
from kehoach_cli.yaml.events import Data
from kehoach_cli.yaml.nodes import Node

_BREAKS = "\r\n"


def block_value_set(place: Place, value: Data) -> Splice:
    """Another value in place of the one that stands there; comments inside a collection go with it."""
    node, text = place.value, place.tree.text
    if _wants_lines(value):
        return _list_below(place, value, manner_of_list(place.tree, None, place.key))
    written = in_block(value, quote_of(node))
    if node.start.offset < node.end.offset and not _on_lines_below(place):
        return Splice(node.start.offset, content_end(text, node), written)
    after = _after_sign(place)
    return Splice(after, _value_end(place, after), f" {written}{_kept_after_sign(place, after)}")


def block_key_added(place: Place, value: Data) -> Splice:
    """A new key below the last one of its mapping."""
    tree, column = place.tree, place.parent.start.column
    name = f"{' ' * column}{in_block(place.step)}:"
    if _wants_lines(value):
        manner = manner_of_list(tree, None, Node("scalar", place.parent.start, place.parent.end, str(place.step)))
        lines = [name, *_list_lines(value, column + manner.step, manner)]
    else:
        lines = [f"{name} {in_block(value)}"]
    return _inserted(tree, entry_end(tree.text, place.parent, _outside(column)), lines)


def block_appended(tree: Tree, node: Node, key: Node | None, item: Data) -> Splice:
    """A new item below the last one of a list of lines."""
    column = node.start.column
    below_key = key is not None and key.start.column < column
    end = entry_end(tree.text, node, _outside(column) if below_key else column)
    return _inserted(tree, end, _item(item, column, manner_of_list(tree, node, key)))


def list_begun(place: Place, item: Data, manner: ItemManner) -> Splice:
    """The first item of a list that is written as `[]` so far, on a line below its key."""
    return _list_below(place, [item], manner)


def block_deleted(place: Place) -> Splice:
    """An entry with its lines and its own comments; the last one of a collection leaves `[]` or `{}`."""
    tree, parent = place.tree, place.parent
    start = place.key.start.offset if place.key else _dash(place)
    end = entry_end(tree.text, place.value, start - tree.line_start(start))
    if len(parent.items or parent.entries) == 1:
        return _emptied(place, end)
    if tree.leads_its_line(start):
        return Splice(tree.line_start(start), end, "")
    rest = tree.text[end:]
    return Splice(start, end + len(rest) - len(rest.lstrip(" ")), "")


def _emptied(place: Place, end: int) -> Splice:
    """`[]` or `{}` in place of a collection's only entry."""
    parent, text, outer = place.parent, place.tree.text, place.outer
    nothing = "[]" if parent.kind == "sequence" else "{}"
    ending = line_end_at(text, end) if text[:end].endswith(tuple(_BREAKS)) else ""
    if outer is None or not _on_lines_below(outer):
        return Splice(parent.start.offset, end, nothing + ending)
    after = _after_sign(outer)
    return Splice(after, end, f" {nothing}{_kept_after_sign(outer, after)}{ending}")


def _wants_lines(value: Data) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) and item for item in value)


def _outside(column: int) -> int:
    """Up to which column a comment below a block speaks of what comes next; below the text's outermost, in column 0."""
    return max(column - 1, 0)


def _list_below(place: Place, items: list[Data], manner: ItemManner) -> Splice:
    """A list on lines below its key, in place of the value that stands there; comments on the key's line stay."""
    tree, after = place.tree, _after_sign(place)
    end = _value_end(place, after)
    line_end = end + len(rest_of_line(tree.text, end))
    kept = _kept_after_sign(place, after) + tree.text[end:line_end].rstrip(" ")
    ending = line_end_at(tree.text, line_end)
    lines = _list_lines(items, place.parent.start.column + (manner.step if place.key else max(1, manner.step)), manner)
    return Splice(after, line_end, kept + "".join(ending + line for line in lines))


def _list_lines(items: list[Data], column: int, manner: ItemManner) -> list[str]:
    return [line for item in items for line in _item(item, column, manner)]


def _item(item: Data, column: int, manner: ItemManner) -> list[str]:
    first, *rest = item_lines(item, manner)
    inner = " " * (column + 1 + len(manner.dash_gap))
    return [f"{' ' * column}-{manner.dash_gap}{first}", *(inner + line for line in rest)]


def _inserted(tree: Tree, at: int, lines: list[str]) -> Splice:
    """Whole lines at the start of a line, or at the end of a text whose last line has no break."""
    ending = line_end_at(tree.text, at)
    if tree.line_start(at) == at:
        return Splice(at, at, "".join(line + ending for line in lines))
    return Splice(at, at, "".join(ending + line for line in lines))


def _on_lines_below(place: Place) -> bool:
    """Whether the value begins on a line below its key or dash."""
    node = place.value
    return node.start.offset < node.end.offset and place.tree.leads_its_line(node.start.offset)


def _value_end(place: Place, after: int) -> int:
    node = place.value
    return after if node.start.offset == node.end.offset else content_end(place.tree.text, node)


def _kept_after_sign(place: Place, after: int) -> str:
    """The comments between a key and its value on lines below it, without the last line break."""
    if not _on_lines_below(place):
        return ""
    kept = place.tree.text[after : place.tree.line_start(place.value.start.offset)]
    return kept.rstrip(" ").rstrip(_BREAKS)


def _after_sign(place: Place) -> int:
    """The place behind the colon or the dash that the value follows."""
    if place.key is None:
        return _dash(place) + 1
    text, colon = place.tree.text, place.key.end.offset
    while text[colon : colon + 1] in (" ", "\t"):
        colon += 1
    if text[colon : colon + 1] != ":":
        raise EditRefused("khóa ở đây viết với dấu ?")
    return colon + 1


def _dash(place: Place) -> int:
    """Where an item's dash stands: in the list's column, on the item's line or on one above it."""
    tree = place.tree
    at = tree.line_start(place.value.start.offset)
    while tree.text[(dash := at + place.parent.start.column)] != "-":
        at = tree.line_start(at - 1)
    return dash
