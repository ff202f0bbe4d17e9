"""The three changes that can be made to a YAML text: set a value, append an item, delete an entry.

Each cuts one stretch out of the text and puts another in its place; nothing is loaded and written back. What comes
out is read again and has to hold the old data plus the change, and nothing else.
"""

from collections.abc import Iterable, Sequence

from kehoach_cli.diagnostics import Step
from kehoach_cli.editing.block import block_appended, block_deleted, block_key_added, block_value_set
from kehoach_cli.editing.expected import same_data, with_item, with_value, without
from kehoach_cli.editing.flow import flow_appended, flow_deleted, flow_key_added, flow_value_set
from kehoach_cli.editing.places import EditRefused, Place, Splice, Tree, find_place, tree_of
from kehoach_cli.yaml.events import Data, load_data
from kehoach_cli.yaml.faults import FileFault
from kehoach_cli.yaml.text import SourceText, check_bytes

Path = tuple[Step, ...]


def set_value(source: SourceText, path: Path, value: Data) -> SourceText:
    """The text with the value at the path; a key that its mapping does not hold yet is added at the mapping's end.

    Raises:
        EditRefused: there is no such place, or it cannot be changed without touching anything else.
        FileFault: the text is not one that `load_data` reads.
    """
    before = load_data(source).data
    splice = _value_set(find_place(tree_of(source.text), path), value)
    return _checked(source, [splice], with_value(before, path, value))


def append(source: SourceText, path: Path, item: Data) -> SourceText:
    """The text with one more item at the end of the list at the path.

    A list that is not there yet, because its key is missing or empty, is made. Raises as `set_value` does.
    """
    return append_all(source, [(path, item)])


def append_all(source: SourceText, items: Sequence[tuple[Path, Data]]) -> SourceText:
    """The text with every item at the end of the list at its path, in their order. Raises as `append` does.

    The text is read once for all lists that are different, and once more for each further item of the same list.
    """
    while items:
        now, items = _first_of_each_list(items)
        before = load_data(source).data
        tree = tree_of(source.text)
        splices = [_appended(tree, path, item) for path, item in now]
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


def _value_set(place: Place, value: Data) -> Splice:
    if place.node is not None:
        return flow_value_set(place, value) if place.parent.flow else block_value_set(place, value)
    return flow_key_added(place, value) if place.parent.flow else block_key_added(place, value)


def _appended(tree: Tree, path: Path, item: Data) -> Splice:
    place = find_place(tree, path) if path else None
    node = place.node if place else tree.root
    if node is not None and node.kind == "sequence":
        key = place.key if place else None
        return flow_appended(tree, place, node, item) if node.flow else block_appended(tree, node, key, item)
    if place is None or (node is not None and (node.kind, node.value, node.style) not in _NOTHING):
        raise EditRefused("không phải là danh sách")
    return _value_set(place, [item])


_NOTHING = {("scalar", text, "") for text in ("", "~", "null", "Null", "NULL")}


def delete(source: SourceText, path: Path) -> SourceText:
    """The text without the item or the key at the path. Raises as `set_value` does."""
    before = load_data(source).data
    place = find_place(tree_of(source.text), path)
    splice = flow_deleted(place) if place.parent.flow else block_deleted(place)
    return _checked(source, [splice], without(before, path))


def _checked(source: SourceText, splices: Iterable[Splice], expected: Data) -> SourceText:
    """The spliced text, provided that it reads as expected. All that stands outside the splices is the text's own."""
    text = source.text
    for splice in sorted(splices, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    edited = source._replace(text=text)
    try:
        content = load_data(check_bytes(edited.raw, source.name))
    except FileFault as fault:
        raise EditRefused(_UNUSUAL) from fault
    if content.findings or not same_data(content.data, expected):
        raise EditRefused(_UNUSUAL)
    return edited


_UNUSUAL = "chỗ này viết theo cách mà kehoach không sửa được"
