"""The filters that a template may use. Those that make text never say "None" and never make more than is sane."""

from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import wraps
from typing import Any

from jinja2 import filters as jinja
from jinja2 import pass_environment
from jinja2.runtime import Undefined

from kehoach_cli.word.template.printing import Refused, said

LONGEST_TEXT = 1_000_000


def _bounded(length: int) -> None:
    if length > LONGEST_TEXT:
        raise Refused("chuỗi dài quá một triệu chữ")


def joined(values: Iterable[Any], separator: str = "", attribute: str | None = None) -> str:
    """The values one after another; those of a mapping's key where `attribute` names one."""
    items = [item[attribute] if attribute is not None else item for item in values]
    texts = [said(item) for item in items]
    _bounded(sum(map(len, texts)) + len(separator) * len(texts))
    return separator.join(texts)


def _replace(value: Any, old: str, new: str, count: int = -1) -> str:
    text = said(value)
    _bounded(len(text) + text.count(old) * len(new))
    return text.replace(old, new, count)


def _round(value: float, precision: int = 0) -> float:
    if not 0 <= precision <= 10:
        raise Refused("round chỉ nhận từ 0 đến 10 chữ số")
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-precision), ROUND_HALF_UP)
    return float(rounded) if precision else int(rounded)


def _truncate(value: Any, length: int = 255) -> str:
    """At most so many characters, cut between words where there are several."""
    text = said(value)
    if len(text) <= length:
        return text
    cut = text[: max(0, length)]
    return (cut.rpartition(" ")[0] or cut[:-1]).rstrip(" ,;:") + "…"


def _sentence(value: Any) -> str:
    """First letter in capitals, the rest as it is: Jinja's own would make `TP. Vũng Tàu` into `Tp. vũng tàu`."""
    text = said(value)
    return text[:1].upper() + text[1:]


def _lowered(value: Any) -> str:
    """First letter small, the rest as it is."""
    text = said(value)
    return text[:1].lower() + text[1:]


def _length(value: Any) -> int:
    return len(value)


def _reversed(value: Any) -> Any:
    return value[::-1]


@pass_environment
def _default(environment: Any, value: Any, instead: Any = "", boolean: bool = False) -> Any:  # noqa: ARG001, FBT001, FBT002 - Jinja's signature
    return instead if isinstance(value, Undefined) or value is None or (boolean and not value) else value


def _listed(filter_: Callable[..., Iterable[Any]]) -> Callable[..., list[Any]]:
    """The filter with a list for its result, so that it can be counted and read twice."""

    @wraps(filter_)
    def call(*arguments: Any, **settings: Any) -> list[Any]:
        return list(filter_(*arguments, **settings))

    return call


FILTERS: Mapping[str, Callable[..., Any]] = {
    "abs": abs,
    "capitalize": _sentence,
    "count": _length,
    "d": _default,
    "default": _default,
    "join": joined,
    "length": _length,
    "list": list,
    "lower": lambda value: said(value).lower(),
    "lower_first": _lowered,
    "replace": _replace,
    "reverse": _reversed,
    "round": _round,
    "string": said,
    "trim": lambda value: said(value).strip(),
    "truncate": _truncate,
    "upper": lambda value: said(value).upper(),
    **{name: jinja.FILTERS[name] for name in ("first", "float", "last", "max", "min", "sum")},
    **{
        name: _listed(jinja.FILTERS[name])
        for name in ("dictsort", "map", "reject", "rejectattr", "select", "selectattr", "sort", "unique")
    },
}
