"""Append items to the lists of a YAML text.

Each item is one stretch of text in place of another; nothing is loaded and written back. What comes out is read again
and has to hold the old data plus the items, and nothing else.
"""

from collections.abc import Iterable, Sequence

from kehoach_cli.diagnostics import Step
from kehoach_cli.editing.block import add_block_key, append_to_block, make_block_list
from kehoach_cli.editing.expected import same_data, with_item
from kehoach_cli.editing.flow import add_flow_key, append_to_flow, make_flow_list
from kehoach_cli.editing.places import EditRefused, Place, Splice, Tree, find_place, tree_of
from kehoach_cli.yaml.events import Data, load_data
from kehoach_cli.yaml.faults import FileFault
from kehoach_cli.yaml.text import SourceText, check_bytes

Path = tuple[Step, ...]


def append_all(source: SourceText, items: Sequence[tuple[Path, Data]]) -> SourceText:
    """The text with every item at the end of the list at its path, in their order.

    A list that is not there yet, because its key is missing or empty, is made. The text is read once for all lists that
    are different, and once more for each further item of the same list.

    Raises:
        EditRefused: there is no such place, or it cannot be changed without touching anything else.
        FileFault: the text is not one that `load_data` reads.
    """
    while items:
        now, items = _first_of_each_list(items)
        before = load_data(source).data
        tree = tree_of(source.text)
        splices = [_append(tree, path, item) for path, item in now]
        expected = before
        for path, item in now:
            expected = with_item(expected, path, item)
        source = _checked(source, splices, expected)
    return source


def _first_of_each_list(items: Iterable[tuple[Path, Data]]) -> tuple[list[tuple[Path, Data]], list[tuple[Path, Data]]]:
    """The first item for every path, and the others."""
    first: list[tuple[Path, Data]] = []
    others: list[tuple[Path, Data]] = []
    seen: set[Path] = set()
    for path, item in items:
        (others if path in seen else first).append((path, item))
        seen.add(path)
    return first, others


def _append(tree: Tree, path: Path, item: Data) -> Splice:
    place = find_place(tree, path) if path else None
    node = place.node if place else tree.root
    if node is not None and node.kind == "sequence":
        key = place.key if place else None
        return append_to_flow(tree, place, node, item) if node.flow else append_to_block(tree, node, key, item)
    if place is None or (node is not None and (node.kind, node.value, node.style) not in _NOTHING):
        raise EditRefused("không phải là danh sách")
    return _make_list(place, item)


_NOTHING = {("scalar", text, "") for text in ("", "~", "null", "Null", "NULL")}


def _make_list(place: Place, item: Data) -> Splice:
    """A list of one item at a place that holds nothing yet."""
    if place.node is None:
        return add_flow_key(place, item) if place.parent.flow else add_block_key(place, item)
    return make_flow_list(place, item) if place.parent.flow else make_block_list(place, item)


def _checked(source: SourceText, splices: Iterable[Splice], expected: Data) -> SourceText:
    """The spliced text, provided that it reads as expected. All that stands outside the splices is the text's own."""
    text = source.text
    for splice in sorted(splices, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    edited = source._replace(text=text)
    try:
        content = load_data(check_bytes(edited.raw, source.name))
    except FileFault as fault:
        raise EditRefused(_UNUSUAL_STYLE) from fault
    if content.findings or not same_data(content.data, expected):
        raise EditRefused(_UNUSUAL_STYLE)
    return edited


_UNUSUAL_STYLE = "chỗ này viết theo cách mà kehoach không sửa được"
