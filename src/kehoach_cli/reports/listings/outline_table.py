"""Lay out a listing in the plan's order: the line of a heading before its first part, the names of parts indented."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from kehoach_cli.plan.hierarchy import outline
from kehoach_cli.plan.model import Plan, Record
from kehoach_cli.reports.pages import Cell, Columns, Table, cell_text, table_of

STEP = "–\u00a0"  # before a name, once for each level
T = TypeVar("T")


def outline_table(
    columns: Columns[T], plan: Plan, items: Iterable[T], record_of: Callable[[T], Record], note: str = ""
) -> Table:
    """The table; its first column has the id, its second the name."""
    rows: list[tuple[Cell | str, ...]] = []
    for line in outline(plan, items, record_of):
        blank = ("",) * (len(columns) - 2)
        rows += [(heading.id, STEP * level + heading.name, *blank) for heading, level in line.headings]
        identifier, name, *figures = (cell(line.item) for _, cell in columns)
        rows.append((identifier, STEP * line.level + cell_text(name), *figures))
    return table_of("", columns, (), note)._replace(rows=tuple(rows))
