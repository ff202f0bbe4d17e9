"""Build what a report says of the records that go on from earlier plans: how many there are and what became of them."""

from typing import Any

from kehoach_cli.reports.periodic.counts import indicator_counts, task_counts
from kehoach_cli.reports.periodic.period_view import PeriodView
from kehoach_cli.reports.periodic.task_rows import task_row
from kehoach_cli.vocabulary import record_words


def carried_over(view: PeriodView) -> dict[str, Any]:
    """The tasks by class, each with where it comes from, and the indicators by class."""
    tasks = [(item, item.task.carried_from) for item in view.now.tasks if item.task.carried_from]
    return {
        **task_counts([item for item, _ in tasks]),
        "ds": [
            {**task_row(number, item, view.agencies), "chuyen_tu": came and record_words.carried_from(came)}
            for number, (item, came) in enumerate(tasks, 1)
        ],
        "chi_tieu": indicator_counts([item for item in view.now.indicators if item.indicator.carried_from]),
    }
