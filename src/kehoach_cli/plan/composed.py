"""Normalize text to Unicode NFC (accented letters as single characters), so that equal words compare equal."""

import unicodedata

_MOST_MARKS = 30  # marks on one letter: the limit of Unicode's stream-safe text format (UAX #15, section 13)


def composed(text: str) -> str:
    """The text in NFC; a text with more than `_MOST_MARKS` marks on one letter is returned unchanged.

    Normalizing sorts those marks in quadratic time: a few thousand take as long as loading a whole plan.
    """
    if unicodedata.is_normalized("NFC", text) or _most_marks_on_a_letter(text) > _MOST_MARKS:
        return text
    return unicodedata.normalize("NFC", text)


def _most_marks_on_a_letter(text: str) -> int:
    most = marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        most = max(most, marks)
    return most
