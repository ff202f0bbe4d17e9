"""Files named as the user would name them."""

import os
from contextlib import suppress
from pathlib import Path

from kehoach_cli.diagnostics import COLLECTIONS
from kehoach_cli.storage.folder import PlanFolder


def shown_files(folder: PlanFolder) -> tuple[str, ...]:
    """The plan's files as the user would write them."""
    return tuple(shown_path(folder.file(collection)) for collection in COLLECTIONS)


def is_there(path: Path) -> bool:
    """Whether something stands there: a link that leads nowhere too, and what lies where the user may not look."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        pass  # whoever reads it says so
    return True


def shown_path(path: Path) -> str:
    """A path as the user would write it: relative to the current folder when it lies below it.

    Bytes in it that are no text are shown as `�`.
    """
    with suppress(ValueError, OSError):  # elsewhere, or the current folder is gone
        path = path.absolute().relative_to(Path.cwd())
    return os.fsencode(path).decode("utf-8", "replace")
