"""All that a plan says in words, kept so that a rule about wording looks once instead of field by field."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from kehoach_cli.diagnostics import Step
from kehoach_cli.plan.model import Agency, Plan, Record

BETWEEN = "\0"  # no text of a plan holds it

Owner = Record | Agency | None  # None is plan.yaml itself


class TextField(NamedTuple):
    """One text, whose it is, and the keys that lead to it there."""

    text: str
    owner: Owner
    path: tuple[Step, ...]


class Hit(NamedTuple):
    """Something found in a text, from its first character up to, not including, its last."""

    field: TextField
    start: int
    end: int


class Column:
    """Texts of one kind. `place` says of a text, by its number from 0, whose it is and which keys lead to it."""

    def __init__(self, texts: Sequence[str], place: Callable[[int], tuple[Owner, tuple[Step, ...]]]) -> None:
        self.texts = texts
        self.place = place
        self.joined = BETWEEN + BETWEEN.join(texts) + BETWEEN

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(text) + 1 for text in self.texts), initial=1))

    def field(self, number: int) -> TextField:
        return TextField(self.texts[number], *self.place(number))

    def hit(self, start: int, end: int) -> Hit:
        """A stretch of `joined`, as one of the text that it lies in."""
        number = bisect_right(self._starts, start) - 1
        offset = self._starts[number]
        return Hit(self.field(number), start - offset, end - offset)


class Texts:
    """The texts of a plan, put together when a rule first asks."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    @cached_property
    def columns(self) -> list[Column]:
        return [*_header(self._plan), *_agencies(self._plan), *_records(self._plan)]

    @cached_property
    def alphabet(self) -> frozenset[str]:
        """Every character that occurs."""
        return frozenset().union(*(column.joined for column in self.columns))

    def hold(self, *pieces: str) -> bool:
        """Whether any of the pieces occurs in any text; a piece may begin or end with `BETWEEN`, a text's edge."""
        return any(piece in column.joined for column in self.columns for piece in pieces)

    def first_hits(self, pattern: re.Pattern[str]) -> Iterator[Hit]:
        """The first place in each text where the pattern, which takes in no `BETWEEN`, matches."""
        for column in self.columns:
            place = 0
            while match := pattern.search(column.joined, place):
                yield column.hit(*match.span())
                place = column.joined.index(BETWEEN, match.end())


def _header(plan: Plan) -> Iterator[Column]:
    fields = [
        TextField(getattr(plan, key) or "", None, (key,)) for key in ("number", "issuer", "title", "parent", "place")
    ]
    fields += [TextField(text or "", None, ("signatory", key)) for key, text in plan.signatory._asdict().items()]
    fields += [TextField(text, None, ("legal_bases", place)) for place, text in enumerate(plan.legal_bases)]
    fields += [TextField(text, None, ("recipients", place)) for place, text in enumerate(plan.recipients)]
    fields += [TextField(pillar.name, None, ("pillars", place, "name")) for place, pillar in enumerate(plan.pillars)]
    yield _column_of(fields)


def _agencies(plan: Plan) -> Iterator[Column]:
    yield _column("name", plan.agencies)
    yield _column("short_name", plan.agencies)
    yield _column_of(
        [
            TextField(alias, agency, ("aliases", place))
            for agency in plan.agencies
            for place, alias in enumerate(agency.aliases)
        ]
    )


def _records(plan: Plan) -> Iterator[Column]:
    records = plan.records
    for key in ("name", "note", "source"):
        yield _column(key, records)
    yield _column("unit", plan.indicators)
    yield _column("output", plan.tasks)
    for key, of in (("measurements", plan.indicators), ("updates", plan.tasks), ("extensions", plan.tasks)):
        yield _entries(key, of)
    yield _entries("amendments", records)


def _column(key: str, owners: Sequence[Record | Agency]) -> Column:
    return Column([getattr(owner, key) or "" for owner in owners], lambda number: (owners[number], (key,)))


def _entries(key: str, records: Sequence[Record]) -> Column:
    """The documents and the notes of a kind of entry."""
    return _column_of(
        [
            TextField(text, record, (key, place, field))
            for record in records
            for place, entry in enumerate(getattr(record, key))
            for field in ("source", "by", "note")
            if (text := getattr(entry, field, None))
        ]
    )


def _column_of(fields: list[TextField]) -> Column:
    return Column([field.text for field in fields], lambda number: fields[number][1:])
