"""The records of a plan, as they are once its files have been read.

Records are named tuples, not data classes: they are as immutable and as typed, and a class of them is
created ten times as fast, which every start of the program pays for.
"""

from decimal import Decimal
from typing import Literal, NamedTuple

from kehoach_cli.plan.due import UNDATED, Due
from kehoach_cli.plan.periods import Day

Direction = Literal["increase", "decrease"]
State = Literal["not_started", "in_progress", "done", "cancelled"]
Origin = Literal["assigned", "carried_over", "kept_up", "new", "body_only"]
Role = Literal["lead", "support", "oversight"]

STATES: tuple[State, ...] = ("not_started", "in_progress", "done", "cancelled")
ORIGINS: tuple[Origin, ...] = ("assigned", "carried_over", "kept_up", "new", "body_only")
ROLES: tuple[Role, ...] = ("lead", "support", "oversight")


class Pillar(NamedTuple):
    """One part into which the plan sorts its records (chính quyền số, kinh tế số …)."""

    id: str
    name: str


class Agency(NamedTuple):
    """One body, or a named group of bodies, that the plan gives work to.

    `members` are the ids of a group's members as far as the plan lets one know them; `members_complete`
    says whether that is all of them. A single body has none.
    """

    id: str
    name: str
    short_name: str
    aliases: tuple[str, ...] = ()
    group: bool = False
    members: tuple[str, ...] = ()
    members_complete: bool = False


class Baseline(NamedTuple):
    """Where an indicator stood when the plan was drawn up; `value` is None where the plan shows "-"."""

    value: Decimal | None
    as_of: Day


class Target(NamedTuple):
    """A value to reach, in the indicator's unit; a range keeps both its ends, a single value is both."""

    min: Decimal
    max: Decimal


class Targets(NamedTuple):
    """What the national committee (UBQG) and the province ask for; None where the plan shows "-"."""

    national: Target | None = None
    provincial: Target | None = None


class Measurement(NamedTuple):
    """A reported value: in the indicator's unit, with the day it stood at and the document that says so.

    `corrects` is the day of an earlier entry of the same record that this one replaces.
    """

    value: Decimal
    date: Day
    source: str | None = None
    note: str | None = None
    corrects: Day | None = None


class Amendment(NamedTuple):
    """A later document that changed what the plan says of a record.

    `fields` are the keys that it changed; they hold the new values. `by` is the document, `date` the document's day.
    """

    fields: tuple[str, ...]
    by: str
    date: Day
    note: str | None = None


class Indicator(NamedTuple):
    """Something that is measured, against what it should become."""

    id: str
    name: str
    pillar: str
    unit: str
    direction: Direction
    lead: tuple[str, ...]
    support: tuple[str, ...]
    oversight: tuple[str, ...]
    baseline: Baseline
    targets: Targets
    origin: tuple[Origin, ...] = ()
    due: Due = UNDATED
    note: str | None = None
    source: str | None = None
    measurements: tuple[Measurement, ...] = ()
    amendments: tuple[Amendment, ...] = ()


class Update(NamedTuple):
    """A dated report on a task; `percent` is the share of the work done, 0–100, where somebody gave it."""

    state: State
    date: Day
    source: str | None = None
    percent: Decimal | None = None
    note: str | None = None
    corrects: Day | None = None


class Extension(NamedTuple):
    """A later deadline, the document that granted it and that document's date."""

    due: Due
    by: str | None
    date: Day
    note: str | None = None


class Task(NamedTuple):
    """Work with a lead agency and a deadline."""

    id: str
    name: str
    pillar: str | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    oversight: tuple[str, ...] = ()
    origin: tuple[Origin, ...] = ()
    output: str | None = None
    due: Due = UNDATED
    note: str | None = None
    source: str | None = None
    updates: tuple[Update, ...] = ()
    extensions: tuple[Extension, ...] = ()
    amendments: tuple[Amendment, ...] = ()


class Signatory(NamedTuple):
    """Who signs the plan's reports: authority line (`TM. BAN CHỈ ĐẠO`), office, position held, name."""

    authority: str | None
    office: str
    position: str | None = None
    name: str | None = None


class Reporting(NamedTuple):
    """How often the plan wants a report, and the day of the month that closes its data (None: the last)."""

    cadence: Literal["month", "quarter"] = "quarter"
    cutoff_day: int | None = 14


class TargetNames(NamedTuple):
    """What the two kinds of target are called on paper: a district's plan has the province above it."""

    national: str = "UBQG"
    provincial: str = "tỉnh"


class Plan(NamedTuple):
    """One decision's plan for one year, with everything that hangs on it."""

    number: str
    date: Day
    issuer: str
    title: str
    year: int
    baseline_date: Day
    pillars: tuple[Pillar, ...]
    signatory: Signatory
    parent: str | None = None
    place: str | None = None
    standing_agency: str | None = None
    legal_bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    reporting: Reporting = Reporting()
    target_names: TargetNames = TargetNames()
    agencies: tuple[Agency, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    tasks: tuple[Task, ...] = ()

    @property
    def records(self) -> "list[Record]":
        """Indicators, then tasks, in the order of their files."""
        return [*self.indicators, *self.tasks]


Record = Indicator | Task
