"""The ids that the files of a plan may refer to, for the schema of its editors."""

from kehoach_cli.loading.plan_files import LoadedPlan
from kehoach_cli.loading.schema.editor import KnownIds
from kehoach_cli.plan.model import Plan


def known_ids(plan: Plan, loaded: LoadedPlan) -> KnownIds:
    """The ids that the plan declares, including those of agencies with errors."""
    agencies = {agency.id: agency.name for agency in plan.agencies}
    faulty = sorted(loaded.ids.get("agencies", frozenset()) - agencies.keys())
    pillars = {pillar.id: pillar.name for pillar in plan.pillars}
    known = {**agencies, **{identifier: identifier for identifier in faulty}}
    indicators, tasks = (
        {record.id: record.name for record in records if record.heading} for records in (plan.indicators, plan.tasks)
    )
    records = {record.id: record.name for record in plan.records if not record.heading}
    return KnownIds(known, pillars, indicators, tasks, records, one_year=len(plan.years) == 1)
