"""The accepted wordings of deadlines as one JSON Schema regular expression, for editors.

It matches what `parse_due` reads, in upper or lower case, with any whitespace and any Unicode form of accents. It also
matches days that do not exist and spans of years that run backward. The dialect has no named groups and no
case-insensitive flag.
"""

import re
import unicodedata
from functools import cache
from itertools import permutations

from kehoach_cli.plan.due_wordings import WORDING_OF_THE_YEAR, WORDINGS


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
_OLD_LETTERS = {"k": r"\u212a"}  # the sign of kelvin is equivalent to K


@cache
def _any_spelling(letter: str) -> str:
    """The letter in both cases, composed or decomposed, with its accents in every canonically equivalent order."""
    lower, upper = letter.lower(), letter.upper()
    choices = [f"[{lower}{upper}{_OLD_LETTERS.get(lower, '')}]"]
    base, *marks = list(unicodedata.normalize("NFD", lower))
    base_upper = unicodedata.normalize("NFD", upper)[0]
    for order in permutations(marks):
        for joined in range(len(marks)):
            start, start_upper = (
                unicodedata.normalize("NFC", "".join((each, *order[:joined]))) for each in (base, base_upper)
            )
            rest = order[joined:]
            if len(start) == 1 and unicodedata.normalize("NFC", "".join((start, *rest))) == lower:
                spelled = "".join(_OLD_MARKS.get(mark, rf"\u{ord(mark):04x}") for mark in rest)
                choices.append(f"[{start}{start_upper}]{spelled}")
    choices = list(dict.fromkeys(choices))
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def due_pattern(*, one_year: bool) -> str:
    """The wordings for a plan of one year, which its deadlines need not name, or of several."""
    wordings = [*WORDINGS.values(), *([WORDING_OF_THE_YEAR] if one_year else [])]
    return rf"^\s*(?:{'|'.join(map(_as_typed, wordings))})\s*$"
