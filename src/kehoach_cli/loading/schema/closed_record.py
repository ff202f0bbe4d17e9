"""Schema of `periods/2023-Q3.yaml`: each report that was sent on a period.

The program writes the file and nobody edits it, so its keys are those of the named tuples in `plan/closed_period.py`.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import create_model

from kehoach_cli.loading.schema.record import Record
from kehoach_cli.loading.schema.value_types import Day, Number, PeriodName, Text
from kehoach_cli.plan.closed_period import Closing
from kehoach_cli.plan.periods import Period

_IN_FILES: Mapping[Any, Any] = {date: Day, Decimal: Number, str: Text, Period: PeriodName}


class ClosedFile(NamedTuple):
    """What the file holds. A later way of writing it gets another number; the earlier ones are still read."""

    format: Literal[1]
    closings: tuple[Closing, ...]


@cache
def closed_record() -> type[Record]:
    """The model of the file. Making it takes as long as reading a closed period."""
    model: type[Record] = _model(ClosedFile)
    return model


def _model(kind: Any) -> Any:
    """The model of a named tuple: the same keys; those with a default may be left out."""
    defaults = kind._field_defaults
    fields: dict[str, Any] = {
        name: (_in_file(hint), defaults.get(name, ...)) for name, hint in get_type_hints(kind).items()
    }
    model = create_model(kind.__name__, __base__=Record, __cls_kwargs__={"title": "Kỳ đã chốt"}, **fields)
    model.builds = kind
    return model


def _in_file(hint: Any) -> Any:
    """The type that a value of this type has in the file."""
    if hint in _IN_FILES:
        return _IN_FILES[hint]
    if hasattr(hint, "_fields"):
        return _model(hint)
    inner = [_in_file(each) if each not in (NoneType, ...) else each for each in get_args(hint)]
    match get_origin(hint):
        case origin if origin in (Union, UnionType):
            return Union[tuple(inner)]  # noqa: UP007 - made at run time
        case origin if origin is tuple:
            return list[inner[0]]  # type: ignore[valid-type]  # made at run time
        case origin if origin is Mapping:
            return dict[inner[0], inner[1]]  # type: ignore[valid-type]  # made at run time
        case _:
            return hint
