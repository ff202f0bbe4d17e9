"""Install the program into `.venv`, or with `--dev` what its tests and tools need besides, as README.md's commands do.

    python3 scripts/install.py [--dev]

Pip takes the files that `requirements/` lists by hash. Nothing is resolved: `--no-deps` adds no package, and
`pip check` fails where the list lacks one. An old Python can read this file and is told what is needed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).parent.parent
APP = (["-r", "requirements/app.txt"], ["--no-build-isolation", "."])
DEV = (["-r", "requirements/dev.txt"], ["--no-build-isolation", "-e", "."])


def steps(*installs: list[str]) -> list[list[str]]:
    """What pip is told, one after the other."""
    return [*(["install", "--quiet", "--no-deps", *options] for options in installs), ["check", "--quiet"]]


class _Environment(venv.EnvBuilder):
    def __init__(self, *installs: list[str]) -> None:
        super().__init__(with_pip=True, symlinks=os.name != "nt")
        self.installs = installs

    def post_setup(self, context: SimpleNamespace) -> None:
        for step in steps(*self.installs):
            if subprocess.call([context.env_exe, "-m", "pip", *step], cwd=ROOT):  # noqa: S603 - fixed words
                sys.exit(1)


def main(arguments: list[str]) -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - what starts this is not yet known
        sys.exit(f"Cần Python 3.11 trở lên; đây là Python {sys.version.split()[0]}")
    _Environment(*(DEV if "--dev" in arguments else APP)).create(ROOT / ".venv")


if __name__ == "__main__":
    main(sys.argv[1:])
