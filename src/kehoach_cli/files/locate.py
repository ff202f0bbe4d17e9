"""From the name of a field to its place in the file: one way for every finding.

A rule's `FieldRef` becomes the `Route` of its record, and a route becomes line and column. The text is parsed
again for that, and only the record that the finding is about.
"""

from collections.abc import Mapping
from typing import NamedTuple

from ruamel.yaml.error import YAMLError

from kehoach_cli.diagnostics import Collection, FieldRef, Location, Position, Route, Step
from kehoach_cli.files.nodes import Mark, Node, compose
from kehoach_cli.files.text import SourceText
from kehoach_cli.files.yaml_data import YamlData


class Document(NamedTuple):
    """One file of a plan: its text and what was read from it."""

    source: SourceText
    content: YamlData


class Locator:
    """Finds fields in the files of one plan. `names` are the files' names, for those that could not be read."""

    def __init__(self, documents: Mapping[Collection, Document], names: Mapping[Collection, str]) -> None:
        self._documents = documents
        self._names = names
        self._places: dict[Collection, dict[str, list[int]]] = {}

    def locate(self, at: FieldRef | Route | Location) -> Location:
        """The place of the field, or of the closest thing around it that the file holds."""
        if isinstance(at, Location):
            return at
        route = self._route(at) if isinstance(at, FieldRef) else at
        document = self._documents.get(route.collection)
        if document is None:
            return Location(self._names[route.collection], Position(1, 1), Position(1, 2))
        node, first_line = _enclosing_node(document, route.path)
        path = route.path if first_line is None else route.path[1:]
        start, end = _span(node, path, route.on_key) if node else (Mark(0, 0, 0), Mark(0, 0, 1))
        offset = (first_line or 0) + 1
        return Location(
            document.source.name,
            Position(start.line + offset, start.column + 1),
            Position(end.line + offset, end.column + 1),
        )

    def _route(self, ref: FieldRef) -> Route:
        if ref.record is None:
            return Route(ref.collection, ref.path)
        if ref.collection not in self._places:
            self._places[ref.collection] = self._index(ref.collection)
        places = self._places[ref.collection].get(ref.record, [])
        start = places[ref.occurrence : ref.occurrence + 1]
        return Route(ref.collection, (*start, *ref.path))

    def _index(self, collection: Collection) -> dict[str, list[int]]:
        document = self._documents.get(collection)
        places: dict[str, list[int]] = {}
        for index, item in enumerate(document.content.data if document else ()):
            if isinstance(item, dict) and isinstance(item.get("id"), str):
                places.setdefault(item["id"], []).append(index)
        return places


def _enclosing_node(document: Document, path: tuple[Step, ...]) -> tuple[Node | None, int | None]:
    """The record that the path leads into, with the line it starts on; or the whole file, with None."""
    text, items = document.source.text, document.content.items
    if not path or not isinstance(path[0], int) or path[0] >= len(items):
        return compose(text), None
    index = path[0]
    item = items[index]
    stop = items[index + 1].offset - items[index + 1].column if index + 1 < len(items) else len(text)
    try:
        return compose(" " * item.column + text[item.offset : stop]), item.line
    except YAMLError:  # items that share lines, as in `[{…}, {…}]`, cannot be cut out
        return compose(text), None


def _span(node: Node, path: tuple[Step, ...], on_key: bool) -> tuple[Mark, Mark]:  # noqa: FBT001
    label: Node | None = None  # the key that led to `node`
    for depth, step in enumerate(path):
        if node.kind == "mapping" and isinstance(step, str):
            child = node.get(step)
            if child is None:
                break
            label, node = node.key_node(step), child
            if on_key and depth == len(path) - 1 and label:
                return label.start, label.end
        elif node.kind == "sequence" and isinstance(step, int) and step < len(node.items):
            label, node = None, node.items[step]
        else:
            break
    return _visible_span(node, label)


def _visible_span(node: Node, label: Node | None) -> tuple[Mark, Mark]:
    """A scalar whole; of a collection, a block of text or an empty value its key, and of a list item its first line."""
    plain_to_see = node.kind == "scalar" and node.style not in ("|", ">") and node.start.offset < node.end.offset
    if label is not None and not plain_to_see:
        return label.start, label.end
    first: Node = node
    while first.kind != "scalar":
        children = [key for key, _ in first.entries] or list(first.items)
        if not children:
            break
        first = children[0]
    return first.start, first.end
