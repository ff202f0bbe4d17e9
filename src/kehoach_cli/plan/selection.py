"""Picking the records of a plan that a question is about."""

from typing import NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister, agencies_in
from kehoach_cli.plan.model import Origin, Plan, Record, Role


class Selection(NamedTuple):
    """Which records count; a field left at None lets all of them pass.

    `role` None means any role. With `through_groups` a record also counts for an agency when one of the groups
    that the agency belongs to holds the role.
    """

    pillar: str | None = None
    agency: str | None = None
    role: Role | None = "lead"
    origin: Origin | None = None
    through_groups: bool = False


EVERYTHING = Selection()


def select(plan: Plan, agencies: AgencyRegister, selection: Selection) -> Plan:
    """The plan with only the records that the selection lets pass; everything else stays."""
    if selection == EVERYTHING:
        return plan
    wanted: frozenset[str] | None = None
    if selection.agency is not None:
        wanted = frozenset({selection.agency})
        if selection.through_groups:
            wanted |= agencies.groups_of(selection.agency)

    def passes(record: Record) -> bool:
        return (
            (selection.pillar is None or record.pillar == selection.pillar)
            and (selection.origin is None or selection.origin in record.origin)
            and (wanted is None or not wanted.isdisjoint(agencies_in(record, selection.role)))
        )

    return plan._replace(
        indicators=tuple(record for record in plan.indicators if passes(record)),
        tasks=tuple(record for record in plan.tasks if passes(record)),
    )
