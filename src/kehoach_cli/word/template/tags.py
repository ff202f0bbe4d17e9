"""Find a template's tags: `{{ … }}`, `{% … %}` and `{# … #}`, even if Word split them into runs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from kehoach_cli.sandbox.package.xml import Element, w
from kehoach_cli.sandbox.problems import Place
from kehoach_cli.word.paragraphs import Paragraph, State

Level = Literal["", "p", "tr", "tc"]
Kind = Literal["{{", "{%", "{#"]

DELIMITER = re.compile(r"\{\{|\{%|\{#|%\}|\}\}|#\}")
_OPENER = re.compile(r"\{\{(?!\{)|\{%|\{#")
_CLOSERS: Mapping[Kind, str] = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SHOWN = 80  # characters of a tag
_LEVEL = re.compile(r"(tr|tc|p|r)(?=\s)")
_HEAD = re.compile(r"\A((tr|tc|p|r)(?=\s))?[-+\s]*[a-z]+", re.IGNORECASE)  # of a statement: level and first word


class Tag(NamedTuple):
    """One tag. `level` names what it replaces: its paragraph "p", cell "tc", row "tr", or only itself "".

    `body` is the text inside, without the level; a statement's first word is in lower case, as if typed so. `start`
    and `end` are offsets in its paragraph's text.
    """

    kind: Kind
    level: Level
    body: str
    paragraph: Paragraph
    start: int
    end: int

    @property
    def word(self) -> str:
        """The first word inside: `for`, `endif`; of `{{ … }}` the first word of the expression."""
        return (self.body.strip("-+ \t\n\u00a0").split(None, 1) or [""])[0]

    @property
    def holder(self) -> Element:
        """The element of the text in which the tag starts."""
        return next(piece.element for piece in self.paragraph.pieces if piece.start <= self.start < piece.end)

    def touches(self, state: State) -> bool:
        """Whether a piece of it is in this state."""
        pieces = self.paragraph.pieces
        return any(each.state == state and each.start < self.end and self.start < each.end for each in pieces)

    @property
    def place(self) -> Place:
        return self.paragraph.place(self.start, self.end)

    @property
    def text(self) -> str:
        """The tag as written in the template."""
        return self.paragraph.text[self.start : self.end]

    @property
    def shown(self) -> str:
        """The tag as shown in messages, at most _SHOWN characters."""
        return self.text if len(self.text) <= _SHOWN else f"{self.text[: _SHOWN - 1]}…"


def replaced_element(tag: Tag) -> Element | None:
    """The paragraph, cell or row that the tag replaces; None for a tag without a level, or outside any table."""
    element: Element | None = tag.paragraph.element if tag.level else None
    while element is not None and element.tag != w(tag.level):
        element = element.getparent()
    return element


class Scan(NamedTuple):
    """The paragraphs of a part, and its tags in document order."""

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
        if kind == "{%":
            body = _HEAD.sub(lambda head: head[0].lower(), body)
        level: Level = ""
        prefix = _LEVEL.match(body) if kind != "{{" else None
        if prefix:
            body = body[prefix.end() :]
            if prefix[1] != "r":  # «r», a run, is the same as no level
                level = prefix[1]  # type: ignore[assignment]  # p, tr or tc
        yield Tag(kind, level, body, paragraph, start=start, end=end)


def _stretches(text: str) -> Iterator[tuple[Kind, int, int]]:
    """Yield kind, start and end of each tag. No text is searched twice for the same closer: time stays linear."""
    unclosed: set[str] = set()
    at = 0
    while opener := _OPENER.search(text, at):
        kind: Kind = opener[0]  # type: ignore[assignment]  # a Kind
        end = -1 if kind in unclosed else text.find(_CLOSERS[kind], opener.end())
        if end < 0:
            unclosed.add(kind)
            at = opener.start() + 1
        else:
            at = end + 2
            yield kind, opener.start(), at


def loose_delimiters(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Yield start and end of each delimiter that belongs to no tag."""
    if "{" in paragraph.text or "}" in paragraph.text:
        end = len(paragraph.text)
        after = 0
        for upto, following in [*((start, end) for _, start, end in _stretches(paragraph.text)), (end, end)]:
            for loose in DELIMITER.finditer(paragraph.text, after, upto):
                yield loose.start(), loose.end()
            after = following
