"""The records of a plan, as loaded from its files.

Records are named tuples, not data classes: equally immutable and typed, and Python creates such a class ten times as
fast, which counts at every start of the program.
"""

from typing import Literal, NamedTuple, get_args

from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.closed_period import ClosedPeriod
from kehoach_cli.plan.document_settings import Documents, Signatory
from kehoach_cli.plan.due import UNDATED, Due
from kehoach_cli.plan.entries import Change, LegalAct, Measurement, Remark, Update
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.respondents import Respondents
from kehoach_cli.plan.values import Baseline, Direction, Measure, Milestone, Targets

Origin = Literal["assigned", "carried_over", "kept_up", "new", "body_only"]
Role = Literal["lead", "support", "oversight"]
Parts = Literal["ratio", "sum", "mean", "each"]

ORIGINS: tuple[Origin, ...] = get_args(Origin)
ROLES: tuple[Role, ...] = get_args(Role)
PARTS: tuple[Parts, ...] = get_args(Parts)
OF_ONE: tuple[Parts, ...] = ("ratio", "mean", "each")  # what one part reports can be held against the target


class Pillar(NamedTuple):
    """One part of the plan (chính quyền số, kinh tế số …); groups its records."""

    id: str
    name: str


class CarriedFrom(NamedTuple):
    """What a record goes on from: the number of an earlier plan's decision, and a record's id there."""

    plan: str
    record: str


class Indicator(NamedTuple):
    """Something that the plan measures, with its baseline and targets.

    `measure` says what kind of number it is, None: as the unit says (`plan/measures.py`). `maintain`: the target is to
    be kept, not approached. `accumulates`: counted from nothing in each year. A `heading` has no target and counts
    nowhere; `parent` is the record whose part this one is. `parts` says how the whole comes of the `answers` of those
    who must answer, None: not at all.

    `decided`, `lead_now` and `asked` are set by `in_force`: the record before its changes, None if it has none, the
    agencies that lead it on the day, and who must answer it from which day on.
    """

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
    carried_from: CarriedFrom | None = None
    measure: Measure | None = None
    maintain: bool = False
    accumulates: bool = False
    milestones: tuple[Milestone, ...] = ()
    parent: str | None = None
    heading: bool = False
    parts: Parts | None = None
    measurements: tuple[Measurement, ...] = ()
    answers: tuple[Measurement, ...] = ()
    changes: tuple[Change, ...] = ()
    added: LegalAct | None = None
    removed: LegalAct | None = None
    decided: "Indicator | None" = None
    lead_now: tuple[str, ...] = ()
    asked: tuple[Respondents, ...] = ()

    @property
    def maintained(self) -> bool:
        """Whether the target is to be kept: by its own key, or by the target's words "duy trì …"."""
        return self.maintain or (self.targets.judged is not None and self.targets.judged.maintain)


def blank_indicator(identifier: str, name: str, pillar: str) -> Indicator:
    """An indicator that says nothing, as a heading does."""
    return Indicator(
        identifier,
        name,
        pillar,
        unit="",
        direction="increase",
        lead=(),
        support=(),
        oversight=(),
        origin=(),
        baseline=Baseline(),
        targets=Targets(),
    )


class Task(NamedTuple):
    """Work with a lead agency and a deadline. `parent`, `heading` and the keys from `parts` on: as in `Indicator`.

    `parts` may only be "each".
    """

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
    carried_from: CarriedFrom | None = None
    parent: str | None = None
    heading: bool = False
    parts: Parts | None = None
    updates: tuple[Update, ...] = ()
    answers: tuple[Update, ...] = ()
    changes: tuple[Change, ...] = ()
    added: LegalAct | None = None
    removed: LegalAct | None = None
    decided: "Task | None" = None
    lead_now: tuple[str, ...] = ()
    asked: tuple[Respondents, ...] = ()


class Reporting(NamedTuple):
    """How often the plan requires a report, and the day of the month on which its data close (None: the last)."""

    cadence: Literal["month", "quarter"] = "quarter"
    cutoff: int | None = 14


class TargetNames(NamedTuple):
    """The names of the two kinds of target in documents: who set one from above, and whose the plan's own is."""

    national: str = "cấp trên"
    provincial: str = "Kế hoạch"


class Plan(NamedTuple):
    """One decision's plan, with its agencies and records. It runs from `year` to `last_year`, None: for one year.

    `remarks` are those of all bodies, in the order of their files; `closed` are the periods whose report was sent.
    """

    number: str
    date: Day
    issuer: str
    title: str
    year: int
    baseline_date: Day | None
    pillars: tuple[Pillar, ...]
    signatory: Signatory
    last_year: int | None = None
    parent: str | None = None
    place: str | None = None
    standing_agency: str | None = None
    legal_bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    documents: Documents = Documents()
    reporting: Reporting = Reporting()
    target_names: TargetNames = TargetNames()
    changes: tuple[Change, ...] = ()
    agencies: tuple[Agency, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    tasks: tuple[Task, ...] = ()
    remarks: tuple[Remark, ...] = ()
    closed: tuple[ClosedPeriod, ...] = ()

    @property
    def years(self) -> range:
        """The years of the plan, the last one included."""
        return range(self.year, (self.last_year or self.year) + 1)

    @property
    def records(self) -> "list[Record]":
        """Indicators, then tasks, in the order of their files."""
        return [*self.indicators, *self.tasks]


Record = Indicator | Task
IN_FORCE_ONLY = ("decided", "lead_now", "asked")  # keys of a record that no file has
