"""The records of a plan, as loaded from its files.

Records are named tuples, not data classes: equally immutable and typed, and Python creates such a class ten times as
fast, which counts at every start of the program.
"""

from datetime import timedelta
from decimal import Decimal
from typing import Any, Literal, NamedTuple, get_args

from kehoach_cli.plan.due import UNDATED, Due
from kehoach_cli.plan.periods import Day

Direction = Literal["increase", "decrease"]
State = Literal["not_started", "in_progress", "submitted", "done", "paused", "cancelled"]
Origin = Literal["assigned", "carried_over", "kept_up", "new", "body_only"]
Role = Literal["lead", "support", "oversight"]
SuccessionKind = Literal["renamed", "merged", "split", "dissolved"]
Measure = Literal["share", "growth", "attainment", "count", "amount", "score", "rank", "verdict"]
Verdict = Literal["not_met", "met", "exceeded"]
Bound = Literal["at_least", "at_most", "words"]

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
STATES: tuple[State, ...] = get_args(State)
ORIGINS: tuple[Origin, ...] = get_args(Origin)
ROLES: tuple[Role, ...] = get_args(Role)
SUCCESSION_KINDS: tuple[SuccessionKind, ...] = get_args(SuccessionKind)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)  # each by its value
MEASURES: tuple[Measure, ...] = get_args(Measure)
VERDICT = "verdict"  # in place of a unit: the values are the places in VERDICTS


class Pillar(NamedTuple):
    """One part of the plan (chính quyền số, kinh tế số …); groups its records."""

    id: str
    name: str


class Member(NamedTuple):
    """A member of a group, by its id; from and until which day by document `by`, both included, None: always."""

    id: str
    from_: Day | None = None
    until: Day | None = None
    by: str | None = None


class Succession(NamedTuple):
    """What a document made of an agency that ended: `date` is the first day of the agencies in `to`.

    `takes` are pairs of a record's id and the one successor that takes it, where a split agency's work is shared out.
    """

    kind: SuccessionKind
    date: Day
    by: str
    to: tuple[str, ...] = ()
    takes: tuple[tuple[str, str], ...] = ()
    note: str | None = None

    def taken_by(self, record: str) -> tuple[str, ...]:
        """The successors that act for the agency in the record with this id."""
        taker = dict(self.takes).get(record)
        return self.to if taker is None else (taker,)


class Agency(NamedTuple):
    """One body, or a named group of bodies, that the plan gives work to.

    `members` are a group's members that the plan names; `members_complete` says whether these are all. A single body
    has none. `from_` and `until` are its first and last day, None: before and after the plan.
    """

    id: str
    name: str
    short_name: str
    aliases: tuple[str, ...] = ()
    group: bool = False
    members: tuple[Member, ...] = ()
    members_complete: bool = False
    from_: Day | None = None
    until: Day | None = None
    successors: Succession | None = None

    @property
    def last_day(self) -> Day | None:
        """Its last day, None without an end; a document may say only which day is its successors' first."""
        return self.until or (self.successors.date - timedelta(days=1) if self.successors else None)

    @property
    def ended(self) -> bool:
        """Whether it ends; of a plan in force on a day, whether it has ended by then."""
        return self.last_day is not None


class Reading(NamedTuple):
    """A value of an indicator, in its unit, and its day."""

    value: Decimal
    date: Day
    estimate: bool = False


class Baseline(NamedTuple):
    """An indicator's value when the plan was drawn up, None if the plan shows "-", and its day.

    The day is None too where the plan has no column for it.
    """

    value: Decimal | None = None
    as_of: Day | None = None

    @property
    def reading(self) -> Reading | None:
        """The value, if it is known."""
        return None if self.value is None or self.as_of is None else Reading(self.value, self.as_of)


class Target(NamedTuple):
    """A value to reach, in the indicator's unit: the ends of a range; a single value is both ends.

    `bound` is what the plan's own words say; None of a bare number: the side that `direction` says. A `strict` bound
    is met beyond it. `maintain` and `relative` say that the words were "duy trì …", "tăng …" or "giảm …" (then the
    value has its sign). `text` are the plan's own words where it is not a bare number, `remark` what they add to the
    number. A target in words has the bound "words" and both ends 1: the verdict "met".
    """

    min: Decimal
    max: Decimal
    bound: Bound | None = None
    strict: bool = False
    maintain: bool = False
    relative: bool = False
    text: str | None = None
    remark: str | None = None


class Targets(NamedTuple):
    """The targets of the national committee (UBQG) and of the province; None if the plan shows "-"."""

    national: Target | None = None
    provincial: Target | None = None

    @property
    def judged(self) -> Target | None:
        """The target that an assessment is about."""
        return self.provincial or self.national


