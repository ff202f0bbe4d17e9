"""Write pages as Markdown."""

from kehoach_cli.cli.console import DEFAULT_WIDTH
from kehoach_cli.cli.output.chart import chart_lines
from kehoach_cli.cli.output.printable import one_line, printable
from kehoach_cli.reports.pages import Page, Table, cell_text

# Characters with a meaning in Markdown or in HTML inside it.
_ESCAPES = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|#~"} | {"\n": " ", "\r": " ", "\u00a0": " "})


def escaped(text: str) -> str:
    """Escape the text, so that Markdown shows it literally."""
    return printable(text).translate(_ESCAPES)


def escaped_line(text: str) -> str:
    """Escape the text on one line. An `@name` in it notifies nobody."""
    return escaped(one_line(text)).replace("@", "@\u200b")


def markdown_page(page: Page) -> str:
    """The page as Markdown; its first line becomes the heading."""
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
