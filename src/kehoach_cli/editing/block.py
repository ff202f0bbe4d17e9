"""Add items, keys and values to a block, on lines of their own or after a colon or a dash."""

from kehoach_cli.editing.extent import entry_end, line_end_at, rest_of_line
from kehoach_cli.editing.places import EditRefused, Place, Splice, Tree
from kehoach_cli.editing.style import ListStyle, style_of_list
from kehoach_cli.editing.writing import in_block, item_lines
from kehoach_cli.yaml.events import Data
from kehoach_cli.yaml.nodes import Node

_BREAKS = "\r\n"


def put_in_block(place: Place, value: Data) -> Splice:
    """Put a value in place of an empty one."""
    if _wants_lines(value):
        return start_list_of_lines(place, value[0], style_of_list(place.tree, None, place.key))
    node, written = place.value, in_block(value)
    if node.start.offset < node.end.offset and not _on_lines_below(place):
        return Splice(node.start.offset, node.end.offset, written)
    after = _after_sign(place)
    return Splice(after, _value_end(place, after), f" {written}{_kept_after_sign(place, after)}")


def add_block_key(place: Place, value: Data) -> Splice:
    """Add a key with its value below the last key of the mapping."""
    tree, column = place.tree, place.parent.start.column
    name = f"{' ' * column}{in_block(place.step)}:"
    if _wants_lines(value):
        style = style_of_list(tree, None, Node("scalar", place.parent.start, place.parent.end, str(place.step)))
        lines = [name, *_item(value[0], column + style.step, style)]
    else:
        lines = [f"{name} {in_block(value)}"]
    return _insert_lines(tree, entry_end(tree.text, place.parent, _comment_column(column)), lines)


def append_to_block(tree: Tree, node: Node, key: Node | None, item: Data) -> Splice:
    """Add an item below the last one of a list of lines."""
    column = node.start.column
    below_key = key is not None and key.start.column < column
    end = entry_end(tree.text, node, _comment_column(column) if below_key else column)
    style = style_of_list(tree, node, key)
    return _insert_lines(tree, end, [*[""] * style.apart, *_item(item, column, style)])


def start_list_of_lines(place: Place, item: Data, style: ListStyle) -> Splice:
    """Put the first item of a list on lines below its key, in place of an empty value. Comments stay."""
    tree, after = place.tree, _after_sign(place)
    end = _value_end(place, after)
    line_end = end + len(rest_of_line(tree.text, end))
    kept = _kept_after_sign(place, after) + tree.text[end:line_end].rstrip(" ")
    ending = line_end_at(tree.text, line_end)
    lines = _item(item, place.parent.start.column + (style.step if place.key else max(1, style.step)), style)
    return Splice(after, line_end, kept + "".join(ending + line for line in lines))


def _wants_lines(value: Data) -> bool:
    """Whether the value is a list of one record."""
    return isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict) and bool(value[0])


def _comment_column(column: int) -> int:
    """The deepest column of a comment that is about what comes after the block, not about the block."""
    return max(column - 1, 0)


def _item(item: Data, column: int, style: ListStyle) -> list[str]:
    first, *rest = item_lines(item, style)
    inner = " " * (column + 1 + len(style.dash_gap))
    return [f"{' ' * column}-{style.dash_gap}{first}", *(inner + line for line in rest)]


def _insert_lines(tree: Tree, at: int, lines: list[str]) -> Splice:
    """Insert whole lines at the start of a line, or at the end of a text without a last line break."""
    ending = line_end_at(tree.text, at)
    if tree.line_start(at) == at:
        return Splice(at, at, "".join(line + ending for line in lines))
    return Splice(at, at, "".join(ending + line for line in lines))


def _on_lines_below(place: Place) -> bool:
    """Whether the value begins on a line below its key or dash."""
    node = place.value
    return node.start.offset < node.end.offset and place.tree.leads_its_line(node.start.offset)


def _value_end(place: Place, after: int) -> int:
    node = place.value  # the parser places an empty one at the next token
    return after if node.start.offset == node.end.offset else node.end.offset


def _kept_after_sign(place: Place, after: int) -> str:
    """The comments between a key and its value on the lines below, without the last line break."""
    if not _on_lines_below(place):
        return ""
    kept = place.tree.text[after : place.tree.line_start(place.value.start.offset)]
    return kept.rstrip(" ").rstrip(_BREAKS)


def _after_sign(place: Place) -> int:
    """The offset after the colon or the dash before the value."""
    if place.key is None:
        return _dash(place) + 1
    text, colon = place.tree.text, place.key.end.offset
    while text[colon : colon + 1] in (" ", "\t"):
        colon += 1
    if text[colon : colon + 1] != ":":
        raise EditRefused("khóa ở đây viết với dấu ?")
    return colon + 1


def _dash(place: Place) -> int:
    """The offset of an item's dash: in the list's column, on the item's line or above it."""
    tree = place.tree
    at = tree.line_start(place.value.start.offset)
    while tree.text[(dash := at + place.parent.start.column)] != "-":
        at = tree.line_start(at - 1)
    return dash
