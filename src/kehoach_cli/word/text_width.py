"""Measure bold text in Times New Roman: Annex I of Decree 30 relates the length of drawn rules to the text above them.

Widths are advance widths of the bold face, in thousandths of an em. Marks above and below letters add nothing.
"""

import re
import unicodedata

_WIDTHS = {
    250: " \u00a0,.",
    278: "'/il",
    333: "!()-:;fjt",
    389: "Is",
    444: "cerz",
    500: "*0123456789?Jagovxy–“”",
    556: "ơSbdhknpquđ",
    611: "ưFP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQƠƯ",
    833: "&m",
    944: "M",
    1000: "%W…",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_HORN = "\u031b"
_HORNED = {"O": "Ơ", "o": "ơ", "U": "Ư", "u": "ư"}
_USUAL = 556  # for a letter that is not in the table
_MM_PER_POINT = 25.4 / 72


def text_width(text: str, size: float) -> float:
    """The width of bold text in millimetres; `size` is in points."""
    return sum(_width(letter) for letter in unicodedata.normalize("NFC", text)) / 1000 * size * _MM_PER_POINT


def longest_line(text: str, size: float, room: float) -> float:
    """The width of the longest line when bold text is broken into lines of at most `room`, in millimetres."""
    longest = line = 0.0
    blank = text_width(" ", size)
    for word in re.split(r"[^\S\u00a0]+", text.strip()):
        width = text_width(word, size)
        if line and line + blank + width > room:
            line = 0.0
        line += blank + width if line else width
        longest = max(longest, line)
    return min(longest, room)


def _width(letter: str) -> int:
    known = _WIDTH_OF.get(letter)
    if known is not None:
        return known
    parts = unicodedata.normalize("NFD", letter)
    base = _HORNED.get(parts[0], parts[0]) if _HORN in parts else parts[0]
    return _WIDTH_OF.get(base, _USUAL)
