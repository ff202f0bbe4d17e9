"""What the answers of those who must answer a record give on a day: who has answered, and the whole of it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from kehoach_cli.plan.entries import Measurement, Report
from kehoach_cli.plan.history import answers_by
from kehoach_cli.plan.measures import quotient
from kehoach_cli.plan.model import Parts, Record
from kehoach_cli.plan.periods import Day
from kehoach_cli.plan.respondents import Coverage, Former, Respondent, Respondents

Answers = Mapping[str, Sequence[Report]]  # by agency, in the order of their days
Reaches = Callable[[Decimal], bool]


class Part(NamedTuple):
    """One who must answer, and the answers that stand for it: its own latest, or those of whom it succeeded."""

    respondent: Respondent
    entries: tuple[Report, ...]
    answered: bool

    @property
    def agency(self) -> str:
        return self.respondent.agency

    @property
    def date(self) -> Day | None:
        """The day of the latest of its answers."""
        return max((entry.date for entry in self.entries), default=None)

    @property
    def figures(self) -> list[Measurement]:
        """Its figures without those that add nothing: 0/0."""
        return figures_of(self.entries)

    def attains(self, reaches: Reaches) -> bool:
        """Whether it has answered, and all of its figures reach a target."""
        return self.answered and bool(self.figures) and all(reaches(entry.value) for entry in self.figures)


class Whole(NamedTuple):
    """The parts of a record on a day.

    `held` are answers of agencies that were split, each standing until the first successor answers. `complete`: those
    who must answer are known in full.
    """

    day: Day
    parts: tuple[Part, ...]
    held: tuple[tuple[Report, ...], ...] = ()
    complete: bool = True

    @property
    def answered(self) -> int:
        return sum(part.answered for part in self.parts)

    @property
    def coverage(self) -> Coverage:
        return Coverage(self.answered, len(self.parts), not self.complete)

    @property
    def known(self) -> bool:
        """Whether all have answered, and are known in full."""
        return self.complete and bool(self.parts) and self.answered == len(self.parts)

    @property
    def entries(self) -> list[Report]:
        """All answers that stand."""
        return [*chain.from_iterable(part.entries for part in self.parts), *chain.from_iterable(self.held)]

    def answered_before(self, day: Day) -> int:
        """How many have answered, but not since that day."""
        return sum(part.answered and part.date is not None and part.date < day for part in self.parts)

    def value(self, parts: Parts, reaches: Reaches) -> Decimal | None:
        """The whole, combined in this way, in its unit; with "each" the share of those who reach their target, in %.

        None without a figure.
        """
        figures = figures_of(self.entries)
        if not figures:
            return None
        match parts:
            case "each":
                asked = len(self.asked_for_figures)
                return Decimal(100 * self.attaining(reaches)) / asked if asked else None
            case "sum":
                return sum((entry.value for entry in figures), Decimal(0))
            case "mean":
                groups = filter(None, map(figures_of, (*(part.entries for part in self.parts), *self.held)))
                mean = _mean([_mean([Fraction(entry.value) for entry in group]) for group in groups])
                return Decimal(mean.numerator) / mean.denominator
            case _:  # ratio
                return quotient(*self.fraction)

    @property
    def fraction(self) -> tuple[Decimal, Decimal]:
        """The sums of the numerators and of the denominators."""
        pairs = [(entry.numerator, entry.denominator) for entry in figures_of(self.entries)]
        top, bottom = (sum((each or Decimal(0) for each in side), Decimal(0)) for side in zip(*pairs, strict=True))
        return top, bottom

    def attaining(self, reaches: Reaches) -> int:
        """How many of those who must answer reach a target."""
        return sum(part.attains(reaches) for part in self.parts)

    @property
    def asked_for_figures(self) -> list[Part]:
        """Those who must answer, without who has nothing to count: 0/0."""
        return [part for part in self.parts if part.figures or not part.entries]


def whole_on(record: Record, day: Day, answers: Answers) -> Whole | None:
    """The parts of the record on the day, by what `answers_by` gives; None where one body's figure is the whole."""
    respondents = respondents_on(record, day)
    if not (respondents.bodies and is_shared(record, day)):
        return None
    parts = tuple(_part(body, day, answers) for body in respondents.bodies)
    return Whole(day, parts, tuple(_held(parts, day, answers)), not respondents.open_groups)


