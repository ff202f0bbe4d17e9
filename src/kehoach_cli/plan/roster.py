"""Who must answer a record on a day: each lead and each member of a group, or whoever has succeeded it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from kehoach_cli.plan.agencies import AgencyRegister, registered
from kehoach_cli.plan.agency import Agency, agencies_on, days_of_change
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.respondents import Former, Respondent, Respondents


class Roster:
    """The agencies of a plan, as its files have them, on any day."""

    def __init__(self, agencies: tuple[Agency, ...]) -> None:
        self.days = days_of_change(agencies)
        self._agencies = agencies
        self._registers: dict[int, AgencyRegister] = {}
        self._takes = {record for agency in agencies if agency.successors for record, _ in agency.successors.takes}
        self._known: dict[tuple[int, tuple[str, ...], str], Respondents] = {}

    def on(self, day: Day) -> AgencyRegister:
        """The register of that day."""
        return self._register(bisect_right(self.days, day))

    def respondents(self, leads: tuple[str, ...], record: str, day: Day) -> Respondents:
        """Who must answer a record with these leads on that day; `since` is left open."""
        place = bisect_right(self.days, day)
        key = place, leads, record if record in self._takes else ""
        if key not in self._known:
            self._known[key] = _respondents(leads, record, self._register(place))
        return self._known[key]

    def _register(self, place: int) -> AgencyRegister:
        if place not in self._registers:
            day = self.days[place - 1] if place else Day.min
            self._registers[place] = registered(agencies_on(self._agencies, day))
        return self._registers[place]


def _respondents(leads: Iterable[str], record: str, agencies: AgencyRegister) -> Respondents:
    named: dict[str, None] = {}
    former: dict[str, dict[str, None]] = {}
    acting: dict[str, str | None] = {}
    open_groups: dict[str, None] = {}
    pending: list[tuple[str, str | None, str]] = [(lead, None, lead) for lead in leads]
    seen = set()
    while pending:
        current, before, lead = step = pending.pop(0)
        agency = agencies.by_id.get(current)
        if step in seen or agency is None:
            continue
        seen.add(step)
        heirs = agency.successors.taken_by(record) if agency.successors else ()
        if agency.group and not (agency.ended or agency.members_complete):
            open_groups[current] = None
        if agency.group and (agency.ended or agency.members):
            inner = heirs if agency.ended else [member.id for member in agency.members]
            pending[:0] = [(each, before, lead) for each in inner]
            continue
        if before is None:
            named[current] = None
        else:
            former.setdefault(current, {})[before] = None
        if agency.ended:
            pending[:0] = [(each, current, lead) for each in heirs]
        else:
            through = agencies.by_id[lead]
            group = lead if through.group and current not in agencies.heirs(lead, record) else None
            acting[current] = group if acting.get(current, group) is not None else None

    def respondent(agency: str, after: tuple[str, ...] = ()) -> Respondent:
        return Respondent(agency, agency in named, tuple(_formers(agency, (*after, agency))), acting.get(agency))

    def _formers(agency: str, line: tuple[str, ...]) -> Iterator[Former]:
        for each in former.get(agency, ()):
            ended = agencies.by_id[each]
            if ended.successors and ended.last_day and each not in line:
                split = ended.successors.splits(record)
                yield Former(respondent(each, line), ended.last_day, ended.successors.date, split)

    return Respondents(Day.min, tuple(map(respondent, acting)), tuple(open_groups))
