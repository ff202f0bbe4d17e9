"""List what each body is asked about: overdue work, work due soon, and what it has not answered.

Work given to a group goes to each known member. An item stands in a letter once, under the first concern that fits.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.coverage import PeriodDuties
from kehoach_cli.plan.document_heads import DocumentHead, document_head
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.goals import GoalState, attained, attained_by
from kehoach_cli.plan.model import OF_ONE, Record
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.plan_status import PlanStatus
from kehoach_cli.plan.respondents import Respondent
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.plan.task_parts import has_done, live_parts, missed_by
from kehoach_cli.plan.wholes import Part, respondents_on

Concern = Literal["overdue", "soon", "silent"]
CONCERNS: tuple[Concern, ...] = ("overdue", "soon", "silent")


class LetterItem(NamedTuple):
    """One record to ask a body about.

    `part` is what it has answered where several must, None where it leads alone. `missed` are the past periods of a
    recurring duty in which it did not report.
    """

    concern: Concern
    status: TaskStatus | Progress
    body: Respondent
    part: Part | None = None
    missed: tuple[Period, ...] = ()

    @property
    def record(self) -> Record:
        return self.status.record

    @property
    def end(self) -> date | None:
        """The last day of the deadline in force, or of the milestone that the body is asked about."""
        return self.milestone.goal.end if self.milestone else self.record.due.end

    @property
    def milestone(self) -> GoalState | None:
        """The milestone that is overdue, longest first, or comes next; None where it is the last target."""
        if isinstance(self.status, TaskStatus):
            return None
        return goal if (goal := self._goal(self.status)) in self.status.milestones else None

    @property
    def share_is_done(self) -> bool:
        """Whether the body has done what is due or overdue, and only others have not."""
        if isinstance(self.status, Progress):
            return self._goal(self.status) is None
        if self.part is None or self.status.whole is None or self.status.task.parts != "each":
            return False
        return has_done(self.part) or self.part not in live_parts(self.status.whole)

    def _goal(self, status: Progress) -> GoalState | None:
        """The goal overdue longest or, if none is, the next one; without those that the body has done its share of."""
        goals = status.overdue_goals if self.concern == "overdue" else [status.in_hand]
        return next((goal for goal in goals if goal and not self._has_reached(goal, status)), None)

    def _has_reached(self, state: GoalState, status: Progress) -> bool:
        part, indicator, target = self.part, status.indicator, state.goal.target
        if part is None:
            return False
        if indicator.parts in OF_ONE:
            nothing_to_count = part.answered and not part.figures
            if nothing_to_count or part.attains(lambda value: attained(indicator, target, value) is not None):
                return True
        so_far = status.current if status.provisional and part.answered else None
        return so_far is not None and attained_by(indicator, target, so_far.value) is not None


class Letter(NamedTuple):
    """What one body is asked, by concern and then by deadline."""

    agency: str
    items: tuple[LetterItem, ...]

    def with_concern(self, concern: Concern) -> list[LetterItem]:
        return [item for item in self.items if item.concern == concern]


class LettersView(NamedTuple):
    """All letters of a day.

    `duties` are those of the period whose answers are wanted; `head` says who writes, and `own` what it has to do
    itself, of which it needs no letter. `nothing_due` are the bodies that need none. `unaddressed` are groups without
    known members to which no letter can go, because nothing says how they are addressed.
    `open_groups` are the groups with work in these letters whose members are not all known. `unassigned` are the
    records to ask about for which nobody acts: no lead agency was named, or it was dissolved.
    """

    status: PlanStatus
    duties: PeriodDuties
    head: DocumentHead
    letters: tuple[Letter, ...]
    own: Letter | None
    unaddressed: tuple[str, ...]
    nothing_due: tuple[str, ...]
    open_groups: tuple[str, ...]
    unassigned: tuple[Record, ...]


def letters_view(
    status: PlanStatus, duties: PeriodDuties, agencies: AgencyRegister, only: str | None = None
) -> LettersView:
    """The letters to every body that leads, or only to `only`; for a group, to its members, for one that has ended, to
    those who act for it.

    `duties` are those of the period whose answers are wanted, late ones counted.
    """
    concerned = _concerned(status)
    missing = {(duty.record.id, duty.agency) for duty in duties.duties if duty.missing}
    by_agency: dict[str, list[LetterItem]] = {}
    open_groups: dict[str, None] = {}
    unassigned = []
    statuses: tuple[TaskStatus | Progress, ...] = (*status.indicators, *status.tasks)
    for each in statuses:
        record, items = each.record, list(_addressed(each, status.as_of))
        concerns = [concern for concern in CONCERNS if record.id in concerned[concern]]
        asked = [found for item in items if (found := _asked(item, concerns, missing))]
        for item in items:
            by_agency.setdefault(item.body.agency, [])
        for item in asked:
            by_agency[item.body.agency].append(item)
        if concerns and not items:
            unassigned.append(record)
        if concerns or asked:
            open_groups |= dict.fromkeys(respondents_on(record, status.as_of).open_groups)
    wanted = [body for body in by_agency if only is None or agencies.stands_for(body, only)]
    if only is not None and not wanted:
        wanted += agencies.heirs(only)
    head = document_head(status.plan, "letter", agencies)
    letters = {body: Letter(body, tuple(sorted(by_agency[body], key=_order))) for body in wanted if by_agency.get(body)}
    own = letters.pop(head.agency or "", None)
    unaddressed = tuple(body for body in letters if addressed_as(body, agencies) is None)
    return LettersView(
        status,
        duties,
        head,
        tuple(letter for body, letter in letters.items() if body not in unaddressed),
        own,
        unaddressed,
        nothing_due=tuple(body for body in wanted if not by_agency.get(body)),
        open_groups=tuple(group for group in open_groups if group not in letters) if only is None else (),
        unassigned=tuple(unassigned),
    )


def addressed_as(body: str, agencies: AgencyRegister) -> str | None:
    """How a letter addresses the body; None for a group of which nothing says how."""
    found = agencies.by_id.get(body)
    return body if found is None else found.addressed_as or (None if found.group else found.name)


def _concerned(status: PlanStatus) -> Mapping[Concern, Collection[str]]:
    """The records that each concern is about, whoever is to be asked."""
    found: Mapping[Concern, list[TaskStatus | Progress]] = {
        "overdue": [*status.overdue_tasks, *status.overdue_indicators],
        "soon": [*status.due_soon_tasks(), *status.due_soon_indicators()],
        "silent": [*status.without_data, *status.missed, *status.stale],
    }
    return {concern: {each.record.id for each in statuses} for concern, statuses in found.items()}


def _addressed(status: TaskStatus | Progress, as_of: date) -> Iterator[LetterItem]:
    """The record as each body that must answer it is asked about it, under no concern yet."""
    respondents = respondents_on(status.record, as_of)
    parts = {part.agency: part for part in status.whole.parts} if status.whole else {}
    missed = missed_by(status.task, status.missed_periods, as_of) if isinstance(status, TaskStatus) else {}
    for body in respondents.bodies:
        yield LetterItem("silent", status, body, parts.get(body.agency), tuple(missed.get(body.agency, ())))


def _asked(item: LetterItem, concerns: Collection[Concern], missing: Collection[tuple[str, str]]) -> LetterItem | None:
    """The item under the gravest concern that fits, if any. `missing` are the records and bodies of the answers that
    the period lacks.
    """
    for concern in concerns:
        given = item._replace(concern=concern)
        if concern != "silent" and not given.share_is_done:
            return given
    stale = isinstance(item.status, TaskStatus) and item.status.stale_since is not None
    quiet = stale and not (item.part and item.part.answered)
    return item if quiet or item.missed or (item.record.id, item.body.agency) in missing else None


def _order(item: LetterItem) -> tuple[int, date]:
    return CONCERNS.index(item.concern), item.end or date.max
