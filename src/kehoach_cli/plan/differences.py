"""What is different between two states of a plan: the one before and the one after.

Records are matched by id, so moving or reordering them is no change. Texts are compared without regard to composed
or decomposed accents and to runs of blanks, deadlines by what they mean.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Generic, Literal, NamedTuple, TypeVar, get_args

from kehoach_cli.plan.agencies import name_key
from kehoach_cli.plan.agency import Agency, Succession
from kehoach_cli.plan.composed import composed
from kehoach_cli.plan.document_settings import Documents, Signatory
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.entries import Change, LegalAct, Measurement, Update
from kehoach_cli.plan.model import IN_FORCE_ONLY, CarriedFrom, Indicator, Plan, Task
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.values import Target

HistoryKey = Literal["added", "measurements", "updates", "answers", "changes", "removed", "successors"]
Entry = Measurement | Update | Change | LegalAct | Succession

HISTORIES: tuple[HistoryKey, ...] = get_args(HistoryKey)
LISTS: tuple[HistoryKey, ...] = ("measurements", "updates", "answers", "changes")  # under the others stands one entry
_NO_FACTS = ("id", "agencies", "indicators", "tasks", "remarks", "closed", *HISTORIES, *IN_FORCE_ONLY)
_UNORDERED = ("lead", "support", "oversight", "origin", "aliases", "members")

R = TypeVar("R", Agency, Indicator, Task)
D = TypeVar("D", Agency, Indicator, Task, Plan)


class FieldDifference(NamedTuple):
    """One thing that a record says, before and after. `field` is its key, dotted where it lies deeper."""

    field: str
    before: Any
    after: Any

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(self.field.split("."))


class AddedEntry(NamedTuple):
    """An entry that came to a list, and its place in the list after, from 0."""

    place: int
    entry: Entry


class AlteredEntry(NamedTuple):
    """An entry that is no longer as it was, and the new one that seems to stand for it: None where it is gone."""

    before: Entry
    after: AddedEntry | None


class HistoryDifference(NamedTuple):
    """What became of one of a record's lists of dated entries."""

    key: HistoryKey
    added: tuple[AddedEntry, ...]
    altered: tuple[AlteredEntry, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.altered)


class RecordDifference(NamedTuple, Generic[D]):
    """One record, or plan.yaml, that both states have and that differs."""

    before: D
    after: D
    fields: tuple[FieldDifference, ...]
    histories: tuple[HistoryDifference, ...]


class CollectionDifference(NamedTuple, Generic[R]):
    """One file's records: new ones, those that are gone, those under another id, and those that differ."""

    added: tuple[R, ...] = ()
    removed: tuple[R, ...] = ()
    renumbered: tuple[tuple[R, R], ...] = ()
    changed: tuple[RecordDifference[R], ...] = ()


class PlanDifferences(NamedTuple):
    """Everything that differs between two states of a plan."""

    header: RecordDifference[Plan] | None
    agencies: CollectionDifference[Agency]
    indicators: CollectionDifference[Indicator]
    tasks: CollectionDifference[Task]

    def __bool__(self) -> bool:
        return self.header is not None or any(map(any, self[1:]))


def compare_plans(before: Plan, after: Plan) -> PlanDifferences:
    return PlanDifferences(
        compare_record(before, after),
        _compare_records(before.agencies, after.agencies),
        _compare_records(before.indicators, after.indicators),
        _compare_records(before.tasks, after.tasks),
    )


def _compare_records(before: tuple[R, ...], after: tuple[R, ...]) -> CollectionDifference[R]:
    earlier, present = _by_id(before), _by_id(after)
    added = [record for record in present.values() if record.id not in earlier]
    removed = [record for record in earlier.values() if record.id not in present]
    renumbered = _renumbered(removed, added)
    moved = {record.id for pair in renumbered for record in pair}
    pairs = [(earlier[record.id], record) for record in present.values() if record.id in earlier]
    return CollectionDifference(
        tuple(record for record in added if record.id not in moved),
        tuple(record for record in removed if record.id not in moved),
        renumbered,
        tuple(change for pair in pairs if (change := compare_record(*pair))),
    )


def compare_record(before: D, after: D) -> RecordDifference[D] | None:
    """What differs between two states of one record; None where nothing does."""
    fields = _field_changes(_facts(before), _facts(after))
    compared = [_compare_history(key, entries_of(before, key), entries_of(after, key)) for key in HISTORIES]
    histories = tuple(filter(None, compared))
    return RecordDifference(before, after, fields, histories) if fields or histories else None


def history_of(change: RecordDifference[D], key: HistoryKey) -> HistoryDifference:
    """What became of one of the record's lists; nothing, where it is as it was."""
    return next((history for history in change.histories if history.key == key), HistoryDifference(key, (), ()))


def new_changes(change: RecordDifference[D]) -> list[Change]:
    """The changes that came; those that were there before are in force in both states."""
    return [entry for _, entry in history_of(change, "changes").added if isinstance(entry, Change)]


