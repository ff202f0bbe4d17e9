"""Write a view in the chosen format, to the screen or to a file."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from kehoach_cli.cli import console
from kehoach_cli.entering.parse_values import choice
from kehoach_cli.reports.pages import Page
from kehoach_cli.storage.output_file import write_file

BOM = "\ufeff"


class Renderers(NamedTuple):
    """Functions that give a view as a page, as data and as flat rows; only the one that the format needs is called.

    `columns` are the keys of the rows, for a view that may have none.
    """

    page: Callable[[], Page]
    data: Callable[[], Mapping[str, Any]]
    rows: Callable[[], Sequence[Mapping[str, Any]]]
    columns: Sequence[str] = ()


def _table(view: Renderers) -> bytes:
    from kehoach_cli.cli.output.plain import plain_page

    return utf8(plain_page(view.page(), console.width()))


def _json(view: Renderers) -> bytes:
    from kehoach_cli.cli.output.data import as_json

    return utf8(as_json(view.data()))


def _csv(view: Renderers) -> bytes:
    from kehoach_cli.cli.output.data import as_csv

    return utf8(as_csv(view.rows(), view.columns))


def _markdown(view: Renderers) -> bytes:
    from kehoach_cli.cli.output.markdown import markdown_page

    return utf8(markdown_page(view.page()))


def utf8(text: str) -> bytes:
    """The text in UTF-8. A lone surrogate, as in a file name on Linux, is written as `\\udc80`."""
    return text.encode("utf-8", "backslashreplace")


FORMATS: Mapping[str, Callable[[Renderers], bytes]] = {"table": _table, "json": _json, "csv": _csv, "md": _markdown}


def _known_format(form: str) -> str:
    choice("--format", form, tuple(FORMATS))
    return form


FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="DẠNG",
        help=f"Dạng kết quả: {', '.join(FORMATS)}.".replace("table", "table (mặc định)"),
        callback=_known_format,  # before the command does anything
    ),
]
OutputOption = Annotated[
    str | None, typer.Option("--output", "-o", metavar="TỆP", help="Ghi kết quả ra tệp thay vì ra màn hình.")
]


class Destination(NamedTuple):
    """The format of the output and the file for it; `output` None prints it."""

    form: FormatOption = "table"
    output: OutputOption = None


def write_view(view: Renderers, to: Destination) -> None:
    """Print the view, or write it to the file named. Raises UsageProblem if the file cannot be written."""
    if to.output is None and to.form == "table" and sys.stdout.isatty():
        from kehoach_cli.cli.output.terminal import show_page

        show_page(view.page(), console.width())
        return
    content = FORMATS[to.form](view)
    if to.output is None:
        sys.stdout.write(content.decode())
        return
    # Excel reads a CSV file as UTF-8 only if it starts with a byte order mark.
    write_file(Path(to.output), BOM.encode() + content if to.form == "csv" else content)
