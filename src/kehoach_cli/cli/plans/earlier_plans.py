"""Find the earlier plans that a record goes on from, year by year, in the same repository."""

from collections.abc import Sequence
from datetime import date

from kehoach_cli.cli.plans.several_plans import KnownPlan, known_plan
from kehoach_cli.plan.gaps import progress
from kehoach_cli.plan.in_force import in_force
from kehoach_cli.plan.model import CarriedFrom, Indicator, Plan, Record
from kehoach_cli.plan.standing import task_status
from kehoach_cli.plan.suggest import bare_key
from kehoach_cli.reports.record.years_table import YearBefore
from kehoach_cli.storage.folder import FolderProblem, PlanFolder, plans_below, repository_top


def years_before(record: Record, folder: PlanFolder, plan: Plan, as_of: date) -> list[YearBefore]:
    """What earlier plans have of the record, the earliest first. One that is not found is only named."""
    found: list[YearBefore] = []
    came, before = record.carried_from, plan.date
    plans = _known(folder) if came else []
    while came:
        year = _year(came, plans, before, as_of)
        found.insert(0, year)
        earlier = year.item and year.item.record
        came, before = earlier.carried_from if earlier else None, year.plan.date if year.plan else before
    return found


def _known(folder: PlanFolder) -> list[KnownPlan]:
    """The plans of the repository; without one those beside this plan."""
    root = folder.root.absolute()
    try:
        return [
            known_plan(each, date.max)
            for each in plans_below(repository_top(root) or root.parent, skip_unreadable=True)
        ]
    except FolderProblem:
        return []


def _year(came: CarriedFrom, plans: Sequence[KnownPlan], before: date, as_of: date) -> YearBefore:
    """Where the record stood in the earlier plan. A number comes again in other years: the last plan of the number that
    is older is meant, so that no circle is followed.
    """
    older = [each for each in plans if each.header and each.header.date < before]
    named = [each for each in older if each.header and bare_key(each.header.number) == bare_key(came.plan)]
    latest = max(named, key=lambda each: each.header.date if each.header else date.min, default=None)
    files = latest and _loaded(latest.folder)
    if not files:
        return YearBefore(came)
    day = min(as_of, date(files.years[-1] + 1, 1, 1))
    then = in_force(files, day)
    record = next((each for each in then.records if each.id == came.record and not each.heading), None)
    if record is None:
        return YearBefore(came, files)
    standing = progress(record, day) if isinstance(record, Indicator) else task_status(record, then, day)
    return YearBefore(came, files, standing)


def _loaded(folder: PlanFolder) -> Plan | None:
    """The plan; None where its files have errors."""
    from kehoach_cli.loading.plan_files import load_plan

    loaded = load_plan(folder)
    return None if loaded.findings else loaded.plan
