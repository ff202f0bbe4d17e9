"""Made-up data written as YAML in any of the ways that people write it: for edits that must disturb none of them.

Every comment bears a number of its own, so that a test can see that none was lost.
"""

import json
from collections.abc import Iterator
from itertools import count
from typing import Any, NamedTuple

from hypothesis import strategies as st

from kehoach_cli.editing.expected import Insertion
from kehoach_cli.editing.operations import insert_all
from kehoach_cli.yaml.text import SourceText

Data = Any
Draw = st.DrawFn

KEYS = ("id", "name", "lead", "value", "date", "measurements", "note", "khóa có dấu")
PLAIN_TEXTS = ("CV 12/STTTT", "Sở Y tế", "2023-09-30", "a", "Đạt 50% kế hoạch", "x-y")
ODD_TEXTS = ("a: b", "# không phải ghi chú", "- gạch", "no", "null", "12", "it's", 'nói "có"', " lề ", "{a}", "")
LINES = ("dòng một\ndòng hai\n", "một dòng\n", "# không phải ghi chú\n\nsau dòng trống\n")
LAST_OF_LINES = {f"{' ' * column}{lines.splitlines()[-1]}" for lines in LINES for column in range(40)}
NUMBERS = (0, 7, -3, 155)
INDENT = 2


class Style(NamedTuple):
    """What a text keeps to throughout: its line ends, how far lists stand in, what follows a dash."""

    line_end: str
    list_step: int
    dash_gap: str
    bom: bool
    final_line_end: bool


class StyledText(NamedTuple):
    """A text and what it holds."""

    source: SourceText
    data: Data
    style: Style


styles = st.builds(
    Style,
    st.sampled_from(("\n", "\r\n")),
    st.sampled_from((0, 2, 4)),
    st.sampled_from((" ", "   ")),
    st.booleans(),
    st.booleans(),
)
scalars = st.one_of(st.sampled_from((*PLAIN_TEXTS, *ODD_TEXTS)), st.sampled_from(NUMBERS), st.booleans(), st.none())
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=12,
)


@st.composite
def styled_texts(draw: Draw) -> StyledText:
    """A list of records, or one mapping, as a whole file."""
    record = st.dictionaries(st.sampled_from(KEYS), values | st.sampled_from(LINES), min_size=1, max_size=4)
    data = draw(st.one_of(st.lists(record, min_size=1, max_size=3), record))
    style = draw(styles)
    lines = _Writer(draw, style).document(data)
    if lines[-1] in LAST_OF_LINES:  # without its line break the text in lines would say something else
        style = style._replace(final_line_end=True)
    text = style.line_end.join(lines) + (style.line_end if style.final_line_end else "")
    return StyledText(SourceText("mẫu.yaml", text, style.bom), data, style)


def comments(text: str) -> list[str]:
    """The numbered comments of a text, in their order."""
    return [word for word in text.replace("\r", " ").replace("\n", " ").split(" ") if word.startswith("#ghi-chú-")]


