"""A reporting period that was closed: what its report said when it was sent.

It is evidence. It holds codes and figures alone, so that nothing which is entered, amended or reworded later changes
what it says.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.plan.classes import ASSESSMENTS, REACHED, STANDINGS, Assessment, Standing
from kehoach_cli.plan.entries import LegalAct, State
from kehoach_cli.plan.periods import Day, Period
from kehoach_cli.plan.respondents import Coverage
from kehoach_cli.plan.values import VERDICTS, Reading, Verdict


class ReportedIndicator(NamedTuple):
    """What a report says of an indicator.

    `value` is the latest since the baseline, in its unit, with the day it stands at. `goal` and `stretch` are the near
    and the far end of the target that is judged; `stretch` is None without a range. `due` is the last day in time.
    `answered` of `must_answer` bodies have answered, None where one leads. `lead` are the agencies that lead it on the
    day, `sources` the documents that all this rests on.
    """

    id: str
    assessment: Assessment
    value: Decimal | None = None
    verdict: Verdict | None = None
    date: Day | None = None
    estimate: bool = False
    provisional: bool = False
    goal: Decimal | None = None
    stretch: Decimal | None = None
    due: Day | None = None
    overdue: bool = False
    answered: int | None = None
    must_answer: int | None = None
    lead: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def reading(self) -> Reading | None:
        """The value as it counts; a verdict by its place."""
        value = Decimal(VERDICTS.index(self.verdict)) if self.verdict else self.value
        return None if value is None or self.date is None else Reading(value, self.date, self.estimate)

    @property
    def reached(self) -> bool:
        return self.assessment in REACHED

    @property
    def has_data(self) -> bool:
        """Whether a figure came since the baseline, or an answer of a body."""
        return self.value is not None or bool(self.answered)


class ReportedTask(NamedTuple):
    """What a report says of a task: its class, the state and day of the latest report on it, and since when it is done.

    `missed` are the past periods of a recurring duty without a report; `stale_since` is the day since which ongoing
    work lacks one. The other fields are as in `ReportedIndicator`.
    """

    id: str
    standing: Standing
    state: State
    date: Day | None = None
    percent: Decimal | None = None
    done_on: Day | None = None
    due: Day | None = None
    missed: tuple[Period, ...] = ()
    stale_since: Day | None = None
    answered: int | None = None
    must_answer: int | None = None
    lead: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def overdue(self) -> bool:
        return self.standing == "open_overdue"

    @property
    def has_data(self) -> bool:
        return self.date is not None or bool(self.answered)


ReportedRecord = ReportedIndicator | ReportedTask


class Reported(NamedTuple):
    """What a report says of the records of a plan, with data up to and including the day `as_of`."""

    as_of: Day
    indicators: tuple[ReportedIndicator, ...]
    tasks: tuple[ReportedTask, ...]

    @property
    def by_id(self) -> dict[str, ReportedRecord]:
        return {**{each.id: each for each in self.indicators}, **{each.id: each for each in self.tasks}}

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many indicators and tasks are in each class; classes without any are left out."""
        return {
            "indicators": _counted(ASSESSMENTS, (each.assessment for each in self.indicators)),
            "tasks": _counted(STANDINGS, (each.standing for each in self.tasks)),
        }


def _counted(classes: Iterable[str], found: Iterable[str]) -> dict[str, int]:
    counts = Counter(found)
    return {name: counts[name] for name in classes if counts[name]}


class Fingerprint(NamedTuple):
    """A file, by its name and the SHA-256 of its content in hexadecimal digits."""

    name: str
    sha256: str


class Restated(NamedTuple):
    """What a report says of an earlier report: the records of which that one would now say something else.

    `removed` are the ids of those that were not in the plan then, by what is known now.
    """

    period: Period
    indicators: tuple[ReportedIndicator, ...] = ()
    tasks: tuple[ReportedTask, ...] = ()
    removed: tuple[str, ...] = ()


class Closing(NamedTuple):
    """One report as it was sent: its number and date, and what it said.

    `as_of` is the cut-off day of the data. `counts` are those of `Reported`. `coverage` says how many bodies had
    answered, None where the report said nothing of it. `file` is the document that was signed, `template` what it was
    made from, `revision` the commit that held the data. `reopened` is the document by which it stands no longer.
    """

    number: str
    date: Day
    as_of: Day
    counts: Mapping[str, Mapping[str, int]]
    coverage: Coverage | None = None
    file: Fingerprint | None = None
    template: Fingerprint | None = None
    revision: str | None = None
    indicators: tuple[ReportedIndicator, ...] = ()
    tasks: tuple[ReportedTask, ...] = ()
    restated: tuple[Restated, ...] = ()
    reopened: LegalAct | None = None

    @property
    def reported(self) -> Reported:
        return Reported(self.as_of, self.indicators, self.tasks)

    def restated_in(self, later: "Closing", period: Period) -> "Closing":
        """The same report on the period, put right by what a later one said of it."""
        for told in later.restated:
            if told.period == period:
                gone = {*told.removed, *(each.id for each in told.indicators), *(each.id for each in told.tasks)}
                return self._replace(
                    indicators=(*(each for each in self.indicators if each.id not in gone), *told.indicators),
                    tasks=(*(each for each in self.tasks if each.id not in gone), *told.tasks),
                )
        return self


class ClosedPeriod(NamedTuple):
    """A period with each report that was sent on it, the latest last. Only that one can stand."""

    period: Period
    closings: tuple[Closing, ...]

    @property
    def sent(self) -> Closing | None:
        """The report that stands; None while the period is open again."""
        return self.sent_by(Day.max)

    def sent_by(self, day: Day) -> Closing | None:
        """The report that stood on that day."""
        last = next((each for each in reversed(self.closings) if each.date <= day), None)
        return None if last is None or (last.reopened and last.reopened.date <= day) else last


def sent_report(closed: Iterable[ClosedPeriod], period: Period, by: Day = Day.max) -> Closing | None:
    """The report on the period that stood on that day; None while it was open."""
    return next((each.sent_by(by) for each in closed if each.period == period), None)
