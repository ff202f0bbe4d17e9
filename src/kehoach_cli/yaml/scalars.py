"""What an unquoted scalar of YAML means: text, a number exactly as written, true, false or nothing."""

import re
from decimal import Decimal
from functools import lru_cache

MAX_NUMBER_LENGTH = 40

Scalar = str | int | Decimal | bool | None

# What the first character of null, true, false and of any number may be.
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
    """What an unquoted scalar means in the YAML 1.2 core schema; decimals keep every digit.

    Raises:
        ValueError: a number that is not finite, or longer than any figure a plan can hold.
    """
    if text in _WORDS:
        return _WORDS[text]
    if re.fullmatch(_DECIMAL, text):
        if len(text) > MAX_NUMBER_LENGTH:
            raise ValueError(text)
        if re.fullmatch(_INTEGER, text):
            return int(text)
        value = Decimal(text)
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
    """The text cut to 40 characters, which fit in a message."""
    return text if len(text) <= 40 else text[:39] + "…"
