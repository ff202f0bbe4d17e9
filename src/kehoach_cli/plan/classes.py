"""The classes that a report puts indicators and tasks into."""

from typing import Literal, get_args

Assessment = Literal[
    "exceeded",
    "met",
    "on_track",
    "behind",
    "far_behind",
    "not_yet_met",
    "going_backwards",
    "not_maintained",
    "not_met",
    "not_assessable",
]
ASSESSMENTS: tuple[Assessment, ...] = get_args(Assessment)  # best first; "not_assessable" is outside the order
REACHED: tuple[Assessment, ...] = ("exceeded", "met")

Standing = Literal[
    "done_on_time",
    "done_late",
    "done_undated",
    "open_in_time",
    "open_overdue",
    "recurring",
    "ongoing",
    "undated",
    "cancelled",
]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
DONE: tuple[Standing, ...] = ("done_on_time", "done_late", "done_undated")
FINISHED: tuple[Standing, ...] = (*DONE, "cancelled")
