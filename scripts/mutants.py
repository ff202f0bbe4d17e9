"""The mutants of a module: its text with one comparison or one number changed, for `mutate_thresholds.py`.

`<` becomes `<=` and the other way round, as do `>` and `>=`, `==` and `!=`, `is` and `is not`, `in` and `not in`; of a
number, also of one in `Decimal("…")`, the last digit becomes one more and one less. Texts are left as they are, and so
are the regular expressions in them.
"""

import ast
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

_PAIRS = ((ast.Lt, ast.LtE), (ast.Gt, ast.GtE), (ast.Eq, ast.NotEq), (ast.Is, ast.IsNot), (ast.In, ast.NotIn))
_OTHER: Mapping[type[ast.cmpop], type[ast.cmpop]] = {**dict(_PAIRS), **{other: one for one, other in _PAIRS}}
_NO_THRESHOLDS = {"Column", "_right", "lru_cache"}  # numbers given to these are widths of columns and sizes of caches
_LONGEST_SHOWN = 120


class Mutant(NamedTuple):
    """One change to one module, which is named by its path below the package.

    `label` says what is changed, in which function; `text` is the module's new text. `lines` are those of the
    statement, from 1: none where it runs on import, so that no single test runs it.
    """

    module: str
    line: int
    label: str
    lines: range
    text: str


def mutants_of(package: Path, module: str) -> Iterator[Mutant]:
    """Every mutant of the module at that path below the package."""
    tree = ast.parse((package / module).read_bytes())
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    for node in ast.walk(tree):
        above = list(_above(node, parents))
        for field, value in _variants(node, above):
            shown, kept = _shown(node, above), getattr(node, field)
            before = ast.unparse(shown)
            setattr(node, field, value)
            label = f"{module} {_function(above)}: {before} → {ast.unparse(shown)}"
            yield Mutant(module, getattr(node, "lineno", 0), label, _lines(node, above), ast.unparse(tree))
            setattr(node, field, kept)


def _above(node: ast.AST, parents: Mapping[ast.AST, ast.AST]) -> Iterator[ast.AST]:
    """What the node is a part of, from the inside out."""
    while node in parents:
        node = parents[node]
        yield node


def _variants(node: ast.AST, above: list[ast.AST]) -> Iterator[tuple[str, Any]]:
    """The field of the node to change, and its new value."""
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            yield "ops", [*node.ops[:place], _OTHER[type(operator)](), *node.ops[place + 1 :]]
    elif isinstance(node, ast.Constant):
        calls = [ast.unparse(each.func) for each in above if isinstance(each, ast.Call)]
        kind: Any = type(node.value)
        if kind in (int, float) or (kind is str and calls[:1] == ["Decimal"]):
            number = Decimal(str(node.value))
            exponent = number.as_tuple().exponent
            if isinstance(exponent, int) and _NO_THRESHOLDS.isdisjoint(calls):
                step = Decimal(1).scaleb(exponent)
                yield from (("value", kind(str(changed))) for changed in (number - step, number + step))


def _shown(node: ast.AST, above: list[ast.AST]) -> ast.AST:
    """A comparison itself; of a number, the expression that it is a part of, if that is short."""
    if isinstance(node, ast.Compare):
        return node
    inner = (ast.UnaryOp, ast.Slice, ast.keyword)
    whole = next(each for each in above if not isinstance(each, inner))
    return whole if len(ast.unparse(whole)) < _LONGEST_SHOWN else above[0] if isinstance(above[0], inner) else node


def _function(above: list[ast.AST]) -> str:
    named = [each.name for each in above if isinstance(each, ast.FunctionDef | ast.ClassDef)]
    return ".".join(reversed(named)) or "-"


def _lines(node: ast.AST, above: list[ast.AST]) -> range:
    """The lines of the innermost statement, as far as the node; none where the statement is not in a function."""
    inside = [node, *above]
    statement = next(place for place, each in enumerate(inside) if isinstance(each, ast.stmt))
    if not any(isinstance(each, ast.FunctionDef) for each in inside[statement + 1 :]):
        return range(0)
    last = max(getattr(each, "end_lineno", 0) for each in inside[:statement])
    return range(getattr(inside[statement], "lineno", 0), last + 1)
