"""Pages as Markdown."""

from kehoach_cli.cli.console import DEFAULT_WIDTH
from kehoach_cli.cli.output.chart import chart_lines
from kehoach_cli.cli.output.printable import one_line, printable
from kehoach_cli.reports.pages import Page, Table, cell_text

# Marks that Markdown or the HTML inside it would read as its own.
_ESCAPES = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|#~"} | {"\n": " ", "\r": " ", "\u00a0": " "})


def escaped(text: str) -> str:
    """The text so that Markdown shows it as it is."""
    return printable(text).translate(_ESCAPES)


def plain(text: str) -> str:
    """The text as it stands, on one line: no mark-up, and nobody called by an `@name`."""
    return escaped(one_line(text)).replace("@", "@\u200b")


def markdown_page(page: Page) -> str:
    """The whole page; its first line becomes the heading."""
    blocks = [f"# {escaped(page.lines[0])}", *(escaped(line) for line in page.lines[1:])] if page.lines else []
    if page.chart:
        blocks.append("\n".join(("```text", *chart_lines(page.chart, DEFAULT_WIDTH), "```")))
    for table in page.tables:
        if table.title:
            blocks.append(f"## {escaped(table.title)}")
        blocks.append("\n".join(_table_lines(table)))
        if table.note:
            blocks.append(escaped(table.note))
    return "\n\n".join(blocks) + "\n"


def _table_lines(table: Table) -> list[str]:
    rules = ["---:" if column.align == "right" else "---" for column in table.columns]
    return [
        _line([escaped(column.title) for column in table.columns]),
        _line(rules),
        *(_line([escaped(cell_text(cell)) for cell in row]) for row in table.rows),
    ]


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
