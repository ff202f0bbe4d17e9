"""Row: the cells of one table row and its place."""

from typing import NamedTuple


class Row(NamedTuple):
    """The cells of a row as (heading, text), as written. Two columns may have the same heading.

    `label` is the row's place in messages, `so-lieu.csv:3`. `headings_at` is the place of the headings; "" if the row
    itself names its cells, as a JSON object does.
    """

    cells: tuple[tuple[str, str], ...]
    label: str
    headings_at: str = ""
