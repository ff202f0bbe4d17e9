"""Compare ids and names as people type them: similar ids to suggest, names without accents."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from kehoach_cli.plan.agencies import name_key


def near_ids(wanted: str, ids: Iterable[str], most: int = 3) -> list[str]:
    """At most `most` ids that are similar to what was typed, best first: `CQS-02` for `cqs2`."""
    known = {_comparable_id(identifier): identifier for identifier in ids}
    return [known[key] for key in get_close_matches(_comparable_id(wanted), known, n=most, cutoff=0.6)]


def bare_key(name: str) -> str:
    """`name_key` without accents, for names typed without them: `so y te` for `Sở Y tế`."""
    letters = unicodedata.normalize("NFD", name_key(name))
    return "".join(mark for mark in letters if not unicodedata.combining(mark)).replace("đ", "d")


def _comparable_id(identifier: str) -> str:
    parts = identifier.upper().replace("_", "-").split("-")
    return "".join(part.lstrip("0") if part.isdecimal() else part for part in parts)
