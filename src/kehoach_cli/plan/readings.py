"""What is known of an indicator on a day: where it starts, the readings since, and whether the whole is known."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from kehoach_cli.plan.entries import Measurement
from kehoach_cli.plan.goals import attained, counted_year
from kehoach_cli.plan.history import is_estimate, measurements_by
from kehoach_cli.plan.measures import measure_of
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.values import Reading, Target
from kehoach_cli.plan.wholes import Whole, wholes_of


class Readings(NamedTuple):
    """The readings of an indicator up to a day.

    `known` are in the order of their days, with the start, where it is a figure of the plan or of a report. `whole` are
    the parts on the day, None without any. `provisional` says that these do not give the whole yet; `so_far` is what
    they give until then.
    """

    start: Reading | None
    known: list[Reading]
    measured: bool
    whole: Whole | None = None
    provisional: bool = False
    so_far: Reading | None = None

    @property
    def current(self) -> Reading | None:
        """The latest value, also a provisional one."""
        return self.so_far or (self.known[-1] if self.known else None)


def readings(indicator: Indicator, as_of: date, estimated: date | None = None, goal: Target | None = None) -> Readings:
    """The readings by `as_of`; in a report on the period that ends on `estimated`, its estimates count.

    Where each part has its own target, `goal` is the target that they are held against.
    """
    verdict, each = measure_of(indicator) == "verdict", indicator.parts == "each"
    baseline = None if verdict or each else indicator.baseline.reading
    reported = [_reading(entry) for entry in measurements_by(indicator, as_of, estimated)]
    year = counted_year(indicator, as_of) if indicator.accumulates else None
    first = first_counted(indicator, as_of)
    wholes = list(wholes_of(indicator, as_of, estimated, first))
    found = Readings(None, reported, measured=False, whole=wholes[-1] if wholes and wholes[-1].day >= as_of else None)
    if indicator.parts and wholes:
        found = _with_wholes(found, wholes, indicator, goal)
    known = [reading for reading in found.known if not year or reading.date.year == year]
    if year:
        if baseline and baseline.date.year == year:
            known = [baseline, *known]
        start = None if each else Reading(Decimal(0), date(year - 1, 12, 31))
        return found._replace(start=start or (known[0] if known else None), known=known, measured=_any(known, found))
    known = [reading for reading in known if reading.date >= (baseline.date if baseline else first)]
    measured = _any(known, found)
    known = [baseline, *known] if baseline else known
    return found._replace(start=known[0] if known else None, known=known, measured=measured)


def _any(known: list[Reading], found: Readings) -> bool:
    return bool(known) or found.so_far is not None


def _reading(entry: Measurement) -> Reading:
    return Reading(entry.value, entry.date, entry.estimate)


def _with_wholes(found: Readings, wholes: Sequence[Whole], indicator: Indicator, goal: Target | None) -> Readings:
    """The readings with the wholes of complete sets of answers, each dated later than the latest measurement."""
    measured = found.known
    combined: list[Reading] = []
    for whole in wholes:
        if whole.known and (reading := _combined(whole, indicator, goal)):
            standing = max((each.date for each in measured if each.date <= whole.day), default=date.min)
            days = {entry.date for entry in whole.entries}
            news = whole.day in days or not combined or combined[-1].value != reading.value
            if news and min(days) > standing:
                combined.append(reading)
    known = sorted([*measured, *combined], key=lambda reading: reading.date)
    unknown = found.whole if found.whole and found.whole.entries and not found.whole.known else None
    provisional = unknown is not None and (not known or known[-1] in combined)
    so_far = _combined(unknown, indicator, goal) if unknown and provisional else None
    return found._replace(known=known, provisional=provisional, so_far=so_far)


def value_of(whole: Whole, indicator: Indicator, goal: Target | None) -> Decimal | None:
    """What the answers give for the indicator. Where each part has its own target, `goal` is that target."""
    reaches = partial(_reaches, indicator, goal)
    return whole.value(indicator.parts, reaches) if indicator.parts else None


def _combined(whole: Whole, indicator: Indicator, goal: Target | None) -> Reading | None:
    value = value_of(whole, indicator, goal)
    if value is None:
        return None
    day = whole.day if whole.known else max(entry.date for entry in whole.entries)
    return Reading(value, day, any(map(is_estimate, whole.entries)))


def _reaches(indicator: Indicator, goal: Target | None, value: Decimal) -> bool:
    return goal is not None and attained(indicator, goal, value) is not None


def first_counted(indicator: Indicator, as_of: date) -> date:
    """The first day of the entries that count: of what accumulates, of the year; of a verdict, of the target's words
    of today; `date.min` for other figures, and for words as decided.
    """
    if indicator.accumulates:
        return date(counted_year(indicator, as_of), 1, 1)
    if measure_of(indicator) != "verdict":
        return date.min
    changed = (change for change in indicator.changes if not change.corrigendum)
    return max(
        (change.date for change in changed if any(key.startswith("targets") for key, _ in change.set)), default=date.min
    )
