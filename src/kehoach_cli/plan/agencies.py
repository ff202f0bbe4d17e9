"""Find agencies by any of their names, and the groups they belong to."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.composed import composed
from kehoach_cli.plan.model import Plan, Record, Role

_IGNORED_MARKS = str.maketrans(dict.fromkeys(".,;:-–&", " "))


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A key equal for all spellings of a name: ignores case, Unicode form, blanks and the marks `.,;:-–&`."""
    return " ".join(composed(name).casefold().translate(_IGNORED_MARKS).split())


class AgencyRegister(NamedTuple):
    """All agencies of a plan, found by id, full name, short name or alias."""

    by_id: dict[str, Agency]
    by_name: dict[str, str]

    def find(self, name: str) -> Agency | None:
        """The agency with this id or name, or None."""
        if name in self.by_id:
            return self.by_id[name]
        agency_id = self.by_name.get(name_key(name))
        return None if agency_id is None else self.by_id[agency_id]

    def short_name(self, agency_id: str) -> str:
        """The agency's name in tables; an undeclared id is returned unchanged."""
        agency = self.by_id.get(agency_id)
        return agency_id if agency is None else agency.short_name

    def names(self, agency_ids: Iterable[str], record: str = "") -> str:
        """The short names of those who act for the agencies in this record, each heir with whom it succeeded.

        `Sở KH&CN (trước là Sở TT&TT), Sở Y tế`; where the heir is one of the agencies itself `Bộ Tài chính (gồm cả Bộ
        KH&ĐT trước đây)`. Separated as in `short_names`.
        """
        former: dict[str, list[str]] = {}
        named = [*agency_ids]
        for agency_id in named:
            for heir in self.heirs(agency_id, record) or (self.line(agency_id, record)[-1],):
                former.setdefault(heir, []).extend([agency_id] if agency_id != heir else [])
        alike: dict[tuple[str, ...], list[str]] = {}
        for heir, past in former.items():
            alike.setdefault(tuple(past) or (heir,), []).append(heir)
        return _listed([self._name_with_past(heirs, past, named) for past, heirs in alike.items()])

    def short_names(self, agency_ids: Iterable[str]) -> str:
        """The short names of the agencies themselves; separated by semicolons if a name contains a comma."""
        return _listed([self.short_name(agency_id) for agency_id in agency_ids])

    def _name_with_past(self, heirs: list[str], past: tuple[str, ...], named: list[str]) -> str:
        before = ", ".join(map(self.short_name, past))
        joined = any(heir in named for heir in heirs)
        said = f"gồm cả {before} trước đây" if joined else f"trước là {before}"
        notes = [said] if heirs != [*past] else []
        if any(not self.heirs(heir) for heir in heirs):
            notes.append("đã giải thể")
        now = ", ".join(map(self.short_name, heirs))
        return f"{now} ({', '.join(notes)})" if notes else now

    def heirs(self, agency_id: str, record: str = "") -> tuple[str, ...]:
        """Those who act for an agency in this record: itself, or, once it has ended, its successors and theirs.

        None act for an agency that was dissolved.
        """
        known = ((each, self.by_id.get(each)) for each in self.line(agency_id, record))
        return tuple(each for each, agency in known if agency is None or not agency.ended)

    def line(self, agency_id: str, record: str = "") -> tuple[str, ...]:
        """An agency, its successors in this record and theirs, in the order in which they acted."""
        found: dict[str, None] = {}
        pending = [agency_id]
        while pending:
            current = pending.pop(0)
            agency = self.by_id.get(current)
            if current not in found and agency is not None and agency.successors:
                pending += agency.successors.taken_by(record)
            found[current] = None
        return tuple(found)

    def stands_for(self, body: str, agency_id: str, record: str = "") -> bool:
        """Whether the body is this agency, acts for it in this record, or is a known member of it."""
        named = {agency_id, *self.heirs(agency_id, record)}
        return body in named or not named.isdisjoint(self.groups_of(body))

    def groups_of(self, agency_id: str) -> frozenset[str]:
        """The ids of all groups that contain the agency, or whom it succeeded, directly or through another group."""
        found: set[str] = set()
        pending = {agency_id}
        while pending:
            parents = {group.id for group in self.by_id.values() if self._holds_one(group, pending)} - found
            found |= parents
            pending = parents
        return frozenset(found)

    def _holds_one(self, group: Agency, wanted: set[str]) -> bool:
        return any(not wanted.isdisjoint((member.id, *self.heirs(member.id))) for member in group.members)


def _listed(names: list[str]) -> str:
    if not any("," in name for name in names):
        return ", ".join(names)
    return "; ".join([*names[:1], *(re.sub("^Các ", "các ", name) for name in names[1:])])


def register(plan: Plan) -> AgencyRegister:
    """Index the plan's agencies. If two share a name, the first in the file gets it; rule KH304 reports that."""
    return registered(plan.agencies)


def registered(agencies: tuple[Agency, ...]) -> AgencyRegister:
    """Index these agencies, as `register` does."""
    by_name: dict[str, str] = {}
    for agency in agencies:
        for name in (agency.id, agency.name, agency.short_name, *agency.aliases):
            by_name.setdefault(name_key(name), agency.id)
    return AgencyRegister({agency.id: agency for agency in agencies}, by_name)


def agencies_in(record: Record, role: Role | None) -> tuple[str, ...]:
    """The ids of the record's agencies in this role; in any role if `role` is None."""
    given = {"lead": record.lead, "support": record.support, "oversight": record.oversight}
    return tuple(chain.from_iterable(given.values())) if role is None else given[role]
