"""RawEntry: one entry as text, from command-line options or a table row. Its values are parsed when asked for."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.parse_values import parse_day, parse_line, refuse_unseen

_ARGUMENTS = {"id": "MÃ", "value": "GIÁ TRỊ"}  # positional arguments of commands


class RawEntry(NamedTuple):
    """One entry's text by key, without empty cells.

    `label` is its place in a table, `so-lieu.csv:3`; "" if it came from options. `places` name its cells. `faults` keep
    the row from being used, `doubts` have to be confirmed, `told` is only said. `unanswered`: it reports nothing yet.
    """

    cells: Mapping[str, str]
    label: str = ""
    places: Mapping[str, str] = {}
    faults: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    unanswered: bool = False

    def name(self, key: str) -> str:
        """The field's name for the user: the option `--date`, or the cell `ô D3 (Ngày)`."""
        if self.label:
            return self.places.get(key, key)
        return _ARGUMENTS.get(key) or f"--{key.replace('_', '-')}"

    def with_cells(self, cells: Mapping[str, str | None]) -> "RawEntry":
        """The same with these cells too; None takes one away."""
        return self._replace(cells={key: text for key, text in {**self.cells, **cells}.items() if text is not None})

    def with_default(self, key: str, text: str) -> "RawEntry":
        """The same, with this text if the field was left out."""
        return self._replace(cells={key: text, **self.cells})

    def refuse_faults(self) -> None:
        """Raise UsageProblem for what keeps the row from being used, and for characters that do not show."""
        if self.faults:
            raise UsageProblem("; ".join(self.faults))
        for key, text in self.cells.items():
            refuse_unseen(text, self.name(key))

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
