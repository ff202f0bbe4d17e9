"""Agencies, groups of them, and what documents make of them."""

from datetime import timedelta
from typing import Literal, NamedTuple, get_args

from kehoach_cli.plan.periods import Day

SuccessionKind = Literal["renamed", "merged", "split", "dissolved"]
SUCCESSION_KINDS: tuple[SuccessionKind, ...] = get_args(SuccessionKind)


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
