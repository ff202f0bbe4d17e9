"""RawEntry: one entry as text, from command-line options or a table row, before its values are parsed."""

from typing import NamedTuple

_ARGUMENTS = {"id": "MÃ", "value": "GIÁ TRỊ"}  # positional arguments of commands


class RawEntry(NamedTuple):
    """One entry's text by key, without empty cells.

    `label` is its place in a table, `so-lieu.csv:3`; "" if it came from options.
    """

    cells: dict[str, str]
    label: str = ""

    def name(self, key: str) -> str:
        """The field's name for the user: the option `--date`, or the column `date`."""
        return key if self.label else _ARGUMENTS.get(key) or f"--{key}"

    def with_default(self, key: str, text: str) -> "RawEntry":
        """The same, with this text if the field was left out."""
        return self._replace(cells={key: text, **self.cells})
