"""Writing ZIP archives, as which Word files and wheels go, so that equal content gives equal bytes."""

import io
import zipfile
from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a ZIP archive can state


def write_parts(parts: Mapping[str, bytes], *, packed: bool = True) -> bytes:
    """An archive of the parts: content types first, as readers expect, then by name; no time, no system in it.

    One that is not `packed` has the same bytes whatever version of zlib writes it.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return stream.getvalue()
