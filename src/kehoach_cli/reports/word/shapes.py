"""The shape of the data that a template is filled with: which names there are, and what lies below each.

A shape is "any" or the name of a kind of value, a mapping of names to shapes, or a list with the one shape of its
entries. It is plain data, so that it can be sent to the process that checks a template.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Shape = Any
ANY = "any"
TEXT = "text"
NUMBER = "number"
YES_NO = "yes/no"


def shape_of(value: Any) -> Shape:
    """The shape of plain data. The entries of a list are taken to have all the names that any of them has."""
    match value:
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


def _merged(one: Shape, other: Shape) -> Shape:
    if one in (ANY, other):
        return other
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: _merged(one.get(key, ANY), other.get(key, ANY)) for key in one | other}
    if isinstance(one, list) and isinstance(other, list):
        return [_merged(one[0], other[0])]
    return ANY
