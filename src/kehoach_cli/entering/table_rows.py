"""Read the rows below headings as raw entries: what each cell says, and what has to be said or asked of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.entering.table_days import DayColumn
from kehoach_cli.plan.measures import MOST_PLACES
from kehoach_cli.plan.suggest import bare_key
from kehoach_cli.tables.grid import Cell, GridRow

# What tells a row apart and what the plan says of it; passed over where a command does not ask for it.
ABOUT_RECORDS = (
    *("name", "number", "identity", "unit", "target", "due", "previous", "lead", "support", "output", "supervisor"),
)
_SHARED_BY_ROWS = ("date", "source", "estimate")
_FIGURES = ("value", "numerator", "denominator", "percent")
_COMPUTED = re.compile(rf"-?[0-9]+,[0-9]{{{MOST_PLACES + 1},}}")
_NOTHING = ("-", "–", "—", "...", "…")
_OUTSIDE = "ô này ngoài các cột có tiêu đề; đặt tiêu đề cho cột, hoặc xóa ô"
_OUTSIDE_OF_TEXT = "ô này ngoài các cột có tiêu đề; đặt tiêu đề cho cột, hoặc đặt ô có dấu phân cách trong dấu nháy kép"
_TYPED = ("", "merged")  # remarks of what a person wrote: no program made a day of it


class Table(NamedTuple):
    """The rows below a row of headings. `keys` are those of the columns, "" for one that is passed over.

    `unknown` are the headings of columns with content that mean nothing, `guessed` those that only begin
    as known ones, with their keys.
    """

    headings: GridRow
    keys: tuple[str, ...]
    rows: tuple[GridRow, ...]
    unknown: tuple[Cell, ...]
    guessed: tuple[tuple[Cell, str], ...]

    @property
    def is_text(self) -> bool:
        """Whether a program wrote it as text: CSV, JSON."""
        return not any(cell.place.startswith("ô ") for cell in self.headings.cells)

    def repeated(self, keys: Iterable[str]) -> str | None:
        """The first of these keys that two columns have."""
        return next((key for key in keys if self.keys.count(key) > 1), None)

    def heading(self, key: str) -> str:
        """The heading of a column."""
        return one_line(self.headings.cells[self.keys.index(key)].text)

    def entries(self) -> Iterator[RawEntry]:
        """Each row as an entry, with all that its cells say."""
        columns = [column for column, key in enumerate(self.keys) if key == "date"]
        days = {column: DayColumn(self._typed(column), exported=self.is_text) for column in columns}
        return (self._entry(row, days) for row in self.rows)

    def texts(self, key: str) -> Iterator[str]:
        """What a column holds."""
        column = self.keys.index(key)
        return (row.cells[column].text for row in self.rows if column < len(row.cells))

    def _typed(self, column: int) -> Iterator[str]:
        cells = (row.cells[column] for row in self.rows if column < len(row.cells))
        return (cell.text for cell in cells if cell.remark in _TYPED)

    def _entry(self, row: GridRow, days: Mapping[int, DayColumn]) -> RawEntry:
        outside = _OUTSIDE_OF_TEXT if self.is_text else _OUTSIDE
        entry = RawEntry(
            {},
            row.label,
            {key: self.heading(key) for key in self.keys if key},
            faults=tuple(f"{cell.place}: {outside}" for cell in row.cells[len(self.keys) :] if cell.text),
        )
        for column, (key, cell) in enumerate(zip(self.keys, row.cells, strict=False)):
            if key in ABOUT_RECORDS or (key and key not in entry.cells):
                name = _shown(cell, self.headings.cells[column])
                entry = _with_cell(entry, key, cell, name, days.get(column))
        return entry


def _with_cell(entry: RawEntry, key: str, cell: Cell, name: str, days: DayColumn | None) -> RawEntry:
    """The entry with what the cell says under the key, and what is to be said of it."""
    faults, doubts, told = list[str](), list[str](), list[str]()
    text = cell.text
    if key not in ABOUT_RECORDS:
        text = "" if text in _NOTHING else text
        match cell.remark:
            case "calculated":
                told.append(f"lấy kết quả của công thức, {text}")
            case "uncalculated":
                faults.append("công thức chưa có kết quả; mở tệp bằng Excel rồi lưu lại, hoặc gõ số vào ô")
            case "error":
                faults.append(f"công thức báo lỗi {text}; sửa công thức, hoặc gõ số vào ô")
            case "merged" if key not in _SHARED_BY_ROWS:
                doubts.append(f"ô gộp với dòng trên, lấy «{text}»")
        if days and cell.remark in _TYPED:
            text, doubt = days.read(text)
            doubts += [doubt] if doubt else []
        elif key in _FIGURES and text != (rounded := _rounded(text)):
            told.append(f"«{text}» làm tròn thành {rounded}")
            text = rounded
        elif key == "estimate":
            text = _estimate(text)
    return entry._replace(
        cells={**entry.cells, key: text} if text else entry.cells,
        places={**entry.places, key: name},
        faults=(*entry.faults, *(f"{name}: {fault}" for fault in faults)),
        doubts=(*entry.doubts, *(f"{name}: {doubt}" for doubt in doubts)),
        told=(*entry.told, *(f"{entry.label}: {name}: {line}" for line in told)),
    )


def _rounded(text: str) -> str:
    """A computed figure of more places than a plan holds, to these places."""
    figure, mark = text.removesuffix("%"), "%" if text.endswith("%") else ""
    if not _COMPUTED.fullmatch(figure):
        return text
    value = round(Decimal(figure.replace(",", ".")), MOST_PLACES).normalize()
    return f"{value:f}".replace(".", ",") + mark


def _estimate(text: str) -> str:
    """`Số ước`, `ước TH`, `thực tế`, `CT` as yes or no; another text is returned as it is."""
    said = bare_key(text)
    if said.startswith(("uoc", "so uoc")):
        return "có"
    return "không" if said in ("ct", "so chinh thuc", "thuc te", "thuc hien") else text


def _shown(cell: Cell, heading: Cell) -> str:
    """`ô D3 (Ngày)`; a cell of a text has no name, so the heading alone."""
    named = one_line(heading.text)
    return f"{cell.place} ({named})" if cell.place.startswith("ô ") else named


def one_line(text: str) -> str:
    """The text in one line of at most 40 characters."""
    return " ".join(text.split())[:40]
