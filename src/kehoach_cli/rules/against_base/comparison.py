"""Compare two states of a plan for the rules of this package, with helpers that several of them use."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from kehoach_cli.diagnostics import Collection, FieldRef
from kehoach_cli.plan.agencies import name_key
from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.differences import (
    HISTORIES,
    LISTS,
    CollectionDifference,
    Entry,
    HistoryKey,
    PlanDifferences,
    RecordDifference,
    compare_plans,
)
from kehoach_cli.plan.entries import Measurement, Update
from kehoach_cli.plan.model import Indicator, Plan, Record, Task
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.recorded import EntryKey, keyed_entries
from kehoach_cli.rules.rule import Subject, at
from kehoach_cli.vocabulary import entry_words

_LEAST_IN_COMMON = 0.5  # the share of words that a text keeps if it is only reworded

# The way out where nothing may stand beside what was written wrong.
JUDGED_BY_PEOPLE = "nếu ghi sai thật thì người duyệt so với văn bản rồi tự quyết định nhận"

Changed = Plan | Agency | Record
EitherT = TypeVar("EitherT", Agency, Indicator, Task)
OwnerT = TypeVar("OwnerT", Agency, Indicator, Task, Plan)


class Comparison(NamedTuple):
    """The earlier plan, the present plan and their differences.

    `unreadable_before` and `unreadable_now` are the ids of records that are in the files of that state but could not be
    read. `concurrent` are entries recorded on another branch, where later entries of this one were not known yet.
    `merged` has, for each side of a merge, the changes to what it had recorded since the sides parted.
    """

    earlier: Subject
    present: Subject
    changes: PlanDifferences
    unreadable_before: Mapping[Collection, frozenset[str]]
    unreadable_now: Mapping[Collection, frozenset[str]]
    concurrent: frozenset[EntryKey] = frozenset()
    merged: tuple[PlanDifferences, ...] = ()

    def words(self, entry: Entry, record: Changed) -> str:
        """An entry of the record, within a sentence."""
        unit, names = entry_words.unit_of(record), self.present.plan.target_names
        return entry_words.entry(entry, unit, self.present.agencies, names)

    def titled_words(self, key: HistoryKey, entry: Entry, record: Changed) -> str:
        """An entry of the record, at the start of a sentence."""
        unit, names = entry_words.unit_of(record), self.present.plan.target_names
        return entry_words.titled_entry(key, entry, unit, self.present.agencies, names)


def compare(earlier: Subject, present: Subject) -> Comparison:
    """Compare two states of a plan.

    A record that could not be read in one state is left out of both: it may have changed, but was not added or deleted.
    """
    before, now = _unreadable(earlier), _unreadable(present)
    earlier, present = _without_unreadable(earlier, now), _without_unreadable(present, before)
    return Comparison(earlier, present, compare_plans(earlier.plan, present.plan), before, now)


def recorded_since(side: Subject, start: Subject, present: Subject) -> PlanDifferences:
    """The changes, in the present plan, to the records and entries that a side of a merge has and its start lacks."""
    known = {entry.id for entry in (*start.plan.agencies, *start.plan.records)}
    owners = (start.plan, *start.plan.agencies, *start.plan.records)
    entries = {key for owner in owners for key, _ in keyed_entries(owner)}

    def with_own(owner: OwnerT) -> OwnerT:
        """The record, or plan.yaml, with the entries alone that the start lacks."""
        new: dict[HistoryKey, list[Entry]] = {key: [] for key in HISTORIES if hasattr(owner, key)}
        for recorded, entry in keyed_entries(owner):
            if recorded not in entries:
                new[recorded.history].append(entry)
        own: dict[str, Any] = {key: tuple(new[key]) if key in LISTS else next(iter(new[key]), None) for key in new}
        return owner._replace(**own)

    def new_parts(records: tuple[EitherT, ...]) -> Iterator[EitherT]:
        for record in records:
            own = record if record.id not in known else with_own(record)
            if own is record or any(True for _ in keyed_entries(own)):
                yield own

    plan = with_own(side.plan)._replace(
        agencies=tuple(new_parts(side.plan.agencies)),
        indicators=tuple(new_parts(side.plan.indicators)),
        tasks=tuple(new_parts(side.plan.tasks)),
    )
    return compare(side._replace(plan=plan), present).changes  # what `compare` leaves out is left out on both sides


def _unreadable(subject: Subject) -> dict[Collection, frozenset[str]]:
    """The ids that are in the files but not in the plan. A file that could not be read has no key."""
    plan = subject.plan
    read: dict[Collection, set[str]] = {
        "agencies": {agency.id for agency in plan.agencies},
        "indicators": {indicator.id for indicator in plan.indicators},
        "tasks": {task.id for task in plan.tasks},
    }
    return {collection: subject.ids[collection] - ids for collection, ids in read.items() if collection in subject.ids}


def _without_unreadable(subject: Subject, unreadable: Mapping[Collection, frozenset[str]]) -> Subject:
    def readable(collection: Collection, records: tuple[EitherT, ...]) -> tuple[EitherT, ...]:
        if collection not in unreadable:
            return ()
        return tuple(record for record in records if record.id not in unreadable[collection])

    plan = subject.plan
    kept = plan._replace(
        agencies=readable("agencies", plan.agencies),
        indicators=readable("indicators", plan.indicators),
        tasks=readable("tasks", plan.tasks),
    )
    return subject._replace(plan=kept)


def by_collection(changes: PlanDifferences) -> tuple[tuple[Collection, CollectionDifference[Any]], ...]:
    """The changes of agencies, indicators and tasks."""
    return ("agencies", changes.agencies), ("indicators", changes.indicators), ("tasks", changes.tasks)


def changed_records(changes: PlanDifferences) -> Iterator[RecordDifference[Any]]:
    """plan.yaml, the agencies, the indicators, then the tasks that are in both states and differ."""
    yield from [changes.header] if changes.header else []
    yield from changes.agencies.changed
    yield from changes.indicators.changed
    yield from changes.tasks.changed


def entry_at(record: Changed, key: HistoryKey, place: int, *path: str) -> FieldRef:
    """The entry with this index in the record's list, or the one that stands alone under the key."""
    return at(record, key, place, *path) if key in LISTS else at(record, key, *path)


def corrects_one_of(entry: Measurement | Update, days: Container[Day]) -> bool:
    """Whether the entry corrects an entry of one of these days."""
    return entry.corrects is not None and entry.corrects in days


def only_reworded(before: str, after: str) -> bool:
    """Whether a text still has at least half of its words."""
    old, new = Counter(name_key(before).split()), Counter(name_key(after).split())
    return (old & new).total() >= _LEAST_IN_COMMON * max(old.total(), new.total())


def change_line(field: str) -> str:
    """An example of a change of this key, as written in the file."""
    inner = field.replace(".", ": {") + ": …" + "}" * field.count(".")
    return f"changes: [{{date: năm-tháng-ngày, by: số và ngày văn bản, set: {{{inner}}}}}]"
