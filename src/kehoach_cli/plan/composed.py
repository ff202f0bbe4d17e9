"""Letters with accents as single characters, so that two spellings of one word compare as equal."""

import unicodedata

_HIGHEST_PILE = 30  # marks on one letter: the bound of Unicode's own stream-safe texts (UAX #15, section 13)


def composed(text: str) -> str:
    """The text in the normal form NFC. One that piles more marks on a letter than any script does stays as it is.

    Sorting a pile takes the square of its height, so that a few thousand marks would take as long as a whole plan.
    """
    if unicodedata.is_normalized("NFC", text) or _highest_pile(text) > _HIGHEST_PILE:
        return text
    return unicodedata.normalize("NFC", text)


def _highest_pile(text: str) -> int:
    highest = height = 0
    for mark in text:
        height = height + 1 if unicodedata.combining(mark) else 0
        highest = max(highest, height)
    return highest
