"""Write pages as plain text for pipes and files, without colour and without importing Rich."""

from kehoach_cli.cli.output.page_lines import Line, Piece, page_lines
from kehoach_cli.reports.pages import Page


def plain_page(page: Page, width: int) -> str:
    """The page as text that ends in a line feed. Titles of tables are in capitals."""
    lines = list(page_lines(page, width))
    head = next((index for index, line in enumerate(lines) if not line), len(lines)) if page.lines else 0
    return "".join(f"{_text(line, in_head=index < head)}\n" for index, line in enumerate(lines))


def _text(line: Line, *, in_head: bool) -> str:
    return "".join(_plain(piece, in_head=in_head) for piece in line).rstrip()


def _plain(piece: Piece, *, in_head: bool) -> str:
    match piece.style:
        case "title":
            return piece.text if in_head else piece.text.upper()
        case "rule":
            return "-" * len(piece.text)
        case _:
            return piece.text
