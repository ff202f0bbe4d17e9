"""Agencies, groups of them, and what documents make of them."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Literal, NamedTuple

from kehoach_cli.plan.periods import Day

SuccessionKind = Literal["renamed", "merged", "split", "dissolved"]


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

    def splits(self, record: str) -> bool:
        """Whether several successors act for the agency in the record, so that none of them has its answers."""
        return self.kind == "split" and record not in dict(self.takes)


class Agency(NamedTuple):
    """One body, or a named group of bodies, that the plan gives work to.

    `members` are a group's members that the plan names; `members_complete` says whether these are all. A single body
    has none. `from_` and `until` are its first and last day, None: before and after the plan. `addressed_as` is how a
    letter addresses a group, None where it cannot be addressed as one.
    """

    id: str
    name: str
    short_name: str
    aliases: tuple[str, ...] = ()
    group: bool = False
    addressed_as: str | None = None
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


def agencies_on(agencies: Iterable[Agency], day: Day) -> tuple[Agency, ...]:
    """The agencies that exist on the day or have ended, with the members of that day, without an end still to come."""
    return tuple(_on(agency, day) for agency in agencies if agency.from_ is None or agency.from_ <= day)


def _on(agency: Agency, day: Day) -> Agency:
    members = tuple(
        member if member.until is None else member._replace(until=None, by=member.by if member.from_ else None)
        for member in agency.members
        if (member.from_ is None or member.from_ <= day) and (member.until is None or day <= member.until)
    )
    agency = agency._replace(members=members)
    last_day = agency.last_day
    return agency if last_day is None or last_day < day else agency._replace(until=None, successors=None)


def days_of_change(agencies: Iterable[Agency]) -> list[Day]:
    """The first days on which an agency or a group is otherwise than on the day before, in order."""
    spans = [(each.from_, each.last_day) for each in agencies]
    spans += [(member.from_, member.until) for each in agencies for member in each.members]
    first = {day for day, _ in spans if day}
    return sorted(first | {day + timedelta(days=1) for _, day in spans if day})
