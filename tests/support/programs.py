"""Programs that came with the environment that runs the tests, and the program under test as a command on the path."""

import os
import shutil
import sys
from pathlib import Path

from tests.support.tools import missing

SOURCE = Path(__file__).parents[2] / "src"


def beside_python(name: str) -> str:
    """The path of a program installed with the `dev` extra."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        missing(f"{name} is not installed: python3 scripts/install.py --dev")
    assert found is not None
    return found


def kehoach_on_path(folder: Path) -> dict[str, str]:
    """An environment in which `kehoach` starts this source tree."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "kehoach"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{SOURCE}" exec "{sys.executable}" -m kehoach_cli "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
