"""A plan read once need not be parsed and checked again: the records of unchanged files, kept per user.

An entry holds the very bytes that it was made from, and is used only while the files still hold the same and the
same version of the program and of Python asks. It lives in the user's own cache folder, never in the plan's
repository, and is read by an unpickler that knows plan records and nothing else. Losing one costs a tenth of a
second.
"""

import os
import pickle
import sys
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from kehoach_cli import __version__
from kehoach_cli.diagnostics import COLLECTIONS, Collection
from kehoach_cli.files.folder import PlanFolder
from kehoach_cli.files.text import read_bytes
from kehoach_cli.plan.model import Plan

MOST_ENTRIES = 32
MOST_BYTES = 4 * 1024 * 1024
_RECORDS = ("kehoach_cli.plan.model", "kehoach_cli.plan.due")
_VALUES = {("decimal", "Decimal"), ("datetime", "date")}


def recall(folder: PlanFolder) -> Plan | None:
    """The plan, if its files are byte for byte those it was last read from without a fault; else None."""
    try:
        with _path(folder).open("rb") as stream:
            if not _own(stream.fileno()):
                return None
            made_by, name, contents, plan = _RecordUnpickler(stream).load()
        now = {collection: read_bytes(folder.file(collection), "") for collection in COLLECTIONS}
    except Exception:
        return None
    same = (made_by, name, contents) == (_made_by(), str(folder.data.absolute()), now)
    return plan if same and isinstance(plan, Plan) else None


def keep(folder: PlanFolder, contents: Mapping[Collection, bytes], plan: Plan) -> None:
    """Keep a plan that was read without a fault, with the bytes that it was read from.

    Nothing is said when that fails: the plan will be read anew.
    """
    if sum(map(len, contents.values())) > MOST_BYTES:
        return
    with suppress(OSError, RuntimeError):  # RuntimeError: nobody knows where this user's home is
        path = _path(folder)
        partial = path.with_suffix(f".{os.getpid()}.part")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with partial.open("xb") as stream:
                entry = (_made_by(), str(folder.data.absolute()), dict(contents), plan)
                pickle.dump(entry, stream, protocol=5)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
        _forget_oldest(path.parent)


class _RecordUnpickler(pickle.Unpickler):
    """Makes plan records, decimals and dates; a name of anything else ends the reading."""

    def find_class(self, module_name: str, global_name: str) -> Any:
        if (module_name, global_name) in _VALUES or (module_name in _RECORDS and global_name[:1].isupper()):
            return super().find_class(module_name, global_name)
        raise pickle.UnpicklingError(global_name)


def _made_by() -> str:
    return f"kehoach {__version__}, Python {sys.version}"


def _path(folder: PlanFolder) -> Path:
    name = zlib.crc32(str(folder.data.absolute()).encode("utf-8", "surrogateescape"))
    return _cache_folder() / f"{name:08x}.plan"


def _cache_folder() -> Path:
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base) / "kehoach" / "cache" if base else Path.home() / "AppData" / "Local" / "kehoach" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "kehoach"
    base = os.environ.get("XDG_CACHE_HOME")
    return Path(base) / "kehoach" if base else Path.home() / ".cache" / "kehoach"


def _own(descriptor: int) -> bool:
    """Whether the file belongs to the user who runs the program; Windows keeps others out of the folder itself."""
    return not hasattr(os, "getuid") or os.fstat(descriptor).st_uid == os.getuid()


def _forget_oldest(folder: Path) -> None:
    entries = sorted(folder.glob("*.plan"), key=lambda path: path.stat().st_mtime)
    for path in entries[:-MOST_ENTRIES]:
        path.unlink(missing_ok=True)
