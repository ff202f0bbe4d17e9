"""What somebody gave for an entry, on the command line or in a row of a table, before it is read into values.

Cells stay text, as they were typed.
"""

from collections.abc import Sequence
from typing import NamedTuple

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.plan.suggest import bare_key
from kehoach_cli.vocabulary import terms

_ID_WORDS = ("id", "mã")
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


def field_of(heading: str, keys: Sequence[str], label: str) -> str:
    """The key that a heading means. Raises UsageProblem for one that means none of these keys."""
    wanted = bare_key(heading)
    if wanted in map(bare_key, _ID_WORDS):
        return "id"
    for key in keys:
        if wanted in (key, bare_key(terms.ENTRY_FIELD[key])):
            return key
    known = ", ".join(f"{key} ({terms.ENTRY_FIELD[key]})" for key in keys)
    raise UsageProblem(f"{label}: không hiểu cột «{heading.strip()[:40]}»; các cột là: id (mã), {known}")
