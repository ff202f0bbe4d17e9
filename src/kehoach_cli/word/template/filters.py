"""The filters that a template may use. Text filters never print "None" and have a maximum length."""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import wraps
from typing import Any

from jinja2 import filters as jinja
from jinja2 import pass_environment
from jinja2.runtime import Undefined

from kehoach_cli.word.template.cell_shading import shade
from kehoach_cli.word.template.value_text import RefusedOperation, value_text

LONGEST_TEXT = 1_000_000
_DAY = re.compile(r"\b([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})\b")


def _check_length(length: int) -> None:
    if length > LONGEST_TEXT:
        raise RefusedOperation("chuỗi dài quá một triệu chữ")


def _join(values: Iterable[Any], separator: str = "", attribute: str | None = None) -> str:
    """Join the values as text; with `attribute`, join that key of each."""
    items = [item[attribute] if attribute is not None else item for item in values]
    texts = [value_text(item) for item in items]
    _check_length(sum(map(len, texts)) + len(separator) * len(texts))
    return separator.join(texts)


def _replace(value: Any, old: str, new: str, count: int = -1) -> str:
    text = value_text(value)
    _check_length(len(text) + text.count(old) * len(new))
    return text.replace(old, new, count)


def _round(value: float, precision: int = 0) -> float:
    if not 0 <= precision <= 10:
        raise RefusedOperation("round chỉ nhận từ 0 đến 10 chữ số")
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-precision), ROUND_HALF_UP)
    return float(rounded) if precision else int(rounded)


def _truncate(value: Any, length: int = 255) -> str:
    """Shorten to `length` characters, cut between words if possible."""
    text = value_text(value)
    if len(text) <= length:
        return text
    cut = text[: max(0, length)]
    return (cut.rpartition(" ")[0] or cut[:-1]).rstrip(" ,;:") + "…"


def _capitalize(value: Any) -> str:
    """Capitalize the first letter only: Jinja's own filter makes `TP. Vũng Tàu` into `Tp. vũng tàu`."""
    text = value_text(value)
    return text[:1].upper() + text[1:]


def _lower_first(value: Any) -> str:
    """Lower the first letter only, but not that of an acronym or of `A & B`."""
    text = value_text(value)
    first, second = text[:1], text[1:2]
    is_name = second.isupper() or (first.isascii() and first != "Y" and not second.isalpha())
    return text if is_name else first.lower() + text[1:]


def _long_date(value: Any) -> str:
    """Write each day in the text out, as Decree 30/2020/NĐ-CP, Annex I, II.4 wants it: `05 tháng 02 năm 2024`."""
    if not isinstance(value, str | None):
        raise RefusedOperation("long_date chỉ nhận chữ có ngày như 30/9/2023")
    return _DAY.sub(
        lambda found: f"{int(found[1]):02} tháng {int(found[2]):0{2 if int(found[2]) < 3 else 1}} năm {found[3]}",
        value_text(value),
    )


def _two_digits(value: Any) -> str:
    """Write a count as offices do: whole numbers from 1 to 9 get a leading zero, other numbers stay, also 0."""
    if isinstance(value, str):
        raise RefusedOperation("two_digits chỉ nhận số")
    text = value_text(value)
    return f"0{text}" if len(text) == 1 and text != "0" else text


def _length(value: Any) -> int:
    return len(value)


def _reverse(value: Any) -> Any:
    return value[::-1]


@pass_environment
def _grouped_by(environment: Any, values: Iterable[Any], attribute: str) -> list[dict[str, Any]]:
    """Group entries by the text of a key, as `ten` and `ds`; groups and entries keep their order.

    Jinja's own `groupby` sorts the groups and gives pairs, whose names the check cannot know.
    """
    groups: dict[str, list[Any]] = {}
    key = jinja.make_attrgetter(environment, attribute)
    for entry in values:
        groups.setdefault(value_text(key(entry)), []).append(entry)
    return [{"ten": name, "ds": entries} for name, entries in groups.items()]


@pass_environment
def _default(environment: Any, value: Any, instead: Any = "", boolean: bool = False) -> Any:  # noqa: ARG001, FBT001, FBT002 - Jinja's signature
    return instead if isinstance(value, Undefined) or value is None or (boolean and not value) else value


def _as_list(filter_: Callable[..., Iterable[Any]]) -> Callable[..., list[Any]]:
    """Make a filter return a list, which can be counted and read twice."""

    @wraps(filter_)
    def call(*arguments: Any, **settings: Any) -> list[Any]:
        return list(filter_(*arguments, **settings))

    return call


def _entry(filter_: Callable[..., Any]) -> Callable[..., Any]:
    """Make a filter that picks an entry return None where there is none, which prints as nothing."""

    @wraps(filter_)
    def call(environment: Any, values: Iterable[Any], *arguments: Any, **settings: Any) -> Any:
        listed = list(values)
        return filter_(environment, listed, *arguments, **settings) if listed else None

    return call


FILTERS: Mapping[str, Callable[..., Any]] = {
    "abs": abs,
    "capitalize": _capitalize,
    "count": _length,
    "d": _default,
    "default": _default,
    "grouped_by": _grouped_by,
    "join": _join,
    "length": _length,
    "list": list,
    "long_date": _long_date,
    "lower": lambda value: value_text(value).lower(),
    "lower_first": _lower_first,
    "replace": _replace,
    "reverse": _reverse,
    "round": _round,
    "shade": shade,
    "string": value_text,
    "trim": lambda value: value_text(value).strip(),
    "truncate": _truncate,
    "two_digits": _two_digits,
    "upper": lambda value: value_text(value).upper(),
    **{name: _entry(jinja.FILTERS[name]) for name in ("first", "last", "max", "min")},
    **{name: jinja.FILTERS[name] for name in ("float", "sum")},
    **{
        name: _as_list(jinja.FILTERS[name])
        for name in ("dictsort", "map", "reject", "rejectattr", "select", "selectattr", "sort", "unique")
    },
}