def entries_of(record: Agency | Indicator | Task | Plan, key: HistoryKey) -> tuple[Entry, ...]:
    """The dated entries under a key: of a list, or the one that may stand there."""
    found = getattr(record, key, None)
    return () if not found else (found,) if hasattr(found, "_asdict") else found


def same(one: Any, other: Any) -> bool:
    """Whether two values of one field say the same."""
    return bool(meaning(one) == meaning(other))


def _by_id(records: tuple[R, ...]) -> dict[str, R]:
    """The records by id; of those that wrongly share one, the first."""
    found: dict[str, R] = {}
    for record in records:
        found.setdefault(record.id, record)
    return found


def _renumbered(removed: list[R], added: list[R]) -> tuple[tuple[R, R], ...]:
    """Records that seem to have changed their id: the same name, or the same place in the same document."""
    free = {clue: record for record in reversed(added) for clue in _clues(record)}
    pairs: dict[str, tuple[R, R]] = {}
    for record in removed:
        twin = next((free[clue] for clue in _clues(record) if clue in free), None)
        if twin is not None and twin.id not in pairs:
            pairs[twin.id] = (record, twin)
    return tuple(pairs.values())


def _clues(record: Agency | Indicator | Task) -> list[tuple[Any, ...]]:
    if isinstance(record, Agency):
        return [("name", name_key(record.name))]
    document = meaning(record.added)
    clues = [("name", name_key(record.name), document)]
    if record.source:
        clues.append(("source", name_key(record.source), document))
    return clues


def _facts(record: Agency | Indicator | Task | Plan) -> dict[str, Any]:
    """What a record, or plan.yaml, says apart from its id and its histories, by dotted key."""
    facts: dict[str, Any] = {}
    for key, value in record._asdict().items():
        if key in _NO_FACTS:
            continue
        if isinstance(value, Documents):
            facts.update(_document_facts(value))
        elif hasattr(value, "_asdict") and not isinstance(value, (Due, Target, CarriedFrom)):
            facts.update({f"{key}.{inner}": part for inner, part in value._asdict().items()})
        else:
            facts[key] = value
    return facts


def _document_facts(documents: Documents) -> Iterator[tuple[str, Any]]:
    for kind, said in documents._asdict().items():
        signed = (said.signatory or Signatory((), ""))._asdict()
        inner = {**said._asdict(), **{f"signatory.{key}": value for key, value in signed.items()}}
        yield from ((f"documents.{kind}.{key}", value) for key, value in inner.items() if key != "signatory")


def _field_changes(before: dict[str, Any], after: dict[str, Any]) -> tuple[FieldDifference, ...]:
    return tuple(
        FieldDifference(key, before[key], after[key]) for key in before if not agree(key, before[key], after[key])
    )


def agree(field: str, one: Any, other: Any) -> bool:
    """Whether two values of this field say the same; of some lists the order says nothing."""
    return set(one) == set(other) if field in _UNORDERED else same(one, other)


def meaning(value: Any) -> Any:
    """What a value says, in a form that is equal for two that say the same: spelling and blanks do not count."""
    match value:
        case str():
            return " ".join(composed(value).split())
        case Target(bound="words"):
            return "words", meaning(value.text)
        case Target():
            return (*value._replace(text=None, remark=None), meaning(value.remark))
        case Due(kind="external"):
            return value.kind, meaning(value.words)
        case Due():
            return value[1:]
        case Change():
            return (*map(meaning, value._replace(set=())), frozenset(map(meaning, value.set)))
        case tuple():
            return tuple(map(meaning, value))
        case _:
            return value


def _compare_history(key: HistoryKey, before: tuple[Entry, ...], after: tuple[Entry, ...]) -> HistoryDifference:
    """Entries that stayed may have moved. Each that did not is paired with a new one: of its day, or of its content."""
    left = Counter(map(meaning, before))
    new: dict[int, Entry] = {}
    for index, entry in enumerate(after):
        if left[meaning(entry)] > 0:
            left[meaning(entry)] -= 1
        else:
            new[index] = entry
    lost = []
    for entry in before:
        if left[meaning(entry)] > 0:
            left[meaning(entry)] -= 1
            lost.append(entry)
    altered = _paired(lost, new)
    return HistoryDifference(key, tuple(map(AddedEntry, new, new.values())), altered)


def _paired(lost: list[Entry], new: dict[int, Entry]) -> tuple[AlteredEntry, ...]:
    """Each lost entry with a new one, which is taken out of `new`."""
    found: list[AddedEntry | None] = [None] * len(lost)
    for alike in (_day_of, _content_of):
        places: dict[Any, list[int]] = {}
        for index in reversed(new):
            places.setdefault(alike(new[index]), []).append(index)
        for number, entry in enumerate(lost):
            candidates = places.get(alike(entry))
            if found[number] is None and candidates:
                index = candidates.pop()
                found[number] = AddedEntry(index, new.pop(index))
    return tuple(map(AlteredEntry, lost, found))


def _day_of(entry: Entry) -> Any:
    return getattr(entry, "agency", None), entry.date


def _content_of(entry: Entry) -> Any:
    return meaning(entry._replace(date=Day.min))
