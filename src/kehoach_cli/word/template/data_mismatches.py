"""Find names and expressions of a template that do not fit the data, from the data's shape, without filling in."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from jinja2 import nodes

from kehoach_cli.word.template.language import LOOP_NAMES
from kehoach_cli.word.template.shapes import ANY, CHART, EACH_CODE, NUMBER, TEXT, YES_NO, Shape, shape_of

_SAME = frozenset(("sort", "reverse", "unique", "list", "select", "reject", "selectattr", "rejectattr", "default", "d"))
_ENTRY = frozenset(("first", "last", "min", "max"))
_COUNTS = frozenset(("length", "count", "float", "round", "abs"))
_ONLY_FOR: Mapping[str, Shape] = {"long_date": TEXT, "two_digits": NUMBER}
_TEXTS = frozenset(_ONLY_FOR) | frozenset(
    ("capitalize", "join", "lower", "lower_first", "replace", "shade", "string", "trim", "truncate", "upper")
)


class DataMismatch(NamedTuple):
    """Something that does not fit the data, at a line of the source.

    `kind`: "name" (no such name), "member" (the value has no such key), "print" (a list or mapping is printed),
    "repeat" (a loop over no list), "chart" (a chart used as text), "filter" (a filter for other values). `known` are
    the names that exist there; for "filter" the shape that it is for.
    """

    kind: str
    line: int
    name: str
    known: tuple[str, ...] = ()


def find_mismatches(tree: nodes.Template, shape: Mapping[str, Shape]) -> list[DataMismatch]:
    """Find everything in the template that does not fit data of this shape."""
    walk = _ShapeWalk()
    walk.body(tree.body, {**shape, "range": ANY})
    return walk.found


class _ShapeWalk:
    def __init__(self) -> None:
        self.found: list[DataMismatch] = []

    def body(self, statements: list[nodes.Node], scope: dict[str, Shape]) -> None:
        """Check the statements of one block; names that they set are added to the scope."""
        for statement in statements:
            match statement:
                case nodes.Output(nodes=printed):
                    for item in printed:
                        self._printed(item, scope)
                case nodes.For():
                    self._loop(statement, scope)
                case nodes.If(test=test, body=body, elif_=others, else_=otherwise):
                    self.shape(test, scope)
                    for block in (body, list[nodes.Node](others), otherwise):
                        self.body(block, scope)
                case nodes.Assign(target=nodes.Name(name=name), node=value):
                    scope[name] = self.shape(value, scope)

    def _printed(self, item: nodes.Node, scope: dict[str, Shape]) -> None:
        if isinstance(item, nodes.TemplateData):
            return
        given = self.shape(item, scope)
        if isinstance(given, list | dict) or isinstance(item, nodes.List | nodes.Tuple | nodes.Call):
            self.found.append(DataMismatch("print", item.lineno, _written(item)))

    def _loop(self, loop: nodes.For, scope: dict[str, Shape]) -> None:
        given = self.shape(loop.iter, scope)
        entry: Shape = ANY
        if isinstance(given, list):
            entry = given[0]
        self._listed(loop.iter, given)
        inner = {**scope, "loop": {**dict.fromkeys(LOOP_NAMES, NUMBER), "previtem": entry, "nextitem": entry}}
        if isinstance(loop.target, nodes.Name):
            inner[loop.target.name] = entry
        else:
            inner |= {name.name: ANY for name in loop.target.find_all(nodes.Name)}
        if loop.test is not None:
            self.shape(loop.test, inner)
        self.body(loop.body, inner)
        self.body(loop.else_, dict(scope))

    def shape(self, node: nodes.Node, scope: Mapping[str, Shape]) -> Shape:
        """Return the shape of an expression's value, and record what does not fit."""
        match node:
            case nodes.Name(name=name):
                if name not in scope:
                    self.found.append(DataMismatch("name", node.lineno, name, tuple(scope)))
                return scope.get(name, ANY)
            case nodes.Getattr(node=owner, attr=attr):
                return self._member(node, self.shape(owner, scope), attr)
            case nodes.Getitem(node=owner, arg=nodes.Const(value=str() as key)):
                return self._member(node, self.shape(owner, scope), key)
            case nodes.Getitem(node=owner, arg=argument):
                self.shape(argument, scope)
                given = self.shape(owner, scope)
                return given[0] if isinstance(given, list) and not isinstance(argument, nodes.Slice) else given
            case nodes.Filter():
                return self._filtered(node, scope)
            case nodes.Test(node=tested, name="defined" | "undefined") if isinstance(tested, nodes.Name):
                return YES_NO
            case nodes.Concat(nodes=joined):
                for item in joined:
                    self._used_as_text(item, self.shape(item, scope))
                return TEXT
            case nodes.Const(value=value):
                return shape_of(value)
        shapes = [self.shape(child, scope) for child in node.iter_child_nodes()]
        if isinstance(node, nodes.CondExpr) and len(shapes) > 1 and shapes[1] == shapes[-1]:
            return shapes[1]
        return ANY

    def _filtered(self, node: nodes.Filter, scope: Mapping[str, Shape]) -> Shape:
        optional = node.name in ("default", "d") and isinstance(node.node, nodes.Name) and node.node.name not in scope
        given: Shape = ANY
        if node.node is not None and not optional:
            given = self.shape(node.node, scope)
            if given in (TEXT, NUMBER, YES_NO) and given != _ONLY_FOR.get(node.name, given):
                self.found.append(DataMismatch("filter", node.lineno, _written(node), (_ONLY_FOR[node.name],)))
            if node.name in _TEXTS:
                self._used_as_text(node.node, ANY if node.name == "join" and isinstance(given, list) else given)
            if node.name == "grouped_by":
                self._listed(node.node, given)
        for argument in (*node.args, *node.kwargs):
            self.shape(argument, scope)
        entry = self._attribute(node, given)
        if node.name == "grouped_by":
            self._used_as_text(node, entry)
        known: tuple[tuple[frozenset[str], Callable[[], Shape]], ...] = (
            (_SAME, lambda: given),
            (_ENTRY, lambda: given[0] if isinstance(given, list) else ANY),
            (_COUNTS, lambda: NUMBER),
            (_TEXTS, lambda: TEXT),
            (frozenset(("map", "dictsort")), lambda: [entry]),
            (frozenset(("grouped_by",)), lambda: [{"ten": TEXT, "ds": given}]),
        )
        return next((shape() for names, shape in known if node.name in names), ANY)

    def _attribute(self, node: nodes.Filter, given: Shape) -> Shape:
        """The shape of the key that a filter takes of each entry; ANY for a filter that takes none."""
        keys = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        if node.name in ("selectattr", "rejectattr", "grouped_by"):
            keys = [*node.args[:1], *keys]
        key = keys[0] if keys and isinstance(given, list) else None
        if not isinstance(key, nodes.Const) or not isinstance(key.value, str):
            return ANY
        entry, written = given[0], node.node
        for name in key.value.split("."):
            written = nodes.Getattr(written, name, "load", lineno=node.lineno)
            entry = self._member(written, entry, name)
        return entry

    def _used_as_text(self, node: nodes.Node, given: Shape) -> None:
        if given == CHART or isinstance(given, list | dict):
            self.found.append(DataMismatch("chart" if given == CHART else "print", node.lineno, _written(node)))

    def _listed(self, node: nodes.Node, given: Shape) -> None:
        if given in (TEXT, NUMBER, YES_NO, CHART) or isinstance(given, dict):
            self.found.append(DataMismatch("repeat", node.lineno, _written(node)))

    def _member(self, node: nodes.Node, owner: Shape, name: str) -> Shape:
        if isinstance(owner, dict) and name in owner:
            return owner[name]
        if isinstance(owner, dict) and EACH_CODE in owner and name.isupper():
            return owner[EACH_CODE]
        if owner != ANY:
            known = tuple(owner) if isinstance(owner, dict) else ()
            self.found.append(DataMismatch("member", node.lineno, _written(node), known))
        return ANY


def _written(node: nodes.Node) -> str:
    """Write an expression of names as in the template; «giá trị này» for any other."""
    match node:
        case nodes.Name(name=name):
            return name
        case nodes.Getattr(node=owner, attr=attr):
            return f"{_written(owner)}.{attr}"
        case nodes.Getitem(node=owner, arg=nodes.Const(value=value)):
            return f"{_written(owner)}.{value}" if str(value).isupper() else f"{_written(owner)}[{value}]"
        case nodes.Filter(node=nodes.Expr() as filtered, name=name):
            return f"{_written(filtered)}|{name}"
    return "giá trị này"
