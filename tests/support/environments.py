"""Virtual environments that tests install into, and made-up wheels to tempt pip with."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from packaging.utils import canonicalize_name

from tests.support.tools import missing

OFFLINE = (
    "Could not find a version that satisfies",
    "Failed to establish a new connection",
    "No matching distribution",
)


class Environment:
    """A folder where commands run that use or make the virtual environment `.venv` in it."""

    def __init__(self, folder: Path, pip: str | None = None) -> None:
        """Make a `.venv` only where there has to be one with such a pip beforehand."""
        self.folder = folder
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # where `python3` is the tests' own
        self.variables = dict(os.environ) | {
            "PATH": path,
            "PIP_NO_COMPILE": "1",
        }  # most of what is installed never runs
        if pip is not None:
            self.run(f"python3 -m venv .venv && .venv/bin/python -m pip install -q --upgrade {pip}")

    def offer(self, wheels: Path) -> None:
        """Let pip find the wheels of a folder besides what it finds already."""
        places = [self.variables.get("PIP_FIND_LINKS", ""), str(wheels)]
        self.variables["PIP_FIND_LINKS"] = " ".join(places).strip()

    def run(self, line: str) -> str:
        """What a line of a shell prints; it has to succeed, but for want of a package index."""
        done = subprocess.run(
            ["sh", "-eu", "-c", line],
            cwd=self.folder,
            env=self.variables,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode and any(words in done.stderr for words in OFFLINE):
            missing(f"no package index to install from: {done.stderr[-300:]}")
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def installed(self) -> dict[str, str]:
        """The version of each package but pip and setuptools, which Python may bring."""
        listed = json.loads(self.run(".venv/bin/pip list --format json --disable-pip-version-check"))
        versions = {str(canonicalize_name(entry["name"])): str(entry["version"]) for entry in listed}
        return {name: version for name, version in versions.items() if name not in ("pip", "setuptools")}


def made_up_wheel(folder: Path, name: str, version: str) -> None:
    """A wheel without a line of code."""
    plain = name.replace("-", "_")
    about = f"{plain}-{version}.dist-info"
    with zipfile.ZipFile(folder / f"{plain}-{version}-py3-none-any.whl", "w") as archive:
        archive.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", "")
