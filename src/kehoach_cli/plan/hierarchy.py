"""Which records are parts of which: headings, records with children, and the order in which listings show them."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from kehoach_cli.plan.model import Indicator, Plan, Record

MOST_LEVELS = 4  # of records within records; a plan that has more, or a circle, is an error (KH314)
T = TypeVar("T")


class Line(NamedTuple, Generic[T]):
    """An item of a listing. `level` counts the lines that it is under.

    `headings` are those that begin right before it, each with its own level.
    """

    item: T
    level: int
    headings: tuple[tuple[Record, int], ...]


def siblings(plan: Plan, record: Record) -> Sequence[Record]:
    """The records of the same file."""
    return plan.indicators if isinstance(record, Indicator) else plan.tasks


def children_of(plan: Plan, record: Record) -> list[Record]:
    """The records whose parent this one is, in the order of their file."""
    return [each for each in siblings(plan, record) if each.parent == record.id and each.id != record.id]


def parent_of(plan: Plan, record: Record) -> Record | None:
    """The record whose part this one is; None without one in the plan."""
    return next((each for each in siblings(plan, record) if each.id == record.parent), None)


def ancestors(record: Record, by_id: dict[str, Record]) -> list[Record]:
    """Whose part the record is, outermost first, each once and at most as many as there may be levels."""
    found: list[Record] = []
    above = by_id.get(record.parent or "")
    while above and len(found) < MOST_LEVELS and above.id not in {record.id, *(each.id for each in found)}:
        found.insert(0, above)
        above = by_id.get(above.parent or "")
    return found


def pillars_of(records: Sequence[Record], stated: Container[str]) -> Iterator[str | None]:
    """The pillar of each record of a file: its own if its id is among the `stated`, else that of what it is part of."""
    by_id: dict[str, Record] = {record.id: record for record in records}
    for record in records:
        line = [record, *reversed(ancestors(record, by_id))]
        yield next((each for each in line if each.id in stated), line[-1]).pillar


def outline(plan: Plan, items: Iterable[T], record_of: Callable[[T], Record]) -> list[Line[T]]:
    """The items in their order, each with the headings above it that no earlier item has."""
    listed = [(record_of(item), item) for item in items]
    by_id: dict[str, Record] = {record.id: record for record in (siblings(plan, listed[0][0]) if listed else ())}
    shown = {record.id for record, _ in listed}
    begun: set[str] = set()
    lines = []
    for record, item in listed:
        above = [each for each in ancestors(record, by_id) if each.heading or each.id in shown]
        new = [(each, level) for level, each in enumerate(above) if each.heading and each.id not in begun]
        begun |= {each.id for each, _ in new}
        lines.append(Line(item, len(above), tuple(new)))
    return lines
