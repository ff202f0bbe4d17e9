"""Whom to write to about what: each body's overdue work, what falls due soon, and what nothing is known of.

Work that is given to a group is asked of each of its known members. An item stands in a letter once, under the
gravest of the three heads that fit it.
"""

from datetime import date
from typing import Literal, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.model import Record
from kehoach_cli.plan.plan_status import PlanStatus
from kehoach_cli.plan.standing import TaskStatus

Concern = Literal["overdue", "soon", "silent"]
CONCERNS: tuple[Concern, ...] = ("overdue", "soon", "silent")


class Matter(NamedTuple):
    """One record to ask a body about. `through` is the group that the work was given to, None where to the body."""

    concern: Concern
    item: TaskStatus | Progress
    through: str | None = None

    @property
    def record(self) -> Record:
        return self.item.task if isinstance(self.item, TaskStatus) else self.item.indicator

    @property
    def end(self) -> date | None:
        """The last day of the deadline in force."""
        return self.item.due.end if isinstance(self.item, TaskStatus) else self.item.indicator.due.end


class Letter(NamedTuple):
    """What one body is to be asked, by head and then by deadline."""

    agency: str
    matters: tuple[Matter, ...]

    def about(self, concern: Concern) -> list[Matter]:
        return [matter for matter in self.matters if matter.concern == concern]


class LettersView(NamedTuple):
    """All letters of a day.

    `content` are the bodies that lead something and need no letter; `open_groups` the groups with work in these
    letters of which not all members are known; `unassigned` counts the matters that the plan gives to nobody.
    """

    status: PlanStatus
    letters: tuple[Letter, ...]
    content: tuple[str, ...]
    open_groups: tuple[str, ...]
    unassigned: int


def letters_view(status: PlanStatus, agencies: AgencyRegister, only: str | None = None) -> LettersView:
    """The letters to all bodies that lead anything, or to the one agency named (a group: to its members)."""
    matters = _matters(status)
    leaders = {
        body: None for record in status.plan.records for lead in record.lead for body in agencies.bodies_in(lead)
    }
    asked: dict[str, list[Matter]] = {body: [] for body in leaders}
    open_groups: dict[str, None] = {}
    for matter in matters:
        for lead in matter.record.lead:
            group = agencies.by_id.get(lead)
            through = lead if group is not None and group.group else None
            for body in agencies.bodies_in(lead):
                if all(known.record.id != matter.record.id for known in asked[body]):
                    asked[body].append(matter._replace(through=None if body == lead else through))
            if through and group is not None and not group.members_complete:
                open_groups[lead] = None
    wanted = leaders if only is None else agencies.bodies_in(only)
    return LettersView(
        status,
        tuple(Letter(body, tuple(sorted(asked[body], key=_order))) for body in wanted if asked.get(body)),
        tuple(body for body in wanted if not asked.get(body)),
        tuple(open_groups) if only is None else (),
        sum(not matter.record.lead for matter in matters),
    )


def _matters(status: PlanStatus) -> list[Matter]:
    """Every matter once: the first head that fits a record is its own."""
    found: dict[str, Matter] = {}
    heads: tuple[tuple[Concern, list[TaskStatus | Progress]], ...] = (
        ("overdue", [*status.overdue_tasks, *status.overdue_indicators]),
        ("soon", [*status.due_soon_tasks(), *status.due_soon_indicators()]),
        ("silent", [*status.without_data, *status.missed, *status.stale]),
    )
    for concern, items in heads:
        for item in items:
            matter = Matter(concern, item)
            found.setdefault(matter.record.id, matter)
    return list(found.values())


def _order(matter: Matter) -> tuple[int, date]:
    return CONCERNS.index(matter.concern), matter.end or date.max
