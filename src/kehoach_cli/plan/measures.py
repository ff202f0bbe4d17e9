"""stub"""

from kehoach_cli.plan.model import Indicator, Measure


def measure_of(indicator: Indicator) -> Measure:
    judged = indicator.targets.judged
    if judged and judged.bound == "words":
        return "verdict"
    return indicator.measure or "share"


def scale(indicator: Indicator) -> str:
    return indicator.unit
