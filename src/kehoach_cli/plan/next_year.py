"""What a plan of the next year takes over from this one: agencies, indicators and unfinished tasks."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Literal, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.agency import Agency, Member
from kehoach_cli.plan.classes import FINISHED
from kehoach_cli.plan.document_settings import Documents, DocumentSettings
from kehoach_cli.plan.due import UNDATED, Due, DueError, parse_due
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.hierarchy import ancestors
from kehoach_cli.plan.history import measurements_by
from kehoach_cli.plan.measures import measure_of, printed
from kehoach_cli.plan.model import CarriedFrom, Indicator, Plan, Record, Task
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.plan_status import PlanStatus
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.plan.values import Baseline, Milestone, Targets

Status = Progress | TaskStatus
WhyNone = Literal["accumulates", "each", "verdict", "provisional", "unmeasured"]
MOST_SOURCES = 20  # documents that a baseline names


class NextYear(NamedTuple):
    """The years of the new plan and the day of its decision: what falls outside of them is not taken over."""

    years: range
    since: Day

    def holds(self, due: Due) -> bool:
        """Whether the deadline, in its own words, may stand in the new plan: it has not passed, nor is it too late."""
        with suppress(DueError):
            same = parse_due(due.text, self.years.start if len(self.years) == 1 else None)[1:] == due[1:]
            return same and (due.start is None or due.end is None or self._within(due.start, due.end))
        return False

    def _within(self, start: Day, end: Day) -> bool:
        return start.year in self.years and end.year in self.years and end >= self.since


def offered(status: PlanStatus) -> list[Status]:
    """What may go on in the next year: every indicator, and each task that is neither done nor cancelled."""
    return [*status.indicators, *(item for item in status.tasks if item.standing not in FINISHED)]


def carried(status: PlanStatus, chosen: Iterable[Status], year: NextYear) -> list[tuple[Record, Status | None]]:
    """The new plan's records in the order of the old one's, each with where it stood there; headings have None."""
    plan, agencies = status.plan, register(status.plan)
    by_id: dict[str, Record] = {record.id: record for record in plan.records}
    stood: dict[str, Status | None] = {item.record.id: item for item in chosen}
    headings = [each.id for key in stood for each in ancestors(by_id[key], by_id) if each.heading]
    kept = {**dict.fromkeys(headings), **stood}
    return [
        (
            _carried(record, kept[record.id], plan, agencies, year)._replace(parent=_parent(record, by_id, kept)),
            kept[record.id],
        )
        for record in plan.records
        if record.id in kept
    ]


def _carried(record: Record, item: Status | None, plan: Plan, agencies: AgencyRegister, year: NextYear) -> Record:
    """The record without what belongs to its own plan: its place there, a deadline that has passed, its history."""
    lead = record.lead_now
    shared = len(lead) > 1 or any(agency.group for each in lead if (agency := agencies.by_id.get(each)))
    said: dict[str, Any] = {
        "lead": lead,
        "support": tuple(each for each in _heirs(record.support, record, agencies) if each not in lead),
        "oversight": _heirs(record.oversight, record, agencies),
        "parts": record.parts if shared else None,
        **_OF_ITS_OWN_PLAN,
    }
    if item:
        said |= {"origin": ("carried_over",), "carried_from": CarriedFrom(plan.number, record.id)}
    if isinstance(record, Task):
        due = record.due if year.holds(record.due) else UNDATED
        return record._replace(**said, due=due, updates=())
    if isinstance(item, Progress):
        said["baseline"] = baseline_of(item) or Baseline()
    targets, due, milestones = _goals(record, year)
    return record._replace(**said, targets=targets, due=due, milestones=milestones, measurements=())


_OF_ITS_OWN_PLAN: Mapping[str, Any] = {
    **dict.fromkeys(("note", "source", "added", "removed", "decided")),
    **dict.fromkeys(("changes", "answers", "lead_now", "asked"), ()),
}


def _heirs(named: Iterable[str], record: Record, agencies: AgencyRegister) -> tuple[str, ...]:
    return tuple(dict.fromkeys(heir for each in named for heir in agencies.heirs(each, record.id)))


def _parent(record: Record, by_id: dict[str, Record], kept: Collection[str]) -> str | None:
    """The nearest record above this one that goes along."""
    return next((each.id for each in reversed(ancestors(record, by_id)) if each.id in kept), None)


def _goals(indicator: Indicator, year: NextYear) -> tuple[Targets, Due, tuple[Milestone, ...]]:
    """What is still due in the new plan's years: the last of it is the target, what is due before are milestones."""
    goals = [*indicator.milestones, Milestone(indicator.due, *indicator.targets)]
    due = sorted(
        (each for each in goals if each.due.end and year.holds(each.due)), key=lambda each: each.due.end or Day.max
    )
    if not due:
        return Targets(), indicator.due if year.holds(indicator.due) else UNDATED, ()
    *milestones, last = due
    return Targets(last.national, last.provincial), last.due, tuple(milestones)


def baseline_of(item: Progress) -> Baseline | None:
    """The last result as a baseline, with its day and the documents that it comes from; None where there is none."""
    if why_no_baseline(item) or item.current is None:
        return None
    reports = [each for each in measurements_by(item.indicator, item.as_of) if each[:2] == item.current[:2]]
    entries = reports[-1:] or (item.whole.entries if item.whole else [])
    named = [*dict.fromkeys(entry.source for entry in entries if entry.source)]
    sources = [*named[:MOST_SOURCES], *(["…"] if len(named) > MOST_SOURCES else [])]
    return Baseline(printed(item.current.value), item.current.date, "; ".join(sources) or None)


def why_no_baseline(item: Progress) -> WhyNone | None:
    """Why the last figure is no baseline: what accumulates starts anew, and what is provisional is no result."""
    if item.indicator.accumulates:
        return "accumulates"
    if item.indicator.parts == "each":
        return "each"
    if measure_of(item.indicator) == "verdict":
        return "verdict"
    if item.provisional:
        return "provisional"
    return None if item.measured else "unmeasured"


def present_agencies(plan: Plan) -> Iterator[Agency]:
    """The agencies of a plan in force that have not ended, groups with those who act for their members."""
    agencies = register(plan)
    for agency in plan.agencies:
        if not agency.ended:
            acting = dict.fromkeys(heir for member in agency.members for heir in agencies.heirs(member.id))
            members = tuple(Member(each) for each in acting if each != agency.id)
            complete = agency.members_complete and bool(members)
            yield agency._replace(members=members, members_complete=complete, from_=None)


def documents_of(plan: Plan) -> Documents:
    """What is said of the plan's documents; a successor's signatory and symbol are not known, those of one that was
    dissolved are gone.
    """
    return Documents(*(_said_now(said, plan, register(plan)) for said in plan.documents))


def _said_now(said: DocumentSettings, plan: Plan, agencies: AgencyRegister) -> DocumentSettings:
    named = agencies.find(said.issuer or plan.standing_agency or "")
    heirs = agencies.heirs(named.id) if named else ()
    if named is None or named.id in heirs:
        return said
    signatory = said.signatory and said.signatory._replace(name=None)
    issuer = heirs[0] if said.issuer and heirs else None
    return said._replace(issuer=issuer, symbol=None, signatory=signatory) if heirs else DocumentSettings()


def standing_agency_of(plan: Plan) -> str | None:
    """Who acts for the standing agency of a plan in force; None where nobody does, or several do."""
    match register(plan).heirs(plan.standing_agency) if plan.standing_agency else ():
        case (heir,):
            return heir
    return None
