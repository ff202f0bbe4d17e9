"""Near misses: ids that somebody may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def near_ids(wanted: str, ids: Iterable[str], most: int = 3) -> list[str]:
    """The ids closest to what was typed; `cqs2` comes near `CQS-02`."""
    known = {_bare(identifier): identifier for identifier in ids}
    return [known[key] for key in get_close_matches(_bare(wanted), known, n=most, cutoff=0.6)]


def _bare(identifier: str) -> str:
    parts = identifier.upper().replace("_", "-").split("-")
    return "".join(part.lstrip("0") if part.isdecimal() else part for part in parts)
