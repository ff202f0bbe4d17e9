"""Every figure of an indicator with the keys that lead to it, and figures as they stand in a sentence."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.diagnostics import Step
from kehoach_cli.plan.model import Indicator
from kehoach_cli.vocabulary import wording

_LONGEST_UNIT = 20


class Figure(NamedTuple):
    """A value and where it stands in its indicator."""

    value: Decimal
    path: tuple[Step, ...]


def targets_of(indicator: Indicator) -> Iterator[Figure]:
    """Both ends of a range; of a single value only `min`, which is the same."""
    for level, target in zip(("national", "provincial"), indicator.targets, strict=True):
        if target is not None:
            yield Figure(target.min, ("targets", level, "min"))
            if target.max != target.min:
                yield Figure(target.max, ("targets", level, "max"))


def measured(indicator: Indicator) -> Iterator[Figure]:
    """The baseline, where it is known, then the measurements in the order of the file."""
    if indicator.baseline.value is not None:
        yield Figure(indicator.baseline.value, ("baseline", "value"))
    for place, measurement in enumerate(indicator.measurements):
        yield Figure(measurement.value, ("measurements", place, "value"))


def amount(value: Decimal, indicator: Indicator) -> str:
    """`29,2%`, `155 điểm`; a unit of many words is left out."""
    if len(indicator.unit) > _LONGEST_UNIT:
        return wording.number(value)
    return wording.quantity(value, indicator.unit)