class Milestone(NamedTuple):
    """A target that is due before the last one (quý II: 40%; năm 2026: 60%)."""

    due: Due
    national: Target | None = None
    provincial: Target | None = None

    @property
    def judged(self) -> Target | None:
        """The target that its result is about."""
        return self.provincial or self.national


class Measurement(NamedTuple):
    """A reported value in the indicator's unit, with its day and the document that reports it.

    `corrects` is the day of an earlier entry of the same record; this entry replaces that one. An `estimate` of the
    last day of a period counts only in the report on that period. A `verdict` has its place in VERDICTS as value;
    `judged_by` says who gave it.
    """

    value: Decimal
    date: Day
    source: str | None = None
    note: str | None = None
    corrects: Day | None = None
    estimate: bool = False
    verdict: Verdict | None = None
    judged_by: str | None = None


class FieldValue(NamedTuple):
    """A key of a record or of plan.yaml, dotted where it lies deeper (`targets.provincial`), and its value."""

    field: str
    value: Any


class Change(NamedTuple):
    """A later document `by` that sets keys of a record, or of plan.yaml, from `date` on, that day included.

    A `corrigendum` puts right what was written wrong; its day is that of the document which it puts right.
    """

    date: Day
    by: str
    set: tuple[FieldValue, ...]
    note: str | None = None
    corrigendum: bool = False

    def nested(self) -> dict[str, Any]:
        """The new values as in the file: a dotted key within its own."""
        found: dict[str, Any] = {}
        for field, value in self.set:
            key, _, inner = field.partition(".")
            if inner:
                found.setdefault(key, {})[inner] = value
            else:
                found[key] = value
        return found


class LegalAct(NamedTuple):
    """The document that brought a record into the plan after it was issued, or took it out, from `date` on."""

    date: Day
    by: str
    note: str | None = None


class Indicator(NamedTuple):
    """Something that the plan measures, with its baseline and targets.

    `measure` says what kind of number it is, None: as the unit says (`plan/measures.py`). `maintain`: the target is to
    be kept, not approached. `accumulates`: counted from nothing in each year. A `heading` has no target and counts
    nowhere; `parent` is the record whose part this one is.

    `decided` and `lead_now` are set by `in_force`: the record before its changes, None if it has none, and the agencies
    that lead it on the day.
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
    measure: Measure | None = None
    maintain: bool = False
    accumulates: bool = False
    milestones: tuple[Milestone, ...] = ()
    parent: str | None = None
    heading: bool = False
    measurements: tuple[Measurement, ...] = ()
    changes: tuple[Change, ...] = ()
    added: LegalAct | None = None
    removed: LegalAct | None = None
    decided: "Indicator | None" = None
    lead_now: tuple[str, ...] = ()

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


class Update(NamedTuple):
    """A dated report on a task; `percent` is the share of the work done, 0–100, if reported.

    `evidence` are links to, or names of, files that show it.
    """

    state: State
    date: Day
    source: str | None = None
    percent: Decimal | None = None
    note: str | None = None
    corrects: Day | None = None
    evidence: tuple[str, ...] = ()


class Task(NamedTuple):
    """Work with a lead agency and a deadline. `parent`, `heading`, `decided` and `lead_now`: as in `Indicator`."""

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
    parent: str | None = None
    heading: bool = False
    updates: tuple[Update, ...] = ()
    changes: tuple[Change, ...] = ()
    added: LegalAct | None = None
    removed: LegalAct | None = None
    decided: "Task | None" = None
    lead_now: tuple[str, ...] = ()


class Signatory(NamedTuple):
    """Who signs the plan's reports: authority line (`TM. BAN CHỈ ĐẠO`), office, position, name."""

    authority: str | None
    office: str
    position: str | None = None
    name: str | None = None


class Reporting(NamedTuple):
    """How often the plan requires a report, and the day of the month on which its data close (None: the last)."""

    cadence: Literal["month", "quarter"] = "quarter"
    cutoff: int | None = 14


class TargetNames(NamedTuple):
    """The names of the two kinds of target in documents: who set one from above, and whose the plan's own is."""

    national: str = "cấp trên"
    provincial: str = "Kế hoạch"


class Plan(NamedTuple):
    """One decision's plan, with its agencies and records. It runs from `year` to `last_year`, None: for one year."""

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
    reporting: Reporting = Reporting()
    target_names: TargetNames = TargetNames()
    changes: tuple[Change, ...] = ()
    agencies: tuple[Agency, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    tasks: tuple[Task, ...] = ()

    @property
    def years(self) -> range:
        """The years of the plan, the last one included."""
        return range(self.year, (self.last_year or self.year) + 1)

    @property
    def records(self) -> "list[Record]":
        """Indicators, then tasks, in the order of their files."""
        return [*self.indicators, *self.tasks]


Record = Indicator | Task
IN_FORCE_ONLY = ("decided", "lead_now")  # keys of a record that no file has
