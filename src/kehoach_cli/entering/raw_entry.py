"""RawEntry: one entry as text, from command-line options or a table row. Its values are parsed when asked for."""

from datetime import date
from typing import NamedTuple

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.parse_values import parse_day, parse_line

_ARGUMENTS = {"id": "MÃ", "value": "GIÁ TRỊ"}  # positional arguments of commands


class RawEntry(NamedTuple):
    """One entry's text by key, without empty cells.

    `label` is its place in a table, `so-lieu.csv:3`; "" if it came from options.
    """

    cells: dict[str, str]
    label: str = ""

    def name(self, key: str) -> str:
        """The field's name for the user: the option `--date`, or the column `date`."""
        return key if self.label else _ARGUMENTS.get(key) or f"--{key.replace('_', '-')}"

    def with_default(self, key: str, text: str) -> "RawEntry":
        """The same, with this text if the field was left out."""
        return self._replace(cells={key: text, **self.cells})

    def require(self, *keys: str) -> None:
        """Raise UsageProblem if the id or one of these fields was left out."""
        missing = [self.name(key) for key in ("id", *keys) if key not in self.cells]
        if missing:
            way_out = "điền vào bảng" if self.label else "ghi thêm vào dòng lệnh"
            raise UsageProblem(f"Thiếu {', '.join(missing)}; {way_out}")

    def day(self, key: str) -> date:
        """Raises UsageProblem if the text is no day."""
        return parse_day(self.cells[key], self.name(key))

    def line(self, key: str) -> str:
        """Raises UsageProblem if the text is blank."""
        return parse_line(self.cells[key], self.name(key))

    def optional_line(self, key: str) -> str | None:
        return self.line(key) if key in self.cells else None
