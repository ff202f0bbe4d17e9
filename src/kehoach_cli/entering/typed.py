"""What somebody gave for an entry, on the command line or in a row of a table, before it is read into values.

Cells stay text, as they were typed.
"""

from typing import NamedTuple

_ARGUMENTS = {"id": "MÃ", "value": "GIÁ TRỊ"}  # what commands take without an option's name


class Typed(NamedTuple):
    """What somebody gave for one entry, by key; empty cells are left out.

    `label` says where it stands in a table, `so-lieu.csv:3`; it is "" for what came as options of a command.
    """

    cells: dict[str, str]
    label: str = ""

    def name(self, key: str) -> str:
        """What the one who gave it would call the field: `--date`, or the column `date`."""
        return key if self.label else _ARGUMENTS.get(key) or f"--{key}"

    def with_default(self, key: str, text: str) -> "Typed":
        """The same, with a value for a field that was left out."""
        return self._replace(cells={key: text, **self.cells})
