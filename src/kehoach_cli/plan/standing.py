"""Compute where a task stands on a given day: one of the four official classes, or a kind of work without one.

Recurring duties owe an update in every period of the plan's years; ongoing work owes one every quarter. Both count from
the day of the document that gave them: the plan's, or the one that added the task.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from kehoach_cli.plan.classes import Standing
from kehoach_cli.plan.due import Due
from kehoach_cli.plan.entries import State, Update
from kehoach_cli.plan.history import answers_by, updates_by
from kehoach_cli.plan.in_force import record_in_force
from kehoach_cli.plan.model import Plan, Task
from kehoach_cli.plan.periods import Period, add_months, period_of
from kehoach_cli.plan.task_parts import done_on_by, done_on_by_parts, has_done, live_parts, reported_in, state_of_parts
from kehoach_cli.plan.wholes import Whole, whole_on

STALE_AFTER_MONTHS = 3
_OWED_IN_PART = ("half", "year")


class TaskStatus(NamedTuple):
    """Where one task stands on one day, by what was in force then.

    `done_on` is the day of the report that first said "done"; None if a later report reopened the task.
    `missed_periods` are the past periods of a recurring duty without an update. `stale_since` is the day since which
    ongoing work lacks its report; None if it does not. `whole` are the parts of a task that several must do; where each
    has to and one has reported, `state` and `last_update` come of the reports.
    """

    task: Task
    as_of: date
    state: State
    last_update: Update | None
    done_on: date | None
    standing: Standing
    missed_periods: tuple[Period, ...]
    stale_since: date | None
    whole: Whole | None = None

    @property
    def record(self) -> Task:
        return self.task

    @property
    def due(self) -> Due:
        """The deadline in force."""
        return self.task.due

    @property
    def parts_done(self) -> tuple[int, int] | None:
        """How many of those who each must do the task have done it, and of how many; None of another task."""
        if self.task.parts != "each" or self.whole is None:
            return None
        live = live_parts(self.whole)
        return sum(map(has_done, live)), len(live)

    @property
    def days_late(self) -> int:
        """Days from the deadline to completion, or to `as_of` while the task is open; at least 0."""
        if self.due.end is None or self.due.then_ongoing or self.standing == "cancelled":
            return 0
        return max(0, ((self.done_on or self.as_of) - self.due.end).days)


def task_status(task: Task, plan: Plan, as_of: date) -> TaskStatus:
    """Compute where the task stands on `as_of`; later entries and changes are ignored."""
    task = record_in_force(task, as_of)
    updates, due = updates_by(task, as_of), task.due
    given_on = task.added.date if task.added else plan.date
    answers = answers_by(task, as_of)
    whole = whole_on(task, as_of, answers)
    state, last, done_on = updates[-1].state if updates else "not_started", updates[-1:], done_on_by(updates)
    if task.parts == "each" and whole and whole.entries:  # each says how its own work stands
        state, done_on = state_of_parts(whole), done_on_by_parts(whole, answers)
        last = [Update(state, max(entry.date for entry in whole.entries))]
    standing = _standing(due, state, done_on, as_of)
    reported = partial(reported_in, task, updates, answers)
    return TaskStatus(
        task=task,
        as_of=as_of,
        state=state,
        last_update=last[0] if last else None,
        done_on=done_on,
        standing=standing,
        missed_periods=_missed_periods(due, reported, given_on, plan.years, as_of) if standing == "recurring" else (),
        stale_since=_stale_since(last, max(given_on, due.end or given_on), as_of) if standing == "ongoing" else None,
        whole=whole,
    )


def _standing(due: Due, state: State, done_on: date | None, as_of: date) -> Standing:
    """Recurring and ongoing work is never finished: there, "done" is about one period. What goes on after its day is
    ongoing from then.
    """
    if state == "cancelled":
        return "cancelled"
    if due.kind == "recurring":
        return "recurring"
    if due.kind == "ongoing" or due.goes_on(as_of):
        return "ongoing"
    if done_on is not None:
        return "done_undated" if due.end is None else "done_late" if due.missed_on(done_on) else "done_on_time"
    if due.kind == "dated":
        return "open_overdue" if due.missed_on(as_of) else "open_in_time"
    return "undated"


def _missed_periods(
    due: Due, reported: Callable[[Period], bool], given_on: date, years: range, as_of: date
) -> tuple[Period, ...]:
    """The periods without an update whose last day, or own day, is over. They are whole periods since the duty was
    given; half-years and years owe their first, partial one too.
    """
    kind = due.every or "quarter"
    given_on = max(given_on, date(years[0], 1, 1))
    period = period_of(given_on, kind)
    if period.first_day < given_on and (kind not in _OWED_IN_PART or _last_day(period, due) < given_on):
        period = period.shifted(1)
    missed = []
    while _last_day(period, due) < as_of and period.year <= years[-1]:
        if not reported(period):
            missed.append(period)
        period = period.shifted(1)
    return tuple(missed)


def _last_day(period: Period, due: Due) -> date:
    """The last day for the report of the period: the duty's own, or the last of its month if that is shorter."""
    if period.kind == "week":
        return period.first_day + timedelta(days=(due.day or 7) - 1)
    month = due.month if period.kind == "year" and due.month else period.last_day.month
    last = Period("month", period.year, month).last_day
    return last.replace(day=min(due.day or 31, last.day))


def _stale_since(updates: list[Update], given_on: date, as_of: date) -> date | None:
    last_heard = max(updates[-1].date, given_on) if updates else given_on
    stale_from = add_months(last_heard, STALE_AFTER_MONTHS)
    return stale_from if as_of > stale_from else None


def quarters_late(due_end: date, as_of: date) -> int:
    """The number of quarters that have ended since the day after the deadline."""
    first_late = period_of(date.fromordinal(due_end.toordinal() + 1), "quarter")
    now = period_of(as_of, "quarter")
    return max(0, (now.year - first_late.year) * 4 + now.ordinal - first_late.ordinal)
