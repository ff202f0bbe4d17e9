"""Find a field's line and column, from a rule's `FieldRef` or the schema's `Route`.

A `FieldRef` is turned into a `Route`, and the route is followed in the text. Only the records that findings name are
parsed again, each once.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from kehoach_cli.diagnostics import Collection, FieldRef, Location, Position, Route, Step
from kehoach_cli.yaml.events import Mark, YamlData
from kehoach_cli.yaml.nodes import Node, compose
from kehoach_cli.yaml.text import SourceText


class Document(NamedTuple):
    """One file of a plan: its text and its data."""

    source: SourceText
    content: YamlData


Place = FieldRef | Route | Location


class Locator:
    """Finds fields in the files of one plan. `names` gives the names of files that could not be read.

    `elsewhere` gives, by the id of a record, where its `answers` are written.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        names: Mapping[str, str],
        elsewhere: Mapping[str, Sequence[Route]] | None = None,
    ) -> None:
        self._documents = documents
        self._names = names
        self._elsewhere = elsewhere or {}
        self._places: dict[Collection, dict[str, list[int]]] = {}

    def locate_all(self, places: Iterable[Place]) -> dict[Place, Location]:
        """The location of each field or, if the file lacks it, of the nearest key or record around it."""
        found: dict[Place, Location] = {place: place for place in places if isinstance(place, Location)}
        routes = {place: self.route(place) for place in places if not isinstance(place, Location)}
        fragment: tuple[str, int | None, Fragment] | None = None
        for place, route in sorted(routes.items(), key=lambda entry: _order(entry[1])):
            document = self._documents.get(route.collection)
            if document is None:
                found[place] = Location(self._names[route.collection], Position(1, 1), Position(1, 2))
                continue
            item = _item(document, route)
            if fragment is None or fragment[:2] != (route.collection, item):
                fragment = route.collection, item, parse_fragment(document, item)
            path = route.path if item is None else route.path[1:]
            part = place.part if isinstance(place, FieldRef) else None
            found[place] = Location(document.source.name, *fragment[2].span(path, route.on_key, part))
        return found

    def route(self, at: FieldRef | Route) -> Route:
        """The route to the field from the top of its file."""
        if isinstance(at, Route):
            return at
        if at.record is None:
            return Route(at.collection, at.path)
        match at.path:
            case ("answers", int(index), *inner) if at.record in self._elsewhere:
                route = self._elsewhere[at.record][index]
                return route._replace(path=(*route.path, *inner))
        if at.collection not in self._places:
            self._places[at.collection] = self._index(at.collection)
        places = self._places[at.collection].get(at.record, [])
        return Route(at.collection, (*places[at.occurrence : at.occurrence + 1], *at.path))

    def record_id(self, at: Place) -> str | None:
        """The id of the field's record; None if it is in no record or the record has no id."""
        if isinstance(at, Location):
            return None
        if isinstance(at, FieldRef):
            return at.record
        document = self._documents.get(at.collection)
        found: Any = document and document.content.data
        for step in at.path[:2] if at.path[:1] == ("answers",) else at.path[:1]:
            within = isinstance(found, dict) and step in found
            within = within or (isinstance(found, list) and isinstance(step, int) and step < len(found))
            found = found[step] if within else None
        name = (found.get("id") or found.get("record")) if isinstance(found, dict) else None
        return name if isinstance(name, str) else None

    def _index(self, collection: Collection) -> dict[str, list[int]]:
        document = self._documents.get(collection)
        places: dict[str, list[int]] = {}
        for index, item in enumerate(document.content.data if document else ()):
            if isinstance(item, dict) and isinstance(item.get("id"), str):
                places.setdefault(item["id"], []).append(index)
        return places


def _order(route: Route) -> tuple[str, int]:
    first = route.path[0] if route.path else None
    return route.collection, first if isinstance(first, int) else -1


def _item(document: Document, route: Route) -> int | None:
    """The index of the record that the route leads into; None for the file as a whole."""
    first = route.path[0] if route.path else None
    return first if isinstance(first, int) and first < len(document.content.items) else None


