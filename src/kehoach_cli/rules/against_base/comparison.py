"""What the rules against an earlier revision are given to look at, and what several of them ask."""

from collections.abc import Container, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from kehoach_cli.diagnostics import Collection, Finding, Severity
from kehoach_cli.plan.changes import (
    HISTORIES,
    CollectionChange,
    FieldChange,
    PlanChanges,
    RecordChange,
    compare_plans,
    new_amendments,
)
from kehoach_cli.plan.model import Agency, Indicator, Measurement, Task, Update
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.recorded import EntryKey, keyed_entries
from kehoach_cli.rules.rule import Subject, at
from kehoach_cli.vocabulary import record_words, wording

R = TypeVar("R", Agency, Indicator, Task)
W = TypeVar("W", Indicator, Task)


class Comparison(NamedTuple):
    """The plan as it stood, the plan as it stands, and what differs.

    `unreadable_before` and `unreadable_now` are the ids of records that the files of either state show and that could
    not be read from them. `concurrent` are entries that were recorded on another branch, whose later entries nobody
    knew there; `merged` is what became of all that each side of a merge had recorded since the sides parted.
    """

    earlier: Subject
    present: Subject
    changes: PlanChanges
    unreadable_before: Mapping[Collection, frozenset[str]]
    unreadable_now: Mapping[Collection, frozenset[str]]
    concurrent: frozenset[EntryKey] = frozenset()
    merged: tuple[PlanChanges, ...] = ()


def compare(earlier: Subject, present: Subject) -> Comparison:
    """Compare two states of a plan.

    A record that one state holds but could not be read there is left out of the other too: nobody knows whether
    it changed, and it was not added or deleted.
    """
    before, now = _unreadable(earlier), _unreadable(present)
    earlier, present = _without(earlier, now), _without(present, before)
    return Comparison(earlier, present, compare_plans(earlier.plan, present.plan), before, now)


def recorded_since(side: Subject, start: Subject, present: Subject) -> PlanChanges:
    """What became, in the present plan, of the records and entries that the side of a merge has and its start lacks."""
    known = {entry.id for entry in (*start.plan.agencies, *start.plan.records)}
    entries = {key for record in start.plan.records for key, _ in keyed_entries(record)}

    def news(records: tuple[W, ...]) -> Iterator[W]:
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
        indicators=tuple(news(side.plan.indicators)),
        tasks=tuple(news(side.plan.tasks)),
    )
    return compare(side._replace(plan=plan), present).changes  # the records left out here are left out of both


def _unreadable(subject: Subject) -> dict[Collection, frozenset[str]]:
    """The ids of records that the files show and the plan lacks; a file that could not be read at all has no key."""
    plan = subject.plan
    read: dict[Collection, set[str]] = {
        "agencies": {agency.id for agency in plan.agencies},
        "indicators": {indicator.id for indicator in plan.indicators},
        "tasks": {task.id for task in plan.tasks},
    }
    return {collection: subject.ids[collection] - ids for collection, ids in read.items() if collection in subject.ids}


def _without(subject: Subject, unreadable: Mapping[Collection, frozenset[str]]) -> Subject:
    def left(collection: Collection, records: tuple[R, ...]) -> tuple[R, ...]:
        if collection not in unreadable:
            return ()
        return tuple(record for record in records if record.id not in unreadable[collection])

    plan = subject.plan
    kept = plan._replace(
        agencies=left("agencies", plan.agencies),
        indicators=left("indicators", plan.indicators),
        tasks=left("tasks", plan.tasks),
    )
    return subject._replace(plan=kept)


def records_of(changes: PlanChanges) -> tuple[tuple[Collection, CollectionChange[Any]], ...]:
    """The changes of each file that holds records."""
    return ("agencies", changes.agencies), ("indicators", changes.indicators), ("tasks", changes.tasks)


def changed_work(changes: PlanChanges) -> Iterator[RecordChange[Any]]:
    """The indicators, then the tasks that both states have and that differ."""
    yield from changes.indicators.changed
    yield from changes.tasks.changed


def corrects_one_of(entry: Measurement | Update, days: Container[Day]) -> bool:
    """Whether the entry names, in `corrects`, one of the days."""
    return entry.corrects is not None and entry.corrects in days


def quiet_changes(comparison: Comparison, keys: tuple[str, ...], code: str, severity: Severity) -> Iterator[Finding]:
    """A finding for each change of an indicator or task, under one of these keys, that no new amendment names."""
    for change in changed_work(comparison.changes):
        named = amended_keys(change)
        for field in change.fields:
            key = field.path[0]
            if key in keys and key not in named:
                yield Finding(
                    code,
                    severity,
                    _before_and_now(comparison, change, field),
                    _amend(key),
                    at(change.after, *field.path),
                )


def amended_keys(change: RecordChange[Any]) -> set[str]:
    """The keys of the record that its new amendments name."""
    return {key for amendment in new_amendments(change) for key in amendment.fields}


def _before_and_now(comparison: Comparison, change: RecordChange[Any], field: FieldChange) -> str:
    before = record_words.value(
        field.field, field.before, record_words.unit_of(change.before), comparison.earlier.agencies
    )
    now = record_words.value(field.field, field.after, record_words.unit_of(change.after), comparison.present.agencies)
    subject = wording.sentence(record_words.field_name(field.field, comparison.present.plan.target_names))
    return f"{subject} của {change.after.id} trước đây {_is(before)}, nay {_is(now)} mà không dẫn văn bản nào"


def _is(value: str) -> str:
    return value if value.startswith("không ") else f"là {value}"


def _amend(key: str) -> str:
    return f"Trả lại như cũ; nếu có văn bản điều chỉnh thì thêm vào bản ghi này «{amendment_line(key)}»"


def amendment_line(key: str) -> str:
    """How an amendment of that key is written."""
    return f"amendments: [{{fields: [{key}], by: số và ngày văn bản, date: năm-tháng-ngày}}]"
