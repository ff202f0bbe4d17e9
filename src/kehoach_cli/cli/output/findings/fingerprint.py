"""A mark by which a finding is known again after lines have moved."""

from collections import Counter
from hashlib import sha256

from kehoach_cli.diagnostics import FieldRef, LocatedFinding, Route


def fingerprint(item: LocatedFinding, seen: "Counter[str]") -> str:
    """The same for the same fault in the same field of the same record, wherever in the file that stands.

    `seen` counts the marks given so far: the second of two that would be equal gets another.
    """
    at = item.finding.at
    keys: list[str] = []
    if isinstance(at, FieldRef | Route):
        # A route begins with the record's place in the file, which moves; the record's id does not.
        path = at.path if isinstance(at, FieldRef) or item.record is None else at.path[1:]
        keys = [str(step) for step in path]
    parts = [item.finding.code, item.location.file.replace("\\", "/"), item.record or "", *keys, item.finding.message]
    mark = sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()
    seen[mark] += 1
    return mark if seen[mark] == 1 else sha256(f"{mark}\0{seen[mark]}".encode()).hexdigest()
