"""The class in which an indicator is reported upward: whether its target is met, not how fast it goes."""

from kehoach_cli.plan.closed_period import ReportedIndicator
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.vocabulary.report_words import NOT_ASSESSABLE, OFFICIAL_CLASSES

NOT_YET = "chua_dat"


def official_class(item: Progress | ReportedIndicator) -> str:
    """A key of OFFICIAL_CLASSES. One figure is too little for a pace, yet it says that the target is not met."""
    key = next(key for key, (_, names) in OFFICIAL_CLASSES.items() if item.assessment in names)
    return NOT_YET if key == NOT_ASSESSABLE and _is_known(item) else key


def _is_known(item: Progress | ReportedIndicator) -> bool:
    """Whether there is a figure of the whole, and a target to hold it against."""
    if isinstance(item, ReportedIndicator):
        return item.reading is not None and item.goal is not None and not item.provisional
    return item.measured and item.commitment is not None and not item.provisional
