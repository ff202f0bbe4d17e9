"""List what each lead agency is asked about: overdue work, work due soon, and work without data.

Work given to a group goes to each known member. An item stands in a letter once, under the first concern that fits.
"""

from datetime import date
from typing import Literal, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.goals import GoalState
from kehoach_cli.plan.model import Record
from kehoach_cli.plan.plan_status import PlanStatus
from kehoach_cli.plan.standing import TaskStatus

Concern = Literal["overdue", "soon", "silent"]
CONCERNS: tuple[Concern, ...] = ("overdue", "soon", "silent")


class LetterItem(NamedTuple):
    """One record to ask an agency about. `via_group` is the group that was given the work, None without one.

    `inherited_from` are the agencies in whose place it is asked, if it is not itself the one that was given the work.
    """

    concern: Concern
    status: TaskStatus | Progress
    via_group: str | None = None
    inherited_from: tuple[str, ...] = ()

    @property
    def record(self) -> Record:
        return self.status.task if isinstance(self.status, TaskStatus) else self.status.indicator

    @property
    def end(self) -> date | None:
        """The last day of the deadline in force, or of the milestone that the agency is asked about."""
        if isinstance(self.status, TaskStatus):
            return self.status.due.end
        return self.milestone.goal.end if self.milestone else self.status.indicator.due.end

    @property
    def milestone(self) -> GoalState | None:
        """The milestone that is overdue, longest first, or comes next; None where it is the last target."""
        if isinstance(self.status, TaskStatus):
            return None
        late = self.status.overdue_goals
        asked = late[0] if late else self.status.in_hand
        return asked if asked in self.status.milestones else None


class Letter(NamedTuple):
    """What one agency is asked, by concern and then by deadline."""

    agency: str
    items: tuple[LetterItem, ...]

    def with_concern(self, concern: Concern) -> list[LetterItem]:
        return [item for item in self.items if item.concern == concern]


class LettersView(NamedTuple):
    """All letters of a day.

    `nothing_due` are the lead agencies that need no letter. `open_groups` are the groups with work in these letters
    whose members are not all known. `unassigned` are the records to ask about for which nobody acts: no lead agency was
    named, or it was dissolved.
    """

    status: PlanStatus
    letters: tuple[Letter, ...]
    nothing_due: tuple[str, ...]
    open_groups: tuple[str, ...]
    unassigned: tuple[Record, ...]


def letters_view(status: PlanStatus, agencies: AgencyRegister, only: str | None = None) -> LettersView:
    """The letters to every lead agency, or only to `only`; for a group, to its members, for one that has ended, to
    those who act for it.
    """
    items = _letter_items(status)
    leaders = {
        body: None
        for record in status.plan.records
        for lead in record.lead
        for body in agencies.bodies_in(lead, record.id)
    }
    by_agency: dict[str, list[LetterItem]] = {body: [] for body in leaders}
    open_groups: dict[str, None] = {}
    unassigned = []
    for item in items:
        addressed = _addressed(item, agencies)
        for body, each in addressed.items():
            by_agency[body].append(each)
        if not addressed:
            unassigned.append(item.record)
        for group in map(agencies.by_id.get, item.record.lead_now):
            if group is not None and group.group and not group.members_complete:
                open_groups[group.id] = None
    wanted = leaders if only is None else agencies.bodies_in(only)
    return LettersView(
        status,
        tuple(Letter(body, tuple(sorted(by_agency[body], key=_order))) for body in wanted if by_agency.get(body)),
        nothing_due=tuple(body for body in wanted if not by_agency.get(body)),
        open_groups=tuple(open_groups) if only is None else (),
        unassigned=tuple(unassigned),
    )


def _addressed(item: LetterItem, agencies: AgencyRegister) -> dict[str, LetterItem]:
    """The item as each body is asked about it."""
    found: dict[str, LetterItem] = {}
    for lead in item.record.lead:
        group = agencies.by_id.get(lead)
        for body, named in agencies.bodies_named(lead, item.record.id).items():
            shared = group is not None and group.group and agencies.heirs(lead, item.record.id) != (body,)
            via_group = lead if shared else None
            each = found.setdefault(body, item._replace(via_group=via_group))
            former = () if body in named else named
            found[body] = each._replace(inherited_from=tuple(dict.fromkeys((*each.inherited_from, *former))))
    return found


def _letter_items(status: PlanStatus) -> list[LetterItem]:
    """One item per record, under the first concern that fits."""
    found: dict[str, LetterItem] = {}
    by_concern: tuple[tuple[Concern, list[TaskStatus | Progress]], ...] = (
        ("overdue", [*status.overdue_tasks, *status.overdue_indicators]),
        ("soon", [*status.due_soon_tasks(), *status.due_soon_indicators()]),
        ("silent", [*status.without_data, *status.missed, *status.stale]),
    )
    for concern, statuses in by_concern:
        for each in statuses:
            item = LetterItem(concern, each)
            found.setdefault(item.record.id, item)
    return list(found.values())


def _order(item: LetterItem) -> tuple[int, date]:
    return CONCERNS.index(item.concern), item.end or date.max
