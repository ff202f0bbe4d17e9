"""Parse YAML text into a tree of nodes with positions, to locate fields and to edit in place.

Only for text that `load_data` has accepted: nothing is checked again.
"""

from typing import Any, Literal, NamedTuple

from ruamel.yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from kehoach_cli.yaml.events import Mark, parse_events

NodeKind = Literal["scalar", "mapping", "sequence"]


class Node(NamedTuple):
    """One value, from `start` up to `end`; both are equal for an empty value.

    `style` is the scalar's quote or block sign ("" if plain). `flow`: written as `[a, b]` or `{a: b}`.
    `entries` are the keys and values of a mapping, `items` the values of a sequence.
    """

    kind: NodeKind
    start: Mark
    end: Mark
    value: str = ""
    style: str = ""
    flow: bool = False
    entries: tuple[tuple["Node", "Node"], ...] = ()
    items: tuple["Node", ...] = ()

    def get(self, key: str) -> "Node | None":
        """The value of the key. Of a repeated key the last one counts."""
        for name, value in reversed(self.entries):
            if name.value == key:
                return value
        return None

    def key_node(self, key: str) -> "Node | None":
        for name, _ in reversed(self.entries):
            if name.value == key:
                return name
        return None


def compose(text: str, depth: int = 0) -> Node | None:
    """The tree of the text's first document; None if there is none. What follows is not parsed.

    `depth` 1 gives only the first item or key of the outermost collection, 2 the first inside that, and so on.
    """
    open_nodes: list[tuple[Any, list[Node]]] = []
    for event in parse_events(text):
        kind = type(event)
        if kind is ScalarEvent:
            node = Node("scalar", _mark(event.start_mark), _mark(event.end_mark), event.value, event.style or "")
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            open_nodes.append((event, []))
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            opening, children = open_nodes.pop()
            node = _collection(opening, children, event)
        else:
            continue
        if len(open_nodes) == depth:
            return node
        open_nodes[-1][1].append(node)
    return None


def _collection(opening: Any, children: list[Node], closing: Any) -> Node:
    """A mapping or sequence. A block ends where its last child ends; the parser's mark is at the next token."""
    start = _mark(opening.start_mark)
    flow = bool(opening.flow_style)
    end = _mark(closing.end_mark) if flow or not children else children[-1].end
    if type(opening) is MappingStartEvent:
        pairs = tuple(zip(children[::2], children[1::2], strict=True))
        return Node("mapping", start, end, flow=flow, entries=pairs)
    return Node("sequence", start, end, flow=flow, items=tuple(children))


def _mark(mark: Any) -> Mark:
    return Mark(mark.index, mark.line, mark.column)
