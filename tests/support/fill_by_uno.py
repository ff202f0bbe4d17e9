"""Open a workbook in a running LibreOffice, type into cells, and save it. The system's Python runs this, not a venv's.

    python3 fill_by_uno.py PIPE '{"open": "/a.xlsx", "cells": [["Sheet1", "G3", "45,5"]], "save": {"/b.ods": "calc8"}}'

Text is typed as on an English keyboard: LibreOffice makes numbers and dates of it. Locked cells are no hindrance.
"""

import json
import sys
import time
from typing import Any

import uno  # type: ignore[import-not-found]

_TRIES, _PAUSE = 120, 0.25


def connected(pipe: str) -> Any:
    """The running LibreOffice's desktop."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(_TRIES):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:  # it is still starting
            time.sleep(_PAUSE)
    sys.exit("LibreOffice does not answer")


def named(**values: Any) -> tuple[Any, ...]:
    """The values as LibreOffice takes arguments."""
    found = []
    for name, value in values.items():
        argument = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        argument.Name, argument.Value = name, value
        found.append(argument)
    return tuple(found)


def main(pipe: str, wanted: str) -> None:
    job = json.loads(wanted)
    desktop = connected(pipe)
    book = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["open"]), "_blank", 0, named(Hidden=True))
    for sheet, cell, typed in job["cells"]:
        target = book.Sheets.getByName(sheet).getCellRangeByName(cell)
        target.setFormula(typed) if isinstance(typed, str) else target.setValue(typed)
    for path, kind in job["save"].items():
        book.storeToURL(uno.systemPathToFileUrl(path), named(FilterName=kind))
    book.close(True)  # noqa: FBT003 - UNO knows no names of parameters
    desktop.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
