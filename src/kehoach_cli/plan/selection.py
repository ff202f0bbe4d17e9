"""Select the records of a plan by pillar, agency, role and origin."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister, agencies_in
from kehoach_cli.plan.hierarchy import ancestors
from kehoach_cli.plan.model import Origin, Plan, Record, Role


class Selection(NamedTuple):
    """Which records to keep; a field that is None does not restrict.

    `role` None means any role. With `through_groups`, a record also matches an agency if a group that contains the
    agency has the role. `agency_name` is what the agency is called where there is none yet.
    """

    pillar: str | None = None
    agency: str | None = None
    role: Role | None = "lead"
    origin: Origin | None = None
    through_groups: bool = False
    agency_name: str = ""


EVERYTHING = Selection()


def select(plan: Plan, agencies: AgencyRegister, selection: Selection) -> Plan:
    """The plan with only the records that match the selection and the headings above them; all else is unchanged.

    A record matches an agency that it names, and each that succeeded such an agency in it.
    """
    if selection == EVERYTHING:
        return plan
    wanted: frozenset[str] | None = None
    if selection.agency is not None:
        wanted = frozenset({selection.agency})
        if selection.through_groups:
            wanted |= agencies.groups_of(selection.agency)

    def named(record: Record) -> Iterator[str]:
        for agency in agencies_in(record, selection.role):
            yield from agencies.line(agency, record.id)

    def matches(record: Record) -> bool:
        return (
            (selection.pillar is None or record.pillar == selection.pillar)
            and (selection.origin is None or selection.origin in record.origin)
            and (wanted is None or not wanted.isdisjoint(named(record)))
        )

    found = [record for record in plan.records if not record.heading and matches(record)]
    by_id: dict[str, Record] = {record.id: record for record in plan.records}
    above = [each for record in found for each in ancestors(record, by_id) if each.heading]
    return only(plan, {record.id for record in (*found, *above)})


def only(plan: Plan, ids: Collection[str]) -> Plan:
    """The plan with only the records of these ids; all else is unchanged."""
    return plan._replace(
        indicators=tuple(record for record in plan.indicators if record.id in ids),
        tasks=tuple(record for record in plan.tasks if record.id in ids),
    )
