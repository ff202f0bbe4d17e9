"""A code's public page: what its module's docstring says, taken apart.

The docstring is Vietnamese: a title line; why it matters, in paragraphs; `Sai:` and an indented wrong example;
`Đúng:` and an indented right one.
"""

import inspect
from textwrap import dedent
from typing import NamedTuple

WRONG, RIGHT = "\nSai:\n", "\nĐúng:\n"


class Page(NamedTuple):
    """A page's parts. `paragraphs` have no line breaks of their own; the examples keep theirs, without the indent."""

    title: str
    paragraphs: tuple[str, ...]
    wrong: str
    right: str


def page_of(docstring: str) -> Page:
    """Take a docstring apart. Raises ValueError where a part is missing or empty."""
    head, wrong_found, rest = inspect.cleandoc(docstring).partition(WRONG)
    wrong, right_found, right = rest.partition(RIGHT)
    title, _, reasons = head.partition("\n")
    paragraphs = tuple(" ".join(part.split()) for part in reasons.split("\n\n") if part.strip())
    page = Page(title.strip(), paragraphs, _example(wrong), _example(right))
    if not (wrong_found and right_found and all(page)):
        raise ValueError(f"{title}: a page has a title, reasons, «Sai:» and «Đúng:» with examples")
    return page


def _example(block: str) -> str:
    """The block without its indent; lines keep theirs against each other, the first included."""
    return dedent(block).strip()
