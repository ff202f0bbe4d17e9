"""Describe the shape of a template's data: its names, and the kind of each value.

A shape is "any", the name of a kind of value, a mapping of names to shapes, or a list that holds the shape of its
entries. The name `EACH_CODE` stands for every name in capitals. A shape is plain data, so it can be sent to the child
that checks a template.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

Shape = Any
ANY = "any"
TEXT = "text"
NUMBER = "number"
YES_NO = "yes/no"
CHART = "chart"
EACH_CODE = "MÃ"


def shape_of(value: Any) -> Shape:
    """The shape of plain data. Entries of a list count as having every name that any of them has."""
    match value:
        case {"chart": _}:
            return CHART
        case Mapping():
            return {str(key): shape_of(item) for key, item in value.items()}
        case str():
            return TEXT
        case bool():
            return YES_NO
        case int() | float():
            return NUMBER
        case Sequence():
            merged: Shape = ANY
            for item in value:
                merged = _merged(merged, shape_of(item))
            return [merged]
        case _:
            return ANY


def shape_of_fields(fields: Iterable[tuple[str, str]]) -> dict[str, Shape]:
    """Build a shape from names with their Vietnamese kinds; `nhom[].ten` is a name of the entries of `nhom`."""
    root: dict[str, Shape] = {}
    for name, kind in fields:
        here: Any = root
        *above, last = name.replace("[]", ".[]").split(".")
        for step, following in pairwise((*above, last)):
            deeper: Shape = [ANY] if following == "[]" else {}
            if step == "[]":
                here[0] = here[0] if isinstance(here[0], dict) else {}
                here = here[0]
            else:
                here = here.setdefault(step, deeper)
        if last not in here:
            here[last] = _KINDS.get(kind, ANY) if kind != "danh sách" else [ANY]
    return root


_KINDS = {"chữ": TEXT, "số": NUMBER, "có/không": YES_NO, "biểu đồ": CHART}


def _merged(one: Shape, other: Shape) -> Shape:
    if one in (ANY, other):
        return other
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: _merged(one.get(key, ANY), other.get(key, ANY)) for key in one | other}
    if isinstance(one, list) and isinstance(other, list):
        return [_merged(one[0], other[0])]
    return ANY
