"""Compute a fingerprint that identifies a finding after lines have moved."""

from collections import Counter
from hashlib import sha256

from kehoach_cli.diagnostics import FieldRef, LocatedFinding, Route


def fingerprint(item: LocatedFinding, seen: "Counter[str]") -> str:
    """Equal for the same fault in the same field of the same record, at any line of the file.

    `seen` counts the fingerprints given so far; a repeated one is changed by its number.
    """
    at = item.finding.at
    keys: list[str] = []
    if isinstance(at, FieldRef | Route):
        # A route begins with the record's index in the file, which changes when records move; its id does not.
        path = at.path if isinstance(at, FieldRef) or item.record is None else at.path[1:]
        keys = [str(step) for step in path]
    parts = [item.finding.code, item.location.file.replace("\\", "/"), item.record or "", *keys, item.finding.message]
    digest = sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()
    seen[digest] += 1
    return digest if seen[digest] == 1 else sha256(f"{digest}\0{seen[digest]}".encode()).hexdigest()
