"""Group records by the agency that leads them on the day: under the successor, where the one in the plan has ended."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.model import Record

NO_LEAD = ""  # key for work without a lead agency, or whose lead agency was dissolved
T = TypeVar("T")


def by_lead(items: Iterable[T], record_of: Callable[[T], Record]) -> dict[str, list[T]]:
    """The items of each agency; one with several lead agencies is listed under each."""
    found: dict[str, list[T]] = {}
    for item in items:
        for agency in record_of(item).lead_now or (NO_LEAD,):
            found.setdefault(agency, []).append(item)
    return found


def lead_name(agency: str, agencies: AgencyRegister, records: Iterable[Record] = ()) -> str:
    """The name of the agency of these records in tables; of the records under NO_LEAD, why there is none."""
    if agency:
        return agencies.short_name(agency)
    assigned = {bool(record.lead) for record in records}
    if assigned == {True}:
        return "Cơ quan chủ trì đã giải thể"
    return "Chưa giao cơ quan chủ trì, hoặc cơ quan đã giải thể" if True in assigned else "Chưa giao cơ quan chủ trì"
