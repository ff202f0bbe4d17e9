"""Write ZIP archives (Word files and wheels) whose bytes depend on their content only."""

import io
import zipfile
from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date of the ZIP format


def write_parts(parts: Mapping[str, bytes], *, packed: bool = True) -> bytes:
    """Write the parts: content types first, as readers expect, then by name; without times or the system's name.

    If not `packed`, the bytes do not depend on the version of zlib either.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return stream.getvalue()


def own_parts(content: bytes) -> dict[str, bytes]:
    """The parts of an archive that this program made; `archive.read_members` reads those of others."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
