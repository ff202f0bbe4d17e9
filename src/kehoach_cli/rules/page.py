"""Parse the public page of a code from its module's docstring.

The docstring is Vietnamese: a title line; paragraphs that say why; `Sai:` and an indented wrong example;
`Đúng:` and an indented right one.
"""

import inspect
from textwrap import dedent
from typing import NamedTuple

WRONG, RIGHT = "\nSai:\n", "\nĐúng:\n"


class Page(NamedTuple):
    """The parts of a page: paragraphs without line breaks, examples with line breaks and without the common indent."""

    title: str
    paragraphs: tuple[str, ...]
    wrong: str
    right: str


def page_of(docstring: str) -> Page:
    """Parse a docstring. Raises ValueError if a part is missing or empty."""
    head, wrong_found, rest = inspect.cleandoc(docstring).partition(WRONG)
    wrong, right_found, right = rest.partition(RIGHT)
    title, _, reasons = head.partition("\n")
    paragraphs = tuple(" ".join(part.split()) for part in reasons.split("\n\n") if part.strip())
    page = Page(title.strip(), paragraphs, _example(wrong), _example(right))
    if not (wrong_found and right_found and all(page)):
        raise ValueError(f"{title}: a page has a title, reasons, «Sai:» and «Đúng:» with examples")
    return page


def _example(block: str) -> str:
    """The block without the indent that all lines, the first included, have in common."""
    return dedent(block).strip()
