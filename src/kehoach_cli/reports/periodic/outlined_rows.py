"""Rows of a report's annex in the plan's order: what headings begin before each, and how its name is indented."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from kehoach_cli.plan.hierarchy import outline
from kehoach_cli.plan.model import Plan, Record
from kehoach_cli.reports.listings.outline_table import STEP

T = TypeVar("T")


def outlined_rows(
    plan: Plan, items: Iterable[T], record_of: Callable[[T], Record], row: Callable[[int, T], dict[str, Any]]
) -> list[dict[str, Any]]:
    """What `row` makes of the number and the item, with `thut` and `de_muc`."""
    return [
        {
            **row(number, line.item),
            "thut": STEP * line.level,
            "de_muc": [{"ma": each.id, "ten": each.name, "thut": STEP * level} for each, level in line.headings],
        }
        for number, line in enumerate(outline(plan, items, record_of), 1)
    ]
