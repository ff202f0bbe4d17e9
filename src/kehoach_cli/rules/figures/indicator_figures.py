"""The figures of an indicator with the path of each, and their wording in messages."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.diagnostics import Step
from kehoach_cli.plan.model import Indicator
from kehoach_cli.vocabulary import wording

_LONGEST_UNIT = 20


class Figure(NamedTuple):
    """A value and its path in the indicator."""

    value: Decimal
    path: tuple[Step, ...]


def target_figures(indicator: Indicator) -> Iterator[Figure]:
    """The ends of each target: both of a range, `min` alone of a single value."""
    for level, target in zip(("national", "provincial"), indicator.targets, strict=True):
        if target is not None:
            yield Figure(target.min, ("targets", level, "min"))
            if target.max != target.min:
                yield Figure(target.max, ("targets", level, "max"))


def measured_figures(indicator: Indicator) -> Iterator[Figure]:
    """The baseline, if known, then the measurements in the order of the file."""
    if indicator.baseline.value is not None:
        yield Figure(indicator.baseline.value, ("baseline", "value"))
    for index, measurement in enumerate(indicator.measurements):
        yield Figure(measurement.value, ("measurements", index, "value"))


def short_quantity(value: Decimal, indicator: Indicator) -> str:
    """`29,2%`, `155 điểm`; a unit longer than `_LONGEST_UNIT` is left out."""
    if len(indicator.unit) > _LONGEST_UNIT:
        return wording.number(value)
    return wording.quantity(value, indicator.unit)
