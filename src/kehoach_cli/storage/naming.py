"""Show paths as the user would write them."""

import os
from contextlib import suppress
from pathlib import Path


def path_exists(path: Path) -> bool:
    """Whether the path exists. A broken link counts, and so does a path that the user may not look at."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        pass  # reading it reports the reason
    return True


def shown_path(path: Path) -> str:
    """The path as the user would write it: relative to the current folder if it is below that.

    Bytes that are not text are shown as `�`.
    """
    with suppress(ValueError, OSError):  # outside the current folder, or that folder is gone
        path = path.absolute().relative_to(Path.cwd())
    return os.fsencode(path).decode("utf-8", "replace")
