"""All texts of a plan, joined by kind, so that a rule searches a few long strings instead of each field."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple, get_type_hints

from kehoach_cli.diagnostics import Step
from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.differences import HISTORIES, LISTS, Entry, HistoryKey, entries_of
from kehoach_cli.plan.entries import Change
from kehoach_cli.plan.model import Indicator, Plan, Record, Task

SEPARATOR = "\0"  # never occurs in a text of a plan
_CODES = ("id", "pillar", "standing_agency")

Owner = Record | Agency | None  # None is plan.yaml itself


class TextField(NamedTuple):
    """One text, the record that holds it, and the path of keys there."""

    text: str
    owner: Owner
    path: tuple[Step, ...]


class TextSpan(NamedTuple):
    """Part of a text: `start` included, `end` excluded."""

    field: TextField
    start: int
    end: int


class TextGroup:
    """Texts of one kind. `locate` returns the owner and the path of the text with a given index."""

    def __init__(self, texts: Sequence[str], locate: Callable[[int], tuple[Owner, tuple[Step, ...]]]) -> None:
        self.texts = texts
        self.locate = locate
        self.joined = SEPARATOR + SEPARATOR.join(texts) + SEPARATOR

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(text) + 1 for text in self.texts), initial=1))

    def field(self, index: int) -> TextField:
        return TextField(self.texts[index], *self.locate(index))

    def span(self, start: int, end: int) -> TextSpan:
        """A part of `joined`, as part of its text."""
        index = bisect_right(self._starts, start) - 1
        offset = self._starts[index]
        return TextSpan(self.field(index), start - offset, end - offset)


class Texts:
    """The texts of a plan, collected on first use."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    @cached_property
    def groups(self) -> list[TextGroup]:
        return [*_header_texts(self._plan), *_agency_texts(self._plan), *_record_texts(self._plan)]

    @cached_property
    def characters(self) -> frozenset[str]:
        """All characters that occur."""
        return frozenset().union(*(group.joined for group in self.groups))

    def contain(self, *substrings: str) -> bool:
        """Whether a substring occurs in a text. `SEPARATOR` at its start or end stands for the edge of a text."""
        return any(substring in group.joined for group in self.groups for substring in substrings)

    def first_matches(self, pattern: re.Pattern[str]) -> Iterator[TextSpan]:
        """The first match of the pattern in each text. The pattern must not match `SEPARATOR`."""
        for group in self.groups:
            position = 0
            while match := pattern.search(group.joined, position):
                yield group.span(*match.span())
                position = group.joined.index(SEPARATOR, match.end())


def _header_texts(plan: Plan) -> Iterator[TextGroup]:
    fields = [TextField(getattr(plan, key) or "", None, (key,)) for key in _text_keys(Plan)]
    for key in ("signatory", "documents", "legal_bases", "recipients", "pillars"):
        fields += _texts_within(getattr(plan, key), key)
    for index, change in enumerate(plan.changes):
        fields += [TextField(text, None, ("changes", index, *path)) for path, text in _texts_in(change)]
    yield _group(fields)


def _texts_within(value: Any, *path: Step) -> Iterator[TextField]:
    """The texts in a value of plan.yaml; codes are none."""
    if isinstance(value, str):
        yield TextField(value, None, path)
    elif isinstance(value, tuple):
        for key, inner in value._asdict().items() if hasattr(value, "_asdict") else enumerate(value):
            if key not in _CODES:
                yield from _texts_within(inner, *path, key)


def _agency_texts(plan: Plan) -> Iterator[TextGroup]:
    yield from _attributes(Agency, plan.agencies)
    yield _group(
        [
            TextField(alias, agency, ("aliases", index))
            for agency in plan.agencies
            for index, alias in enumerate(agency.aliases)
        ]
    )
    yield _group(
        [
            TextField(member.by or "", agency, ("members", index, "by"))
            for agency in plan.agencies
            for index, member in enumerate(agency.members)
        ]
    )


def _record_texts(plan: Plan) -> Iterator[TextGroup]:
    yield from _attributes(Indicator, plan.indicators)
    yield from _attributes(Task, plan.tasks)
    sources = [(each, each.baseline.source) for each in plan.indicators]
    yield _group([TextField(text, each, ("baseline", "source")) for each, text in sources if text])
    origins = [(each, each.carried_from) for each in plan.records]
    yield _group([TextField(of.plan, each, ("carried_from", "plan")) for each, of in origins if of])
    for key in HISTORIES:
        yield _entry_texts(key, [*plan.agencies, *plan.records])


def _text_keys(kind: type[Any]) -> list[str]:
    """The fields of the model that hold a text in words."""
    return [key for key, of in get_type_hints(kind).items() if of in (str, str | None) and key not in _CODES]


def _attributes(kind: type[Any], owners: Sequence[Record | Agency]) -> Iterator[TextGroup]:
    for key in _text_keys(kind):
        yield _attribute(key, owners)


def _attribute(key: str, owners: Sequence[Record | Agency]) -> TextGroup:
    return TextGroup([getattr(owner, key) or "" for owner in owners], lambda index: (owners[index], (key,)))


def _entry_texts(key: HistoryKey, owners: Sequence[Record | Agency]) -> TextGroup:
    """The documents and notes of the entries under this key, and the texts that changes set."""
    return _group(
        [
            TextField(text, owner, (*path, *field))
            for owner in owners
            for index, entry in enumerate(entries_of(owner, key))
            for path in [(key, index) if key in LISTS else (key,)]
            for field, text in _texts_in(entry)
        ]
    )


def _texts_in(entry: Entry) -> Iterator[tuple[tuple[Step, ...], str]]:
    for field in ("source", "by", "note", "judged_by"):
        if text := getattr(entry, field, None):
            yield (field,), text
    for index, text in enumerate(getattr(entry, "evidence", ())):
        yield ("evidence", index), text
    for field, value in entry.set if isinstance(entry, Change) else ():
        if isinstance(value, str) and field not in _CODES:
            yield ("set", field), value


def _group(fields: list[TextField]) -> TextGroup:
    return TextGroup([field.text for field in fields], lambda index: fields[index][1:])