def is_shared(record: Record, day: Day) -> bool:
    """Whether several have to answer on the day, or one is left of several where the whole comes of answers."""
    asked = [each.several for each in record.asked if each.since <= day]
    return any(asked if record.parts else asked[-1:])


def taken_over(respondent: Respondent, then: Whole | None) -> bool:
    """Whether those in whose place the body answers had answered on an earlier day, before it came."""
    answered = {part.agency for part in then.parts if part.answered} if then else set()
    return bool(respondent.acts_for) and answered.issuperset(respondent.acts_for)


def respondents_on(record: Record, day: Day) -> Respondents:
    """Who must answer the record on the day: nobody, unless it is in force."""
    place = bisect_right(record.asked, day, key=lambda each: each.since)
    return record.asked[place - 1] if place else Respondents(Day.min)


def wholes_of(record: Record, as_of: Day, estimated: Day | None = None, first: Day = Day.min) -> Iterator[Whole]:
    """The whole on each day on which an answer came or others had to answer and all may have, and last on `as_of`.

    An estimate of the day `estimated` counts, though it may be later. Answers before `first` do not.
    """
    answers = answers_by(record, as_of, estimated, first)
    came = {entry.date for entries in answers.values() for entry in entries}
    last = max({as_of, *came})
    began = sorted(entries[0].date for entries in answers.values())
    days = sorted({*came, *(each.since for each in record.asked if each.since <= as_of)} - {Day.min})
    whole = None
    for day in days:
        if bisect_right(began, day) >= len(respondents_on(record, day).bodies):
            whole = whole_on(record, day, answers)
            yield from [whole] if whole else []
    if whole and whole.day == days[-1]:  # nothing has come since
        yield whole._replace(day=last)
    else:
        yield from filter(None, [whole_on(record, last, answers)])


def _part(body: Respondent, day: Day, answers: Answers) -> Part:
    own = _latest(answers.get(body.agency, ()), day)
    if own and not body.named and body.former and own.date < min(each.since for each in body.former):
        own = None
    entries, answered = [own] if own else [], own is not None or not body.named
    for former in body.former:
        if own and own.date >= former.since:
            continue
        if former.split:
            answered = False
            continue
        inherited = _part(former.respondent, min(day, former.until), answers)
        entries += inherited.entries
        answered = answered and inherited.answered
    return Part(body, tuple(entries), answered)


def _held(parts: Sequence[Part], day: Day, answers: Answers) -> Iterator[tuple[Report, ...]]:
    """The answers of split agencies that no successor has replaced, of the latest split first."""
    standing = [*parts]
    splits = {former.respondent.agency: former for part in parts for former in _splits(part.respondent)}
    for agency, former in sorted(splits.items(), key=lambda item: item[1].since, reverse=True):
        replaced = any(
            entry.date >= former.since
            for part in standing
            if any(each.respondent.agency == agency for each in _splits(part.respondent))
            for entry in part.entries
        )
        held = _part(former.respondent, min(day, former.until), answers)
        if held.entries and not replaced:
            standing.append(held)
            yield held.entries


def _splits(body: Respondent) -> Iterator[Former]:
    for former in body.former:
        if former.split:
            yield former
        yield from _splits(former.respondent)


def _latest(entries: Sequence[Report], day: Day) -> Report | None:
    place = bisect_right(entries, day, key=lambda entry: entry.date)
    return entries[place - 1] if place else None


def figures_of(entries: Iterable[Report]) -> list[Measurement]:
    """The figures among the entries, without those that add nothing: 0/0."""
    return [entry for entry in entries if isinstance(entry, Measurement) and entry.denominator != 0]


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
