"""Who must answer what in a reporting period, and who has: the one list that every view asks."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kehoach_cli.plan.classes import FINISHED
from kehoach_cli.plan.data_window import DataWindow, data_window
from kehoach_cli.plan.entries import Report, Update
from kehoach_cli.plan.history import answers_by, measurements_by, updates_by
from kehoach_cli.plan.in_force import in_force, known_by
from kehoach_cli.plan.model import Indicator, Plan, Record
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.respondents import Coverage, Respondent
from kehoach_cli.plan.standing import task_status
from kehoach_cli.plan.wholes import Part, respondents_on, taken_over, whole_on

_UNENDING = ("recurring", "ongoing")


class Duty(NamedTuple):
    """One body's duty to answer one record in a period.

    `entry` is its answer within the data window, or that of those whom it succeeded; `latest` the one before. Of a
    record that it leads alone these are figures of the whole. `settled`: others must answer too, but a document gives
    the whole within the window; a task that each must do is settled by no document. `open_groups` are those among
    who must answer the record that are not known in full.
    """

    record: Record
    respondent: Respondent
    answered: bool
    entry: Report | None
    latest: Report | None
    settled: bool = False
    open_groups: tuple[str, ...] = ()

    @property
    def agency(self) -> str:
        return self.respondent.agency

    @property
    def missing(self) -> bool:
        """Whether its answer is still wanted."""
        return not (self.answered or self.settled)


class PeriodDuties(NamedTuple):
    """The duties of a period up to the day `as_of`, in the order of the plan."""

    period: Period
    window: DataWindow
    as_of: date
    duties: tuple[Duty, ...]

    def by(self, key: Callable[[Duty], str]) -> dict[str, list[Duty]]:
        """The duties of each agency, or of whatever else `key` gives."""
        found: dict[str, list[Duty]] = {}
        for duty in self.duties:
            found.setdefault(key(duty), []).append(duty)
        return found

    @property
    def agencies(self) -> Coverage:
        """Of the bodies whose answers are wanted or given, how many have answered all that is wanted of them."""
        owed = [missing for answered, missing in self._bodies.values() if answered or missing]
        return Coverage(owed.count(False), len(owed), bool(self.open_groups))

    @property
    def in_part(self) -> int:
        """How many bodies have answered, but not all that is wanted of them."""
        return sum(answered and missing for answered, missing in self._bodies.values())

    @property
    def silent(self) -> list[str]:
        """The bodies that have answered nothing of what is wanted of them."""
        return [agency for agency, (answered, missing) in self._bodies.items() if missing and not answered]

    @property
    def open_groups(self) -> list[str]:
        """The groups among those who must answer that are not known in full."""
        return list(dict.fromkeys(group for duty in self.duties for group in duty.open_groups))

    @property
    def _bodies(self) -> dict[str, tuple[bool, bool]]:
        """Of each body whether it has answered something, and whether something is still wanted of it."""
        owed = self.by(lambda duty: duty.agency).items()
        return {agency: (any(d.answered for d in each), any(d.missing for d in each)) for agency, each in owed}


def coverage_of(duties: Iterable[Duty]) -> Coverage:
    """The coverage of these duties, each one body's."""
    duties = list(duties)
    return Coverage(sum(duty.answered for duty in duties), len(duties), any(duty.open_groups for duty in duties))


def who_must_answer(plan: Plan, period: Period, as_of: date, *, late: bool = False) -> PeriodDuties:
    """The duties of a period as of a day: each lead in force and each member of a group that leads, once per record.

    An answer counts that is dated within the period's data window and by `as_of`, or is an estimate of the period's
    last day. A task that was finished before the window is not asked about. With `late`, answers after the window count
    too, of those who must answer on `as_of`; records added after it are left out, and those who came after it in the
    place of bodies that had answered. `plan` is as its files have it.
    """
    window = data_window(period, known_by(plan, as_of))
    day = as_of if late else min(as_of, window.last_day)
    plan = in_force(plan, day, period.last_day)
    records = (record for record in plan.records if not record.heading)
    by_then = (each for each in records if not (each.added and each.added.date > window.last_day))
    duties = (duty for record in by_then for duty in _duties(record, plan, window, day, period.last_day))
    return PeriodDuties(period, window, day, tuple(duties))


def _duties(record: Record, plan: Plan, window: DataWindow, day: date, estimated: date) -> Iterator[Duty]:
    if all(_finished(record, plan, each) for each in (window.first_day - timedelta(days=1), day)):
        return
    respondents = respondents_on(record, day)
    of_whole: list[Report] = [
        *(measurements_by(record, day, estimated) if isinstance(record, Indicator) else updates_by(record, day))
    ]
    in_window = [entry for entry in of_whole if entry.date >= window.first_day]
    so_far = whole_on(record, max(day, estimated), answers_by(record, day, estimated))
    now = whole_on(record, max(day, estimated), answers_by(record, day, estimated, window.first_day))
    changed = next((each.since for each in record.asked if each.since > window.last_day), None)
    then = changed and changed - timedelta(days=1)
    by_then = whole_on(record, then, answers_by(record, then, estimated, window.first_day)) if then else None
    settled = bool(now and in_window) and (isinstance(record, Indicator) or record.parts is None)
    parts = (
        [*zip(so_far.parts, now.parts, strict=True)]
        if so_far and now
        else [(_alone(body, of_whole), _alone(body, in_window)) for body in respondents.bodies]
    )
    for before, part in parts:
        done = _done_before(record, before, window.first_day) or taken_over(part.respondent, by_then)
        if part.answered or not done:
            yield Duty(
                record,
                part.respondent,
                part.answered,
                entry=_latest(part.entries),
                latest=_latest(before.entries),
                settled=settled,
                open_groups=respondents.open_groups,
            )


def _alone(body: Respondent, reports: list[Report]) -> Part:
    """The part of a body whose reports are those on the whole."""
    return Part(body, tuple(reports[-1:]), bool(reports))


def _finished(record: Record, plan: Plan, day: date) -> bool:
    return not isinstance(record, Indicator) and task_status(record, plan, day).standing in FINISHED


def _done_before(record: Record, part: Part, day: date) -> bool:
    """Whether the body said before the day that its share of the work is over."""
    if isinstance(record, Indicator) or record.due.every or record.due.kind in _UNENDING:
        return False
    states = [entry.state for entry in part.entries if isinstance(entry, Update) and entry.date < day]
    return part.answered and len(states) == len(part.entries) and set(states) <= {"done", "cancelled"}


def _latest(entries: Iterable[Report]) -> Report | None:
    return max(entries, key=lambda entry: entry.date, default=None)
