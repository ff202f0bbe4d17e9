"""Finding agencies by any of their names, and groups by their members."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from kehoach_cli.plan.composed import composed
from kehoach_cli.plan.model import Agency, Plan, Record, Role

_NO_DIFFERENCE = str.maketrans(dict.fromkeys(".,;:-–&", " "))


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """What two spellings of one name share: case, accents' form, blanks and the marks `.,;:-–&` do not count."""
    return " ".join(composed(name).casefold().translate(_NO_DIFFERENCE).split())


class AgencyRegister(NamedTuple):
    """All agencies of a plan, found by id, full name, short name or alias."""

    by_id: dict[str, Agency]
    by_name: dict[str, str]

    def find(self, name: str) -> Agency | None:
        """The agency that goes by this id or name, or None."""
        if name in self.by_id:
            return self.by_id[name]
        agency_id = self.by_name.get(name_key(name))
        return None if agency_id is None else self.by_id[agency_id]

    def short_name(self, agency_id: str) -> str:
        """How the agency is called in a table; an id that nobody declared is shown as it stands."""
        agency = self.by_id.get(agency_id)
        return agency_id if agency is None else agency.short_name

    def short_names(self, agency_ids: Iterable[str]) -> str:
        """The agencies as one list; semicolons part them where a name has commas of its own."""
        names = [self.short_name(agency_id) for agency_id in agency_ids]
        if not any("," in name for name in names):
            return ", ".join(names)
        return "; ".join([names[0], *(re.sub("^Các ", "các ", name) for name in names[1:])])

    def bodies_in(self, agency_id: str) -> tuple[str, ...]:
        """The single bodies behind an agency: itself, or a group's known members, those of groups within it included.

        A group of which no member is known stands for itself.
        """
        found: dict[str, None] = {}
        seen: set[str] = set()
        pending = [agency_id]
        while pending:
            current = pending.pop(0)
            if current in seen:
                continue
            seen.add(current)
            agency = self.by_id.get(current)
            if agency is not None and agency.members:
                pending[:0] = agency.members
            else:
                found[current] = None
        return tuple(found)

    def groups_of(self, agency_id: str) -> frozenset[str]:
        """The ids of all groups that the agency belongs to, directly or through a group within a group."""
        found: set[str] = set()
        pending = {agency_id}
        while pending:
            holders = {group.id for group in self.by_id.values() if not pending.isdisjoint(group.members)} - found
            found |= holders
            pending = holders
        return frozenset(found)


def register(plan: Plan) -> AgencyRegister:
    """Index the plan's agencies; where two share a name, the first in the file keeps it (a rule reports that)."""
    by_name: dict[str, str] = {}
    for agency in plan.agencies:
        for name in (agency.id, agency.name, agency.short_name, *agency.aliases):
            by_name.setdefault(name_key(name), agency.id)
    return AgencyRegister({agency.id: agency for agency in plan.agencies}, by_name)


def agencies_in(record: Record, role: Role | None) -> tuple[str, ...]:
    """The ids of the agencies that hold a role in the record, or any role where `role` is None."""
    match role:
        case "lead":
            return record.lead
        case "support":
            return record.support
        case "oversight":
            return record.oversight
        case _:
            return (*record.lead, *record.support, *record.oversight)
