"""The seal of a Word or Excel file, which shows whether somebody has saved it since the program wrote it.

It is a hash of every part except its own. Word and Excel rewrite the other parts on every save.
"""

import hashlib
from collections.abc import Mapping

CUSTOM_PART = "docProps/custom.xml"
SEAL = "Dấu kiểm kehoach"


def seal_of(parts: Mapping[str, bytes]) -> str:
    """The seal of a file of these parts: 64 hexadecimal digits."""
    digest = hashlib.sha256()
    for name in sorted(parts):
        if name != CUSTOM_PART:
            digest.update(f"{name}\0{len(parts[name])}\0".encode())
            digest.update(parts[name])
    return digest.hexdigest()
