"""What a report says of the records of a plan, from the plan's status on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from kehoach_cli.plan.closed_period import Reported, ReportedIndicator, ReportedTask
from kehoach_cli.plan.entries import Report
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.goals import commitment, stretch
from kehoach_cli.plan.history import measurements_by, updates_by
from kehoach_cli.plan.measures import printed, scale
from kehoach_cli.plan.model import Plan, Record
from kehoach_cli.plan.period_status import period_status
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.plan_status import PlanStatus
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.plan.values import VERDICT, VERDICTS
from kehoach_cli.plan.wholes import Whole


def reported_in(plan: Plan, period: Period, as_of: date | None = None) -> Reported:
    """What the report on the period says, made of the plan's files as they are now."""
    return reported(period_status(plan, period, as_of), period.last_day)


def reported(status: PlanStatus, estimated: date | None = None) -> Reported:
    """What is said of each record on the day. `estimated`: as in `plan_status`."""
    return Reported(
        status.as_of,
        tuple(_indicator(item, estimated) for item in status.indicators),
        tuple(map(_task, status.tasks)),
    )


def _indicator(item: Progress, estimated: date | None) -> ReportedIndicator:
    indicator, target = item.indicator, item.indicator.targets.judged
    current = item.current if item.measured else None
    judged = scale(indicator) == VERDICT
    near = far = None
    if target and target.bound != "words":
        near, far = commitment(indicator.direction, target), stretch(indicator.direction, target)
    return ReportedIndicator(
        indicator.id,
        item.assessment,
        value=printed(current.value) if current and not judged else None,
        verdict=VERDICTS[int(current.value)] if current and judged else None,
        date=current and current.date,
        estimate=bool(current and current.estimate),
        provisional=item.provisional,
        goal=near,
        stretch=far if far != near else None,
        due=indicator.due.end,
        overdue=item.overdue,
        **_shared(indicator, item.whole, measurements_by(indicator, item.as_of, estimated)[-1:]),
    )


def _task(item: TaskStatus) -> ReportedTask:
    last = item.last_update
    return ReportedTask(
        item.task.id,
        item.standing,
        item.state,
        date=last and last.date,
        percent=last and last.percent,
        done_on=item.done_on,
        due=item.due.end,
        missed=item.missed_periods,
        stale_since=item.stale_since,
        **_shared(item.task, item.whole, updates_by(item.task, item.as_of)[::-1]),
    )


def _shared(record: Record, whole: Whole | None, reports: Iterable[Report]) -> dict[str, Any]:
    """The keys that indicators and tasks have in common; the documents are those of `reports`, then of changes."""
    named = [entry.source for entry in (*reports, *(whole.entries if whole else ())) if entry.source]
    acts = [act.by for act in (*record.changes, *([record.added] if record.added else ()))]
    return {
        "answered": whole and whole.answered,
        "must_answer": whole and len(whole.parts),
        "lead": record.lead_now,
        "sources": tuple(dict.fromkeys((*named, *acts))),
    }
