"""Compute what the data must be after an edit; the edited text is parsed and compared with it."""

from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.diagnostics import Step
from kehoach_cli.yaml.events import Data

Path = tuple[Step, ...]


class Insertion(NamedTuple):
    """A value to insert: as the last item of the list at the path, or as the value of the key there."""

    path: Path
    value: Data
    as_item: bool = True


def with_insertion(data: Data, insertion: Insertion) -> Data:
    """The data with the value in its place; a missing list is made."""
    path, value, as_item = insertion
    if not path:
        return [*(data or ()), value] if as_item else value
    changed: Data = dict(data) if isinstance(data, dict) else list(data)
    holds = isinstance(path[0], int) or path[0] in data
    inner = data[path[0]] if holds else None
    changed[path[0]] = with_insertion(inner, insertion._replace(path=path[1:]))
    return changed


def same_data(one: Data, other: Data) -> bool:
    """Whether two values are equal to the last digit and in order. `1`, `1.0` and true differ."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(same_data(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same_data, one, other))
    if isinstance(one, Decimal):
        return str(one) == str(other)
    return bool(one == other)
