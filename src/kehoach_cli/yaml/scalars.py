"""Resolve an unquoted YAML scalar to text, a number, true, false or null."""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

MAX_NUMBER_LENGTH = 40

Scalar = str | int | Decimal | bool | None

# First characters of null, true, false and all numbers. A scalar that starts otherwise is text.
MAY_BE_SPECIAL = frozenset("~nNtTfF-+.0123456789")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = r"[-+]?[0-9]+"
_DECIMAL = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
_BASED = r"0o[0-7]+|0x[0-9a-fA-F]+"
_NOT_FINITE = r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"


@lru_cache(maxsize=8192)
def resolve_plain(text: str) -> Scalar:
    """The value of an unquoted scalar by the YAML 1.2 core schema. Decimals keep every digit.

    Raises:
        ValueError: a number is not finite, or longer than MAX_NUMBER_LENGTH characters or digits.
    """
    if text in _WORDS:
        return _WORDS[text]
    if re.fullmatch(_DECIMAL, text):
        if len(text) > MAX_NUMBER_LENGTH:
            raise ValueError(text)
        if re.fullmatch(_INTEGER, text):
            return int(text)
        try:
            value = Decimal(text)
        except InvalidOperation:  # an exponent of more digits than the type has
            raise ValueError(text) from None
        if abs(value.adjusted()) > MAX_NUMBER_LENGTH:
            raise ValueError(text)
        return value
    if re.fullmatch(_BASED, text):
        if len(text) > MAX_NUMBER_LENGTH:
            raise ValueError(text)
        return int(text, 0)
    if re.fullmatch(_NOT_FINITE, text):
        raise ValueError(text)
    return text


def clipped(text: str) -> str:
    """The text, shortened to 40 characters, which fit in a message."""
    return text if len(text) <= 40 else text[:39] + "…"
