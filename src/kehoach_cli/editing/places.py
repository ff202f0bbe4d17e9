"""Where in a text a path leads to, and the one cut that an edit is."""

from typing import NamedTuple

from kehoach_cli.diagnostics import Step
from kehoach_cli.yaml.nodes import Node, compose


class EditRefused(Exception):
    """An edit that cannot be made while all else stays as it is; the message is a Vietnamese half sentence: why."""


class Splice(NamedTuple):
    """`text` in place of what stands from `start` up to, not including, `end`."""

    start: int
    end: int
    text: str


class Tree(NamedTuple):
    """A text and its nodes."""

    text: str
    root: Node

    def line_start(self, offset: int) -> int:
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def leads_its_line(self, offset: int) -> bool:
        """Whether nothing but blanks stands before it on its line."""
        return not self.text[self.line_start(offset) : offset].strip(" ")


class Place(NamedTuple):
    """An entry of a collection. `node` is its value, None for a key that the mapping does not hold yet.

    `key` is the key's own node where the collection is a mapping that holds it.
    """

    tree: Tree
    parent: Node
    step: Step
    node: Node | None
    key: Node | None = None

    @property
    def value(self) -> Node:
        """The node; it is not asked for where a key is still to be added."""
        if self.node is None:
            raise EditRefused(f"không có «{self.step}»")
        return self.node


def tree_of(text: str) -> Tree:
    """The nodes of a text that `load_data` has read. Raises EditRefused where there are none."""
    root = compose(text)
    if root is None:
        raise EditRefused("tệp rỗng")
    return Tree(text, root)


def find_place(tree: Tree, path: tuple[Step, ...]) -> Place:
    """The entry that the path, of one step or more, leads to. Raises EditRefused where it leads nowhere."""
    place = _entry(tree, tree.root, path[0])
    for step in path[1:]:
        place = _entry(tree, place.value, step)
    return place


def _entry(tree: Tree, parent: Node, step: Step) -> Place:
    if parent.kind == "mapping" and isinstance(step, str):
        return Place(tree, parent, step, parent.get(step), parent.key_node(step))
    if parent.kind == "sequence" and isinstance(step, int) and 0 <= step < len(parent.items):
        return Place(tree, parent, step, parent.items[step])
    raise EditRefused(f"không có «{step}»")
