"""Who must answer a record: the bodies, those whom they succeeded, and how many have answered."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.plan.periods import Day


class Coverage(NamedTuple):
    """Of those who must answer, how many have; `at_least`: these are not known in full."""

    answered: int
    of: int
    at_least: bool = False


class Respondent(NamedTuple):
    """A body that must answer a record.

    `named`: a lead, or a member of a group that leads; else it answers only for those whom it succeeded. `former` are
    these. `group` is the lead through which alone it is asked, None for a lead itself and its successors.
    """

    agency: str
    named: bool
    former: tuple["Former", ...] = ()
    group: str | None = None

    @property
    def acts_for(self) -> tuple[str, ...]:
        """Those whom the record or its group names and in whose place it answers; none if it is named itself."""
        return () if self.named else tuple(dict.fromkeys(_named_in(self)))


class Former(NamedTuple):
    """An agency that a respondent succeeded on the day `since`, and its last day.

    Where it was `split`, each successor must answer, and none has its answers.
    """

    respondent: Respondent
    until: Day
    since: Day
    split: bool


class Respondents(NamedTuple):
    """Who must answer a record from a day on. `open_groups` are the groups that lead, or are in one that does, whose
    members are not known in full.
    """

    since: Day
    bodies: tuple[Respondent, ...] = ()
    open_groups: tuple[str, ...] = ()

    @property
    def several(self) -> bool:
        """Whether each has an answer of its own; else the figure of the one body is the whole."""
        return len(self.bodies) > 1 or any(body.group not in (None, body.agency) for body in self.bodies)


def _named_in(respondent: Respondent) -> Iterator[str]:
    for each in respondent.former:
        if each.respondent.named:
            yield each.respondent.agency
        yield from _named_in(each.respondent)