class Fragment(NamedTuple):
    """A part of a file, parsed by itself.

    `offset` and `line` are added to its marks to get those of the file; `column` is added on its first line only.
    """

    text: str
    node: Node | None
    offset: int
    line: int
    column: int

    def scalars(self) -> list[tuple[int, int]]:
        """The start and end of each scalar, as offsets into the file, in order."""
        spans: list[tuple[int, int]] = []
        pending = [self.node] if self.node else []
        while pending:
            node = pending.pop()
            if node.kind == "scalar":
                spans.append((node.start.offset + self.offset, node.end.offset + self.offset))
            pending.extend(node.items)
            pending.extend(child for entry in node.entries for child in entry)
        return sorted(spans)

    def span(self, path: tuple[Step, ...], on_key: bool, part: tuple[int, int] | None) -> tuple[Position, Position]:  # noqa: FBT001
        if self.node is None:
            return Position(self.line + 1, 1), Position(self.line + 1, 2)
        start, end, scalar = _span(self.node, path, on_key)
        if part is not None and scalar is not None:
            start, end = self._narrowed(scalar, part)
        first, last = self.position(start), self.position(end)
        return first, max(last, first._replace(column=first.column + 1))  # an empty value gets one character

    def position(self, mark: Mark) -> Position:
        return Position(mark.line + self.line + 1, mark.column + 1 + (self.column if mark.line == 0 else 0))

    def _narrowed(self, scalar: Node, part: tuple[int, int]) -> tuple[Mark, Mark]:
        """The span of a part of a value; of the whole value if it is folded or escaped in the text."""
        quote = 1 if scalar.style in ("'", '"') else 0
        written = self.text[scalar.start.offset + quote : scalar.end.offset - quote]
        if written != scalar.value or scalar.start.line != scalar.end.line:
            return scalar.start, scalar.end
        first, last = part
        return _shifted(scalar.start, quote + first), _shifted(scalar.start, quote + last)


def _shifted(mark: Mark, by: int) -> Mark:
    return Mark(mark.offset + by, mark.line, mark.column + by)


def parse_fragment(document: Document, index: int | None) -> Fragment:
    """Parse one record of a file; with None, the whole file, or only the first record if it is a list of them."""
    text, items = document.source.text, document.content.items
    if index is None:
        depth = 1 if items else 0
        return Fragment(text, compose(text, depth), 0, 0, 0)
    item = items[index]
    following = items[index + 1] if index + 1 < len(items) else None
    if document.content.flow:
        own = "[" + text[item.offset : following.offset if following else len(text)]
        return Fragment(own, compose(own, depth=1), item.offset - 1, item.line, item.column - 1)
    own = " " * item.column + text[item.offset : following.offset - following.column if following else len(text)]
    return Fragment(own, compose(own), item.offset - item.column, item.line, 0)


def _span(node: Node, path: tuple[Step, ...], on_key: bool) -> tuple[Mark, Mark, Node | None]:  # noqa: FBT001
    """The start and end of the field, and its value's node if that is a scalar shown in full."""
    label: Node | None = None  # the key that led to `node`
    for depth, step in enumerate(path):
        if node.kind == "mapping" and isinstance(step, str):
            child = node.get(step)
            if child is None:
                break
            label, node = node.key_node(step), child
            if on_key and depth == len(path) - 1 and label:
                return label.start, label.end, None
        elif node.kind == "sequence" and isinstance(step, int) and step < len(node.items):
            label, node = None, node.items[step]
        else:
            break
    return _visible_span(node, label)


def _visible_span(node: Node, label: Node | None) -> tuple[Mark, Mark, Node | None]:
    """The span to underline: a scalar in full; for a collection, a block scalar or an empty value, its key.

    A list item has no key: a flow item is shown in full, any other by its first scalar.
    """
    visible = node.kind == "scalar" and node.style not in ("|", ">") and node.start.offset < node.end.offset
    if label is not None and not visible:
        return label.start, label.end, None
    first: Node = node
    while first.kind != "scalar" and not first.flow:
        children = [key for key, _ in first.entries] or list(first.items)
        if not children:
            break
        first = children[0]
    return first.start, first.end, node if visible else None
