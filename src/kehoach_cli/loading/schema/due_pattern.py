"""The accepted wordings of deadlines as one JSON Schema regular expression, for editors.

It matches what `parse_due` reads, in upper or lower case, with any whitespace and any Unicode form of accents. It also
matches days that do not exist. The dialect has no named groups and no case-insensitive flag.
"""

import re
import unicodedata
from itertools import permutations

from kehoach_cli.plan.due import WORDINGS


def _as_typed(pattern: str) -> str:
    tokens = re.findall(r"\(\?P<\w+>|\\.|\[[^\]]*\]| \?|.", pattern)
    return "".join(_token(token) for token in tokens)


def _token(token: str) -> str:
    if token.startswith("(?P<"):
        return "(?:"
    if token in _ANY:
        return _ANY[token]
    if len(token) == 1 and token.isalpha():
        return _any_spelling(token)
    return token


_ANY = {" ": r"\s+", " ?": r"\s*", ".": r"[\s\S]"}
# Deprecated Unicode marks that are equivalent to the grave and the acute accent.
_OLD_MARKS = {"\u0300": r"[\u0300\u0340]", "\u0301": r"[\u0301\u0341]"}


def _any_spelling(letter: str) -> str:
    """The letter in both cases, composed or decomposed, with its accents in every canonically equivalent order."""
    whole, apart = [], []
    for form in (letter.lower(), letter.upper()):
        whole.append(form)
        base, *marks = list(unicodedata.normalize("NFD", form))
        for order in permutations(marks):
            for joined in range(len(marks)):
                start = unicodedata.normalize("NFC", "".join((base, *order[:joined])))
                rest = order[joined:]
                if len(start) == 1 and unicodedata.normalize("NFC", "".join((start, *rest))) == form:
                    apart.append(start + "".join(_OLD_MARKS.get(mark, rf"\u{ord(mark):04x}") for mark in rest))
    choices = [f"[{''.join(whole)}]", *dict.fromkeys(apart)]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


DUE_PATTERN = rf"^\s*(?:{'|'.join(map(_as_typed, WORDINGS))})\s*$"
