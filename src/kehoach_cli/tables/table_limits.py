"""How large the tables of one file may be, and how the text of a cell is cleaned."""

from collections.abc import Sequence

from kehoach_cli.tables.grid import Cell, GridRow

MAX_ROWS = 5_000
MAX_COLUMNS = 200
MAX_CELLS = 200_000
MAX_LETTERS = 8_000_000
MANY_ROWS = "Tệp có hơn 5.000 dòng có chữ"

_SPACES = {"\xa0": " ", "\u202f": " ", "\u2007": " "}  # that do not break
_PLAIN = str.maketrans(_SPACES | {"\r": "\n"})


class TooLarge(Exception):
    """The file holds more than any table that a person fills in; the message says of what, in Vietnamese."""


class Counter:
    """Counts the rows, cells and letters of one file. Blank rows and cells at the end of a row are not counted."""

    def __init__(self) -> None:
        self._rows = self._cells = self._letters = 0

    def add(self, row: GridRow) -> None:
        """Count one more row. Raises TooLarge."""
        if len(row.cells) > MAX_COLUMNS:
            raise TooLarge(f"Có chữ ngoài {MAX_COLUMNS} cột đầu: {row.label}, {row.cells[-1].place}")
        self._rows += 1
        self._cells += len(row.cells)
        self._letters += sum(len(cell.text) for cell in row.cells)
        if self._rows > MAX_ROWS:
            raise TooLarge(MANY_ROWS)
        if self._cells > MAX_CELLS:
            raise TooLarge("Tệp có hơn 200.000 ô")
        if self._letters > MAX_LETTERS:
            raise TooLarge("Tệp có hơn 8 triệu chữ cái")


def plain(text: str) -> str:
    """The text with plain spaces and line ends, and none around it. What nobody sees otherwise stays."""
    return text.replace("\r\n", "\n").translate(_PLAIN).strip()


def trimmed(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells up to the last that is not blank; none if the row only repeats what is merged with it from above."""
    last = max(
        (number for number, cell in enumerate(cells, 1) if cell.text or cell.remark == "uncalculated"), default=0
    )
    own = any(cell.remark != "merged" for cell in cells if cell.text or cell.remark)
    return tuple(cells[:last]) if own else ()
