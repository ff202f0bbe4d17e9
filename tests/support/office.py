"""LibreOffice without a window, driven by a script under the system's own Python, which has the UNO bridge."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.support.tools import missing, require_tool

EXCEL, OPEN_DOCUMENT = "Calc MS Excel 2007 XML", "calc8"
_SCRIPT = Path(__file__).with_name("fill_by_uno.py")
_PYTHON = "/usr/bin/python3"
_SECONDS = 120


def convert(files: Sequence[Path], to: str, folder: Path) -> None:
    """Have LibreOffice save the files as another kind in the folder, which it makes."""
    profile = f"-env:UserInstallation={(folder.parent / 'profile').absolute().as_uri()}"
    words = [require_tool("soffice"), profile, "--headless", "--convert-to", to, "--outdir", str(folder)]
    subprocess.run([*words, *map(str, files)], check=True, capture_output=True, timeout=300)


def type_into(book: Path, cells: Sequence[tuple[str, str, Any]], saved: Mapping[Path, str]) -> None:
    """Type text or numbers into cells (sheet, name, value) of a workbook, and save it under each path as that kind.

    Without LibreOffice Calc or its bridge the test is skipped, or fails where KEHOACH_REQUIRE_TOOLS is 1.
    """
    office = require_tool("soffice")
    if subprocess.run([_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode:
        missing("python3-uno is not installed")
    pipe = f"kehoach{abs(hash(book))}"
    profile = f"-env:UserInstallation={(book.parent / 'profile').absolute().as_uri()}"
    accept = f"--accept=pipe,name={pipe};urp;"
    job = {
        "open": str(book.absolute()),
        "cells": [list(cell) for cell in cells],
        "save": {str(path.absolute()): kind for path, kind in saved.items()},
    }
    with subprocess.Popen([office, profile, "--headless", "--norestore", accept], stderr=subprocess.DEVNULL) as running:
        try:
            typed = subprocess.run(
                [_PYTHON, str(_SCRIPT), pipe, json.dumps(job)],
                capture_output=True,
                text=True,
                timeout=_SECONDS,
                check=False,
            )
            running.wait(_SECONDS)
        finally:
            running.kill()
    assert typed.returncode == 0, typed.stderr
