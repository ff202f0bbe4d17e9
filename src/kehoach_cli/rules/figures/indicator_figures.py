"""The figures of an indicator with the path of each, and their wording in messages."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.diagnostics import Step
from kehoach_cli.plan.model import Indicator, Target
from kehoach_cli.rules.record_states import RecordState
from kehoach_cli.vocabulary import wording

_LONGEST_UNIT = 20


class Figure(NamedTuple):
    """A value and its path in the indicator."""

    value: Decimal
    path: tuple[Step, ...]


LEVELS = ("national", "provincial")


def target_figures(state: RecordState[Indicator]) -> Iterator[Figure]:
    """The ends of each target: both of a range, `min` alone of a single value."""
    for level, target in zip(LEVELS, state.record.targets, strict=True):
        if target is not None:
            yield from _ends(state, level, target)


def decided_figures(state: RecordState[Indicator]) -> Iterator[Figure]:
    """The baseline, if known, and the ends of the targets that were set on the day of the state, or whose unit was."""
    baseline, unit = state.record.baseline.value, state.sets("unit")
    if baseline is not None and (unit or state.sets("baseline.value")):
        yield Figure(baseline, state.path("baseline.value"))
    for level, target in zip(LEVELS, state.record.targets, strict=True):
        if target is not None and (unit or state.sets(f"targets.{level}")):
            yield from _ends(state, level, target)


def _ends(state: RecordState[Indicator], level: str, target: Target) -> Iterator[Figure]:
    path = state.path(f"targets.{level}")
    yield Figure(target.min, (*path, "min"))
    if target.max != target.min:
        yield Figure(target.max, (*path, "max"))


def measured_figures(indicator: Indicator) -> Iterator[Figure]:
    """The measurements in the order of the file."""
    for index, measurement in enumerate(indicator.measurements):
        yield Figure(measurement.value, ("measurements", index, "value"))


def short_quantity(value: Decimal, indicator: Indicator) -> str:
    """`29,2%`, `155 điểm`; a unit longer than `_LONGEST_UNIT` is left out."""
    if len(indicator.unit) > _LONGEST_UNIT:
        return wording.number(value)
    return wording.quantity(value, indicator.unit)
