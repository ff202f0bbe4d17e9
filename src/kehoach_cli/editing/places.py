"""Locate a path in a YAML text, and describe an edit as one text replacement."""

from typing import NamedTuple

from kehoach_cli.diagnostics import Step
from kehoach_cli.yaml.nodes import Node, compose


class EditRefused(Exception):
    """An edit that would touch other text. The message is the reason, the end of a Vietnamese sentence."""


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
        """Whether only blanks stand before the offset on its line."""
        return not self.text[self.line_start(offset) : offset].strip(" ")


class Place(NamedTuple):
    """An entry of a collection. `node` is its value, `key` the node of its key; both are None for a key to be added."""

    tree: Tree
    parent: Node
    step: Step
    node: Node | None
    key: Node | None = None

    @property
    def value(self) -> Node:
        """The node. Raises EditRefused for a key to be added."""
        if self.node is None:
            raise EditRefused(f"không có «{self.step}»")
        return self.node


def tree_of(text: str) -> Tree:
    """The nodes of a text that `load_data` accepts. Raises EditRefused for a text without nodes."""
    root = compose(text)
    if root is None:
        raise EditRefused("tệp rỗng")
    return Tree(text, root)


def find_place(tree: Tree, path: tuple[Step, ...]) -> Place:
    """The entry at the path, of one step or more. Raises EditRefused if there is none."""
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
