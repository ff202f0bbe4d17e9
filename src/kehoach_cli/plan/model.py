"""The records of a plan, as loaded from its files.

Records are named tuples, not data classes: equally immutable and typed, and Python creates such a class ten times as
fast, which counts at every start of the program.
"""

from decimal import Decimal
from typing import Literal, NamedTuple, get_args

from kehoach_cli.plan.due import UNDATED, Due
from kehoach_cli.plan.periods import Day

Direction = Literal["increase", "decrease"]
State = Literal["not_started", "in_progress", "done", "cancelled"]
Origin = Literal["assigned", "carried_over", "kept_up", "new", "body_only"]
Role = Literal["lead", "support", "oversight"]

STATES: tuple[State, ...] = get_args(State)
ORIGINS: tuple[Origin, ...] = get_args(Origin)
ROLES: tuple[Role, ...] = get_args(Role)


class Pillar(NamedTuple):
    """One part of the plan (chính quyền số, kinh tế số …); groups its records."""

    id: str
    name: str


class Agency(NamedTuple):
    """One body, or a named group of bodies, that the plan gives work to.

    `members` are the ids of a group's members that the plan names; `members_complete` says whether these are all.
    A single body has none.
    """

    id: str
    name: str
    short_name: str
    aliases: tuple[str, ...] = ()
    group: bool = False
    members: tuple[str, ...] = ()
    members_complete: bool = False


class Baseline(NamedTuple):
    """An indicator's value when the plan was drawn up; None if the plan shows "-"."""

    value: Decimal | None
    as_of: Day


class Target(NamedTuple):
    """A value to reach, in the indicator's unit: the ends of a range; a single value is both ends."""

    min: Decimal
    max: Decimal


class Targets(NamedTuple):
    """The targets of the national committee (UBQG) and of the province; None if the plan shows "-"."""

    national: Target | None = None
    provincial: Target | None = None


class Measurement(NamedTuple):
    """A reported value in the indicator's unit, with its day and the document that reports it.

    `corrects` is the day of an earlier entry of the same record; this entry replaces that one.
    """

    value: Decimal
    date: Day
    source: str | None = None
    note: str | None = None
    corrects: Day | None = None


class Amendment(NamedTuple):
    """A later document that changed a record of the plan.

    `fields` are the changed keys of the record, which hold the new values. `by` is the document, `date` its day.
    """

    fields: tuple[str, ...]
    by: str
    date: Day
    note: str | None = None


class Indicator(NamedTuple):
    """Something that the plan measures, with its baseline and targets."""

    id: str
    name: str
    pillar: str
    unit: str
    direction: Direction
    lead: tuple[str, ...]
    support: tuple[str, ...]
    oversight: tuple[str, ...]
    origin: tuple[Origin, ...]
    baseline: Baseline
    targets: Targets
    due: Due = UNDATED
    note: str | None = None
    source: str | None = None
    measurements: tuple[Measurement, ...] = ()
    amendments: tuple[Amendment, ...] = ()


class Update(NamedTuple):
    """A dated report on a task; `percent` is the share of the work done, 0–100, if reported."""

    state: State
    date: Day
    source: str | None = None
    percent: Decimal | None = None
    note: str | None = None
    corrects: Day | None = None


class Extension(NamedTuple):
    """A later deadline, the document that granted it and the date of that document."""

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
    """Who signs the plan's reports: authority line (`TM. BAN CHỈ ĐẠO`), office, position, name."""

    authority: str | None
    office: str
    position: str | None = None
    name: str | None = None


class Reporting(NamedTuple):
    """How often the plan requires a report, and the day of the month on which its data close (None: the last)."""

    cadence: Literal["month", "quarter"] = "quarter"
    cutoff_day: int | None = 14


class TargetNames(NamedTuple):
    """The names of the two kinds of target in documents: who set one from above, and whose the plan's own is."""

    national: str = "cấp trên"
    provincial: str = "Kế hoạch"


class Plan(NamedTuple):
    """One decision's plan for one year, with its agencies and records."""

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
