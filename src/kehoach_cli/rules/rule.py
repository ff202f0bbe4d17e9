"""What every rule is made of, and what it is given to look at."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from kehoach_cli.diagnostics import Collection, FieldRef, Finding, Severity, Step
from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.model import Agency, Indicator, Plan, Record
from kehoach_cli.rules.texts import Hit, Texts


class Subject(NamedTuple):
    """A plan to be checked.

    `ids` are all ids in its files, those of records too faulty to be in the plan included; `listed` are the same in the
    files' order and as often as they stand there. `repeats` says, by the identity of a record, how many before it
    in its file have its id; records that are the first with theirs are not in it. `texts` is all that the plan says
    in words.
    """

    plan: Plan
    agencies: AgencyRegister
    ids: Mapping[Collection, frozenset[str]]
    listed: Mapping[Collection, tuple[str, ...]]
    repeats: Mapping[int, int]
    texts: Texts

    def at(self, record: Record | Agency, *path: Step) -> FieldRef:
        """The field of a record that this path of keys leads to."""
        return FieldRef(collection_of(record), record.id, path, self.repeats.get(id(record), 0))

    def at_text(self, hit: Hit) -> FieldRef:
        """The stretch of a text."""
        part = (hit.start, hit.end)
        record, path = hit.field.owner, hit.field.path
        return FieldRef("plan", None, path, part=part) if record is None else self.at(record, *path)._replace(part=part)


def subject_of(
    plan: Plan,
    ids: Mapping[Collection, tuple[str, ...]],
    occurrences: Mapping[Collection, tuple[int, ...]] | None = None,
) -> Subject:
    """The plan as rules see it; `ids` and `occurrences` are what loading it told of its files."""
    records: dict[Collection, tuple[Record, ...] | tuple[Agency, ...]] = {
        "agencies": plan.agencies,
        "indicators": plan.indicators,
        "tasks": plan.tasks,
    }
    repeats = {
        id(record): before
        for collection, counts in (occurrences or {}).items()
        for record, before in zip(records[collection], counts, strict=True)
        if before
    }
    known = {collection: frozenset(found) for collection, found in ids.items()}
    return Subject(plan, register(plan), known, ids, repeats, Texts(plan))


class Rule(NamedTuple):
    """One code: how grave, its page as written, and what looks for it; None where reading the files does.

    `check` takes a `Subject`, or a `Comparison` where the rule is one against an earlier revision.
    """

    code: str
    severity: Severity
    docstring: str
    check: Callable[..., Iterator[Finding]] | None


def collection_of(record: Record | Agency) -> Collection:
    if isinstance(record, Agency):
        return "agencies"
    return "indicators" if isinstance(record, Indicator) else "tasks"


def at(record: Record | Agency, *path: Step) -> FieldRef:
    """The field of the record with this id, the first where several wrongly share it."""
    return FieldRef(collection_of(record), record.id, path)
