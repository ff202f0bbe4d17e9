"""The one reader of dated changes: a plan as it was in force on a day.

A record's own keys hold what the decision said. What a later document changed stands beside them, dated, and is in
force from its day, that day included: changes of keys, records added and removed, members of groups, agencies that
ended. So a question about a day is answered alike before and after any later change.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple, TypeVar

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.agency import agencies_on
from kehoach_cli.plan.differences import LISTS, Entry, FieldDifference, same
from kehoach_cli.plan.entries import Change, FieldValue
from kehoach_cli.plan.history import is_estimate
from kehoach_cli.plan.model import Indicator, Plan, Record, Task
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.respondents import Respondents
from kehoach_cli.plan.roster import Roster

ChangeKind = Literal["extension", "amendment", "corrigendum"]


_EntryT = TypeVar("_EntryT", bound=Entry)
_RecordT = TypeVar("_RecordT", Indicator, Task)
_EitherT = TypeVar("_EitherT", Indicator, Task, Record)
_ChangedT = TypeVar("_ChangedT", Indicator, Task, Record, Plan)


class AppliedChange(NamedTuple):
    """A change with what it made of each key."""

    change: Change
    fields: tuple[FieldDifference, ...]

    @property
    def kind(self) -> ChangeKind:
        """An extension sets nothing but a later deadline."""
        if self.change.corrigendum:
            return "corrigendum"
        [first, *others] = self.fields
        return "amendment" if others else _kind(first)


class Departure(NamedTuple):
    """What a key has in force instead of what the decision said, and by what kind of change."""

    kind: ChangeKind
    decided: Any


def in_force(plan: Plan, as_of: Day, estimated: Day | None = None) -> Plan:
    """The plan as it was in force on `as_of`, without what is dated later. The order of its files is kept.

    Of the estimates of later days, those of the day `estimated` stay. The result answers for this day only.
    """
    roster = Roster(plan.agencies)
    return header_in_force(plan, as_of)._replace(
        agencies=agencies_on(plan.agencies, as_of),
        indicators=_records_by(plan.indicators, as_of, roster, estimated),
        tasks=_records_by(plan.tasks, as_of, roster, estimated),
    )


def header_in_force(plan: Plan, as_of: Day) -> Plan:
    """The plan with what plan.yaml said on `as_of`; agencies and records are as they were."""
    changes = _until(plan.changes, as_of)
    return with_changes(plan._replace(changes=changes), changes)


def known_by(plan: Plan, as_of: Day) -> Plan:
    """The plan as its files have it, without the changes of plan.yaml that are dated later."""
    return plan._replace(changes=_until(plan.changes, as_of))


def record_in_force(record: _EitherT, as_of: Day, estimated: Day | None = None) -> _EitherT:
    """The record as it was in force on `as_of`, without what is dated later. May be asked again for an earlier day."""
    decided = as_decided(record)
    lists = (key for key in LISTS if hasattr(decided, key))
    known: dict[str, Any] = {key: _until(getattr(decided, key), as_of, estimated) for key in lists}
    if decided.removed and as_of < decided.removed.date:
        known["removed"] = None
    kept = decided if all(getattr(decided, key) is value for key, value in known.items()) else decided._replace(**known)
    if not kept.changes and not record.decided:
        return kept
    derived: dict[str, Any] = {
        "decided": kept if kept.changes else None,
        "lead_now": record.lead_now,
        "asked": record.asked,
    }
    return with_changes(kept, kept.changes)._replace(**derived)


def existed_by(plan: Plan, as_of: Day) -> Plan:
    """The plan with each record that was in it by that day, as it was in force then; those taken out meanwhile too."""

    def by_then(records: tuple[_RecordT, ...]) -> tuple[_RecordT, ...]:
        kept = (record for record in records if record.added is None or record.added.date <= as_of)
        return tuple(record_in_force(record, as_of) for record in kept)

    return plan._replace(indicators=by_then(plan.indicators), tasks=by_then(plan.tasks))


def in_plan(record: Record, as_of: Day) -> bool:
    """Whether the record is a part of the plan on that day: added by then, if it was, and not yet removed."""
    added, removed = record.added, record.removed
    return (added is None or added.date <= as_of) and (removed is None or as_of < removed.date)


def as_decided(record: _EitherT) -> _EitherT:
    """The record with the keys that the decision gave it."""
    return record.decided or record


def applied_changes(record: Record | Plan) -> list[AppliedChange]:
    """The changes in the order of their days, each with what it made of what was in force before it.

    A plan has to be as its files have it, a record may be in force on a day.
    """
    current: Any = record if isinstance(record, Plan) else as_decided(record)
    applied = []
    for change in sorted(record.changes, key=_order):
        before, current = current, _with_values(current, change.set)
        fields = (FieldDifference(field, _value_at(before, field), value) for field, value in change.set)
        applied.append(AppliedChange(change, tuple(fields)))
    return applied


def departures(record: Record) -> dict[str, Departure]:
    """The keys of a record in force that are not as the decision said, by dotted name."""
    found: dict[str, Departure] = {}
    corrected: dict[str, bool] = {}
    for change, fields in applied_changes(record):
        for field, before, after in fields:
            decided = found[field].decided if field in found else before
            corrected[field] = change.corrigendum and corrected.get(field, True)
            kind = "corrigendum" if corrected[field] else _kind(FieldDifference(field, decided, after))
            found[field] = Departure(kind, decided)
    return {field: given for field, given in found.items() if not same(given.decided, _value_at(record, field))}


def _kind(difference: FieldDifference) -> Literal["extension", "amendment"]:
    field, before, after = difference
    later = field == "due" and None not in (before.end, after.end) and before.end < after.end
    return "extension" if later else "amendment"


def _records_by(
    records: tuple[_RecordT, ...], as_of: Day, roster: Roster, estimated: Day | None
) -> tuple[_RecordT, ...]:
    agencies = roster.on(as_of)
    found = (record_in_force(record, as_of, estimated) for record in records if in_plan(record, as_of))
    return tuple(_asked_of(record, _lead_now(record, agencies), as_of, roster) for record in found)


def _asked_of(record: _RecordT, lead_now: tuple[str, ...], as_of: Day, roster: Roster) -> _RecordT:
    """The record, and what it was before its changes, with who leads it and who must answer it."""
    asked = record.asked or tuple(asked_by(record, as_of, roster))
    decided = record.decided and record.decided._replace(lead_now=lead_now, asked=asked)
    return record._replace(decided=decided, lead_now=lead_now, asked=asked)


def asked_by(record: Record, as_of: Day, roster: Roster) -> Iterator[Respondents]:
    """Who must answer the record from the first day on, then after each day on which these are others."""
    leads = [change.date for change in record.changes if any(field == "lead" for field, _ in change.set)]
    days = sorted({Day.min, *leads, *roster.days}) if leads else [Day.min, *roster.days]
    last = None
    for day in days:
        if day > as_of:
            break
        lead = record_in_force(record, day).lead if leads else record.lead
        bodies = roster.respondents(lead, record.id, day)
        if last is None or bodies[1:] != last[1:]:
            last = bodies
            yield bodies._replace(since=day)


def _lead_now(record: Record, agencies: AgencyRegister) -> tuple[str, ...]:
    return tuple(dict.fromkeys(heir for lead in record.lead for heir in agencies.heirs(lead, record.id)))


def with_changes(record: _ChangedT, changes: tuple[Change, ...]) -> _ChangedT:
    """The record, or plan.yaml, with the values that these changes set, in the order of their days."""
    for change in changes if len(changes) < 2 else sorted(changes, key=_order):
        record = _with_values(record, change.set)
    return record


def _order(change: Change) -> tuple[Day, bool, str]:
    """By day, those that put right what was written wrong after the others; the content decides, never the file."""
    return change.date, change.corrigendum, str(change)


def _with_values(record: _ChangedT, values: Iterable[FieldValue]) -> _ChangedT:
    for field, value in values:
        key, _, inner = field.partition(".")
        record = record._replace(**{key: getattr(record, key)._replace(**{inner: value}) if inner else value})
    return record


def _value_at(record: Any, field: str) -> Any:
    for key in field.split("."):
        record = getattr(record, key)
    return record


def _until(entries: tuple[_EntryT, ...], as_of: Day, estimated: Day | None = None) -> tuple[_EntryT, ...]:
    """The entries dated by then, and the estimates of the day `estimated`; the same tuple if these are all."""
    if not any(entry.date > as_of for entry in entries):
        return entries
    return tuple(entry for entry in entries if entry.date <= as_of or (is_estimate(entry) and entry.date == estimated))
