"""Summarise the plan on one day: counts by assessment and standing, overdue items, deadlines that come next."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.classes import ASSESSMENTS, STANDINGS
from kehoach_cli.plan.coverage import PeriodDuties
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.model import Record
from kehoach_cli.plan.plan_status import PlanStatus
from kehoach_cli.plan.restatements import last_sent
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.listings.answers_view import reporting_data
from kehoach_cli.reports.listings.by_lead import by_lead, lead_name
from kehoach_cli.reports.listings.overdue_items import OverdueView, overdue_data, overdue_view

LATE_ASSESSMENTS = ("behind", "far_behind", "going_backwards", "not_maintained", "not_met")


class Tally(NamedTuple):
    """Counts for one part of the plan: indicators by assessment, tasks by standing.

    `key` is the id of the pillar or agency, None for the whole plan and for work outside both.
    """

    key: str | None
    name: str
    assessments: Counter[str]
    standings: Counter[str]
    overdue: int


class StatusView(NamedTuple):
    """The status of a plan with its counts, as `kehoach status` shows it."""

    status: PlanStatus
    total: Tally
    pillars: tuple[Tally, ...]
    agencies: tuple[Tally, ...]
    overdue: OverdueView
    duties: PeriodDuties

    @property
    def provisional(self) -> list[Progress]:
        return [item for item in self.status.indicators if item.provisional]


def status_view(status: PlanStatus, agencies: AgencyRegister, duties: PeriodDuties) -> StatusView:
    """The counts; of the duties of a period those of the plan's records."""
    plan = status.plan
    listed = {record.id for record in plan.records}
    of_these = tuple(duty for duty in duties.duties if duty.record.id in listed)
    named = [(pillar.id, pillar.name) for pillar in plan.pillars]
    in_pillars = [
        _tally(
            key,
            name,
            [item for item in status.indicators if item.indicator.pillar == key],
            [item for item in status.tasks if item.task.pillar == key],
        )
        for key, name in [*named, (None, "Ngoài các nhóm")]
    ]
    indicators = by_lead(status.indicators, lambda item: item.indicator)
    tasks = by_lead(status.tasks, lambda item: item.task)
    by_agency = []
    for agency in {**indicators, **tasks}:
        measured, done = indicators.get(agency, []), tasks.get(agency, [])
        records: list[Record] = [*(item.indicator for item in measured), *(item.task for item in done)]
        by_agency.append(_tally(agency or None, lead_name(agency, agencies, records), measured, done))
    by_agency.sort(key=lambda tally: (-tally.overdue, -_count(tally)))
    return StatusView(
        status,
        _tally(None, "Cộng", status.indicators, status.tasks),
        tuple(tally for tally in in_pillars if _count(tally)),
        tuple(by_agency),
        overdue_view(status),
        duties._replace(duties=of_these),
    )


def _tally(key: str | None, name: str, indicators: Iterable[Progress], tasks: Iterable[TaskStatus]) -> Tally:
    indicators, tasks = list(indicators), list(tasks)
    late = sum(item.overdue for item in indicators) + sum(item.standing == "open_overdue" for item in tasks)
    return Tally(
        key, name, Counter(item.assessment for item in indicators), Counter(item.standing for item in tasks), late
    )


def _count(tally: Tally) -> int:
    return tally.assessments.total() + tally.standings.total()


def status_data(view: StatusView) -> dict[str, Any]:
    """The view as plain data, schema 1. Classes without members are zero."""
    status = view.status
    late, closed = overdue_data(view.overdue), last_sent(status.plan, status.as_of)
    return {
        "schema": 1,
        "as_of": status.as_of,
        "plan": status.plan.number,
        "title": status.plan.title,
        "recorded": status.recorded,
        **tally_data(view.total),
        "pillars": [{"id": tally.key, "name": tally.name, **tally_data(tally)} for tally in view.pillars],
        "agencies": [{"id": tally.key, "name": tally.name, **tally_data(tally)} for tally in view.agencies],
        **{key: late[key] for key in ("quarters", "missed_periods", "stale")},
        "due_soon": [
            *({"id": item.task.id, "due": item.due.end} for item in status.due_soon_tasks()),
            *(
                {"id": item.indicator.id, "due": item.in_hand and item.in_hand.goal.end}
                for item in status.due_soon_indicators()
            ),
        ],
        "no_data": [item.indicator.id for item in status.without_data],
        "provisional": [item.indicator.id for item in view.provisional],
        "last_closed": closed and str(closed.period),
        "reporting": reporting_data(view.duties),
    }


def tally_data(tally: Tally) -> dict[str, Any]:
    return {
        "indicators": {
            "total": tally.assessments.total(),
            "by_assessment": {name: tally.assessments[name] for name in ASSESSMENTS},
        },
        "tasks": {"total": tally.standings.total(), "by_standing": {name: tally.standings[name] for name in STANDINGS}},
        "overdue": tally.overdue,
    }


def status_rows(view: StatusView) -> list[dict[str, Any]]:
    """The counts as flat rows for a spreadsheet: one per part of the plan."""
    parts: list[tuple[str, Iterable[Tally]]] = [
        ("plan", [view.total]),
        ("pillar", view.pillars),
        ("agency", view.agencies),
    ]
    return [
        {
            "part": part,
            "id": tally.key,
            "name": tally.name,
            "indicators": tally.assessments.total(),
            **{name: tally.assessments[name] for name in ASSESSMENTS},
            "tasks": tally.standings.total(),
            **{name: tally.standings[name] for name in STANDINGS},
            "overdue": tally.overdue,
        }
        for part, tallies in parts
        for tally in tallies
    ]