def paths(data: Data, prefix: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value in the data, but for the data itself."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in entries:
        yield (*prefix, step)
        yield from paths(value, (*prefix, step))


def append(source: SourceText, path: tuple[str | int, ...], item: Data) -> SourceText:
    return insert_all(source, [Insertion(path, item)])


def put(source: SourceText, path: tuple[str | int, ...], value: Data) -> SourceText:
    return insert_all(source, [Insertion(path, value, as_item=False)])


def at(data: Data, path: tuple[str | int, ...]) -> Data:
    for step in path:
        data = data[step]
    return data


class _Writer:
    def __init__(self, draw: Draw, style: Style) -> None:
        self._draw = draw
        self._style = style
        self._numbers = count(1)

    def document(self, data: Data) -> list[str]:
        lines = self._remark(0) + self.block(data, 0)
        return lines + (self._remark(0) if self._style.final_line_end else [])

    def block(self, data: Data, column: int) -> list[str]:
        return self._mapping(data, column) if isinstance(data, dict) else self._sequence(data, column)

    def _mapping(self, data: dict[str, Data], column: int) -> list[str]:
        lines: list[str] = []
        for key, value in data.items():
            if lines:
                lines += self._remark(column)
            head = f"{' ' * column}{key}:"
            inner = column + (self._style.list_step if isinstance(value, list) else INDENT)
            lines += self._entry(head, value, column, inner)
        return lines

    def _sequence(self, data: list[Data], column: int) -> list[str]:
        lines: list[str] = []
        inner = column + 1 + len(self._style.dash_gap)
        for item in data:
            if lines:
                lines += self._remark(column)
            head = f"{' ' * column}-"
            if isinstance(item, dict | list) and item and self._draw(st.booleans()):
                first, *rest = self.block(item, inner)
                lines += [f"{head}{self._style.dash_gap}{first.lstrip(' ')}", *rest]
            else:
                lines += self._entry(head, item, column, inner)
        return lines

    def _entry(self, head: str, value: Data, column: int, inner: int) -> list[str]:
        if isinstance(value, dict | list) and value and self._draw(st.booleans()):
            deeper = max(inner, column + 1) if head.endswith("-") else inner
            return [head + self._tail(), *self.block(value, deeper)]
        if isinstance(value, str) and value.endswith("\n"):
            body = value[:-1].split("\n")
            return [f"{head} |", *(f"{' ' * (column + INDENT + 1)}{line}".rstrip() for line in body)]
        if isinstance(value, dict | list) and value and self._draw(st.booleans()):
            return self._flow_lines(head, value, column)
        written = self._flow(value) if isinstance(value, dict | list) else self._scalar(value, flow=False)
        gap = self._draw(st.sampled_from((" ", "   "))) if written else ""
        return [f"{head}{gap}{written}{self._tail()}"]

    def _flow_lines(self, head: str, value: Data, column: int) -> list[str]:
        """A collection in brackets with each entry on a line of its own."""
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        entries = [f"{f'{key}: ' if isinstance(key, str) else ''}{self._flow(part)}" for key, part in pairs]
        last_comma = self._draw(st.sampled_from(("", ",")))
        commas = [","] * (len(entries) - 1) + [last_comma]
        lines = [
            f"{' ' * (column + 3)}{entry}{comma}{self._tail()}" for entry, comma in zip(entries, commas, strict=True)
        ]
        return [f"{head} {opening}{self._tail()}", *lines, f"{' ' * (column + 1)}{closing}{self._tail()}"]

    def _flow(self, value: Data) -> str:
        if isinstance(value, dict):
            pad = self._draw(st.sampled_from(("", " ")))
            pairs = [f"{key}: {self._flow(part)}" for key, part in value.items()]
            return f"{{{pad}{', '.join(pairs)}{pad}}}" if pairs else "{}"
        if isinstance(value, list):
            return f"[{', '.join(map(self._flow, value))}]"
        return self._scalar(value, flow=True)

    def _scalar(self, value: Data, *, flow: bool) -> str:
        if value is None:
            return self._draw(st.sampled_from(("null", "~") if flow else ("null", "~", "")))
        if not isinstance(value, str):
            return self._draw(st.sampled_from((str(value), str(value).lower())))
        ways = [json.dumps(value, ensure_ascii=False)]
        if "\n" not in value:
            ways.append("'" + value.replace("'", "''") + "'")
        if value in PLAIN_TEXTS:
            ways.append(value)
        return self._draw(st.sampled_from(ways))

    def _tail(self) -> str:
        """Blanks or a comment behind a value."""
        return self._draw(st.sampled_from(("", "", "  "))) + (self._comment(" ") if self._draw(st.booleans()) else "")

    def _remark(self, column: int) -> list[str]:
        """A blank line, a comment on a line of its own, both or nothing."""
        lines = [""] if self._draw(st.booleans()) else []
        return lines + ([" " * column + self._comment()] if self._draw(st.booleans()) else [])

    def _comment(self, before: str = "") -> str:
        return f"{before}#ghi-chú-{next(self._numbers)}"
