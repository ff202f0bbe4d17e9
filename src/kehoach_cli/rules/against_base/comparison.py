"""Compare two states of a plan for the rules of this package, with helpers that several of them use."""

from collections.abc import Container, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from kehoach_cli.diagnostics import Collection, Finding, Severity
from kehoach_cli.plan.differences import (
    HISTORIES,
    CollectionDifference,
    FieldDifference,
    PlanDifferences,
    RecordDifference,
    compare_plans,
    new_amendments,
)
from kehoach_cli.plan.model import Agency, Indicator, Measurement, Task, Update
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.recorded import EntryKey, keyed_entries
from kehoach_cli.rules.rule import Subject, at
from kehoach_cli.vocabulary import record_words, wording

EitherT = TypeVar("EitherT", Agency, Indicator, Task)
RecordT = TypeVar("RecordT", Indicator, Task)


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
    entries = {key for record in start.plan.records for key, _ in keyed_entries(record)}

    def new_parts(records: tuple[RecordT, ...]) -> Iterator[RecordT]:
        for record in records:
            own: dict[str, Any] = {key: () for key in HISTORIES if hasattr(record, key)}
            for key, entry in keyed_entries(record):
                own[key.history] += (entry,) if key not in entries else ()
            if record.id not in known:
                yield record
            elif any(own.values()):
                yield record._replace(**own)

    plan = side.plan._replace(
        agencies=tuple(agency for agency in side.plan.agencies if agency.id not in known),
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
    """The indicators, then the tasks that are in both states and differ."""
    yield from changes.indicators.changed
    yield from changes.tasks.changed


def corrects_one_of(entry: Measurement | Update, days: Container[Day]) -> bool:
    """Whether the entry corrects an entry of one of these days."""
    return entry.corrects is not None and entry.corrects in days


def undocumented_changes(
    comparison: Comparison, keys: tuple[str, ...], code: str, severity: Severity
) -> Iterator[Finding]:
    """A finding for each changed value under these keys of an indicator or task that no new amendment names."""
    for change in changed_records(comparison.changes):
        named = amended_keys(change)
        for field in change.fields:
            key = field.path[0]
            if key in keys and key not in named:
                yield Finding(
                    code,
                    severity,
                    _message(comparison, change, field),
                    _remedy(key),
                    at(change.after, *field.path),
                )


def amended_keys(change: RecordDifference[Any]) -> set[str]:
    """The keys that the record's new amendments name."""
    return {key for amendment in new_amendments(change) for key in amendment.fields}


def _message(comparison: Comparison, change: RecordDifference[Any], field: FieldDifference) -> str:
    before = record_words.value(
        field.field, field.before, record_words.unit_of(change.before), comparison.earlier.agencies
    )
    now = record_words.value(field.field, field.after, record_words.unit_of(change.after), comparison.present.agencies)
    subject = wording.sentence(record_words.field_name(field.field, comparison.present.plan.target_names))
    return f"{subject} của {change.after.id} trước đây {_clause(before)}, nay {_clause(now)} mà không dẫn văn bản nào"


def _clause(value: str) -> str:
    return value if value.startswith("không ") else f"là {value}"


def _remedy(key: str) -> str:
    return f"Trả lại như cũ; nếu có văn bản điều chỉnh thì thêm vào bản ghi này «{amendment_line(key)}»"


def amendment_line(key: str) -> str:
    """An example of an amendment of this key, as written in the file."""
    return f"amendments: [{{fields: [{key}], by: số và ngày văn bản, date: năm-tháng-ngày}}]"
