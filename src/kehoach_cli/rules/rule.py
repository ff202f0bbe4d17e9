"""What every rule is made of, and what it is given to look at."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from kehoach_cli.diagnostics import Collection, FieldRef, Finding, Severity, Step
from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.model import Indicator, Plan, Record


class Subject(NamedTuple):
    """A plan to be checked. `ids` are all ids in its files, those of records too faulty to be in the plan included."""

    plan: Plan
    agencies: AgencyRegister
    ids: Mapping[Collection, frozenset[str]]


def subject_of(plan: Plan, ids: Mapping[Collection, frozenset[str]]) -> Subject:
    return Subject(plan, register(plan), ids)


Check = Callable[[Subject], Iterator[Finding]]


class Rule(NamedTuple):
    """One rule; `page` is its docstring: a title line, why it is there, a wrong and a right example."""

    code: str
    severity: Severity
    page: str
    check: Check


def collection_of(record: Record) -> Collection:
    return "indicators" if isinstance(record, Indicator) else "tasks"


def at(record: Record, *path: Step) -> FieldRef:
    """The field of an indicator or a task that this path of keys leads to."""
    return FieldRef(collection_of(record), record.id, path)
