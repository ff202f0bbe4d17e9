"""The tags of a template: `{{ … }}`, `{% … %}` and `{# … #}`, wherever Word cut them into runs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from kehoach_cli.sandbox.problems import Place
from kehoach_cli.word.paragraphs import Paragraph

Level = Literal["", "p", "tr", "tc"]
Kind = Literal["{{", "{%", "{#"]

DELIMITER = re.compile(r"\{\{|\{%|\{#|%\}|\}\}|#\}")
_OPENER = re.compile(r"\{\{(?!\{)|\{%|\{#")
_CLOSERS: Mapping[Kind, str] = {"{{": "}}", "{%": "%}", "{#": "#}"}
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
    for kind, start, end in _stretches(paragraph.text):
        body = paragraph.text[start + 2 : end - 2]
        level: Level = ""
        prefix = _LEVEL.match(body) if kind != "{{" else None
        if prefix:
            body = body[prefix.end() :]
            if prefix[1] != "r":  # a run is what a tag without a level takes the place of anyway
                level = prefix[1]  # type: ignore[assignment]  # one of the three that are left
        yield Tag(kind, level, body, paragraph, start, end)


def _stretches(text: str) -> Iterator[tuple[Kind, int, int]]:
    """The kind, the start and the end of each tag in a text. No stretch of it is searched twice for the same mark."""
    unclosed: set[str] = set()
    at = 0
    while opener := _OPENER.search(text, at):
        kind: Kind = opener[0]  # type: ignore[assignment]  # one of the three
        end = -1 if kind in unclosed else text.find(_CLOSERS[kind], opener.end())
        if end < 0:
            unclosed.add(kind)
            at = opener.start() + 1
        else:
            at = end + 2
            yield kind, opener.start(), at


def loose_delimiters(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Where a delimiter stands that belongs to no tag."""
    if "{" in paragraph.text or "}" in paragraph.text:
        end = len(paragraph.text)
        after = 0
        for upto, following in [*((start, end) for _, start, end in _stretches(paragraph.text)), (end, end)]:
            for loose in DELIMITER.finditer(paragraph.text, after, upto):
                yield loose.start(), loose.end()
            after = following
