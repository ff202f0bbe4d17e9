"""Choose the value axis of a chart whose bars have labels beside them."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from kehoach_cli.word.output.charts import BarChart

_LETTER = Decimal("0.025")  # the room for a label's letter, as a share of what the values take of the axis
_MOST_STEPS = 8


class ValueAxis(NamedTuple):
    """The ends of the value axis and the distance between its figures."""

    low: Decimal
    high: Decimal
    step: Decimal


def value_axis(chart: BarChart) -> ValueAxis:
    """The value axis of an overlaid chart: from zero, in round figures, with room for the labels beside the bars.

    Figures are written from the low end on, so that zero is among them; the high end may lie between two.
    """
    values = [value for series in chart.series for value in series.values if value is not None]
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    span = high - low or Decimal(1)
    high = low + span
    labelled = [
        value + span * _LETTER * len(label) * (-1 if value < 0 else 1)
        for series in chart.series
        for value, label in zip(series.values, series.labels, strict=False)
        if value is not None
    ]
    low, high = min([low, *labelled]), max([high, *labelled])
    least = (high - low) / _MOST_STEPS
    power = Decimal(1).scaleb(least.adjusted())
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)
    return ValueAxis(_rounded(low, step, ROUND_FLOOR), _rounded(high, step / 2, ROUND_CEILING), step)


def _rounded(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (value / step).to_integral_value(rounding) * step
