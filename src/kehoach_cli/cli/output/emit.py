"""One way out for every view: pick the drawing that the format asks for, and where it goes."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kehoach_cli.cli import console
from kehoach_cli.entering.typed_values import choice
from kehoach_cli.reports.pages import Page
from kehoach_cli.storage.output_file import write_file

FORMATS = ("table", "json", "csv", "md")
BOM = "\ufeff"


class Drawings(NamedTuple):
    """A view in each of its shapes; none is made before it is asked for."""

    page: Callable[[], Page]
    data: Callable[[], Mapping[str, Any]]
    rows: Callable[[], Sequence[Mapping[str, Any]]]


def emit(drawings: Drawings, form: str, output: str | None) -> None:
    """Print the view, or write it to the file named.

    Raises:
        UsageProblem: there is no such format, or the file cannot be written.
    """
    choice("--format", form, FORMATS)
    if output is None and form == "table" and console.is_terminal(sys.stdout):
        from kehoach_cli.cli.output.terminal import show_page

        show_page(drawings.page(), console.width())
        return
    text = _text(drawings, form)
    if output is None:
        sys.stdout.write(text)
        return
    # Excel takes a CSV file for UTF-8 only where it starts with the mark.
    write_file(Path(output), BOM + text if form == "csv" else text)


def _text(drawings: Drawings, form: str) -> str:
    match form:
        case "json":
            from kehoach_cli.cli.output.data import as_json

            return as_json(drawings.data())
        case "csv":
            from kehoach_cli.cli.output.data import as_csv

            return as_csv(drawings.rows())
        case "md":
            from kehoach_cli.cli.output.markdown import markdown_page

            return markdown_page(drawings.page())
        case _:
            from kehoach_cli.cli.output.plain import plain_page

            return plain_page(drawings.page(), console.width())
