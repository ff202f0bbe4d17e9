"""Write the numbers of a sheet as a person would type them: 45,5, 45,5%, 30/9/2023.

Formats of numbers: ECMA-376 part 1, §18.8.30 (`numFmts`) and §18.8.31.
"""

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Literal

Shown = Literal["number", "percent", "date"]

# Built-in formats that are no plain numbers. 18-21 and 45-47 are times of day, 27-36 and 50-58 days in Asian locales.
_BUILTIN: dict[int, Shown] = dict.fromkeys((9, 10), "percent")
_BUILTIN |= dict.fromkeys((14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)), "date")
# What is no code: text in quotes, escaped letters, fillers, and colours, conditions and locales such as [$-42A].
_LITERAL = re.compile(r'"[^"]*"?|\\.|[_*].|\[[^\]]*\]?')
_MOST_DIGITS = 30
_LAST_SERIAL = {False: 2_958_465, True: 2_957_003}  # 31/12/9999 in the system of 1900, of 1904


def shown_as(identifier: int, code: str | None) -> Shown:
    """What a number format shows: `code` is that of a format of the file's own."""
    if code is None:
        return _BUILTIN.get(identifier, "number")
    letters = _LITERAL.sub("", code).partition(";")[0].lower()
    if "%" in letters:
        return "percent"
    months = "m" in letters and not re.search("[hs]", letters)  # else m is for minutes
    return "date" if months or re.search("[yd]", letters.replace("standard", "")) else "number"


def number_text(value: str, shown: Shown, *, from_1904: bool = False) -> str:
    """A stored number as text. What is no number, or out of all proportion, is returned as it is."""
    try:
        number = Decimal(repr(float(value)))
    except (ValueError, InvalidOperation):
        return value
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return value
    if shown == "date" and 1 <= number < _LAST_SERIAL[from_1904] + 1:
        return day_text(_day(int(number), from_1904=from_1904))
    return f"{_plain(number * 100)}%" if shown == "percent" else _plain(number)


def day_text(day: date) -> str:
    """`30/9/2023`."""
    return f"{day.day}/{day.month}/{day.year}"


def iso_day_text(value: str) -> str:
    """The day of `2023-09-30` or `2023-09-30T00:00:00`; another text is returned as it is."""
    try:
        return day_text(date.fromisoformat(value[:10]))
    except ValueError:
        return value


def _day(serial: int, *, from_1904: bool) -> date:
    """In the system of 1900, day 60 is a 29 February that there never was."""
    if from_1904:
        return date(1904, 1, 1) + timedelta(serial)
    return date(1899, 12, 30 if serial > 60 else 31) + timedelta(serial)


def _plain(number: Decimal) -> str:
    """Without exponent, trailing zeros and a zero's sign."""
    text = f"{number + 0:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
