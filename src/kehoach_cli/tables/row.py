"""One row of a table: its cells, and where it stands."""

from typing import NamedTuple


class Row(NamedTuple):
    """The cells of a row by the headings above them, as written; two columns may bear one heading.

    `label` is the row's place for messages, `so-lieu.csv:3`. `headings_at` is the place of the line of headings, or ""
    where the row itself names its cells, as an object of JSON does.
    """

    cells: tuple[tuple[str, str], ...]
    label: str
    headings_at: str = ""
