"""The parts of a rule, and the `Subject` that it checks."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from kehoach_cli.diagnostics import Collection, FieldRef, Problem, Severity, Step
from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.in_force import with_changes
from kehoach_cli.plan.model import Indicator, Plan, Record
from kehoach_cli.rules.record_states import RecordStates
from kehoach_cli.rules.texts import Texts, TextSpan


class Subject(NamedTuple):
    """A plan to check.

    `ids` are all ids in its files, including those of faulty records that are not in `plan`. `listed` are the same ids
    in the order of the files, repetitions included. `repeats` maps `id()` of a record to the number of records above
    it in its file with the same id, if there are any. `texts` are all texts of the plan,
    `states` its records as they were from day to day.
    """

    plan: Plan
    agencies: AgencyRegister
    ids: Mapping[Collection, frozenset[str]]
    listed: Mapping[Collection, tuple[str, ...]]
    repeats: Mapping[int, int]
    texts: Texts
    states: RecordStates

    @property
    def header(self) -> Plan:
        """plan.yaml as it was decided, with what was written wrong put right."""
        return with_changes(self.plan, tuple(change for change in self.plan.changes if change.corrigendum))

    def knows_leads(self, record: Record) -> bool:
        """Whether the agencies that lead the record, on whichever day, are all in the plan."""
        leads = (lead for state in self.states.of(record) for lead in state.record.lead)
        return all(lead in self.agencies.by_id for lead in leads)

    def at(self, record: Record | Agency | Plan, *path: Step) -> FieldRef:
        """The field of the record, or of plan.yaml, at this path of keys."""
        identifier = None if isinstance(record, Plan) else record.id
        return FieldRef(collection_of(record), identifier, path, self.repeats.get(id(record), 0))

    def at_text(self, span: TextSpan) -> FieldRef:
        """The part of a text."""
        part = (span.start, span.end)
        record, path = span.field.owner, span.field.path
        return FieldRef("plan", None, path, part=part) if record is None else self.at(record, *path)._replace(part=part)


def subject_of(
    plan: Plan,
    ids: Mapping[Collection, tuple[str, ...]],
    occurrences: Mapping[Collection, tuple[int, ...]] | None = None,
) -> Subject:
    """Prepare a loaded plan. `occurrences` counts, for each of its records, those above it with the same id."""
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
    return Subject(
        plan=plan,
        agencies=register(plan),
        ids=known,
        listed=ids,
        repeats=repeats,
        texts=Texts(plan),
        states=RecordStates(with_changes(plan, plan.changes).date),
    )


class Rule(NamedTuple):
    """One code with its severity and page. `check` is None for faults that loading finds.

    `check` takes a `Subject`; rules against an earlier state take a `Comparison`.
    """

    code: str
    severity: Severity
    docstring: str
    check: Callable[..., Iterator[Problem]] | None


def collection_of(record: Record | Agency | Plan) -> Collection:
    if isinstance(record, Plan):
        return "plan"
    if isinstance(record, Agency):
        return "agencies"
    return "indicators" if isinstance(record, Indicator) else "tasks"


def at(record: Record | Agency | Plan, *path: Step) -> FieldRef:
    """The field of plan.yaml or of the record with this id: the first such record, if several share the id."""
    return FieldRef(collection_of(record), None if isinstance(record, Plan) else record.id, path)
