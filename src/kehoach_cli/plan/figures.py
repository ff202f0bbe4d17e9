"""Read figures as people write them: `45,5`, `45.5`, `1.234,5`, `-3`."""

import re
from decimal import Decimal

_DECIMAL = re.compile(r"([+-]?[0-9]{1,30})(?:[.,]([0-9]{1,30}))?")
_GROUPED = re.compile(r"([+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+),([0-9]{1,30})|([+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,})")
_EITHER = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_EITHER_WITHIN = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9]|[.,][0-9])")


class FigureError(ValueError):
    """The text is no figure; `str()` gives it."""


class AmbiguousFigure(FigureError):
    """The text may be thousands or a fraction: `1.234`."""


def parse_figure(text: str) -> Decimal:
    """The figure, with `-` or U+2212 below zero.

    Raises:
        FigureError: the text is no figure, or an ambiguous one.
    """
    bare = text.strip().replace("\u2212", "-")
    if _EITHER.fullmatch(bare):
        raise AmbiguousFigure(bare)
    if grouped := _GROUPED.fullmatch(bare):
        whole, places = (grouped[1], grouped[2]) if grouped[1] else (grouped[3], "")
        return Decimal(f"{whole.replace('.', '')}.{places}" if places else whole.replace(".", ""))
    if found := _DECIMAL.fullmatch(bare):
        return Decimal(f"{found[1]}.{found[2]}" if found[2] else found[1])
    raise FigureError(text)


def ambiguous_in(text: str) -> str | None:
    """The first figure in the text that may be thousands or a fraction."""
    found = _EITHER_WITHIN.search(text)
    return found[0] if found else None
