"""The tags of a template: `{{ … }}`, `{% … %}` and `{# … #}`, wherever Word cut them into runs."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from kehoach_cli.reports.word.problems import Place
from kehoach_cli.reports.word.template.paragraphs import Paragraph

Level = Literal["", "p", "tr", "tc"]
Kind = Literal["{{", "{%", "{#"]

TAG = re.compile(r"\{\{(?!\{)(.*?)\}\}|\{%(.*?)%\}|\{#(.*?)#\}", re.DOTALL)
DELIMITER = re.compile(r"\{\{|\{%|\{#|%\}|\}\}|#\}")
_SHOWN = 80  # characters of a tag
_LEVEL = re.compile(r"(tr|tc|p|r)(?=\s)")


class Tag(NamedTuple):
    """One tag. `level` says what it takes the place of: its paragraph, row or cell, or only itself (""). `body` is
    what stands inside, without the level; `start` and `end` count characters of its paragraph's text.
    """

    kind: Kind
    level: Level
    body: str
    paragraph: Paragraph
    start: int
    end: int

    @property
    def word(self) -> str:
        """The first word inside: `for`, `endif`; for `{{ … }}` whatever it starts with."""
        return (self.body.strip("-+ \t\n\u00a0").split(None, 1) or [""])[0]

    @property
    def place(self) -> Place:
        return self.paragraph.place(self.start, self.end)

    @property
    def text(self) -> str:
        """The tag as it is written in the template."""
        return self.paragraph.text[self.start : self.end]

    @property
    def shown(self) -> str:
        """The tag as a message shows it: no longer than a line."""
        return self.text if len(self.text) <= _SHOWN else f"{self.text[: _SHOWN - 1]}…"


class Scan(NamedTuple):
    """A part as it was read: its paragraphs and, in their order, its tags."""

    label: str
    paragraphs: tuple[Paragraph, ...]
    tags: tuple[Tag, ...]


def scan(paragraphs: Iterable[Paragraph], label: str) -> Scan:
    listed = tuple(paragraphs)
    return Scan(label, listed, tuple(tag for paragraph in listed for tag in _tags(paragraph)))


def _tags(paragraph: Paragraph) -> Iterator[Tag]:
    if "{" not in paragraph.text:
        return
    for match in TAG.finditer(paragraph.text):
        kind: Kind = "{{" if match[1] is not None else "{%" if match[2] is not None else "{#"
        body = match[match.lastindex or 0]
        level: Level = ""
        prefix = _LEVEL.match(body) if kind != "{{" else None
        if prefix:
            body = body[prefix.end() :]
            if prefix[1] != "r":  # a run is what a tag without a level takes the place of anyway
                level = prefix[1]  # type: ignore[assignment]  # one of the three that are left
        yield Tag(kind, level, body, paragraph, match.start(), match.end())


def loose_delimiters(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Where a delimiter stands that belongs to no tag."""
    if "{" in paragraph.text or "}" in paragraph.text:
        end = 0
        for match in [*TAG.finditer(paragraph.text), None]:
            upto = match.start() if match else len(paragraph.text)
            for loose in DELIMITER.finditer(paragraph.text, end, upto):
                yield loose.start(), loose.end()
            end = match.end() if match else upto
