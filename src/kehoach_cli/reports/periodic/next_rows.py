"""Build what a report says of the time after it: what falls due next, or what is carried over when the plan ends."""

from collections.abc import Mapping, Sequence
from typing import Any

from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.periodic.period_view import PeriodView
from kehoach_cli.vocabulary import wording


def next_rows(view: PeriodView, numbers: Mapping[str, int]) -> dict[str, Any]:
    """The counts, and the tasks by their `numbers` in the annex, which are by id."""
    by_due: dict[str, list[TaskStatus]] = {}
    for item in view.next_tasks:
        by_due.setdefault(wording.deadline_inline(item.due), []).append(item)
    unfinished = view.unfinished_tasks
    return {
        "so_nhiem_vu": len(view.next_tasks),
        "so_chi_tieu": len(view.next_indicators),
        "theo_han": [
            {"thoi_han": due, "so": len(items), "so_tt": annex_numbers(items, numbers)} for due, items in by_due.items()
        ],
        "het_ke_hoach": view.ends_plan,
        "chuyen_tiep": {
            "so_nhiem_vu": len(unfinished),
            "so_tt": annex_numbers(unfinished, numbers),
            "so_chi_tieu": sum(not item.reached for item in view.now.indicators),
        },
    }


def annex_numbers(items: Sequence[TaskStatus], numbers: Mapping[str, int]) -> str:
    """Where the tasks stand in the annex: `4, 7–9`."""
    return wording.numbers(sorted(numbers[item.task.id] for item in items))
