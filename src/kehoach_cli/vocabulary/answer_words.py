"""Word who has answered, and a whole that the answers give."""

from kehoach_cli.plan.coverage import Coverage
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.goals import attained
from kehoach_cli.plan.measures import scale
from kehoach_cli.plan.wholes import Whole
from kehoach_cli.vocabulary import wording

PROVISIONAL = "tạm tính"


def coverage(given: Coverage) -> str:
    """`12/24 cơ quan`; where these are not known in full `12 trong ít nhất 24 cơ quan`."""
    if given.at_least:
        return f"{given.answered} trong ít nhất {given.of} cơ quan"
    return f"{given.answered}/{given.of} cơ quan"


def record_coverage(whole: Whole) -> Coverage:
    """Of those who must answer a record, how many have by its day, in whichever period."""
    return Coverage(whole.answered, len(whole.parts), not whole.complete)


def current(item: Progress) -> str:
    """The latest value: `41%`, `27,5% (tạm tính)`; where each has the target `66,7% (2/3 cơ quan đạt)`; "" without."""
    if item.current is None or not item.measured:
        return ""
    value = wording.quantity(item.current.value, scale(item.indicator))
    marks = [reached] if (reached := attaining(item)) else []
    marks += [PROVISIONAL] if item.provisional else []
    return f"{value} ({', '.join(marks)})" if marks else value


def attaining(item: Progress) -> str:
    """`2/3 cơ quan đạt` where each part has the target, else ""."""
    if item.indicator.parts != "each" or item.whole is None or not item.goals or not item.measured:
        return ""
    indicator, target = item.indicator, item.goals[-1].goal.target
    reached = item.whole.attaining(lambda value: attained(indicator, target, value) is not None)
    return f"{reached}/{len(item.whole.asked_for_figures)} cơ quan đạt"
