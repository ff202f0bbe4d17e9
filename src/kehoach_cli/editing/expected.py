"""Compute what the data must be after an edit; the edited text is parsed and compared with it."""

from decimal import Decimal

from kehoach_cli.diagnostics import Step
from kehoach_cli.yaml.events import Data

Path = tuple[Step, ...]


def with_item(data: Data, path: Path, item: Data) -> Data:
    """The data with the item added to the list at the path; a missing list is made."""
    if not path:
        return [*(data or ()), item]
    changed: Data = dict(data) if isinstance(data, dict) else list(data)
    holds = isinstance(path[0], int) or path[0] in data
    changed[path[0]] = with_item(data[path[0]] if holds else None, path[1:], item)
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
