"""Read a period as people name it: `Quý III/2023`, `q3`, `tháng 9/2023`, `6 tháng đầu năm 2023`, or in ISO form."""

from kehoach_cli.plan.due import DueError, parse_due
from kehoach_cli.plan.periods import MONTHS_IN, Period, period_of


def read_period(text: str, year: int | None = None) -> Period:
    """The month, quarter, half year or year that the text names; without a year in the text, of this one.

    Raises:
        DueError: the text names none, or names no year and `year` is None.
    """
    due = parse_due(text, year)
    if due.start and due.end and not due.condition and not due.then_ongoing:
        for kind in MONTHS_IN:
            period = period_of(due.start, kind)
            if (period.first_day, period.last_day) == (due.start, due.end):
                return period
    raise DueError(text, "form")
