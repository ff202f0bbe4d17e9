"""What would be said today of periods whose report was sent, where that report, and those after it, said otherwise."""

from datetime import date
from typing import NamedTuple

from kehoach_cli.plan.closed_period import ClosedPeriod, Closing, ReportedIndicator, ReportedTask, Restated, sent_report
from kehoach_cli.plan.differences import Entry
from kehoach_cli.plan.history import is_estimate
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.moves import Move, moves
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.reported import reported_in


class Restatement(NamedTuple):
    """The records of which the report on a period would now say something else than was said of it last."""

    period: Period
    closing: Closing
    moves: tuple[Move, ...]

    @property
    def restated(self) -> Restated:
        """What the report that tells of it keeps."""
        present = [move.after for move in self.moves]
        return Restated(
            self.period,
            tuple(each for each in present if isinstance(each, ReportedIndicator)),
            tuple(each for each in present if isinstance(each, ReportedTask)),
            tuple(move.id for move in self.moves if move.after is None),
        )


def last_sent(plan: Plan, as_of: date) -> ClosedPeriod | None:
    """The period whose report was the last to be sent by that day."""
    sent = [each for each in plan.closed if each.sent and each.sent.date <= as_of]
    return max(sent, key=lambda each: each.closings[-1].date, default=None)


def next_open(plan: Plan, period: Period) -> Period:
    """The period whose report tells what comes after the report on this one was sent."""
    following = period.shifted(1)
    while sent_report(plan.closed, following):
        following = following.shifted(1)
    return following


def restatement(plan: Plan, period: Period, closing: Closing) -> Restatement:
    """What this report would now say otherwise. `plan` is as its files have it."""
    now = reported_in(plan, period, closing.as_of)
    return Restatement(period, closing, tuple(moves(closing.reported, now)))


def sent_with(plan: Plan, entry: Entry) -> ClosedPeriod | None:
    """The first period whose report was sent with data up to the day of an entry; of an estimate, that it is about."""
    standing = [(each.sent, each) for each in plan.closed if each.sent]
    late = [
        (sent.as_of, each)
        for sent, each in standing
        if (each.period.last_day == entry.date if is_estimate(entry) else entry.date <= sent.as_of)
    ]
    return min(late, key=lambda found: found[0])[1] if late else None


def restatements(plan: Plan, before: date = date.max, by: date = date.max) -> list[Restatement]:
    """What reports that were sent would now say otherwise: those with data up to an earlier day than `before`, as they
    stood on the day `by`.

    The earliest comes first. What one of these has already said of another is not said again. `plan` is as its files
    have it.
    """
    standing = [(each.period, each.sent_by(by)) for each in plan.closed]
    sent = sorted(
        ((period, closing) for period, closing in standing if closing and closing.as_of < before),
        key=lambda each: (each[1].as_of, each[0].last_day),
    )
    found = []
    for place, (period, closing) in enumerate(sent):
        said = closing
        for _, later in sent[place + 1 :]:
            said = said.restated_in(later, period)
        found.append(restatement(plan, period, said))
    return [each for each in found if each.moves]
