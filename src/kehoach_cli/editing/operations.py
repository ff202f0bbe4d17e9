"""Insert items at the end of lists of a YAML text, and values under keys that have none.

Each is one stretch of text in place of another; nothing is loaded and written back. What comes out is read again
and has to hold the old data plus what was inserted, and nothing else.
"""

from collections.abc import Iterable, Sequence

from kehoach_cli.editing.block import add_block_key, append_to_block, put_in_block
from kehoach_cli.editing.expected import Insertion, Path, same_data, with_insertion
from kehoach_cli.editing.flow import add_flow_key, append_to_flow, put_in_flow
from kehoach_cli.editing.places import EditRefused, Place, Splice, Tree, find_place, tree_of
from kehoach_cli.yaml.events import Data, load_data
from kehoach_cli.yaml.faults import FileFault
from kehoach_cli.yaml.text import SourceText, check_bytes


def insert_all(source: SourceText, insertions: Sequence[Insertion]) -> SourceText:
    """The text with every item at the end of its list, and every value under its key, in their order.

    A list that is not there yet, because its key is missing or empty, is made. The text is read once for all paths that
    are different, and once more for each further item of the same list.

    Raises:
        EditRefused: there is no such place, or it cannot be changed without touching anything else.
        FileFault: the text is not one that `load_data` reads.
    """
    while insertions:
        now, insertions = _first_of_each_path(insertions)
        expected = load_data(source).data
        tree = tree_of(source.text)
        splices = [_splice(tree, each) for each in now]
        for each in now:
            expected = with_insertion(expected, each)
        source = _checked(source, splices, expected)
    return source


def _first_of_each_path(insertions: Iterable[Insertion]) -> tuple[list[Insertion], list[Insertion]]:
    """The first insertion at every path, and the others."""
    first: list[Insertion] = []
    others: list[Insertion] = []
    seen: set[Path] = set()
    for each in insertions:
        (others if each.path in seen else first).append(each)
        seen.add(each.path)
    return first, others


def _splice(tree: Tree, insertion: Insertion) -> Splice:
    path, value, as_item = insertion
    place = find_place(tree, path) if path else None
    node = place.node if place else tree.root
    if as_item and node is not None and node.kind == "sequence":
        key = place.key if place else None
        return append_to_flow(tree, place, node, value) if node.flow else append_to_block(tree, node, key, value)
    if place is None or (node is not None and (node.kind, node.value, node.style) not in _NOTHING):
        raise EditRefused("không phải là danh sách" if as_item else f"đã có «{path[-1]}»")
    return _put(place, [value] if as_item else value)


_NOTHING = {("scalar", text, "") for text in ("", "~", "null", "Null", "NULL")}


def _put(place: Place, value: Data) -> Splice:
    """The value at a place that holds nothing yet."""
    if place.node is None:
        return add_flow_key(place, value) if place.parent.flow else add_block_key(place, value)
    return put_in_flow(place, value) if place.parent.flow else put_in_block(place, value)


def _checked(source: SourceText, splices: Iterable[Splice], expected: Data) -> SourceText:
    """The spliced text, provided that it reads as expected. All that stands outside the splices is the text's own.

    What is inserted at one place stands in the order given.
    """
    pieces, done = [], 0
    for splice in sorted(splices, key=lambda splice: splice.start):
        pieces += [source.text[done : splice.start], splice.text]
        done = splice.end
    edited = source._replace(text="".join([*pieces, source.text[done:]]))
    try:
        content = load_data(check_bytes(edited.raw, source.name))
    except FileFault as fault:
        raise EditRefused(_UNUSUAL_STYLE) from fault
    if content.findings or not same_data(content.data, expected):
        raise EditRefused(_UNUSUAL_STYLE)
    return edited


_UNUSUAL_STYLE = "chỗ này viết theo cách mà kehoach không sửa được"
