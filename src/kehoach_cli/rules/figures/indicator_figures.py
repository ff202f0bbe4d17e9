"""The figures of an indicator with the path of each, and their wording in messages."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.diagnostics import Step
from kehoach_cli.plan.measures import measure_of
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.values import Target
from kehoach_cli.rules.record_states import RecordState
from kehoach_cli.rules.reported_entries import reports
from kehoach_cli.vocabulary import wording

_LONGEST_UNIT = 20


class Figure(NamedTuple):
    """A value and its path in the indicator."""

    value: Decimal
    path: tuple[Step, ...]


class Level(NamedTuple):
    """A target of an indicator or of one of its milestones, and its path in the indicator."""

    target: Target
    path: tuple[Step, ...]


LEVELS = ("national", "provincial")


def levels_of(state: RecordState[Indicator]) -> Iterator[Level]:
    """The targets, then those of the milestones."""
    for level, target in zip(LEVELS, state.record.targets, strict=True):
        if target is not None:
            yield Level(target, state.path(f"targets.{level}"))
    for index, milestone in enumerate(state.record.milestones):
        for level, target in zip(LEVELS, (milestone.national, milestone.provincial), strict=True):
            if target is not None:
                yield Level(target, state.path("milestones", index, level))


def new_levels_of(state: RecordState[Indicator]) -> Iterator[Level]:
    """Those that were set on the day of the state, or whose unit was."""
    unit = state.sets("unit", "measure")
    for level in levels_of(state):
        key = "milestones" if "milestones" in level.path else f"targets.{level.path[-1]}"
        if unit or state.sets(key):
            yield level


def in_unit(target: Target, indicator: Indicator) -> bool:
    """Whether its ends are values of the indicator: it is no words, nor «giảm 20%» without saying of what (KH415)."""
    return target.bound != "words" and not (target.relative and measure_of(indicator) != "growth")


def target_figures(state: RecordState[Indicator]) -> Iterator[Figure]:
    """The ends of each target of the indicator itself: both of a range, `min` alone of a single value."""
    for target, path in levels_of(state):
        if "milestones" not in path and in_unit(target, state.record):
            yield from _ends(target, path)


def decided_figures(state: RecordState[Indicator]) -> Iterator[Figure]:
    """The baseline, if known, and the ends of the targets that were set on the day of the state, or whose unit was."""
    baseline = state.record.baseline.value
    if baseline is not None and state.sets("baseline.value", "unit", "measure"):
        yield Figure(baseline, state.path("baseline.value"))
    for target, path in new_levels_of(state):
        if in_unit(target, state.record):
            yield from _ends(target, path)


def _ends(target: Target, path: tuple[Step, ...]) -> Iterator[Figure]:
    yield Figure(target.min, (*path, "min"))
    if target.max != target.min:
        yield Figure(target.max, (*path, "max"))


def measured_figures(indicator: Indicator) -> Mapping[str | None, list[Figure]]:
    """The values of the whole (None) and of each agency's answers, in the order of the files.

    Verdicts are none, nor are a numerator and a denominator, nor how many reach what each has to.
    """
    found: dict[str | None, list[Figure]] = {None: []}
    for entry, path in reports(indicator):
        counted = entry.agency is None and indicator.parts == "each"
        if entry.verdict is None and entry.denominator is None and not counted:
            found.setdefault(entry.agency, []).append(Figure(entry.value, (*path, "value")))
    return found


def short_quantity(value: Decimal, indicator: Indicator) -> str:
    """`29,2%`, `155 điểm`; a unit longer than `_LONGEST_UNIT` is left out."""
    if len(indicator.unit) > _LONGEST_UNIT:
        return wording.number(value)
    return wording.quantity(value, indicator.unit)
